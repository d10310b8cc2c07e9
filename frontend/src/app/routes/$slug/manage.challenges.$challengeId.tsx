import { createFileRoute } from '@tanstack/react-router';
import { RequireSignIn } from '@/components/RequireSignIn';
import { ChallengeEditorPage } from '@/features/manage/ChallengeEditorPage';

export const Route = createFileRoute('/$slug/manage/challenges/$challengeId')({
  component: Page,
});

function Page() {
  const { challengeId } = Route.useParams();
  return (
    <RequireSignIn>
      <ChallengeEditorPage challengeId={challengeId} />
    </RequireSignIn>
  );
}
