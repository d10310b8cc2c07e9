import { createFileRoute } from '@tanstack/react-router';
import { lazy } from 'react';
import { RewardsPage } from '@/features/rewards/RewardsPage';
import type { RewardsPart } from '@/features/rewards/rewards-search';
import { unread } from '@/lib/search';

export const Route = createFileRoute('/$slug/rewards')({
  validateSearch: unread<{ part?: RewardsPart } & Record<string, unknown>>,
  component: Page,
});

/** One line for each part. */
const PARTS = {
  leaderboard: lazy(() =>
    import('@/features/honours/LeaderboardPart').then((file) => ({ default: file.LeaderboardPart })),
  ),
  badges: lazy(() => import('@/features/honours/BadgesPart').then((file) => ({ default: file.BadgesPart }))),
  catalogue: lazy(() => import('@/features/catalogue/CataloguePart').then((file) => ({ default: file.CataloguePart }))),
  points: lazy(() => import('@/features/points/PointsPart').then((file) => ({ default: file.PointsPart }))),
};

function Page() {
  const navigate = Route.useNavigate();
  return (
    <RewardsPage
      search={Route.useSearch()}
      onSearch={(search) => void navigate({ search, replace: true, resetScroll: false })}
      parts={PARTS}
    />
  );
}
