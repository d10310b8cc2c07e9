import { createFileRoute } from '@tanstack/react-router';
import { RequireSignIn } from '@/components/RequireSignIn';
import { SubmitIdeaPage } from '@/features/ideas/SubmitIdeaPage';

export const Route = createFileRoute('/$slug/new')({
  component: Page,
});

function Page() {
  return (
    <RequireSignIn>
      <SubmitIdeaPage />
    </RequireSignIn>
  );
}
