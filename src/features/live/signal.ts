import { AccountErased } from '../accounts/accounts.events.js';
import { CompanyUpdated, MemberJoined, MemberLeft, MemberRoleChanged } from '../companies/companies.events.js';
import {
  CommentDeleted,
  CommentHeld,
  CommentHidden,
  CommentMasked,
  CommentPublished,
  CommentRestored,
} from '../comments/comments.events.js';
import {
  IdeaAbsorbed,
  IdeaAnswered,
  IdeaHidden,
  IdeaMasked,
  IdeaMerged,
  IdeaMoved,
  IdeaPublished,
  IdeaRejected,
  IdeaReleased,
  IdeaRestored,
  IdeaWithdrawn,
} from '../ideas/ideas.events.js';
import type { DomainEvent } from '../../shared/events/domain-event.js';
import { VoteCast, VoteWithdrawn } from '../votes/votes.events.js';

/** What has changed of an idea since the last word about it; as short as it goes between processes. */
export interface IdeaSignal {
  idea: string;
  company: string;
  /** its votes, which not everybody may hear of */
  votes?: boolean;
  /** what everybody may see: its status, its comments, whether it is public */
  facts?: boolean;
  published?: boolean;
  answered?: boolean;
  comments?: string[];
}

/** That somebody may see more or less of a company than before. */
export interface AccessSignal {
  access: string;
}

/** An access signal of all companies: whose they are is not known. */
export const EVERYWHERE = '*';

export type Signal = IdeaSignal | AccessSignal;

type Change = Omit<IdeaSignal, 'idea' | 'company'>;

/** What each kind of event changes of the idea that is its aggregate. */
const CHANGES: Record<string, (payload: object) => Change> = {
  [VoteCast.type]: () => ({ votes: true }),
  [VoteWithdrawn.type]: () => ({ votes: true }),
  [CommentPublished.type]: (payload) => ({ facts: true, comments: [(payload as { commentId: string }).commentId] }),
  // one that was public may wait for a review again
  [CommentHeld.type]: () => ({ facts: true }),
  [CommentDeleted.type]: () => ({ facts: true }),
  [CommentHidden.type]: () => ({ facts: true }),
  [CommentRestored.type]: () => ({ facts: true }),
  [CommentMasked.type]: () => ({ facts: true }),
  [IdeaPublished.type]: () => ({ facts: true, published: true }),
  [IdeaRejected.type]: () => ({ facts: true }),
  [IdeaWithdrawn.type]: () => ({ facts: true }),
  [IdeaHidden.type]: () => ({ facts: true }),
  [IdeaRestored.type]: () => ({ facts: true }),
  [IdeaMasked.type]: () => ({ facts: true }),
  [IdeaMoved.type]: () => ({ facts: true }),
  [IdeaMerged.type]: () => ({ facts: true }),
  // what another has brought
  [IdeaAbsorbed.type]: () => ({ votes: true }),
  [IdeaReleased.type]: () => ({ votes: true }),
  [IdeaAnswered.type]: () => ({ facts: true, answered: true }),
};
const ACCESS = new Set([CompanyUpdated, MemberJoined, MemberLeft, MemberRoleChanged].map(({ type }) => type));

/** What an event means to those who look at its company; nothing, mostly. */
export function signalOf({ type, companyId, aggregateId, payload }: DomainEvent): Signal | undefined {
  if (type === AccountErased.type) return { access: EVERYWHERE };
  if (!companyId) return undefined;
  if (ACCESS.has(type)) return { access: companyId };
  const change = CHANGES[type]?.(payload);
  return change && { idea: aggregateId, company: companyId, ...change };
}

/** Newer ones are not named one by one: who reads anew sees them. */
const MOST_COMMENTS = 50;

/** Two words about one idea as one. */
export function merged(one: IdeaSignal | undefined, two: IdeaSignal): IdeaSignal {
  if (!one) return two;
  const comments = [...(one.comments ?? []), ...(two.comments ?? [])].slice(0, MOST_COMMENTS);
  return { ...one, ...two, ...(comments.length > 0 && { comments }) };
}
