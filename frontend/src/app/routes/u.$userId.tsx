import { createFileRoute } from '@tanstack/react-router';
import { later } from '@/components/Later';
import { PersonPage } from '@/features/accounts/PersonPage';
import { MemberIdeas } from '@/features/ideas/personal/MemberIdeas';
import { ReportProvider } from '@/lib/reporting';

const Report = later(() => import('@/features/redress/report/ReportButton').then((file) => file.ReportButton));

export const Route = createFileRoute('/u/$userId')({
  component: Page,
});

function Page() {
  const { userId } = Route.useParams();
  return (
    <ReportProvider value={Report}>
      <PersonPage key={userId} userId={userId} ideas={<MemberIdeas userId={userId} />} />
    </ReportProvider>
  );
}
