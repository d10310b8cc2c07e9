import { createFileRoute } from '@tanstack/react-router';
import { RequireSignIn } from '@/components/RequireSignIn';
import { InsightsPage } from '@/features/insights/InsightsPage';
import { readInsightsSearch } from '@/features/insights/insights-search';

export const Route = createFileRoute('/$slug/manage/insights')({
  validateSearch: readInsightsSearch,
  component: Page,
});

function Page() {
  const search = Route.useSearch();
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
