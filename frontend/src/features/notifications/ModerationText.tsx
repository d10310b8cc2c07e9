import { Plural, Trans } from '@lingui/react/macro';
import { RelativeTime } from '@/components/RelativeTime';
import type { ReactNode } from 'react';
import type { DecisionAct } from '@/gql/graphql';
import type { NotificationLine } from './notifications';

/** What moderators decided, in one sentence. */
export function ModerationText({ notification, title }: { notification: NotificationLine; title: ReactNode }) {
  const { kind, commentId, detail, company } = notification;
  switch (kind) {
    case 'DECISION_MADE':
      return decided(detail as DecisionAct | null, title, commentId !== null);
    case 'DECISION_UNDONE':
      return notification.ideaTitle ? (
        <Trans>A decision about “{title}” was taken back</Trans>
      ) : (
        <Trans>A decision about you was taken back</Trans>
      );
    case 'APPEAL_FILED':
      return <Trans>An appeal waits for somebody to decide: it can be you</Trans>;
    case 'APPEAL_DECIDED':
      if (detail === 'COMPLAINT_RIGHT') return <Trans>Your complaint was right: what you reported waits again</Trans>;
      if (detail === 'COMPLAINT_WRONG') return <Trans>Your complaint was looked at: what you reported stays</Trans>;
      return detail === 'OVERTURNED' ? (
        <Trans>Your appeal was right: the decision was taken back</Trans>
      ) : (
        <Trans>Your appeal was looked at: the decision stays</Trans>
      );
    case 'FLAG_DECIDED':
      return detail === 'UPHELD' ? (
        <Trans>Something was done about what you reported</Trans>
      ) : (
        <Trans>What you reported was looked at, and stays</Trans>
      );
    case 'REVIEWS_OVERDUE':
      return <Overdue detail={detail ?? ''} />;
    default:
      return (
        <Trans>
          {company.name} trusts you more: you have reached level {detail}
        </Trans>
      );
  }
}

/** How many, and since when the first is. */
function Overdue({ detail }: { detail: string }) {
  const [count, since] = detail.split(' ');
  return (
    <>
      <Plural value={Number(count)} one="# review is overdue" other="# reviews are overdue" />
      {since && (
        <>
          {' · '}
          <Trans>
            the first was due <RelativeTime at={since} />
          </Trans>
        </>
      )}
    </>
  );
}

function decided(act: DecisionAct | null, title: ReactNode, isComment: boolean): ReactNode {
  if (act === 'WARN') return <Trans>You have been warned</Trans>;
  if (act === 'SILENCE') return <Trans>You cannot write for a while</Trans>;
  if (act === 'SUSPEND') return <Trans>You are suspended for a while</Trans>;
  if (act === 'EXCLUDE') return <Trans>You take no part in rewards</Trans>;
  if (isComment) return <Trans>Moderators decided about your comment on “{title}”</Trans>;
  return <Trans>Moderators decided about your idea “{title}”</Trans>;
}
