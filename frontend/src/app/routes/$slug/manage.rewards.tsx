import { createFileRoute } from '@tanstack/react-router';
import { lazy } from 'react';
import { RequireSignIn } from '@/components/RequireSignIn';
import { ManageRewardsPage } from '@/features/manage-rewards/ManageRewardsPage';
import type { ManageRewardsPart } from '@/features/manage-rewards/manage-rewards-search';
import { unread } from '@/lib/search';

export const Route = createFileRoute('/$slug/manage/rewards')({
  validateSearch: unread<{ part?: ManageRewardsPart } & Record<string, unknown>>,
  component: Page,
});

/** One line for each part. */
const PARTS = {
  fairplay: lazy(() => import('@/features/fair-play/FairPlayPart').then((file) => ({ default: file.FairPlayPart }))),
  prizes: lazy(() => import('@/features/prizes/manage/PrizesPart').then((file) => ({ default: file.PrizesPart }))),
  badges: lazy(() => import('@/features/honours/ManageBadges').then((file) => ({ default: file.ManageBadges }))),
  points: lazy(() => import('@/features/points/ManagePoints').then((file) => ({ default: file.ManagePoints }))),
  thanks: lazy(() => import('@/features/gifts/ThanksPart').then((file) => ({ default: file.ThanksPart }))),
  queue: lazy(() => import('@/features/catalogue/manage/QueuePart').then((file) => ({ default: file.QueuePart }))),
  catalogue: lazy(() =>
    import('@/features/catalogue/manage/CatalogueDesk').then((file) => ({ default: file.CatalogueDesk })),
  ),
};

function Page() {
  const navigate = Route.useNavigate();
  return (
    <RequireSignIn>
      <ManageRewardsPage
        search={Route.useSearch()}
        onSearch={(search) => void navigate({ search, replace: true, resetScroll: false })}
        parts={PARTS}
      />
    </RequireSignIn>
  );
}
