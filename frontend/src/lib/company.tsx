import { createContext, type ReactNode, useContext } from 'react';
import { graphql } from '@/gql';
import type { CompanyContextFragment } from '@/gql/graphql';

export const CompanyContext = graphql(`
  fragment CompanyContext on Company {
    id
    slug
    name
    description
    logoUrl
    brandColor
    brand {
      light
      dark
    }
    visibility
    joinPolicy
    voteMode
    preModeration
    ideaBoxOpen
    languages
    defaultLanguage
    tags
    memberCount
    viewerMembership {
      id
      role
      trustLevel
      suspendedUntil
      silencedUntil
    }
    viewerCan {
      join
      submitToIdeaBox
      manage
      moderate
    }
  }
`);

/** Whether a member may write nothing here for now: the server says why. */
export const isSanctioned = (membership: CompanyContextFragment['viewerMembership']): boolean =>
  [membership?.suspendedUntil, membership?.silencedUntil].some((until) => until && new Date(until) > new Date());

const Context = createContext<CompanyContextFragment | null>(null);

/** Everything under `/<slug>` stands inside: the layout route has read the company. */
export const CompanyProvider = ({ company, children }: { company: CompanyContextFragment; children: ReactNode }) => (
  <Context.Provider value={company}>{children}</Context.Provider>
);

/** The company of the page, for pages under `/<slug>`. */
export function useCompany(): CompanyContextFragment {
  const company = useContext(Context);
  if (!company) throw new Error('useCompany() outside of a company page');
  return company;
}
