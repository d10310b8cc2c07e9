import { createFileRoute } from '@tanstack/react-router';
import { RequireSignIn } from '@/components/RequireSignIn';
import { ScreeningPage } from '@/features/screening/ScreeningPage';

export const Route = createFileRoute('/$slug/manage/screening')({
  component: Page,
});

function Page() {
  return (
    <RequireSignIn>
      <ScreeningPage />
    </RequireSignIn>
  );
}
