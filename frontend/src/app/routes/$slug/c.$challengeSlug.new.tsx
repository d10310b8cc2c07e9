import { createFileRoute } from '@tanstack/react-router';
import { RequireSignIn } from '@/components/RequireSignIn';
import { JoinButton } from '@/components/JoinButton';
import { SubmitIdeaPage } from '@/features/ideas/SubmitIdeaPage';
import { textParam } from '@/lib/search';

export const Route = createFileRoute('/$slug/c/$challengeSlug/new')({
  validateSearch: (search: Record<string, unknown>): { draft?: string } => ({ draft: textParam(search.draft) }),
  component: Page,
});

function Page() {
  const { draft } = Route.useSearch();
  const { challengeSlug } = Route.useParams();
  const page = <SubmitIdeaPage draftId={draft} challengeSlug={challengeSlug} join={<JoinButton />} />;
  // visitors write first and sign in to publish; only a stored draft needs its author
  return draft ? <RequireSignIn>{page}</RequireSignIn> : page;
}
