import { createFileRoute } from '@tanstack/react-router';
import { RequireSignIn } from '@/components/RequireSignIn';
import { ManagePage } from '@/features/manage/ManagePage';

export const Route = createFileRoute('/$slug/manage/')({
  component: Page,
});

function Page() {
  return (
    <RequireSignIn>
      <ManagePage />
    </RequireSignIn>
  );
}
