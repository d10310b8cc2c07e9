import { createFileRoute } from '@tanstack/react-router';
import { RequireSignIn } from '@/components/RequireSignIn';
import { ReviewPage } from '@/features/moderation/ReviewPage';

export const Route = createFileRoute('/$slug/review')({
  component: Page,
});

function Page() {
  return (
    <RequireSignIn>
      <ReviewPage />
    </RequireSignIn>
  );
}
