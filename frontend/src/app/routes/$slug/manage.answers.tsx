import { createFileRoute } from '@tanstack/react-router';
import { RequireSignIn } from '@/components/RequireSignIn';
import { AnswersPage } from '@/features/console/AnswersPage';
import { readQueueSearch } from '@/features/console/queue-search';

export const Route = createFileRoute('/$slug/manage/answers')({
  validateSearch: readQueueSearch,
  component: Page,
});

function Page() {
  const search = Route.useSearch();
  const navigate = Route.useNavigate();
  return (
    <RequireSignIn>
      <AnswersPage
        search={search}
        onSearch={(next) => void navigate({ search: next, replace: true, resetScroll: false })}
      />
    </RequireSignIn>
  );
}
