import { createFileRoute } from '@tanstack/react-router';
import { RequireSignIn } from '@/components/RequireSignIn';
import { RepliesPage } from '@/features/console/RepliesPage';

export const Route = createFileRoute('/$slug/manage/replies')({
  component: Page,
});

function Page() {
  return (
    <RequireSignIn>
      <RepliesPage />
    </RequireSignIn>
  );
}
