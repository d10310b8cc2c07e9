import { createFileRoute } from '@tanstack/react-router';
import { RequireSignIn } from '@/components/RequireSignIn';
import { AuditPage } from '@/features/audit/AuditPage';
import { readAuditSearch, type AuditSearch } from '@/features/audit/audit-search';
import { unread } from '@/lib/search';
import { useRead } from '@/lib/use-read';

export const Route = createFileRoute('/$slug/manage/audit')({
  validateSearch: unread<AuditSearch>,
  component: Page,
});

function Page() {
  const search = useRead(readAuditSearch, Route.useSearch());
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
