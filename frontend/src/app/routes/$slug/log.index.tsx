import { createFileRoute } from '@tanstack/react-router';
import { readLogSearch } from '@/features/transparency/log-search';
import { LogPage } from '@/features/transparency/LogPage';

export const Route = createFileRoute('/$slug/log/')({
  validateSearch: readLogSearch,
  component: Page,
});

function Page() {
  const search = Route.useSearch();
  const navigate = Route.useNavigate();
  return (
    <LogPage search={search} onSearch={(next) => void navigate({ search: next, replace: true, resetScroll: false })} />
  );
}
