import { cacheExchange } from '@urql/exchange-graphcache';
import { relayPagination } from '@urql/exchange-graphcache/extras';
import { Client, fetchExchange } from 'urql';
import { endpoint } from '../http';
import { fetchAsViewer } from './fetch';
import { subscriptions } from './subscriptions';
import { optimistic, updates } from './updates';

/** Types without an id of their own: they live inside their parent. */
const EMBEDDED = [
  'Answer',
  'AnswerIdeasPayload',
  'AnswerTimePoint',
  'AnswerTimes',
  'AuthorRecord',
  'BrandColors',
  'ChallengeCounts',
  'ChallengeExtension',
  'ChallengeInsight',
  'ChallengePermissions',
  'Coauthor',
  'CommentPermissions',
  'CommentRevision',
  'CompanyDesk',
  'CompanyPermissions',
  'CompanyPromise',
  'DiffPart',
  'Funnel',
  'IdeaPermissions',
  'IdeaRevision',
  'Insights',
  'InvitationPreview',
  'LiveChange',
  'LiveIdea',
  'Loop',
  'MemberRecord',
  'OkPayload',
  'Participation',
  'ParticipationPoint',
  'Prize',
  'SessionPayload',
  'UnansweredIdea',
];

const paged = (...fields: string[]) => Object.fromEntries(fields.map((field) => [field, relayPagination()]));

let leaving = false;
addEventListener('pagehide', () => (leaving = true), { capture: true });
addEventListener('pageshow', () => (leaving = false));

/** A client with an empty, normalised cache. One per viewer: what one person may see is not kept for the next. */
export const createClient = (): Client =>
  new Client({
    url: endpoint,
    // GET requests could be cached on the way, and need no preflight from foreign pages
    preferGetMethod: false,
    requestPolicy: 'cache-and-network',
    fetch: fetchAsViewer,
    // what is sent while the page goes away must outlive it
    fetchOptions: () => ({ credentials: 'same-origin', keepalive: leaving }),
    exchanges: [
      cacheExchange({
        keys: {
          ...Object.fromEntries(EMBEDDED.map((type) => [type, () => null])),
          NotificationPreference: ({ kind }) => kind as string,
        },
        // no resolver that invents an entity: a null from the server would load for ever
        resolvers: {
          Query: paged(
            'challenges',
            'companies',
            'companyMembers',
            'ideas',
            'ideasToAnswer',
            'memberIdeas',
            'myFollowedIdeas',
            'myIdeas',
            'myVotes',
            'notifications',
            'reviews',
          ),
          Idea: paged('comments'),
          Comment: paged('replies'),
        },
        optimistic,
        updates: { Mutation: updates },
      }),
      fetchExchange,
      subscriptions,
    ],
  });
