import { useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { PageTitle } from '@/components/PageTitle';
import tabs from '@/components/Tabs.module.css';
import { useViewer } from '@/lib/session';
import { AccountSettings } from './AccountSettings';
import { ProfileForm } from './ProfileForm';

interface Props {
  tab: 'ideas' | 'profile' | 'account';
  /** The viewer's ideas: another feature's. */
  ideas: ReactNode;
}

/** Everything of one's own: ideas, profile, account. */
export function MePage({ tab, ideas }: Props) {
  const { t } = useLingui();
  const viewer = useViewer();
  if (!viewer) return null;
  const names = { ideas: t`My ideas`, profile: t`Profile`, account: t`Account` };
  return (
    <>
      <PageTitle tab={names[tab]}>{viewer.displayName}</PageTitle>
      <nav className={tabs.tabs} aria-label={t`My pages`}>
        {(['ideas', 'profile', 'account'] as const).map((name) => (
          <Link key={name} to="/me" search={{ tab: name }} aria-current={tab === name ? 'page' : undefined}>
            {names[name]}
          </Link>
        ))}
      </nav>
      {tab === 'ideas' && ideas}
      {tab === 'profile' && <ProfileForm viewer={viewer} />}
      {tab === 'account' && <AccountSettings viewer={viewer} />}
    </>
  );
}
