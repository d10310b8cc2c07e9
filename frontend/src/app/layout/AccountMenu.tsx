import { Trans, useLingui } from '@lingui/react/macro';
import { Link, useNavigate } from '@tanstack/react-router';
import { Avatar } from '@/components/Avatar';
import { ButtonLink } from '@/components/ButtonLink';
import { graphql } from '@/gql';
import { leave, useSession } from '@/lib/session';
import { dismissAllToasts } from '@/lib/toasts';
import { useAction } from '@/lib/use-action';
import { Menu } from './Menu';

const SignOut = graphql(`
  mutation SignOut {
    signOut {
      ok
    }
  }
`);

/** Who is signed in, their companies, and the way out; or the way in. */
export function AccountMenu() {
  const { t } = useLingui();
  const { status, viewer } = useSession();
  const navigate = useNavigate();
  const signOut = useAction(SignOut);
  // neither menu nor button while it is not known who is here: nothing jumps
  if (status === 'unknown') return <span style={{ width: 44 }} />;
  if (!viewer)
    return (
      <ButtonLink to="/sign-in" size="sm">
        <Trans>Sign in</Trans>
      </ButtonLink>
    );
  const leaveNow = async () => {
    dismissAllToasts();
    if (!(await signOut.run({}))) return;
    leave();
    await navigate({ to: '/' });
  };
  return (
    <Menu
      label={<Avatar name={viewer.displayName} url={viewer.avatarUrl} size={36} />}
      name={t`Account of ${viewer.displayName}`}
    >
      <Link to="/me">
        <Trans>Profile and my ideas</Trans>
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
      <button type="button" onClick={() => void leaveNow()}>
        <Trans>Sign out</Trans>
      </button>
    </Menu>
  );
}
