import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useClient } from 'urql';
import { Button } from '@/components/Button';
import { toProblem } from '@/lib/errors';
import { toastError } from '@/lib/toasts';
import { CommentForm } from './CommentForm';
import { CommentItem } from './CommentItem';
import { type Comment, isShown, MoreReplies, type Thread } from './comments';
import classes from './Discussion.module.css';
import { useDiscussion } from './discussion-context';
import { focusComment } from './focus-comment';
import { JustWritten } from './JustWritten';
import { useAddComment } from './use-add-comment';

interface ReplyProps {
  comment: Comment;
  onAdded: (id: string) => void;
  onClose: () => void;
}

/** The answer to one comment, being written. */
function ReplyForm({ comment, onAdded, onClose }: ReplyProps) {
  const { t } = useLingui();
  const { company } = useDiscussion();
  const add = useAddComment((added) => {
    onAdded(added);
    onClose();
  });
  const name = comment.author?.displayName ?? '';
  return (
    <CommentForm
      companyId={company.id}
      label={t`Your reply to ${name}`}
      submitLabel={t`Reply`}
      place={comment.id}
      autoFocus
      onSend={(body, signs) => add(body, signs, comment.id)}
      onCancel={onClose}
    />
  );
}

/** Reads the next answers: the cache joins them to those that are here. */
function useMoreReplies({ id, replies }: Thread) {
  const client = useClient();
  const [busy, setBusy] = useState(false);
  const more = async () => {
    setBusy(true);
    const variables = { commentId: id, after: replies.pageInfo.endCursor };
    const { error } = await client.query(MoreReplies, variables, { requestPolicy: 'network-only' }).toPromise();
    setBusy(false);
    if (error) toastError(toProblem(error).message);
  };
  return { more, busy };
}

interface Props {
  thread: Thread;
  /** Others' answers that came meanwhile and were asked for. */
  arrived: string[];
  /** The one that takes the focus when it appears. */
  focused: string | null;
}

/** A comment and all that answers it, shown two deep. */
export function ThreadBox({ thread, arrived, focused }: Props) {
  const { t } = useLingui();
  const [answering, setAnswering] = useState<string | null>(null);
  const [written, setWritten] = useState<string[]>([]);
  const added = [...new Set([...written, ...arrived])];
  const { more, busy } = useMoreReplies(thread);
  const read = thread.replies.edges.map(({ node }) => node);
  const shown = read.filter((reply) => isShown(reply) && !added.includes(reply.id));
  const left = Math.max(1, thread.replyCount - read.length);
  const close = ({ id }: Comment) => {
    setAnswering(null);
    focusComment(id);
  };
  const item = (comment: Comment) => (
    <CommentItem
      comment={comment}
      onReply={() => setAnswering(answering === comment.id ? null : comment.id)}
      reply={
        answering === comment.id && (
          <ReplyForm comment={comment} onAdded={(id) => setWritten([...written, id])} onClose={() => close(comment)} />
        )
      }
    />
  );
  return (
    <li className={classes.thread}>
      {item(thread)}
      {shown.length + added.length > 0 && (
        <ol className={classes.replies}>
          {shown.map((reply) => (
            <li key={reply.id}>{item(reply)}</li>
          ))}
          {added.map((id) => (
            <JustWritten key={id} id={id} focus={written.includes(id) || id === focused}>
              {(reply) => <li>{item(reply)}</li>}
            </JustWritten>
          ))}
        </ol>
      )}
      {thread.replies.pageInfo.hasNextPage && (
        <Button variant="subtle" loading={busy} onClick={() => void more()}>
          {t`${plural(left, { one: 'Show # more reply', other: 'Show # more replies' })}`}
        </Button>
      )}
    </li>
  );
}
