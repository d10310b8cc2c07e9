import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useMutation, type OperationResult } from 'urql';
import { Button } from '@/components/Button';
import { Markdown } from '@/components/Markdown';
import { graphql } from '@/gql';
import type { HeldItemFragment } from '@/gql/graphql';
// what is decided leaves its list
import '@/lib/graphql/leave-lists';
import { useViewer } from '@/lib/session';
import { AuthorRecord } from './AuthorRecord';
import { RejectDialog } from './RejectDialog';
import { ReviewContext } from './ReviewContext';
import classes from './ReviewPage.module.css';
import { useReviewTitle } from './review-title';
import { ReviewTitle } from './ReviewTitle';
import { useQueueKeys } from '@/lib/use-queue-keys';

const DecideReview = graphql(`
  mutation DecideReview($input: DecideReviewInput!) {
    decideReview(input: $input) {
      id
      state
      version
    }
  }
`);

interface Props {
  item: HeldItemFragment;
  onDecide: (item: HeldItemFragment, message: string, verdict: () => PromiseLike<OperationResult>) => void;
}

/** One held item, whole, where it stands, with its author's record and the two decisions. */
export function ReviewDetail({ item, onDecide }: Props) {
  const title = useReviewTitle()(item);
  const text = item.idea ?? item.comment;
  return (
    <section className={`surface ${classes.detail}`} aria-label={title}>
      <div className={classes.text}>
        <h2 className={classes.heading}>
          <ReviewTitle item={item} />
        </h2>
        <Reason item={item} />
        <ReviewContext item={item} />
        <Markdown html={text?.bodyHtml ?? ''} language={text?.language} />
        {item.idea && <Attachments files={item.idea.attachments} />}
        {item.idea && item.idea.tags.length > 0 && (
          <p className="dimmed">{item.idea.tags.map((tag) => `#${tag}`).join(' ')}</p>
        )}
      </div>
      <AuthorRecord item={item} />
      <Verdicts item={item} title={title} onDecide={onDecide} />
    </section>
  );
}

/** Approve or reject. Nobody decides about what they wrote. */
function Verdicts({ item, title, onDecide }: Props & { title: string }) {
  const { t } = useLingui();
  const viewer = useViewer();
  const [, send] = useMutation(DecideReview);
  const [rejecting, setRejecting] = useState(false);
  const own = viewer?.id === item.author.id;
  const input = { reviewId: item.id, version: item.version };
  const approve = () => onDecide(item, t`Approved: “${title}”`, () => send({ input: { ...input, act: 'KEEP' } }));
  const reject = (reason: { ruleId: string; note: string | null }) =>
    onDecide(item, t`Rejected: “${title}”. The author is told why.`, () =>
      send({ input: { ...input, act: 'HIDE', ...reason } }),
    );
  useQueueKeys(own ? {} : { a: approve, r: () => setRejecting(true) });
  if (own)
    return (
      <p className={classes.actions}>
        <Trans>You wrote this yourself: another moderator decides.</Trans>
      </p>
    );
  return (
    <div className={classes.actions}>
      <Button onClick={approve}>
        <Trans>Approve</Trans> <kbd className={classes.key}>A</kbd>
      </Button>
      <Button variant="default" onClick={() => setRejecting(true)}>
        <Trans>Reject</Trans> <kbd className={classes.key}>R</kbd>
      </Button>
      <span className={`dimmed ${classes.hint}`}>
        <kbd>J</kbd> <kbd>K</kbd> <Trans>move</Trans> · <kbd>Z</kbd> <Trans>undo</Trans>
      </span>
      <RejectDialog opened={rejecting} onClose={() => setRejecting(false)} onReject={reject} />
    </div>
  );
}

function Reason({ item }: { item: HeldItemFragment }) {
  const { t } = useLingui();
  const reasons = {
    COMPANY_REVIEWS_EVERYTHING: t`Held because the company reviews everything.`,
    NEWCOMER: t`Held because the author is new here.`,
    EDIT_REQUESTED: t`Changed by its author, as a moderator asked.`,
    REPEATED: t`Its author has posted the same, or nearly the same, before.`,
    MANY_POSTS: t`Its author has posted much in a short time.`,
    MANY_LINKS: t`It has more links than its author may post unread.`,
    WATCHED_LINK: t`It names a site that the company watches.`,
    WATCHED_WORD: t`It has words that the company watches.`,
    AUTOMATIC_CHECK: t`An automatic check asks for a person to read it.`,
  };
  return item.reason && <p className="dimmed">{reasons[item.reason]}</p>;
}

const Attachments = ({ files }: { files: NonNullable<HeldItemFragment['idea']>['attachments'] }) => (
  <ul className={`plain ${classes.files}`}>
    {files.map(({ id, filename, url, thumbnailUrl }) => (
      <li key={id}>
        <a href={url}>
          {thumbnailUrl ? <img src={thumbnailUrl} alt={filename} height={96} loading="lazy" /> : filename}
        </a>
      </li>
    ))}
  </ul>
);
