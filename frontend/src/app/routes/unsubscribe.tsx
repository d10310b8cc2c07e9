import { createFileRoute } from '@tanstack/react-router';
import { UnsubscribePage } from '@/features/notifications/UnsubscribePage';
import { textParam } from '@/lib/search';

export const Route = createFileRoute('/unsubscribe')({
  validateSearch: (search: Record<string, unknown>): { token?: string } => ({ token: textParam(search.token) }),
  component: Page,
});

function Page() {
  const { token } = Route.useSearch();
  return <UnsubscribePage token={token} />;
}
