import { createFileRoute } from '@tanstack/react-router';
import { RequireSignIn } from '@/components/RequireSignIn';
import { AppealsPage } from '@/features/appeals/AppealsPage';
import { readAppealsSearch, type AppealsSearch } from '@/features/appeals/appeals-search';
import { unread } from '@/lib/search';
import { useRead } from '@/lib/use-read';

export const Route = createFileRoute('/$slug/appeals')({
  validateSearch: unread<AppealsSearch>,
  component: Page,
});

function Page() {
  const search = useRead(readAppealsSearch, Route.useSearch());
  const navigate = Route.useNavigate();
  return (
    <RequireSignIn>
      <AppealsPage
        search={search}
        onSearch={(next) => void navigate({ search: next, replace: true, resetScroll: false })}
      />
    </RequireSignIn>
  );
}
