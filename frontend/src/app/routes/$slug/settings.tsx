import { createFileRoute } from '@tanstack/react-router';
import { RequireSignIn } from '@/components/RequireSignIn';
import { SettingsPage } from '@/features/companies/settings/SettingsPage';

export const Route = createFileRoute('/$slug/settings')({
  component: Page,
});

function Page() {
  return (
    <RequireSignIn>
      <SettingsPage />
    </RequireSignIn>
  );
}
