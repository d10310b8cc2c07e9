import { createFileRoute } from '@tanstack/react-router';
import { RequireSignIn } from '@/components/RequireSignIn';
import { AuditPage } from '@/features/audit/AuditPage';
import { readAuditSearch } from '@/features/audit/audit-search';

export const Route = createFileRoute('/$slug/manage/audit')({
  validateSearch: readAuditSearch,
  component: Page,
});

function Page() {
  const search = Route.useSearch();
  const navigate = Route.useNavigate();
  return (
    <RequireSignIn>
      <AuditPage
        search={search}
        onSearch={(next) => void navigate({ search: next, replace: true, resetScroll: false })}
      />
    </RequireSignIn>
  );
}
