import { createFileRoute } from '@tanstack/react-router';
import { RequireSignIn } from '@/components/RequireSignIn';
import { readReviewSearch } from '@/features/moderation/queue/review-search';
import { ReviewPage } from '@/features/moderation/queue/ReviewPage';

export const Route = createFileRoute('/$slug/review')({
  validateSearch: readReviewSearch,
  component: Page,
});

function Page() {
  const search = Route.useSearch();
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
