import { createFileRoute } from '@tanstack/react-router';
import { NoticePage } from '@/features/redress/notice/NoticePage';
import { textParam } from '@/lib/search';

interface NoticeSearch {
  idea?: string;
  /** which attachment of the idea */
  file?: string;
  comment?: string;
  member?: string;
}

export const Route = createFileRoute('/$slug/notice')({
  validateSearch: (search: Record<string, unknown>): NoticeSearch => ({
    idea: textParam(search.idea),
    file: textParam(search.file),
    comment: textParam(search.comment),
    member: textParam(search.member),
  }),
  component: Page,
});

function Page() {
  const { idea, file, comment, member } = Route.useSearch();
  const item = comment ? { commentId: comment } : member ? { userId: member } : { ideaId: idea, attachmentId: file };
  return <NoticePage key={file ?? comment ?? member ?? idea} {...item} />;
}
