import { createFileRoute } from '@tanstack/react-router';
import { SignUpPage } from '@/features/accounts/SignUpPage';
import { textParam } from '@/lib/search';

export const Route = createFileRoute('/sign-up')({
  validateSearch: (search: Record<string, unknown>): { next?: string } => ({ next: textParam(search.next) }),
  component: Page,
});

function Page() {
  const { next } = Route.useSearch();
  return <SignUpPage next={next} />;
}
