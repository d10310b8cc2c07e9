import { createFileRoute } from '@tanstack/react-router';
import { RequireSignIn } from '@/components/RequireSignIn';
import { AnswersPage } from '@/features/manage/AnswersPage';

export const Route = createFileRoute('/$slug/manage/answers')({
  component: Page,
});

function Page() {
  return (
    <RequireSignIn>
      <AnswersPage />
    </RequireSignIn>
  );
}
