import { createFileRoute } from '@tanstack/react-router';
import { RequireSignIn } from '@/components/RequireSignIn';
import { AppealsPage } from '@/features/appeals/AppealsPage';
import { readAppealsSearch } from '@/features/appeals/appeals-search';

export const Route = createFileRoute('/$slug/appeals')({
  validateSearch: readAppealsSearch,
  component: Page,
});

function Page() {
  const search = Route.useSearch();
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
