import { createFileRoute } from '@tanstack/react-router';
import { RequireSignIn } from '@/components/RequireSignIn';
import { NewCompanyPage } from '@/features/companies/settings/NewCompanyPage';

export const Route = createFileRoute('/companies/new')({
  component: Page,
});

function Page() {
  return (
    <RequireSignIn>
      <NewCompanyPage />
    </RequireSignIn>
  );
}
