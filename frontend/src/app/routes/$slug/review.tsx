import { createFileRoute } from '@tanstack/react-router';
import { RequireSignIn } from '@/components/RequireSignIn';
import { readReviewSearch, type ReviewSearch } from '@/features/moderation/queue/review-search';
import { unread } from '@/lib/search';
import { useRead } from '@/lib/use-read';
import { ReviewPage } from '@/features/moderation/queue/ReviewPage';

export const Route = createFileRoute('/$slug/review')({
  validateSearch: unread<ReviewSearch>,
  component: Page,
});

function Page() {
  const search = useRead(readReviewSearch, Route.useSearch());
  const navigate = Route.useNavigate();
  return (
    <RequireSignIn>
      <ReviewPage
        search={search}
        onSearch={(next) => void navigate({ search: next, replace: true, resetScroll: false })}
      />
    </RequireSignIn>
  );
}
