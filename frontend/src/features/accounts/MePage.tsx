import { useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { PageTitle } from '@/components/PageTitle';
import tabs from '@/components/Tabs.module.css';
import { useViewer } from '@/lib/session';
import { useCurrentInView } from '@/lib/use-current-in-view';
import { AccountSettings } from './AccountSettings';
import { Appearance } from './Appearance';
import { type Part, PARTS, type Tab, TABS } from './me-tabs';
import { ProfileForm } from './ProfileForm';

interface Props {
  tab: Tab;
  /** Of the settings. */
  part: Part;
  /** What a tab shows: other features' lists. */
  children: ReactNode;
  /** What the viewer wants to hear of: another feature's. */
  notificationSettings: ReactNode;
}

/** What can be set, in three parts. */
function Settings({ part, notificationSettings }: Pick<Props, 'part' | 'notificationSettings'>) {
  const { t } = useLingui();
  const viewer = useViewer();
  if (!viewer) return null;
  const names = { profile: t`Profile`, notifications: t`Notifications`, account: t`Account` };
  return (
    <>
      <nav className={tabs.parts} aria-label={t`Settings`}>
        {PARTS.map((name) => (
          <Link
            key={name}
            to="/me"
            search={{ tab: 'settings', part: name }}
            aria-current={part === name ? 'page' : undefined}
          >
            {names[name]}
          </Link>
        ))}
      </nav>
      {part === 'profile' && (
        <div className="stack">
          <ProfileForm viewer={viewer} />
          <Appearance />
        </div>
      )}
      {part === 'notifications' && notificationSettings}
      {part === 'account' && <AccountSettings viewer={viewer} />}
    </>
  );
}

/** Everything of one's own: ideas, votes, what one follows and hears, settings. */
export function MePage({ tab, part, children, notificationSettings }: Props) {
  const { t } = useLingui();
  const viewer = useViewer();
  const nav = useCurrentInView(tab);
  if (!viewer) return null;
  const names: Record<Tab, string> = {
    ideas: t`My ideas`,
    votes: t`Votes`,
    following: t`Following`,
    drafts: t`Drafts`,
    rewards: t`Rewards`,
    standing: t`Standing`,
    notifications: t`Notifications`,
    settings: t`Settings`,
  };
  return (
    <>
      <PageTitle tab={names[tab]}>{viewer.displayName}</PageTitle>
      <nav ref={nav} className={tabs.tabs} aria-label={t`My pages`}>
        {TABS.map((name) => (
          <Link key={name} to="/me" search={{ tab: name }} aria-current={tab === name ? 'page' : undefined}>
            {names[name]}
          </Link>
        ))}
      </nav>
      {tab === 'settings' ? <Settings {...{ part, notificationSettings }} /> : children}
    </>
  );
}
