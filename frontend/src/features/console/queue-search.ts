import type { IdeaStatus, Locale } from '@/gql/graphql';
import { choiceParam, idParam, textParam } from '@/lib/search';

/** Those that were answered before and may wait for the next word. */
export const FOLLOWED: readonly IdeaStatus[] = ['UNDER_REVIEW', 'PLANNED', 'IN_PROGRESS'];
const LANGUAGES: readonly Locale[] = ['ES', 'IT', 'EN'];
/** In place of a challenge. */
export const IDEA_BOX = 'box';

/** Which ideas wait, as the address says it. */
export interface QueueSearch {
  /** A challenge's id, or the idea box. */
  challenge?: string;
  status?: IdeaStatus;
  language?: Locale;
  q?: string;
}

const placeParam = (value: unknown): string | undefined => (value === IDEA_BOX ? IDEA_BOX : idParam(value));

export const readQueueSearch = (search: Record<string, unknown>): QueueSearch => ({
  challenge: placeParam(search.challenge),
  status: choiceParam(search.status, FOLLOWED),
  language: choiceParam(search.language, LANGUAGES),
  q: textParam(search.q)?.slice(0, 200),
});

export const isNarrowed = ({ challenge, status, language, q }: QueueSearch): boolean =>
  Boolean(challenge ?? status ?? language ?? q);

/** The list's arguments. */
export const toArguments = ({ challenge, status, language, q }: QueueSearch) => ({
  challengeId: challenge === IDEA_BOX ? undefined : challenge,
  ideaBoxOnly: challenge === IDEA_BOX || undefined,
  status,
  language,
  text: q,
});
