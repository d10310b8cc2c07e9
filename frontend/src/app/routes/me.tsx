import { createFileRoute } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { RequireSignIn } from '@/components/RequireSignIn';
import { Skeletons } from '@/components/Skeletons';
import { MePage } from '@/features/accounts/MePage';
import { type Part, PARTS, type Tab, TABS } from '@/features/accounts/me-tabs';
import { MyDrafts } from '@/features/ideas/personal/MyDrafts';
import { MyFollowing } from '@/features/ideas/personal/MyFollowing';
import { MyIdeas } from '@/features/ideas/personal/MyIdeas';
import { MyVotes } from '@/features/ideas/personal/MyVotes';
import { type PersonalSearch, readPersonalSearch } from '@/features/ideas/personal/personal-search';
import { YourLoop } from '@/features/ideas/personal/YourLoop';
import { Notifications } from '@/features/notifications/Notifications';
import { NotificationSettings } from '@/features/notifications/NotificationSettings';
import type { MyPart } from '@/features/rewards/rewards-search';
import { choiceParam, unread } from '@/lib/search';
import { useRead } from '@/lib/use-read';
import { useViewer } from '@/lib/session';

const Standing = lazy(() =>
  import('@/features/redress/standing/Standing').then((file) => ({ default: file.Standing })),
);
const MyRewards = lazy(() => import('@/features/rewards/MyRewards').then((file) => ({ default: file.MyRewards })));

/** One line for each part of one's rewards. */
const REWARDS = {
  prizes: lazy(() => import('@/features/prizes/MyPrizesPart').then((file) => ({ default: file.MyPrizesPart }))),
  badges: lazy(() => import('@/features/honours/BadgesPart').then((file) => ({ default: file.MyBadges }))),
  points: lazy(() => import('@/features/points/Wallet').then((file) => ({ default: file.Wallet }))),
  notes: lazy(() => import('@/features/gifts/NotesPart').then((file) => ({ default: file.NotesPart }))),
  redemptions: lazy(() =>
    import('@/features/catalogue/MyRedemptionsPart').then((file) => ({ default: file.MyRedemptionsPart })),
  ),
};

interface Read extends PersonalSearch {
  tab?: Tab;
  part?: Part;
  unread?: true;
}
/** What the rewards show is read by themselves. */
type Search = Omit<Read, 'part'> & { part?: Part | MyPart };

const readMeSearch = (search: Record<string, unknown>): Read => ({
  ...readPersonalSearch(search),
  tab: choiceParam(search.tab, TABS),
  part: choiceParam(search.part, PARTS),
  unread: search.unread === true || undefined,
});

export const Route = createFileRoute('/me')({
  validateSearch: unread<Search>,
  component: Page,
});

const LISTS = { ideas: MyIdeas, votes: MyVotes, following: MyFollowing };

/** What a tab shows, the settings aside. */
function Content() {
  const raw = Route.useSearch();
  const { tab = 'ideas', unread: unreadOnly = false, status, company } = useRead(readMeSearch, raw);
  const navigate = Route.useNavigate();
  const viewer = useViewer();
  if (tab === 'settings') return null;
  if (tab === 'drafts') return <MyDrafts />;
  if (tab === 'standing')
    return (
      <Suspense fallback={<Skeletons rows={2} height={180} />}>
        <Standing
          company={company}
          onCompany={(slug) => void navigate({ search: { tab, company: slug }, replace: true })}
        />
      </Suspense>
    );
  if (tab === 'rewards')
    return (
      <Suspense fallback={<Skeletons rows={2} height={180} />}>
        <MyRewards
          search={raw as Record<string, unknown>}
          onSearch={(search) => void navigate({ search: { ...search, tab }, replace: true, resetScroll: false })}
          parts={REWARDS}
        />
      </Suspense>
    );
  if (tab === 'notifications')
    return (
      <Notifications
        unreadOnly={unreadOnly}
        onUnreadOnly={(only) => void navigate({ search: { tab, unread: only || undefined }, replace: true })}
      />
    );
  const List = LISTS[tab];
  return (
    <>
      {viewer && <YourLoop userId={viewer.id} />}
      <List
        key={tab}
        search={{ status, company }}
        onSearch={(search) => void navigate({ search: { tab, ...search }, replace: true })}
      />
    </>
  );
}

function Page() {
  const { tab = 'ideas', part = 'profile' } = useRead(readMeSearch, Route.useSearch());
  const viewer = useViewer();
  return (
    <RequireSignIn>
      <MePage tab={tab} part={part} notificationSettings={viewer && <NotificationSettings viewer={viewer} />}>
        <Content />
      </MePage>
    </RequireSignIn>
  );
}
