import type { IdeaStatus } from '@/gql/graphql';
import { choiceParam, textParam } from '@/lib/search';
import type { Viewer } from '@/lib/session';
import { STATUSES } from '../list/idea-search';

/** Which of one's own are shown, as the address says it. */
export interface PersonalSearch {
  status?: IdeaStatus;
  /** A company of the viewer's, by its place in addresses. */
  company?: string;
}

export const readPersonalSearch = (search: Record<string, unknown>): PersonalSearch => ({
  status: choiceParam(search.status, STATUSES),
  company: textParam(search.company)?.slice(0, 40),
});

/** The arguments of a list. A company that the viewer is in no more leaves nothing out. */
export const personalArguments = ({ status, company }: PersonalSearch, viewer: Viewer | null) => ({
  status: status && [status],
  companyId: viewer?.memberships?.find((membership) => membership.company.slug === company)?.company.id,
});
