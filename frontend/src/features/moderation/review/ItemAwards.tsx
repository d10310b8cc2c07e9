import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from 'urql';
import { PersonName } from '@/components/PersonName';
import { graphql } from '@/gql';
import type { HeldItemFragment, PersonNameFragment } from '@/gql/graphql';
import classes from './Review.module.css';

const EarnedByItem = graphql(`
  query EarnedByItem($ideaId: ID, $commentId: ID) {
    itemAwards(ideaId: $ideaId, commentId: $commentId, first: 100) {
      standingPoints
      edges {
        node {
          id
          points
          standing
          user {
            ...PersonName
          }
        }
      }
    }
  }
`);

/** What an idea or a comment has earned, and whom: what a decision against it takes back. */
export function ItemAwards({ item: { idea, comment } }: { item: HeldItemFragment }) {
  const { t } = useLingui();
  const variables = { ideaId: idea?.id, commentId: comment?.id };
  const [{ data }] = useQuery({ query: EarnedByItem, variables });
  const points = data?.itemAwards.standingPoints ?? 0;
  if (points === 0) return null;
  const people = new Map<string, { user: PersonNameFragment; sum: number }>();
  for (const { node } of data!.itemAwards.edges)
    if (node.standing && node.points > 0 && node.user) {
      const { user } = node;
      people.set(user.id, { user, sum: (people.get(user.id)?.sum ?? 0) + node.points });
    }
  return (
    <aside className={classes.context} aria-label={t`What it has earned`}>
      <p>
        <Plural value={points} one="It has earned # point." other="It has earned # points." />{' '}
        <Trans>
          Hidden, removed or merged, it earns nothing: they are taken back, and come back if that is undone.
        </Trans>
      </p>
      <ul>
        {[...people.values()].map(({ user, sum }) => (
          <li key={user.id}>
            <PersonName user={user} />: <Plural value={sum} one="# point" other="# points" />
          </li>
        ))}
      </ul>
    </aside>
  );
}
