import { createFileRoute } from '@tanstack/react-router';
import { RequireSignIn } from '@/components/RequireSignIn';
import { ChallengePreview } from '@/features/challenges/ChallengePreview';
import { ChallengeEditorPage } from '@/features/manage/challenge/ChallengeEditorPage';
import { readEditorSearch } from '@/features/manage/challenge/editor-search';

export const Route = createFileRoute('/$slug/manage/challenges/$challengeId')({
  validateSearch: readEditorSearch,
  component: Page,
});

function Page() {
  const { challengeId } = Route.useParams();
  const { step = 'question' } = Route.useSearch();
  const navigate = Route.useNavigate();
  return (
    <RequireSignIn>
      <ChallengeEditorPage
        challengeId={challengeId}
        step={step}
        onStep={(next) => void navigate({ search: { step: next }, resetScroll: false })}
        preview={(draft) => <ChallengePreview draft={draft} />}
      />
    </RequireSignIn>
  );
}
