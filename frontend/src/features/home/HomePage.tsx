import { Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from 'urql';
import { ButtonLink } from '@/components/ButtonLink';
import { ChallengeCard } from '@/components/ChallengeCard';
import { EmptyState } from '@/components/EmptyState';
import { ErrorState } from '@/components/ErrorState';
import { PageTitle } from '@/components/PageTitle';
import { Skeletons } from '@/components/Skeletons';
import { graphql } from '@/gql';
import type { CompanyCardFragment } from '@/gql/graphql';
import { useSession } from '@/lib/session';
import { CompanyCard } from './CompanyCard';
import { Trending } from './Trending';

const Home = graphql(`
  query Home {
    challenges(list: OPEN, first: 6) {
      edges {
        node {
          ...ChallengeCard
        }
      }
    }
    companies(first: 24) {
      edges {
        node {
          ...CompanyCard
        }
      }
    }
  }
`);

/** How many companies' trending ideas the home page shows. */
const TRENDING_OF = 3;

/** The front door: what is asked now, what moves, and who is here. */
export function HomePage() {
  const { t } = useLingui();
  const { status } = useSession();
  const [{ data, error }, retry] = useQuery({ query: Home });
  const challenges = data?.challenges.edges.map(({ node }) => node) ?? [];
  const companies = data?.companies.edges.map(({ node }) => node) ?? [];
  // one's own communities come first, then the liveliest
  const weight = ({ viewerMembership, memberCount }: CompanyCardFragment) => (viewerMembership ? 1e9 : 0) + memberCount;
  const ordered = companies.toSorted((a, b) => weight(b) - weight(a));
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
      {error && !data && <ErrorState error={error} retry={retry} />}
      {!data && !error && <Skeletons rows={1} height={320} />}
      {data && challenges.length === 0 && <EmptyState title={t`No challenge is open just now`} />}
      <ul className="cards">
        {challenges.map((challenge) => (
          <li key={challenge.id}>
            <ChallengeCard challenge={challenge} withCompany level={2} />
          </li>
        ))}
      </ul>
      {ordered.slice(0, TRENDING_OF).map((company) => (
        <Trending key={company.id} company={company} />
      ))}
      {companies.length > 0 && (
        <section className="section">
          <h2>
            <Trans>Companies</Trans>
          </h2>
          <ul className="cards">
            {ordered.map((company) => (
              <li key={company.id}>
                <CompanyCard company={company} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
