import { createFileRoute } from '@tanstack/react-router';
import { RequireSignIn } from '@/components/RequireSignIn';
import { InsightsPage } from '@/features/insights/InsightsPage';
import { readInsightsSearch, type InsightsSearch } from '@/features/insights/insights-search';
import { unread } from '@/lib/search';
import { useRead } from '@/lib/use-read';

export const Route = createFileRoute('/$slug/manage/insights')({
  validateSearch: unread<InsightsSearch>,
  component: Page,
});

function Page() {
  const search = useRead(readInsightsSearch, Route.useSearch());
  const navigate = Route.useNavigate();
  return (
    <RequireSignIn>
      <InsightsPage
        search={search}
        onSearch={(next) => void navigate({ search: next, replace: true, resetScroll: false })}
      />
    </RequireSignIn>
  );
}
