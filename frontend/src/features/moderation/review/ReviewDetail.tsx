import { Trans, useLingui } from '@lingui/react/macro';
import { IconEye, IconEyeOff } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useQuery } from 'urql';
import { Avatar } from '@/components/Avatar';
import { ErrorState } from '@/components/ErrorState';
import { Skeletons } from '@/components/Skeletons';
import type { HeldItemFragment, HoldReason, QueueItemFragment } from '@/gql/graphql';
import { useFormat } from '@/lib/format';
import { useViewer } from '@/lib/session';
import { toast } from '@/lib/toasts';
import { useMoment } from '@/lib/use-moment';
import { type OnVerdict, Verdicts } from '../decide/Verdicts';
import { Due } from '../queue/QueueRows';
import { useReviewTitle } from '../queue/review-title';
import { ReviewTitle } from '../queue/ReviewTitle';
import { useClaim } from '../queue/use-claim';
import { AuthorRecord } from './AuthorRecord';
import { EarlierDecisions } from './EarlierDecisions';
import { Findings, type OpenReview, Reports } from './Evidence';
import { Exhibit, Veil } from './Exhibit';
import { ReviewToDecide } from './held-item';
import { ItemAwards } from './ItemAwards';
import { useKindName, useStateName } from './names';
import { ReviewContext } from './ReviewContext';
import classes from './Review.module.css';
import { useViewing } from './viewing';

interface Props extends OnVerdict {
  id: string;
  /** As the list has it: shown until all of it has come. */
  listed?: QueueItemFragment;
  /** Something else happened to it: the list is read again. */
  onChanged: () => void;
}

function Reason({ item }: { item: HeldItemFragment }) {
  const { t } = useLingui();
  const reasons: Record<HoldReason, string> = {
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

/** The member, where they themselves are reviewed. */
function Profile({ review: { author } }: { review: OpenReview }) {
  const { t } = useLingui();
  const { blur, calm } = useViewing();
  const [seen, setSeen] = useState(false);
  const veiled = Boolean(author.avatarUrl) && (blur || calm) && !seen;
  return (
    <div className={classes.profile}>
      <div className={classes.picture}>
        {veiled ? (
          <button type="button" aria-label={t`Show the picture`} onClick={() => setSeen(true)}>
            <Avatar name={author.displayName} url={author.avatarUrl} size={96} />
            <IconEyeOff aria-hidden />
          </button>
        ) : (
          <Avatar name={author.displayName} url={author.avatarUrl} size={96} />
        )}
      </div>
      <div>
        <p>
          <Link to="/u/$userId" params={{ userId: author.id }}>
            {author.displayName}
          </Link>
        </p>
        {author.bio ? (
          <p>{author.bio}</p>
        ) : (
          <p className="dimmed">
            <Trans>Says nothing about themselves.</Trans>
          </p>
        )}
      </div>
    </div>
  );
}

/** Why the viewer cannot decide about it just now; null where they can. */
function useHindrance(item: HeldItemFragment | undefined, review: OpenReview | null | undefined, again: () => void) {
  const { t } = useLingui();
  const viewer = useViewer();
  const format = useFormat();
  const stateName = useStateName();
  const { claimedBy, claimedUntil } = item ?? {};
  const elsewhere = claimedBy && claimedBy.id !== viewer?.id;
  useMoment(elsewhere && claimedUntil ? claimedUntil : null, again);
  if (!item) return null;
  if (item.state !== 'PENDING') return stateName(item.state);
  if (viewer?.id === item.author.id) return t`You wrote this yourself: another moderator decides.`;
  if (review?.flags.some(({ flagger }) => flagger?.id === viewer?.id))
    return t`You reported this yourself: another moderator decides.`;
  if (!elsewhere) return null;
  const name = claimedBy.displayName;
  const until = claimedUntil ? format.dateTime(claimedUntil) : '';
  return t`${name} is at it until ${until}. You can read it; choose another one to decide about.`;
}

/** Takes it for the viewer; says kindly when somebody else was quicker. */
function useTurn(id: string, title: string, mayDecide: boolean, again: () => void) {
  const { t } = useLingui();
  useClaim(mayDecide ? id : null, ({ code }) => {
    if (code === 'CONFLICT') toast(t`“${title}” was decided a moment ago by somebody else. Thank you all the same.`);
    if (code === 'CLAIMED') toast(t`Somebody else took “${title}” a moment before you.`);
    again();
  });
}

/** Where the open item is on the page. */
export const DETAIL = 'review-detail';
const NOTHING: ReadonlySet<string> = new Set();

/** One item, whole, where it stands: what speaks against it, who wrote it, what was decided, and what can be. */
export function ReviewDetail({ id, listed, onDecide, onDecided, onChanged }: Props) {
  const { calm } = useViewing();
  const [{ data, error, fetching }, execute] = useQuery({ query: ReviewToDecide, variables: { id } });
  const review = data?.review;
  const item: HeldItemFragment | undefined = review ?? listed;
  const again = () => {
    execute({ requestPolicy: 'network-only' });
    onChanged();
  };
  const title = useReviewTitle();
  const hindrance = useHindrance(item, review, again);
  const name = item ? title(item) : '';
  useTurn(id, name, item !== undefined && hindrance === null, again);
  if (!item)
    return (
      <section className={`surface ${classes.detail}`}>
        {error && !fetching ? <ErrorState error={error} retry={again} /> : <Skeletons rows={4} />}
      </section>
    );
  const files = review?.flags.flatMap(({ attachmentId }) => attachmentId ?? []);
  const reasons = (review ?? listed)?.reasons ?? [];
  return (
    <section id={DETAIL} className={`surface ${classes.detail}`} data-calm={calm || undefined} aria-label={name}>
      <div className={classes.text}>
        <Head item={item} />
        {reasons.length === 0 && <Reason item={item} />}
        {review && <Reports review={review} />}
        <Findings review={{ reasons }} />
        <Veil>
          <ReviewContext item={item} />
          <Exhibit item={item} flagged={files ? new Set(files) : NOTHING} />
          {review && item.kind === 'PROFILE' && <Profile review={review} />}
        </Veil>
        {item.kind !== 'PROFILE' && <ItemAwards item={item} />}
        {review && <EarlierDecisions review={review} mayUndo={review.state !== 'WITHDRAWN'} onUndone={again} />}
      </div>
      {review && <AuthorRecord review={review} />}
      {hindrance === null ? (
        <Verdicts item={item} screened={reasons.length > 0} {...{ onDecide, onDecided }} onChanged={again} />
      ) : (
        <p role="status" className={classes.hindrance}>
          <IconEye size={18} aria-hidden /> {hindrance}
        </p>
      )}
    </section>
  );
}

function Head({ item }: { item: HeldItemFragment }) {
  const kindName = useKindName();
  return (
    <>
      <h2 className={classes.heading}>
        <ReviewTitle item={item} />
      </h2>
      <p className={classes.facts}>
        <span>{kindName(item.kind)}</span>
        <Due item={item} />
      </p>
    </>
  );
}
