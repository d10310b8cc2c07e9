import { Trans, useLingui } from '@lingui/react/macro';
import { IconHome, IconMessageCheck, IconShieldCheck, IconUser, IconUserPlus } from '@tabler/icons-react';
import { Link, Outlet, useParams, useRouterState } from '@tanstack/react-router';
import { type ComponentType, lazy, type ReactNode, Suspense, useEffect } from 'react';
import { offline } from '@/lib/offline';
import { useSession } from '@/lib/session';
import { useStore } from '@/lib/store';
import { AccountMenu } from './AccountMenu';
import { LanguageMenu } from './LanguageMenu';
import classes from './Layout.module.css';
import { Logo } from './Logo';
import { ThemeToggle } from './ThemeToggle';

/** Fetched as long as there is a connection; where it could not be, the page goes on without it. */
const fetchNotice = (): Promise<{ default: ComponentType<{ since: number | null }> }> =>
  import('./OfflineNotice').then(
    ({ OfflineNotice: Notice }) => ({ default: Notice }),
    () => ({ default: () => null }),
  );
const OfflineNotice = lazy(fetchNotice);
/** For members: visitors need none of its script. */
const Bell = lazy(() => import('./Bell').then((file) => ({ default: file.Bell })));

const STAFF = ['MODERATOR', 'MANAGER', 'OWNER'];

/** The company that staff links lead to: the one on screen, else the first they work for. */
function useStaffCompany(): { slug: string; manages: boolean } | null {
  const { viewer } = useSession();
  const { slug } = useParams({ strict: false });
  const staffed = viewer?.memberships.filter(({ role }) => STAFF.includes(role)) ?? [];
  const membership = staffed.find(({ company }) => company.slug === slug) ?? staffed[0];
  return membership ? { slug: membership.company.slug, manages: membership.role !== 'MODERATOR' } : null;
}

/** The ways that are always there, in the header and on the bar at the bottom of phones. */
function MainLinks() {
  const { status } = useSession();
  const staff = useStaffCompany();
  const words = (icon: ReactNode, text: ReactNode) => (
    <>
      {icon}
      <span>{text}</span>
    </>
  );
  return (
    <>
      <Link to="/" activeOptions={{ exact: true }}>
        {words(<IconHome size={20} aria-hidden />, <Trans>Home</Trans>)}
      </Link>
      {staff && (
        <Link to="/$slug/review" params={{ slug: staff.slug }}>
          {words(<IconShieldCheck size={20} aria-hidden />, <Trans>Review</Trans>)}
        </Link>
      )}
      {staff?.manages && (
        <Link to="/$slug/manage/answers" params={{ slug: staff.slug }}>
          {words(<IconMessageCheck size={20} aria-hidden />, <Trans>Answers</Trans>)}
        </Link>
      )}
      {status === 'in' && <Link to="/me">{words(<IconUser size={20} aria-hidden />, <Trans>My ideas</Trans>)}</Link>}
      {status === 'out' && (
        <Link to="/sign-up">{words(<IconUserPlus size={20} aria-hidden />, <Trans>Sign up</Trans>)}</Link>
      )}
    </>
  );
}

/** Header, page, and on phones a bar of tabs. */
export function Layout() {
  const { t } = useLingui();
  const { status } = useSession();
  const moving = useRouterState({ select: ({ isLoading }) => isLoading });
  const away = useStore(offline);
  useEffect(() => void fetchNotice(), []);
  return (
    <>
      <a href="#main" className={classes.skip}>
        <Trans>Skip to the content</Trans>
      </a>
      <div className={classes.progress} data-moving={moving || undefined} aria-hidden />
      <header className={classes.header}>
        <div className={classes.inner}>
          <Link to="/" className={classes.brand} aria-label={t`Cocrea, home`}>
            <Logo />
            <span>Cocrea</span>
          </Link>
          <nav className={classes.nav} aria-label={t`Main`}>
            <MainLinks />
          </nav>
          <div className={classes.tools}>
            <LanguageMenu />
            <ThemeToggle />
            {status === 'in' && (
              <Suspense fallback={<span className={classes.bell} />}>
                <Bell />
              </Suspense>
            )}
            <AccountMenu />
          </div>
        </div>
        {away && (
          <Suspense>
            <OfflineNotice since={away.since} />
          </Suspense>
        )}
      </header>
      <main id="main" tabIndex={-1} className={classes.main}>
        <Outlet />
      </main>
      <nav className={classes.tabs} aria-label={t`Main`}>
        <MainLinks />
      </nav>
    </>
  );
}
