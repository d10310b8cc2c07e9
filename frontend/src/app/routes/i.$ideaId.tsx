import { createFileRoute } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { JoinButton } from '@/components/JoinButton';
import { Skeletons } from '@/components/Skeletons';
import { IdeaPage } from '@/features/ideas/IdeaPage';
import { expectHeading } from '@/lib/navigation';
import { textParam } from '@/lib/search';
import { useViewer } from '@/lib/session';

/** Below the idea: its script and its data come while the idea does. */
const Discussion = lazy(() => import('@/features/comments/Discussion').then((file) => ({ default: file.Discussion })));

/** For staff: the others read the page without its script. */
const AnswerBox = lazy(() => import('@/features/console/AnswerBox').then((file) => ({ default: file.AnswerBox })));

const ReviewIdea = lazy(() =>
  import('@/features/moderation/open/ReviewIdea').then((file) => ({ default: file.ReviewIdea })),
);

export const Route = createFileRoute('/i/$ideaId')({
  validateSearch: (search: Record<string, unknown>): { edit?: true; comment?: string } => ({
    edit: search.edit === true || undefined,
    comment: textParam(search.comment),
  }),
  component: Page,
});

function Page() {
  const { ideaId } = Route.useParams();
  const { edit = false, comment } = Route.useSearch();
  const viewer = useViewer();
  const staff = viewer?.memberships.some(({ role }) => role !== 'CUSTOMER');
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
      discussion={
        <Suspense fallback={<Skeletons />}>
          <Discussion ideaId={ideaId} comment={comment} />
        </Suspense>
      }
      join={<JoinButton />}
      answer={
        viewer && (
          <Suspense>
            <AnswerBox ideaId={ideaId} />
            {staff && <ReviewIdea ideaId={ideaId} />}
          </Suspense>
        )
      }
    />
  );
}
