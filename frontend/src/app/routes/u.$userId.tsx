import { createFileRoute } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { PersonPage } from '@/features/accounts/PersonPage';
import { MemberIdeas } from '@/features/ideas/personal/MemberIdeas';
import { useViewer } from '@/lib/session';

/** For staff: the others read the page without its script. */
const ReviewMember = lazy(() =>
  import('@/features/moderation/open/ReviewMember').then((file) => ({ default: file.ReviewMember })),
);

export const Route = createFileRoute('/u/$userId')({
  component: Page,
});

function Page() {
  const { userId } = Route.useParams();
  const staff = useViewer()?.memberships.some(({ role }) => role !== 'CUSTOMER');
  return (
    <PersonPage
      key={userId}
      userId={userId}
      ideas={
        <>
          {staff && (
            <Suspense>
              <ReviewMember userId={userId} />
            </Suspense>
          )}
          <MemberIdeas userId={userId} />
        </>
      }
    />
  );
}
