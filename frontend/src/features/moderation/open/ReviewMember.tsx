import { Trans } from '@lingui/react/macro';
import { useQuery } from 'urql';
import { ReviewThis, useModerates } from '@/components/ReviewThis';
import { graphql } from '@/gql';
import classes from './Open.module.css';

const MemberToReview = graphql(`
  query MemberToReview($id: ID!) {
    user(id: $id) {
      id
      companies {
        id
        slug
        name
      }
    }
  }
`);

/** On a member's page, for moderators of a company that they take part in: their review there. */
export function ReviewMember({ userId }: { userId: string }) {
  const moderates = useModerates();
  const [{ data }] = useQuery({ query: MemberToReview, variables: { id: userId }, requestPolicy: 'cache-first' });
  const companies = data?.user?.companies.filter(({ id }) => moderates(id)) ?? [];
  if (companies.length === 0) return null;
  return (
    <p className="row">
      {companies.map(({ id, slug, name }) => (
        <ReviewThis
          key={id}
          item={{ userId, companyId: id }}
          company={{ id, slug }}
          authorId={userId}
          className={classes.open}
        >
          <Trans>Review as a moderator of {name}</Trans>
        </ReviewThis>
      ))}
    </p>
  );
}
