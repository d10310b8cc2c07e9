import { createFileRoute } from '@tanstack/react-router';
import { InvitationPage } from '@/features/companies/members/InvitationPage';
import { textParam } from '@/lib/search';

export const Route = createFileRoute('/invitation')({
  validateSearch: (search: Record<string, unknown>): { token?: string } => ({ token: textParam(search.token) }),
  component: Page,
});

function Page() {
  const { token } = Route.useSearch();
  return <InvitationPage token={token} />;
}
