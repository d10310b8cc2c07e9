import { createFileRoute } from '@tanstack/react-router';
import { RequireSignIn } from '@/components/RequireSignIn';
import { MembersPage } from '@/features/companies/members/MembersPage';

export const Route = createFileRoute('/$slug/members')({
  component: Page,
});

function Page() {
  return (
    <RequireSignIn>
      <MembersPage />
    </RequireSignIn>
  );
}
