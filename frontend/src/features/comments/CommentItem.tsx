import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { IconRosetteDiscountCheckFilled } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { Markdown } from '@/components/Markdown';
import { PersonName } from '@/components/PersonName';
import { ReviewThis } from '@/components/ReviewThis';
import { RelativeTime } from '@/components/RelativeTime';
import type { CommentVisibility, HoldReason } from '@/gql/graphql';
import { langOf } from '@/lib/i18n';
import { useReport } from '@/lib/reporting';
import { useViewer } from '@/lib/session';
import { useThank } from '@/lib/thanking';
import { Appreciate } from './Appreciate';
import type { Comment } from './comments';
import { DeleteComment } from './DeleteComment';
import classes from './Discussion.module.css';
import { EditComment } from './EditComment';
import { focusComment } from './focus-comment';
import { useDiscussion } from './discussion-context';

const WHY: Record<HoldReason, MessageDescriptor> = {
  AUTOMATIC_CHECK: msg`An automatic check was not sure about it, so a person reads it first.`,
  COMPANY_REVIEWS_EVERYTHING: msg`This company reads every comment before others see it.`,
  EDIT_REQUESTED: msg`A moderator asks you to change this comment; then it is read again.`,
  MANY_LINKS: msg`It has many links, so a person reads it first.`,
  MANY_POSTS: msg`You have posted much in a short time, so a person reads it first.`,
  NEWCOMER: msg`The first comments of new members are read before others see them.`,
  REPEATED: msg`You have posted something like it before, so a person reads it first.`,
  WATCHED_LINK: msg`It names a site that makes this company read it first.`,
  WATCHED_WORD: msg`It has words that make this company read it first.`,
};

/** Who said it, for whom they speak, to whom, when. */
function Who({ comment: { author, fromCompany, inReplyTo, depth, createdAt, editedAt } }: { comment: Comment }) {
  const { company } = useDiscussion();
  return (
    <div className={classes.who}>
      {author && <PersonName user={author} linked />}
      {fromCompany && (
        <span className={classes.mark}>
          <IconRosetteDiscountCheckFilled size={14} aria-hidden />
          {company.name}
        </span>
      )}
      {inReplyTo && depth > 1 && (
        <span>
          <Trans>
            in reply to <PersonName user={inReplyTo} />
          </Trans>
        </span>
      )}
      <span>
        <RelativeTime at={createdAt} />
        {editedAt && (
          <>
            {' · '}
            <Trans>edited</Trans>
          </>
        )}
      </span>
    </div>
  );
}

/** By a moderator. */
const TAKEN_AWAY = new Set<CommentVisibility>(['REJECTED', 'HIDDEN', 'REMOVED']);

function TakenAway({ visibility, automatic }: Pick<Comment, 'visibility'> & { automatic?: boolean }) {
  if (visibility === 'REJECTED') return <Trans>Not published.</Trans>;
  if (automatic) return <Trans>Hidden automatically, until a person looks at it.</Trans>;
  return visibility === 'REMOVED' ? <Trans>Removed by a moderator.</Trans> : <Trans>Hidden by a moderator.</Trans>;
}

/** To whom it concerns: where the reasons stand. */
const Why = ({ trace }: { trace: Comment['moderationTrace'] }) =>
  trace?.decisionId ? (
    <Link to="/decision/$decisionId" params={{ decisionId: trace.decisionId }}>
      <Trans>See why, and appeal</Trans>
    </Link>
  ) : null;

/** To its author: that others do not see it, and why. */
function Held({ comment: { visibility, holdReason, rejectionReason, moderationTrace: trace } }: { comment: Comment }) {
  const { i18n } = useLingui();
  const { company } = useDiscussion();
  if (visibility === 'HELD')
    return (
      <p className={classes.held}>
        <strong>
          <Trans>Waiting for a review.</Trans>
        </strong>{' '}
        {holdReason && i18n._(WHY[holdReason])} <Why trace={trace} />
      </p>
    );
  if (!TAKEN_AWAY.has(visibility)) return null;
  return (
    <p className={classes.held}>
      <strong>
        <TakenAway visibility={visibility} automatic={trace?.automatic} />
      </strong>{' '}
      <span lang={langOf(company.defaultLanguage)}>{rejectionReason}</span> <Why trace={trace} />
    </p>
  );
}

/** To others: that a comment was here, and by which rule it is not any more. */
function Tombstone({ comment: { visibility, moderationTrace: trace } }: { comment: Comment }) {
  const { company } = useDiscussion();
  if (visibility === 'HELD')
    return trace ? <Trans>Its author has been asked to change it.</Trans> : <Trans>Waiting for a review.</Trans>;
  if (!TAKEN_AWAY.has(visibility)) return <Trans>This comment was deleted by its author.</Trans>;
  return (
    <>
      <TakenAway visibility={visibility} automatic={trace?.automatic} />{' '}
      {trace?.ground && (
        <Trans>
          Rule: <span lang={langOf(company.defaultLanguage)}>{trace.ground}</span>
        </Trans>
      )}
    </>
  );
}

/** For everybody but its author. */
function ReportComment({ comment: { id, author, visibility } }: { comment: Comment }) {
  const { t } = useLingui();
  const viewer = useViewer();
  const Report = useReport();
  const { company } = useDiscussion();
  if (!author || author.id === viewer?.id || visibility !== 'PUBLISHED') return null;
  const label = t`Report this comment by ${author.displayName}`;
  return <Report small item={{ commentId: id }} places={[company]} label={label} />;
}

interface Props {
  comment: Comment;
  /** Begins an answer to it. */
  onReply: () => void;
  /** The answer being written. */
  reply?: ReactNode;
}

/** One comment, with what can be done about it. */
export function CommentItem({ comment, onReply, reply }: Props) {
  const { t } = useLingui();
  const { company, announce } = useDiscussion();
  const Thank = useThank();
  const [editing, setEditing] = useState(false);
  const { id, author, viewerCan, bodyHtml, language } = comment;
  const done = () => {
    setEditing(false);
    focusComment(id);
  };
  if (!author)
    return (
      <p className={classes.tombstone}>
        <Tombstone comment={comment} />
      </p>
    );
  return (
    <article id={`comment-${id}`} tabIndex={-1} className={classes.comment}>
      <Who comment={comment} />
      <Held comment={comment} />
      {editing ? (
        <EditComment companyId={company.id} commentId={id} onDone={done} />
      ) : (
        <>
          <Markdown html={bodyHtml} language={language} />
          <div className={classes.actions}>
            <Appreciate comment={comment} />
            {viewerCan.reply && (
              <button type="button" className={classes.action} aria-expanded={Boolean(reply)} onClick={onReply}>
                <Trans>Reply</Trans>
              </button>
            )}
            {viewerCan.edit && (
              <button type="button" className={classes.action} onClick={() => setEditing(true)}>
                <Trans>Edit</Trans>
              </button>
            )}
            <ReviewThis item={{ commentId: id }} company={company} authorId={author.id} className={classes.action} />
            {!comment.fromCompany && (
              <Thank item={{ commentId: id }} company={company} user={author} className={classes.action} />
            )}
            {viewerCan.delete && (
              <DeleteComment commentId={id} onDeleted={() => announce(t`Your comment was deleted.`)} />
            )}
            <ReportComment comment={comment} />
          </div>
        </>
      )}
      {reply}
    </article>
  );
}
