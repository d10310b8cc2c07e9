import type { IdeaFilter, IdeaOrder, IdeaStatus, Locale } from '@/gql/graphql';
import { choiceParam, textParam } from '@/lib/search';

const ORDERS = { trending: 'TRENDING', top: 'TOP', new: 'NEWEST', random: 'RANDOM', unanswered: 'UNANSWERED' } as const;
export type Sort = keyof typeof ORDERS;
export const SORTS = Object.keys(ORDERS) as Sort[];
export const STATUSES: readonly IdeaStatus[] = [
  'OPEN',
  'UNDER_REVIEW',
  'PLANNED',
  'IN_PROGRESS',
  'DELIVERED',
  'DECLINED',
];
const LANGUAGES: readonly Locale[] = ['ES', 'IT', 'EN'];

/** What of a list is shown, as the address says it: so that it can be sent to somebody, and found again. */
export interface IdeaSearch {
  sort?: Sort;
  /** Words that the ideas have. */
  q?: string;
  tag?: string;
  status?: IdeaStatus;
  language?: Locale;
  /** The viewer's own. */
  mine?: true;
  /** Of the idea box, not of a challenge. */
  box?: true;
}

const flag = (value: unknown): true | undefined => value === true || undefined;

export const readIdeaSearch = (search: Record<string, unknown>): IdeaSearch => ({
  sort: choiceParam(search.sort, SORTS),
  q: textParam(search.q)?.slice(0, 200),
  tag: textParam(search.tag)?.slice(0, 40),
  status: choiceParam(search.status, STATUSES),
  language: choiceParam(search.language, LANGUAGES),
  mine: flag(search.mine),
  box: flag(search.box),
});

/** Whether it leaves some ideas out. */
export const isFiltered = ({ q, tag, status, language, mine }: IdeaSearch): boolean =>
  Boolean(q ?? tag ?? status ?? language ?? mine);

/** The list's arguments. Ideas found by words come best match first, unless the newest are asked for. */
export function toArguments(
  { sort = 'trending', q, tag, status, language, mine, box }: IdeaSearch,
  viewerId: string | undefined,
): { order: IdeaOrder; filter: IdeaFilter; ideaBoxOnly: boolean | undefined } {
  return {
    order: ORDERS[sort],
    ideaBoxOnly: box,
    filter: { text: q, tag, language, status: status && [status], authorId: mine && viewerId },
  };
}
