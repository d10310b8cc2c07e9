import { Trans } from '@lingui/react/macro';
import { Link, useNavigate } from '@tanstack/react-router';
import { Avatar } from '@/components/Avatar';
import { useSafeLeaving } from '@/features/accounts/safe-leaving';
import { graphql } from '@/gql';
import { leave, type Viewer } from '@/lib/session';
import { sendUnsent } from '@/lib/unsent';
import { useAction } from '@/lib/use-action';

const SignOut = graphql(`
  mutation SignOut {
    signOut {
      ok
    }
  }
`);

/** Where the signed-in can go, and the way out. */
export function AccountItems({ viewer }: { viewer: Viewer }) {
  const navigate = useNavigate();
  const signOut = useAction(SignOut);
  const leaveNow = async () => {
    await sendUnsent();
    if (!(await signOut.run({}))) return;
    leave();
    await navigate({ to: '/' });
  };
  const leaving = useSafeLeaving(leaveNow);
  return (
    <>
      <Link to="/me">
        <Trans>Profile and my ideas</Trans>
      </Link>
      <Link to="/me" search={{ tab: 'rewards' }}>
        <Trans>My rewards</Trans>
      </Link>
      {viewer.memberships.map(({ id, company }) => (
        <Link key={id} to="/$slug" params={{ slug: company.slug }}>
          <Avatar name={company.name} url={company.logoUrl} square size={24} />
          {company.name}
        </Link>
      ))}
      <Link to="/companies/new">
        <Trans>Create a company</Trans>
      </Link>
      <hr />
      <button type="button" onClick={leaving.begin}>
        <Trans>Sign out</Trans>
      </button>
      {leaving.question}
    </>
  );
}
