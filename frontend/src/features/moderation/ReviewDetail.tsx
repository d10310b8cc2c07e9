import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { Button } from '@/components/Button';
import { Markdown } from '@/components/Markdown';
import { graphql } from '@/gql';
import type { HeldItemFragment } from '@/gql/graphql';
import { useFormat } from '@/lib/format';
import { toast } from '@/lib/toasts';
import { useAction } from '@/lib/use-action';
import { RejectDialog } from './RejectDialog';
import classes from './ReviewPage.module.css';
import { useReviewTitle } from './review-title';
import { useQueueKeys } from '@/lib/use-queue-keys';
import { useTooLate } from './use-too-late';

const ApproveReview = graphql(`
  mutation ApproveReview($input: ApproveReviewInput!) {
    approveReview(input: $input) {
      id
      state
      version
    }
  }
`);

interface Props {
  item: HeldItemFragment;
  onDecided: () => void;
  /** Somebody else was quicker: what waits is to be read again. */
  onTooLate: () => void;
}

/** One held item, whole, with what is known of its author and the two decisions. */
export function ReviewDetail({ item, onDecided, onTooLate }: Props) {
  const { t } = useLingui();
  const title = useReviewTitle()(item);
  const approval = useAction(ApproveReview);
  const [rejecting, setRejecting] = useState(false);
  const approve = async () => {
    if (approval.busy || !(await approval.run({ input: { reviewId: item.id, version: item.version } }))) return;
    toast(t`Published: “${title}”`);
    onDecided();
  };
  useTooLate(approval.problem, onTooLate);
  useQueueKeys({ a: () => void approve(), r: () => setRejecting(true) });
  const text = item.idea ?? item.comment;
  return (
    <section className={`surface ${classes.detail}`} aria-label={title}>
      <h2 className={classes.heading} lang={text?.language?.toLowerCase()}>
        {title}
      </h2>
      <About item={item} />
      <Markdown html={text?.bodyHtml ?? ''} language={text?.language} />
      {item.idea && <Attachments files={item.idea.attachments} />}
      {item.idea && item.idea.tags.length > 0 && (
        <p className="dimmed">{item.idea.tags.map((tag) => `#${tag}`).join(' ')}</p>
      )}
      <div className={classes.actions}>
        <Button onClick={() => void approve()} loading={approval.busy}>
          <Trans>Approve</Trans> <kbd className={classes.key}>A</kbd>
        </Button>
        <Button variant="default" onClick={() => setRejecting(true)}>
          <Trans>Reject</Trans> <kbd className={classes.key}>R</kbd>
        </Button>
        <span className={`dimmed ${classes.hint}`}>
          <kbd>J</kbd> <kbd>K</kbd> <Trans>move</Trans>
        </span>
      </div>
      <RejectDialog
        item={item}
        opened={rejecting}
        onClose={() => setRejecting(false)}
        onDecided={onDecided}
        onTooLate={onTooLate}
      />
    </section>
  );
}

function About({ item }: { item: HeldItemFragment }) {
  const { t } = useLingui();
  const format = useFormat();
  const { author, authorMembership, idea, comment } = item;
  const reasons = {
    COMPANY_REVIEWS_EVERYTHING: t`Held because the company reviews everything.`,
    NEWCOMER: t`Held because the author is new here.`,
  };
  const since = authorMembership ? format.date(authorMembership.joinedAt) : null;
  return (
    <p className="dimmed">
      <Link to="/u/$userId" params={{ userId: author.id }}>
        {author.displayName}
      </Link>
      {since && <> · {t`member since ${since}`}</>}
      {idea?.challenge && <> · {idea.challenge.title}</>}
      {comment && (
        <>
          {' · '}
          <Link to="/i/$ideaId" params={{ ideaId: comment.idea.id }}>
            {comment.idea.title}
          </Link>
        </>
      )}
      <br />
      {reasons[item.reason]}
    </p>
  );
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
