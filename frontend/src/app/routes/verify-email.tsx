import { createFileRoute } from '@tanstack/react-router';
import { VerifyEmailPage } from '@/features/accounts/VerifyEmailPage';
import { textParam } from '@/lib/search';

export const Route = createFileRoute('/verify-email')({
  validateSearch: (search: Record<string, unknown>): { token?: string } => ({ token: textParam(search.token) }),
  component: Page,
});

function Page() {
  const { token } = Route.useSearch();
  return <VerifyEmailPage token={token} />;
}
