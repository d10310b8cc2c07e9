import { createFileRoute } from '@tanstack/react-router';
import { readLogSearch, type LogSearch } from '@/features/transparency/log-search';
import { unread } from '@/lib/search';
import { useRead } from '@/lib/use-read';
import { LogPage } from '@/features/transparency/LogPage';

export const Route = createFileRoute('/$slug/log/')({
  validateSearch: unread<LogSearch>,
  component: Page,
});

function Page() {
  const search = useRead(readLogSearch, Route.useSearch());
  const navigate = Route.useNavigate();
  return (
    <LogPage search={search} onSearch={(next) => void navigate({ search: next, replace: true, resetScroll: false })} />
  );
}
