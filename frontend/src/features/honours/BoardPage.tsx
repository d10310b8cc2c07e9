import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useQuery } from 'urql';
import { Button } from '@/components/Button';
import { EmptyState } from '@/components/EmptyState';
import { ErrorState } from '@/components/ErrorState';
import { PersonName } from '@/components/PersonName';
import { Skeletons } from '@/components/Skeletons';
import { graphql } from '@/gql';
import type { BoardEntryFragment, LeaderboardPageQueryVariables } from '@/gql/graphql';
import { useCompany } from '@/lib/company';
import { useFormat } from '@/lib/format';
import classes from './Honours.module.css';
import { OptOut } from './OptOut';

graphql(`
  fragment BoardEntry on LeaderboardEntry {
    rank
    points
    isViewer
    level {
      name
    }
    user {
      ...PersonName
    }
  }
`);

const LeaderboardPage = graphql(`
  query LeaderboardPage(
    $companyId: ID!
    $period: LeaderboardPeriod
    $month: String
    $challengeId: ID
    $after: String
    $first: Int
    $next: Boolean!
  ) {
    leaderboard(
      companyId: $companyId
      period: $period
      month: $month
      challengeId: $challengeId
      first: $first
      after: $after
    ) {
      viewerOptedOut
      around @skip(if: $next) {
        ...BoardEntry
      }
      edges {
        node {
          ...BoardEntry
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

const FIRST = 25;

interface Props {
  month?: string;
  challengeId?: string;
}

/** A leaderboard. */
export function BoardPage({ month, challengeId }: Props) {
  const { t } = useLingui();
  const { id: companyId, viewerMembership } = useCompany();
  const [pages, setPages] = useState<(string | null)[]>([null]);
  const period = month ? 'MONTH' : 'ALL';
  const board = { companyId, period, month, challengeId, first: FIRST } as const;
  const [{ data, error }, retry] = useQuery({
    query: LeaderboardPage,
    variables: { ...board, after: null, next: false },
  });
  if (error && !data) return <ErrorState error={error} retry={retry} />;
  if (!data) return <Skeletons rows={8} height={48} />;
  const { around, edges, viewerOptedOut } = data.leaderboard;
  const inView = edges.some(({ node }) => node.isViewer);
  return (
    <>
      {edges.length === 0 && (
        <EmptyState title={t`Nobody has earned anything here yet`}>
          <Trans>It fills as ideas are shared, supported and made real.</Trans>
        </EmptyState>
      )}
      {around && around.length > 0 && !inView && (
        <section className="section" aria-label={t`Your place`}>
          <h2>
            <Trans>Your place</Trans>
          </h2>
          <Entries label={t`Your place`} entries={around} />
        </section>
      )}
      {edges.length > 0 && (
        <div className={classes.board}>
          {pages.map((after, at) => (
            <Rows
              key={after}
              variables={{ ...board, after, next: after !== null }}
              onMore={at === pages.length - 1 ? (cursor) => setPages([...pages, cursor]) : undefined}
            />
          ))}
        </div>
      )}
      {viewerMembership?.role === 'CUSTOMER' && <OptOut companyId={companyId} optedOut={viewerOptedOut} />}
    </>
  );
}

interface RowsProps {
  variables: LeaderboardPageQueryVariables;
  /** Of the last page: what is to be read next. */
  onMore?: (cursor: string) => void;
}

/** One page of it. */
function Rows({ variables, onMore }: RowsProps) {
  const { t } = useLingui();
  const [{ data, error }, retry] = useQuery({ query: LeaderboardPage, variables });
  if (error && !data) return <ErrorState error={error} retry={retry} />;
  if (!data) return <Skeletons rows={4} height={48} />;
  const { edges, pageInfo } = data.leaderboard;
  const { hasNextPage, endCursor } = pageInfo;
  return (
    <>
      <Entries label={t`Leaderboard`} entries={edges.map(({ node }) => node)} />
      {onMore && hasNextPage && endCursor && (
        <p>
          <Button variant="default" fullWidth onClick={() => onMore(endCursor)}>
            <Trans>Show more</Trans>
          </Button>
        </p>
      )}
    </>
  );
}

function Entries({ label, entries }: { label: string; entries: BoardEntryFragment[] }) {
  const { t } = useLingui();
  const format = useFormat();
  return (
    <table className={classes.table}>
      <caption className="hidden">{label}</caption>
      <thead className="hidden">
        <tr>
          <th>{t`Place`}</th>
          <th>{t`Member`}</th>
          <th>{t`Points`}</th>
        </tr>
      </thead>
      <tbody>
        {entries.map(({ rank, points, isViewer, level, user }) => (
          <tr key={user.id} data-own={isViewer || undefined}>
            <td className={classes.rank}>{format.number(rank)}</td>
            <td>
              <PersonName user={user} linked />
              <span className={classes.small}>
                {level.name}
                {isViewer && (
                  <>
                    {' · '}
                    <strong>
                      <Trans>you</Trans>
                    </strong>
                  </>
                )}
              </span>
            </td>
            <td className={classes.points}>{format.number(points)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
