import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useLocation } from '@tanstack/react-router';
import { useState } from 'react';
import { ButtonLink } from '@/components/ButtonLink';
import { EmptyState } from '@/components/EmptyState';
import { ErrorState } from '@/components/ErrorState';
import { later } from '@/components/Later';
import { LoadMore } from '@/components/LoadMore';
import { Segmented } from '@/components/Segmented';
import { Skeletons } from '@/components/Skeletons';
import type { CommentOrder, DiscussionOfQuery } from '@/gql/graphql';
import { useSession } from '@/lib/session';
import { usePages } from '@/lib/use-pages';
import { CommentForm } from './CommentForm';
import { DiscussionOf, isShown, type Thread } from './comments';
import classes from './Discussion.module.css';
import { DiscussionProvider } from './discussion-context';
import { JustWritten } from './JustWritten';
import { LinkedThread, useLinkedThread } from './LinkedThread';
import { ThreadBox } from './ThreadBox';
import { useAddComment } from './use-add-comment';
import { useArrivals } from './use-arrivals';

/** Without it the discussion is as it was read. */
const LiveComments = later(() => import('./LiveComments').then((file) => file.LiveComments));

type DiscussedIdea = NonNullable<DiscussionOfQuery['idea']>;

/** A new comment, or what is needed to write one. */
function NewComment({ idea, onAdded }: { idea: DiscussedIdea; onAdded: (id: string) => void }) {
  const { t } = useLingui();
  const { status } = useSession();
  const { href } = useLocation();
  const add = useAddComment(onAdded);
  const { company, viewerCan } = idea;
  if (viewerCan.comment)
    return (
      <CommentForm
        companyId={company.id}
        label={t`Your comment`}
        submitLabel={t`Comment`}
        place={idea.id}
        onSend={(body, signs) => add(body, signs)}
      />
    );
  if (status === 'in')
    return (
      <p className={classes.invite}>
        <Trans>You can’t comment here now.</Trans>
      </p>
    );
  return (
    <div className={classes.invite}>
      <p>
        <Trans>What do you think? Sign in to take part.</Trans>
      </p>
      <ButtonLink to="/sign-in" search={{ next: href }}>
        <Trans>Sign in</Trans>
      </ButtonLink>
    </div>
  );
}

const NO_COMMENTS = { edges: [], pageInfo: { hasNextPage: false, endCursor: null } };

/** How many, and in which order. */
function Head({
  idea,
  order,
  onOrder,
}: {
  idea: DiscussedIdea;
  order: CommentOrder;
  onOrder: (o: CommentOrder) => void;
}) {
  const { t } = useLingui();
  return (
    <div className={classes.head}>
      <h2>
        <Plural value={idea.commentCount} _0="Comments" one="# comment" other="# comments" />
      </h2>
      {idea.commentCount > 1 && (
        <Segmented
          label={t`Order of the comments`}
          value={order}
          options={[
            ['OLDEST', t`Oldest`],
            ['NEWEST', t`Newest`],
            ['APPRECIATED', t`Appreciated`],
          ]}
          onChange={onOrder}
        />
      )}
    </div>
  );
}

interface Props {
  ideaId: string;
  /** The one that somebody was sent to: its thread stands first, wherever it is in the list. */
  comment?: string;
}

/** What people say to an idea. One's own new comments stand first, where they were written. */
export function Discussion({ ideaId, comment }: Props) {
  const { t } = useLingui();
  const [order, setOrder] = useState<CommentOrder>('OLDEST');
  const [said, setSaid] = useState('');
  const linked = useLinkedThread(comment);
  const pages = usePages(DiscussionOf, { ideaId, order }, ({ idea }) => idea?.comments ?? NO_COMMENTS);
  const places = useArrivals(pages.nodes.filter(isShown));
  const idea = pages.data?.idea;
  if (pages.error) return <ErrorState error={pages.error} retry={pages.retry} />;
  if (!idea) return <Skeletons rows={3} height={130} />;
  const { company, viewerCan } = idea;
  const { first, threads, focused } = places;
  const box = (thread: Thread) => (
    <ThreadBox key={thread.id} thread={thread} arrived={places.repliesTo(thread)} focused={focused} />
  );
  return (
    <DiscussionProvider value={{ ideaId, company, announce: setSaid }}>
      <section id="comments" className={classes.discussion} aria-label={t`Comments`}>
        <Head idea={idea} order={order} onOrder={setOrder} />
        <p role="status" className="hidden">
          {said}
        </p>
        <NewComment idea={idea} onAdded={places.add} />
        <LiveComments companyId={company.id} ideaId={ideaId} shown={places.shown} onShow={places.show} />
        {threads.length + first.length === 0 && viewerCan.comment && (
          <EmptyState title={t`Nobody has commented yet`}>
            <Trans>Ask something, or say what would make this idea better.</Trans>
          </EmptyState>
        )}
        <ol className={classes.threads} aria-busy={pages.stale && !pages.loadingMore}>
          {linked && !first.includes(linked) && (
            <LinkedThread id={linked} comment={comment!}>
              {box}
            </LinkedThread>
          )}
          {first.map((id) => (
            <JustWritten key={id} id={id} focus={id === focused}>
              {box}
            </JustWritten>
          ))}
          {threads.filter(({ id }) => id !== linked).map(box)}
        </ol>
        <LoadMore {...pages} />
      </section>
    </DiscussionProvider>
  );
}
