import { Trans } from '@lingui/react/macro';
import { useQuery } from 'urql';
import { useModerates } from '@/components/ReviewThis';
import { graphql } from '@/gql';
import { ThankButton } from './ThankButton';

const MemberToThank = graphql(`
  query MemberToThank($id: ID!) {
    user(id: $id) {
      ...PersonName
      companies {
        id
        name
      }
    }
  }
`);

/** On a member's page, for moderators of a company that they take part in: thanks them there. */
export function ThankMember({ userId }: { userId: string }) {
  const moderates = useModerates();
  const [{ data }] = useQuery({ query: MemberToThank, variables: { id: userId }, requestPolicy: 'cache-first' });
  const { user } = data ?? {};
  const companies = user?.companies.filter(({ id }) => moderates(id)) ?? [];
  if (!user || companies.length === 0) return null;
  return companies.map((company) => (
    <p key={company.id} className="row">
      <ThankButton user={user} company={company} />
      {companies.length > 1 && (
        <span className="dimmed">
          <Trans>for {company.name}</Trans>
        </span>
      )}
    </p>
  ));
}
