import { Trans, useLingui } from '@lingui/react/macro';
import { ButtonLink } from '@/components/ButtonLink';
import { ChallengeCard } from '@/components/ChallengeCard';
import { EmptyState } from '@/components/EmptyState';
import { ErrorState } from '@/components/ErrorState';
import { LoadMore } from '@/components/LoadMore';
import { PageTitle } from '@/components/PageTitle';
import { Skeletons } from '@/components/Skeletons';
import { graphql } from '@/gql';
import type { CompanyCardFragment } from '@/gql/graphql';
import { useSession } from '@/lib/session';
import { usePages } from '@/lib/use-pages';
import { CompanyCard } from './CompanyCard';
import { Trending } from './Trending';

const OpenChallenges = graphql(`
  query OpenChallenges($after: String) {
    challenges(list: OPEN, first: 6, after: $after) {
      edges {
        node {
          ...ChallengeCard
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

const HomeCompanies = graphql(`
  query HomeCompanies($first: Int!, $after: String) {
    companies(first: $first, after: $after) {
      edges {
        node {
          ...CompanyCard
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

const COMPANIES = 24;

/** How many companies' trending ideas the home page shows. */
const TRENDING_OF = 3;

/** One's own communities first, then the liveliest; what “Show more” brings stays below what was there. */
function ordered(companies: CompanyCardFragment[]): CompanyCardFragment[] {
  const weight = ({ viewerMembership, memberCount }: CompanyCardFragment) => (viewerMembership ? 1e9 : 0) + memberCount;
  const page = new Map(companies.map((company, index) => [company, Math.floor(index / COMPANIES)]));
  return companies.toSorted((a, b) => page.get(a)! - page.get(b)! || weight(b) - weight(a));
}

/** The front door: what is asked now, what moves, and who is here. */
export function HomePage() {
  const { t } = useLingui();
  const { status } = useSession();
  const asked = usePages(OpenChallenges, {}, ({ challenges }) => challenges);
  const communities = usePages(HomeCompanies, { first: COMPANIES }, ({ companies }) => companies);
  const companies = ordered(communities.nodes);
  const error = asked.error ?? communities.error;
  const retry = () => {
    asked.retry();
    communities.retry();
  };
  return (
    <>
      <PageTitle
        tab=""
        lead={t`Companies ask, you propose, everybody votes. The best ideas get made, and you see it happen.`}
        actions={
          status === 'out' && (
            <ButtonLink to="/sign-up" size="md">
              <Trans>Take part</Trans>
            </ButtonLink>
          )
        }
      >
        {t`Open challenges`}
      </PageTitle>
      {error && <ErrorState error={error} retry={retry} />}
      {asked.loading && <Skeletons rows={1} height={320} />}
      {!asked.loading && !asked.error && asked.nodes.length === 0 && (
        <EmptyState title={t`No challenge is open just now`} />
      )}
      <ul className="cards">
        {asked.nodes.map((challenge) => (
          <li key={challenge.id}>
            <ChallengeCard challenge={challenge} withCompany level={2} />
          </li>
        ))}
      </ul>
      <LoadMore {...asked} />
      {companies.slice(0, TRENDING_OF).map((company) => (
        <Trending key={company.id} company={company} />
      ))}
      {companies.length > 0 && (
        <section className="section">
          <h2>
            <Trans>Companies</Trans>
          </h2>
          <ul className="cards">
            {companies.map((company) => (
              <li key={company.id}>
                <CompanyCard company={company} />
              </li>
            ))}
          </ul>
          <LoadMore {...communities} />
        </section>
      )}
    </>
  );
}
