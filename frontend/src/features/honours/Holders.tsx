import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useQuery } from 'urql';
import { Button } from '@/components/Button';
import { ErrorState } from '@/components/ErrorState';
import { PersonName } from '@/components/PersonName';
import { Skeletons } from '@/components/Skeletons';
import { graphql } from '@/gql';
import { useFormat } from '@/lib/format';
import { GiveBadge } from './GiveBadge';
import classes from './Honours.module.css';
import { TakeBack } from './TakeBack';

const BadgeHolders = graphql(`
  query BadgeHolders($badgeId: ID!, $after: String) {
    badgeHolders(badgeId: $badgeId, first: 20, after: $after) {
      edges {
        node {
          id
          earnedAt
          byHand
          user {
            ...PersonName
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

interface Props {
  badgeId: string;
  name: string;
  /** By hand, and in use. */
  mayGive: boolean;
}

/** Who has a badge; and where it is given by hand. */
export function Holders({ badgeId, name, mayGive }: Props) {
  const { t } = useLingui();
  const [pages, setPages] = useState<(string | null)[]>([null]);
  return (
    <div className={classes.holders} role="group" aria-label={t`Who has “${name}”`}>
      {mayGive && <GiveBadge badgeId={badgeId} name={name} />}
      {pages.map((after, at) => (
        <Page
          key={after}
          badgeId={badgeId}
          name={name}
          after={after}
          onMore={at === pages.length - 1 ? (cursor) => setPages([...pages, cursor]) : undefined}
        />
      ))}
    </div>
  );
}

interface PageProps extends Omit<Props, 'mayGive'> {
  after: string | null;
  onMore?: (cursor: string) => void;
}

function Page({ badgeId, name, after, onMore }: PageProps) {
  const format = useFormat();
  const [{ data, error }, retry] = useQuery({ query: BadgeHolders, variables: { badgeId, after } });
  if (error && !data) return <ErrorState error={error} retry={retry} />;
  if (!data) return <Skeletons rows={2} height={48} />;
  const { edges, pageInfo } = data.badgeHolders;
  const { hasNextPage, endCursor } = pageInfo;
  if (edges.length === 0 && after === null)
    return (
      <p className="dimmed">
        <Trans>Nobody has it yet.</Trans>
      </p>
    );
  return (
    <>
      <ul className="plain">
        {edges.map(({ node: { id, earnedAt, byHand, user } }) => (
          <li key={id}>
            {user && <PersonName user={user} linked />}
            <span className="dimmed">
              {byHand ? <Trans>given on {format.date(earnedAt)}</Trans> : <Trans>since {format.date(earnedAt)}</Trans>}
            </span>
            {byHand && user && <TakeBack holdingId={id} badge={name} person={user.displayName} />}
          </li>
        ))}
      </ul>
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
