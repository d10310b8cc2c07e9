import { createFileRoute } from '@tanstack/react-router';
import { Discussion } from '@/features/comments/Discussion';
import { JoinButton } from '@/features/companies/JoinButton';
import { IdeaPage } from '@/features/ideas/IdeaPage';
import { AnswerBox } from '@/features/manage/AnswerBox';
import { expectHeading } from '@/lib/navigation';

export const Route = createFileRoute('/i/$ideaId')({
  validateSearch: (search: Record<string, unknown>): { edit?: true } => ({ edit: search.edit === true || undefined }),
  component: Page,
});

function Page() {
  const { ideaId } = Route.useParams();
  const { edit = false } = Route.useSearch();
  const navigate = Route.useNavigate();
  const onEdit = (open: boolean) => {
    expectHeading();
    void navigate({ search: open ? { edit: true } : {} });
  };
  return (
    <IdeaPage
      key={ideaId}
      ideaId={ideaId}
      edit={edit}
      onEdit={onEdit}
      discussion={<Discussion ideaId={ideaId} />}
      join={<JoinButton />}
      answer={<AnswerBox ideaId={ideaId} />}
    />
  );
}
