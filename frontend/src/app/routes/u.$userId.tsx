import { createFileRoute } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { later } from '@/components/Later';
import { PersonPage } from '@/features/accounts/PersonPage';
import { MemberIdeas } from '@/features/ideas/personal/MemberIdeas';
import { ReportProvider } from '@/lib/reporting';
import { useViewer } from '@/lib/session';

const Report = later(() => import('@/features/redress/report/ReportButton').then((file) => file.ReportButton));

/** For staff: the others read the page without its script. */
const ReviewMember = lazy(() =>
  import('@/features/moderation/open/ReviewMember').then((file) => ({ default: file.ReviewMember })),
);

const ThankMember = lazy(() => import('@/features/gifts/ThankMember').then((file) => ({ default: file.ThankMember })));

/** Not what one comes for first. */
const PersonHonours = lazy(() =>
  import('@/features/honours/PersonHonours').then((file) => ({ default: file.PersonHonours })),
);

export const Route = createFileRoute('/u/$userId')({
  component: Page,
});

function Page() {
  const { userId } = Route.useParams();
  const staff = useViewer()?.memberships.some(({ role }) => role !== 'CUSTOMER');
  return (
    <ReportProvider value={Report}>
      <PersonPage
        key={userId}
        userId={userId}
        ideas={
          <>
            {staff && (
              <Suspense>
                <ReviewMember userId={userId} />
                <ThankMember userId={userId} />
              </Suspense>
            )}
            <Suspense>
              <PersonHonours userId={userId} />
            </Suspense>
            <MemberIdeas userId={userId} />
          </>
        }
      />
    </ReportProvider>
  );
}
