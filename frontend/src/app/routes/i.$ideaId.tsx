import { createFileRoute } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { JoinButton } from '@/components/JoinButton';
import { later } from '@/components/Later';
import { Skeletons } from '@/components/Skeletons';
import { IdeaPage } from '@/features/ideas/IdeaPage';
import { expectHeading } from '@/lib/navigation';
import { ReportProvider } from '@/lib/reporting';
import { textParam } from '@/lib/search';
import { useViewer } from '@/lib/session';
import { ThankProvider } from '@/lib/thanking';

/** Below the idea: its script and its data come while the idea does. */
const Discussion = lazy(() => import('@/features/comments/Discussion').then((file) => ({ default: file.Discussion })));

/** For staff: the others read the page without its script. */
const AnswerBox = lazy(() => import('@/features/console/AnswerBox').then((file) => ({ default: file.AnswerBox })));

/** Whoever wants to report something has begun to read it. */
const Report = later(() => import('@/features/redress/report/ReportButton').then((file) => file.ReportButton));

/** What stands in the place of an idea that was taken away. */
const IdeaGone = lazy(() => import('@/features/redress/gone/IdeaGone').then((file) => ({ default: file.IdeaGone })));

const IdeaWins = lazy(() => import('@/features/prizes/IdeaWins').then((file) => ({ default: file.IdeaWins })));

const Won = ({ ideaId }: { ideaId: string }) => (
  <Suspense fallback={<Skeletons rows={1} height={128} />}>
    <IdeaWins ideaId={ideaId} />
  </Suspense>
);

const SanctionNotice = lazy(() =>
  import('@/features/redress/standing/SanctionNotice').then((file) => ({ default: file.SanctionNotice })),
);

/** To the author of what was decided about. */
const WhyLink = lazy(() => import('@/features/redress/gone/WhyLink').then((file) => ({ default: file.WhyLink })));

const ReviewIdea = lazy(() =>
  import('@/features/moderation/open/ReviewIdea').then((file) => ({ default: file.ReviewIdea })),
);

const ThankIdea = lazy(() => import('@/features/gifts/ThankIdea').then((file) => ({ default: file.ThankIdea })));

/** Beside comments. */
const Thank = later(() => import('@/features/gifts/ThankButton').then((file) => file.ThankButton));
const Nothing = () => null;

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
    <ReportProvider value={Report}>
      <IdeaPage
        key={ideaId}
        ideaId={ideaId}
        edit={edit}
        onEdit={onEdit}
        discussion={
          <ThankProvider value={staff ? Thank : Nothing}>
            <Suspense fallback={<Skeletons />}>
              <Discussion ideaId={ideaId} comment={comment} />
            </Suspense>
          </ThankProvider>
        }
        join={<JoinButton />}
        sanction={
          <Suspense>
            <SanctionNotice />
          </Suspense>
        }
        gone={
          <Suspense>
            <IdeaGone ideaId={ideaId} />
          </Suspense>
        }
        why={
          <Suspense>
            <WhyLink ideaId={ideaId} />
          </Suspense>
        }
        won={<Won ideaId={ideaId} />}
        answer={
          viewer && (
            <Suspense>
              <AnswerBox ideaId={ideaId} />
              {staff && (
                <p className="row">
                  <ReviewIdea ideaId={ideaId} />
                  <ThankIdea ideaId={ideaId} />
                </p>
              )}
            </Suspense>
          )
        }
      />
    </ReportProvider>
  );
}
