import { useLingui } from '@lingui/react/macro';
import { useQuery } from 'urql';
import { Avatar } from '@/components/Avatar';
import { EmptyState } from '@/components/EmptyState';
import { ErrorState } from '@/components/ErrorState';
import { NotFound } from '@/components/NotFound';
import { PageTitle } from '@/components/PageTitle';
import { Skeletons } from '@/components/Skeletons';
import { graphql } from '@/gql';

const Person = graphql(`
  query Person($id: ID!) {
    user(id: $id) {
      ...PersonName
      bio
    }
  }
`);

/** What anybody may know of a member. */
export function PersonPage({ userId }: { userId: string }) {
  const { t } = useLingui();
  const [{ data, error }, retry] = useQuery({ query: Person, variables: { id: userId } });
  if (error && !data) return <ErrorState error={error} retry={retry} />;
  if (!data) return <Skeletons rows={2} />;
  const { user } = data;
  if (!user) return <NotFound />;
  if (user.erased)
    return (
      <>
        <PageTitle>{t`Former member`}</PageTitle>
        <EmptyState title={t`This person has left`}>{t`Their ideas and comments stay.`}</EmptyState>
      </>
    );
  return (
    <div className="narrow">
      <Avatar name={user.displayName} url={user.avatarUrl} size={96} />
      <PageTitle>{user.displayName}</PageTitle>
      {user.bio && <p style={{ whiteSpace: 'pre-line' }}>{user.bio}</p>}
    </div>
  );
}
