import { createFileRoute } from '@tanstack/react-router';
import { NoticePage } from '@/features/redress/notice/NoticePage';
import { textParam } from '@/lib/search';

export const Route = createFileRoute('/$slug/notice')({
  validateSearch: (search: Record<string, unknown>): { idea?: string; comment?: string } => ({
    idea: textParam(search.idea),
    comment: textParam(search.comment),
  }),
  component: Page,
});

function Page() {
  const { idea, comment } = Route.useSearch();
  return <NoticePage key={comment ?? idea} ideaId={idea} commentId={comment} />;
}
