import { createFileRoute } from '@tanstack/react-router';
import { periodParam } from '@/features/transparency/report-search';
import { ReportPage } from '@/features/transparency/ReportPage';

export const Route = createFileRoute('/$slug/log/report')({
  validateSearch: ({ period }: Record<string, unknown>): { period?: string } => ({ period: periodParam(period) }),
  component: Page,
});

function Page() {
  const { period } = Route.useSearch();
  const navigate = Route.useNavigate();
  return (
    <ReportPage
      period={period}
      onPeriod={(next) => void navigate({ search: { period: next }, replace: true, resetScroll: false })}
    />
  );
}
