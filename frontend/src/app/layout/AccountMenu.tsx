import { Trans, useLingui } from '@lingui/react/macro';
import { lazy } from 'react';
import { Avatar } from '@/components/Avatar';
import { ButtonLink } from '@/components/ButtonLink';
import { useSession } from '@/lib/session';
import { Menu } from './Menu';

const AccountItems = lazy(() => import('./AccountItems').then((file) => ({ default: file.AccountItems })));

/** Who is signed in, their companies, and the way out; or the way in. */
export function AccountMenu() {
  const { t } = useLingui();
  const { status, viewer } = useSession();
  // neither menu nor button while it is not known who is here: nothing jumps
  if (status === 'unknown') return <span style={{ width: 44 }} />;
  if (!viewer)
    return (
      <ButtonLink to="/sign-in" size="sm">
        <Trans>Sign in</Trans>
      </ButtonLink>
    );
  return (
    <Menu
      label={<Avatar name={viewer.displayName} url={viewer.avatarUrl} size={36} />}
      name={t`Account of ${viewer.displayName}`}
    >
      <AccountItems viewer={viewer} />
    </Menu>
  );
}
