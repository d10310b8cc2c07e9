import { createFileRoute } from '@tanstack/react-router';
import { RequireSignIn } from '@/components/RequireSignIn';
import { AnswersPage } from '@/features/console/AnswersPage';
import { readQueueSearch, type QueueSearch } from '@/features/console/queue-search';
import { unread } from '@/lib/search';
import { useRead } from '@/lib/use-read';

export const Route = createFileRoute('/$slug/manage/answers')({
  validateSearch: unread<QueueSearch>,
  component: Page,
});

function Page() {
  const search = useRead(readQueueSearch, Route.useSearch());
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
