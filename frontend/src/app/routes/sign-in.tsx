import { createFileRoute } from '@tanstack/react-router';
import { SignInPage } from '@/features/accounts/SignInPage';
import { textParam } from '@/lib/search';

export const Route = createFileRoute('/sign-in')({
  validateSearch: (search: Record<string, unknown>): { next?: string } => ({ next: textParam(search.next) }),
  component: Page,
});

function Page() {
  const { next } = Route.useSearch();
  return <SignInPage next={next} />;
}
