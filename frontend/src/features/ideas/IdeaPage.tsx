import { Trans } from '@lingui/react/macro';
import { lazy, type ReactNode, Suspense } from 'react';
import { useQuery } from 'urql';
import { ErrorState } from '@/components/ErrorState';
import { later } from '@/components/Later';
import { NotFound } from '@/components/NotFound';
import { PhaseTimeline } from '@/components/PhaseTimeline';
import { Skeletons } from '@/components/Skeletons';
import { brandStyle } from '@/lib/color';
import { CompanyProvider, isSanctioned } from '@/lib/company';
import { toProblem } from '@/lib/errors';
import { useSession } from '@/lib/session';
import { IdeaBody } from './page/IdeaBody';
import { IdeaHead } from './page/IdeaHead';
import classes from './page/IdeaPage.module.css';
import { IdeaPageDocument, type PageIdea } from './page/idea-page';
import { OfficialAnswer } from './page/OfficialAnswer';
import { Revisions } from './page/Revisions';
import { Timeline } from './page/Timeline';
import { VoteBar } from './page/VoteBar';

/** For who writes: readers need none of their script. */
const AuthorTools = lazy(() => import('./author/AuthorTools').then((file) => ({ default: file.AuthorTools })));
const IdeaNotice = lazy(() => import('./author/IdeaNotice').then((file) => ({ default: file.IdeaNotice })));
const EditIdea = lazy(() => import('./page/EditIdea').then((file) => ({ default: file.EditIdea })));

/** Without it the page is as it was read. */
const LiveIdea = later(() => import('./page/LiveIdea').then((file) => file.LiveIdea));

interface Props {
  ideaId: string;
  /** Whether the viewer asks to change it. */
  edit: boolean;
  onEdit: (edit: boolean) => void;
  /** The comments: another feature's. They are read while the idea is. */
  discussion: ReactNode;
  /** The way into the company, for who is not a member. */
  join: ReactNode;
  /** To who may not do here what other members may. */
  sanction: ReactNode;
  /** In the place of an idea that cannot be seen. */
  gone: ReactNode;
  /** To its authors: why it was decided about. */
  why: ReactNode;
  /** What it has won, and why. */
  won: ReactNode;
  /** Where a manager answers. */
  answer: ReactNode;
}

/** Beside the idea: what comes next, what has been. */
function Story({ idea: { challenge, timeline } }: { idea: PageIdea }) {
  return (
    <div className={classes.story}>
      {challenge && challenge.phases.length > 0 && (
        <section className={classes.panel}>
          <h2>
            <Trans>What happens next</Trans>
          </h2>
          <PhaseTimeline phases={challenge.phases} />
        </section>
      )}
      <Timeline entries={timeline} />
    </div>
  );
}

function Join({ idea: { company }, join }: { idea: PageIdea; join: ReactNode }) {
  const { status } = useSession();
  const { name, viewerMembership } = company;
  if (status !== 'in' || viewerMembership) return null;
  return (
    <div className={classes.notice} data-tone="invite">
      <p>
        <Trans>Join {name} to vote and comment.</Trans>
      </p>
      <div>
        <CompanyProvider company={company}>{join}</CompanyProvider>
      </div>
    </div>
  );
}

/** Whoever sees it reads what was said about it, too. */
const READ = ['PUBLISHED', 'MERGED'];

const mayWrite = ({ viewerCan: { edit, withdraw, inviteCoauthor } }: PageIdea) => edit || withdraw || inviteCoauthor;

/** One idea: what it says, what the company says to it, what the others say, and what becomes of it. */
export function IdeaPage({ ideaId, edit, onEdit, discussion, join, sanction, gone, why, won, answer }: Props) {
  const [{ data, error }, retry] = useQuery({ query: IdeaPageDocument, variables: { id: ideaId } });
  const idea = data?.idea;
  if (error && !idea) return toProblem(error).code === 'NOT_FOUND' ? gone : <ErrorState error={error} retry={retry} />;
  if (data && !idea) return <NotFound />;
  if (idea && edit)
    return (
      <Suspense fallback={<Skeletons rows={3} height={120} />}>
        <EditIdea idea={idea} onEdit={onEdit} />
      </Suspense>
    );
  return (
    <div className={idea ? `brand ${classes.page}` : classes.page} style={idea && brandStyle(idea.company.brand)}>
      {idea?.visibility === 'PUBLISHED' && (
        <LiveIdea idea={idea} onShow={() => retry({ requestPolicy: 'network-only' })} />
      )}
      {idea ? <IdeaHead idea={idea} /> : <Skeletons rows={4} height={120} />}
      <div className={classes.layout}>
        <div className={classes.main}>
          {idea && (
            <div>
              {(idea.visibility !== 'PUBLISHED' || idea.locked || idea.coauthors.length > 0) && (
                <Suspense>
                  <IdeaNotice idea={idea} why={why} />
                </Suspense>
              )}
              {isSanctioned(idea.company.viewerMembership) && (
                <CompanyProvider company={idea.company}>{sanction}</CompanyProvider>
              )}
              <Join idea={idea} join={join} />
              {idea.wins.length > 0 && won}
              <IdeaBody idea={idea} />
              <OfficialAnswer company={idea.company.name} answers={idea.answers} />
              {idea.visibility === 'PUBLISHED' && answer}
              <Revisions ideaId={idea.id} count={idea.revisionCount} />
            </div>
          )}
          <div className={classes.talk} hidden={!idea || !READ.includes(idea.visibility)}>
            {discussion}
          </div>
        </div>
        {idea && (
          <aside className={classes.side}>
            {idea.visibility === 'PUBLISHED' && <VoteBar idea={idea} />}
            {(mayWrite(idea) || idea.coauthors.length > 0) && (
              <Suspense fallback={<Skeletons rows={1} height={100} />}>
                <AuthorTools idea={idea} />
              </Suspense>
            )}
            <Story idea={idea} />
          </aside>
        )}
      </div>
    </div>
  );
}
