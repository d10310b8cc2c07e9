import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { useQuery } from 'urql';
import { ChallengeCard } from '@/components/ChallengeCard';
import { EmptyState } from '@/components/EmptyState';
import { ErrorState } from '@/components/ErrorState';
import { LoadMore } from '@/components/LoadMore';
import { Skeletons } from '@/components/Skeletons';
import tabs from '@/components/Tabs.module.css';
import { graphql } from '@/gql';
import type { ChallengeCountsOfQuery } from '@/gql/graphql';
import { useCompany } from '@/lib/company';
import { useFormat } from '@/lib/format';
import { usePages } from '@/lib/use-pages';

const ChallengeCountsOf = graphql(`
  query ChallengeCountsOf($companyId: ID!) {
    challengeCounts(companyId: $companyId) {
      open
      upcoming
      past
      mine
    }
  }
`);

const CompanyChallengesQuery = graphql(`
  query CompanyChallenges($companyId: ID!, $list: ChallengeList!, $after: String) {
    challenges(companyId: $companyId, list: $list, first: 12, after: $after) {
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

export type ListName = 'open' | 'upcoming' | 'past' | 'mine';
type Counts = ChallengeCountsOfQuery['challengeCounts'] | undefined;

function ListTabs({ list, counts }: { list: ListName; counts: Counts }) {
  const { t } = useLingui();
  const format = useFormat();
  const { slug, viewerMembership } = useCompany();
  const names = { open: t`Open`, upcoming: t`Coming`, past: t`Past`, mine: t`Mine` };
  const shown = (['open', 'upcoming', 'past', 'mine'] as const).filter((name) => name !== 'mine' || viewerMembership);
  return (
    <nav className={tabs.tabs} aria-label={t`Challenges`}>
      {shown.map((name) => (
        <Link
          key={name}
          to="/$slug"
          params={{ slug }}
          search={{ list: name === 'open' ? undefined : name }}
          resetScroll={false}
          aria-current={name === list ? 'page' : undefined}
        >
          {names[name]} {counts && <span>({format.number(counts[name])})</span>}
        </Link>
      ))}
    </nav>
  );
}

/** What the company asks, asked, and is going to ask. */
export function CompanyChallenges({ list }: { list: ListName }) {
  const { t } = useLingui();
  const { id: companyId } = useCompany();
  const [{ data }] = useQuery({ query: ChallengeCountsOf, variables: { companyId } });
  const variables = { companyId, list: list.toUpperCase() as Uppercase<ListName> };
  const pages = usePages(CompanyChallengesQuery, variables, ({ challenges }) => challenges);
  const empty = {
    open: t`No challenge is open just now`,
    upcoming: t`No challenge is announced yet`,
    past: t`No challenge has ended yet`,
    mine: t`You have not taken part in a challenge yet`,
  };
  return (
    <section>
      <h2>
        <Trans>Challenges</Trans>
      </h2>
      <ListTabs list={list} counts={data?.challengeCounts} />
      {pages.error && <ErrorState error={pages.error} retry={pages.retry} />}
      {pages.loading && <Skeletons rows={1} height={280} />}
      {!pages.loading && !pages.error && pages.nodes.length === 0 && <EmptyState title={empty[list]} />}
      <ul className="cards" aria-busy={pages.stale}>
        {pages.nodes.map((challenge) => (
          <li key={challenge.id}>
            <ChallengeCard challenge={challenge} />
          </li>
        ))}
      </ul>
      <LoadMore {...pages} />
    </section>
  );
}
