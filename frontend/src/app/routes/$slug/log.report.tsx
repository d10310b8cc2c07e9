import { createFileRoute } from '@tanstack/react-router';
import { periodParam } from '@/features/transparency/report-search';
import { ReportPage } from '@/features/transparency/ReportPage';
import { unread } from '@/lib/search';

export const Route = createFileRoute('/$slug/log/report')({
  validateSearch: unread<{ period?: string }>,
  component: Page,
});

function Page() {
  const period = periodParam(Route.useSearch().period);
  const navigate = Route.useNavigate();
  return (
    <ReportPage
      period={period}
      onPeriod={(next) => void navigate({ search: { period: next }, replace: true, resetScroll: false })}
    />
  );
}
