import { createFileRoute } from '@tanstack/react-router';
import { RequireSignIn } from '@/components/RequireSignIn';
import { MePage } from '@/features/accounts/MePage';
import { MyIdeas } from '@/features/ideas/MyIdeas';
import { choiceParam } from '@/lib/search';

type Tab = 'ideas' | 'profile' | 'account';

export const Route = createFileRoute('/me')({
  validateSearch: (search: Record<string, unknown>): { tab?: Tab } => ({
    tab: choiceParam(search.tab, ['ideas', 'profile', 'account']),
  }),
  component: Page,
});

function Page() {
  const { tab = 'ideas' } = Route.useSearch();
  return (
    <RequireSignIn>
      <MePage tab={tab} ideas={<MyIdeas />} />
    </RequireSignIn>
  );
}
