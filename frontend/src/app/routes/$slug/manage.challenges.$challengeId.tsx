import { createFileRoute } from '@tanstack/react-router';
import { RequireSignIn } from '@/components/RequireSignIn';
import { ChallengePreview } from '@/features/challenges/ChallengePreview';
import { ChallengeEditorPage } from '@/features/manage/challenge/ChallengeEditorPage';
import { readEditorSearch, type Step } from '@/features/manage/challenge/editor-search';
import { unread } from '@/lib/search';
import { useRead } from '@/lib/use-read';

export const Route = createFileRoute('/$slug/manage/challenges/$challengeId')({
  validateSearch: unread<{ step?: Step }>,
  component: Page,
});

function Page() {
  const { challengeId } = Route.useParams();
  const { step = 'question' } = useRead(readEditorSearch, Route.useSearch());
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
