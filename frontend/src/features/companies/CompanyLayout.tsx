import type { ReactNode } from 'react';
import { useQuery } from 'urql';
import { CompanyBar } from '@/components/CompanyBar';
import { ErrorState } from '@/components/ErrorState';
import { NotFound } from '@/components/NotFound';
import { Skeletons } from '@/components/Skeletons';
import { graphql } from '@/gql';
import { CompanyProvider, isSanctioned } from '@/lib/company';
import { brandStyle } from '@/lib/color';

const CompanyBySlug = graphql(`
  query CompanyBySlug($slug: String!) {
    company(slug: $slug) {
      ...CompanyContext
    }
  }
`);

interface Props {
  slug: string;
  /** To who may not do here what other members may: another feature's. */
  sanction: ReactNode;
  children: ReactNode;
}

/** Around every page of a company: reads it once, and hands it down by `useCompany`. */
export function CompanyLayout({ slug, sanction, children }: Props) {
  const [{ data, error }, retry] = useQuery({ query: CompanyBySlug, variables: { slug } });
  if (data?.company)
    return (
      <CompanyProvider company={data.company}>
        <div className="brand" style={brandStyle(data.company.brand)}>
          <CompanyBar {...data.company} />
          {isSanctioned(data.company.viewerMembership) && sanction}
          {children}
        </div>
      </CompanyProvider>
    );
  if (error) return <ErrorState error={error} retry={retry} />;
  return data ? <NotFound /> : <Skeletons />;
}
