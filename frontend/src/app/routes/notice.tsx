import { createFileRoute } from '@tanstack/react-router';
import { ReceiptPage } from '@/features/redress/notice/ReceiptPage';
import { textParam } from '@/lib/search';

export const Route = createFileRoute('/notice')({
  validateSearch: (search: Record<string, unknown>): { token?: string; filed?: true } => ({
    token: textParam(search.token),
    filed: search.filed === true || undefined,
  }),
  component: Page,
});

function Page() {
  const { token, filed = false } = Route.useSearch();
  return <ReceiptPage token={token} filed={filed} />;
}
