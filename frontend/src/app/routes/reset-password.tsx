import { createFileRoute } from '@tanstack/react-router';
import { ResetPasswordPage } from '@/features/accounts/ResetPasswordPage';
import { textParam } from '@/lib/search';

export const Route = createFileRoute('/reset-password')({
  validateSearch: (search: Record<string, unknown>): { token?: string } => ({ token: textParam(search.token) }),
  component: Page,
});

function Page() {
  const { token } = Route.useSearch();
  return <ResetPasswordPage token={token} />;
}
