import { createFileRoute } from '@tanstack/react-router';
import { RequireSignIn } from '@/components/RequireSignIn';
import { SubmitIdeaPage } from '@/features/ideas/SubmitIdeaPage';
import { textParam } from '@/lib/search';

export const Route = createFileRoute('/$slug/new')({
  validateSearch: (search: Record<string, unknown>): { draft?: string } => ({ draft: textParam(search.draft) }),
  component: Page,
});

function Page() {
  const { draft } = Route.useSearch();
  return (
    <RequireSignIn>
      <SubmitIdeaPage draftId={draft} />
    </RequireSignIn>
  );
}
