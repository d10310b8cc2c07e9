import type { TestApp } from './app.js';
import type { Community } from './community.js';
import { WRITES } from './write-operations.js';

/** One of the main operations, and how many SQL statements it takes, whatever the size of the community. */
export interface Operation {
  name: string;
  statements: number;
  query: string;
  variables: (t: TestApp, community: Community) => object | Promise<object>;
  as?: 'anonymous';
}

const PERSON = 'author { id displayName erased }';
const ROW = `id title tags language status visibility commentCount createdAt publishedAt upCount downCount score viewerVote viewerCan { vote } ${PERSON}`;
const COMMENT =
  'id bodyHtml fromCompany appreciationCount viewerAppreciates author { displayName } viewerCan { reply }';
const CHALLENGE =
  'id slug title summary coverUrl state startsAt endsAt ideaCount authorCount prizes { place title } company { id slug name }';
const PAGE = 'pageInfo { hasNextPage endCursor }';

const companyId = (_: TestApp, { company }: Community) => ({ companyId: company.id });
const ideas = (args = '') =>
  `query ($companyId: ID!) { ideas(companyId: $companyId ${args}) { edges { node { ${ROW} } } ${PAGE} } }`;
const IDEA = `query ($id: ID!) { idea(id: $id) { id title bodyHtml upCount viewerVote version ${PERSON} company { id slug name viewerCan { manage } }
  challenge { id slug title viewerCan { seeCounts } } answers { id status bodyHtml author { id displayName } } attachments { id url }
  coauthors { state user { id displayName } } timeline { id kind at actor { id displayName } }
  comments(first: 20) { edges { node { ${COMMENT} replies(first: 3) { edges { node { ${COMMENT} } } ${PAGE} } } } ${PAGE} } } }`;
const TALK = `query ($id: ID!) { idea(id: $id) { id title bodyHtml upCount viewerVote
  comments(first: 20) { edges { node { ${COMMENT} replies(first: 3) { edges { node { ${COMMENT} } } ${PAGE} } } } ${PAGE} } } }`;

const reads: Operation[] = [
  { name: 'top ideas, signed out', statements: 1, query: ideas(), variables: companyId, as: 'anonymous' },
  { name: 'top ideas, signed in', statements: 1, query: ideas(), variables: companyId },
  { name: 'search of ideas', statements: 1, query: ideas('filter: { text: "bread" }'), variables: companyId },
  {
    name: 'similar ideas',
    statements: 4,
    query: `query ($companyId: ID!) { similarIdeas(companyId: $companyId, title: "Idea of bread") { ${ROW} } }`,
    variables: companyId,
  },
  { name: 'trending ideas', statements: 1, query: ideas('order: TRENDING'), variables: companyId },
  {
    name: 'idea with comments and replies, signed out',
    statements: 3,
    query: TALK,
    variables: (_, { idea }) => idea,
    as: 'anonymous',
  },
  { name: 'idea with comments and replies', statements: 4, query: TALK, variables: (_, { idea }) => idea },
  { name: 'idea with all that belongs to it', statements: 13, query: IDEA, variables: (_, { idea }) => idea },
  {
    name: 'my ideas',
    statements: 1,
    query: `{ myIdeas { edges { node { ${ROW} } } ${PAGE} } }`,
    variables: () => ({}),
  },
  {
    name: 'ideas I voted for',
    statements: 1,
    query: `{ myVotes { edges { node { ${ROW} } } ${PAGE} } }`,
    variables: () => ({}),
  },
  {
    name: 'ideas I follow',
    statements: 1,
    query: `{ myFollowedIdeas { edges { node { ${ROW} } } ${PAGE} } }`,
    variables: () => ({}),
  },
  {
    name: 'notifications',
    statements: 3,
    query: `{ notifications { edges { node { id kind detail excerpt lastAt actorCount actors { displayName } company { name } } } ${PAGE} } }`,
    variables: () => ({}),
  },
  {
    name: 'unread notifications',
    statements: 2,
    query: '{ viewer { unreadNotificationCount } }',
    variables: () => ({}),
  },
  {
    name: 'page of a member',
    statements: 4,
    query: `query ($id: ID!) { user(id: $id) { id displayName bio companies { name } record { ideas answered delivered } } }`,
    variables: (_, { manager }) => ({ id: manager.id }),
  },
  {
    name: 'challenge page',
    statements: 6,
    query: `query ($id: ID!) { challenge(id: $id) { ${CHALLENGE} briefHtml phases { id kind } criteria { name } currentPhase { id } viewerCan { submit manage } } }`,
    variables: (_, { challenge }) => ({ id: challenge.id }),
  },
  {
    name: 'open challenges of a company',
    statements: 5,
    query: `query ($companyId: ID!) { challenges(companyId: $companyId, list: OPEN) { edges { node { ${CHALLENGE} } } ${PAGE} } }`,
    variables: companyId,
  },
  {
    name: 'home, signed out',
    statements: 8,
    query: `{ challenges(list: OPEN) { edges { node { ${CHALLENGE} } } } companies { edges { node { id slug name logoUrl memberCount } } } }`,
    variables: () => ({}),
    as: 'anonymous',
  },
  {
    name: 'company page',
    statements: 5,
    query: `query ($slug: String!) { company(slug: $slug) { id name description logoUrl memberCount rules { title } viewerMembership { role } viewerCan { manage } } }`,
    variables: (_, { company }) => ({ slug: company.slug }),
  },
  {
    name: 'members',
    statements: 5,
    query: `query ($companyId: ID!) { companyMembers(companyId: $companyId) { edges { node { id role user { id displayName avatarUrl } } } ${PAGE} } }`,
    variables: companyId,
  },
  {
    name: 'held items',
    statements: 6,
    query: `query ($companyId: ID!) { reviews(companyId: $companyId) { edges { node { id reason ${PERSON} authorMembership { trustLevel }
      idea { id title bodyHtml } comment { id bodyHtml } } } ${PAGE} } }`,
    variables: companyId,
  },
  {
    name: 'reported items',
    statements: 7,
    query: `query ($companyId: ID!) { reviews(companyId: $companyId) { edges { node { id score dueAt overdue claimedBy { displayName }
      flagCount flags { note weight rule { title } flagger { displayName } } decisions { act } idea { title } } } ${PAGE} } }`,
    variables: companyId,
  },
  {
    name: 'ideas to answer',
    statements: 2,
    query: `query ($companyId: ID!) { ideasToAnswer(companyId: $companyId) { edges { node { ${ROW} } } ${PAGE} } }`,
    variables: companyId,
  },
  {
    // participation is kept from the time before
    name: 'insights',
    statements: 5,
    query: `query ($companyId: ID!) { insights(companyId: $companyId, from: "2026-01-01", to: "2026-12-31", unit: WEEK, timeZone: "Europe/Madrid") {
      participation { people points { day people } } funnel { ideas answered } answerTimes { medianHours points { day } }
      challenges { ideas challenge { id title } } } }`,
    variables: companyId,
  },
  {
    name: 'what waits for managers',
    statements: 2,
    query: `query ($companyId: ID!) { companyDesk(companyId: $companyId) { waitingCount overdueCount heldCount } }`,
    variables: companyId,
  },
  {
    name: 'who is signed in',
    statements: 3,
    query: '{ viewer { id displayName memberships { role company { slug name } } } }',
    variables: () => ({}),
  },
];

export const OPERATIONS: Operation[] = [...reads, ...WRITES];
