import { createFileRoute } from '@tanstack/react-router';
import { RequireSignIn } from '@/components/RequireSignIn';
import { SubmitIdeaPage } from '@/features/ideas/SubmitIdeaPage';

export const Route = createFileRoute('/$slug/c/$challengeSlug/new')({
  component: Page,
});

function Page() {
  const { challengeSlug } = Route.useParams();
  return (
    <RequireSignIn>
      <SubmitIdeaPage challengeSlug={challengeSlug} />
    </RequireSignIn>
  );
}
