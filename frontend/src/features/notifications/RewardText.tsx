import { Plural, Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { useFormat } from '@/lib/format';
import type { NotificationLine } from './notifications';
import { TitleOf, useWho } from './who';

/** What somebody has earned, won, redeemed or been given, in one sentence. */
export function RewardText({ notification }: { notification: NotificationLine }) {
  const who = useWho(notification);
  const title = <TitleOf notification={notification} />;
  const format = useFormat();
  const { kind, detail, rewardNames, company } = notification;
  const { name } = company;
  const rewardName = format.list(rewardNames);
  switch (kind) {
    case 'POINTS_EARNED':
      return <Earned detail={detail ?? ''} title={title} />;
    case 'LEVEL_REACHED':
      return (
        <Trans>
          You have reached a new level with {name}: {rewardName}
        </Trans>
      );
    case 'BADGE_EARNED':
      return (
        <Plural
          value={rewardNames.length}
          one={`You have earned a badge: ${rewardName}`}
          other={`You have earned # badges: ${rewardName}`}
        />
      );
    case 'POINTS_EXPIRING':
      return <Expiring detail={detail ?? ''} />;
    case 'WINNERS_ANNOUNCED':
      return <Trans>The winners of “{title}” are known</Trans>;
    case 'WINNERS_HELD_BACK':
      return <Trans>The winners of “{title}” were not announced: something has changed since they were chosen</Trans>;
    case 'SHARES_PROPOSED':
      return (
        <Trans>
          {who} proposes how to share what “{title}” may win
        </Trans>
      );
    case 'PRIZE_WON':
      return (
        <Trans>
          Your idea “{title}” has won: {rewardName}
        </Trans>
      );
    case 'PRIZE_CLAIM':
      return <Claim state={detail ?? ''} prize={rewardName} />;
    case 'REDEMPTION':
      return <Redemption state={detail ?? ''} reward={rewardName} />;
    case 'HANDOUT_WAITING':
      if (detail === 'PRIZE_FREE')
        return <Trans>A prize of “{title}” is free again: nobody holds it now. You can choose another winner</Trans>;
      return detail === 'PRIZES' ? (
        <Trans>A prize waits to be handed out</Trans>
      ) : (
        <Trans>A reward waits to be handed out</Trans>
      );
    default:
      return <Gift detail={detail ?? ''} what={rewardName} who={who} />;
  }
}

/** “POINTS 50” */
function Gift({ detail, what, who }: { detail: string; what: string; who: string }) {
  const points = Number(detail.split(' ')[1]);
  if (what)
    return (
      <Trans>
        {who} thanks you and gives you “{what}”
      </Trans>
    );
  if (!points) return <Trans>{who} thanks you</Trans>;
  return (
    <Plural
      value={points}
      one={`${who} thanks you and gives you # point`}
      other={`${who} thanks you and gives you # points`}
    />
  );
}

/** “80 IDEA_PLANNED 1”: of one idea it is said what became of it. */
function Earned({ detail, title }: { detail: string; title: ReactNode }) {
  const [points, rule, ideas] = detail.split(' ');
  const count = Number(ideas);
  return (
    <>
      {count === 1 ? (
        <Outcome rule={rule ?? ''} title={title} />
      ) : (
        <Plural value={count} one="# idea of yours has come further." other="# ideas of yours have come further." />
      )}{' '}
      <Plural value={Number(points)} one="That has earned you # point" other="That has earned you # points" />
    </>
  );
}

function Outcome({ rule, title }: { rule: string; title: ReactNode }) {
  if (rule === 'WINNER') return <Trans>“{title}” has won.</Trans>;
  if (rule === 'IDEA_DELIVERED') return <Trans>“{title}” has been delivered.</Trans>;
  if (rule === 'IDEA_PLANNED') return <Trans>“{title}” is planned.</Trans>;
  return <Trans>“{title}” is under review.</Trans>;
}

/** “40 2027-01-01T00:00:00.000Z” */
function Expiring({ detail }: { detail: string }) {
  const format = useFormat();
  const [points, at] = detail.split(' ');
  const date = at && format.date(at);
  return (
    <>
      <Plural value={Number(points)} one="# point of yours expires soon" other="# points of yours expire soon" />
      {date && (
        <>
          {' · '}
          <Trans>on {date}, unless you earn or redeem something until then</Trans>
        </>
      )}
    </>
  );
}

function Claim({ state, prize }: { state: string; prize: string }) {
  if (state === 'PENDING') return <Trans>Your prize “{prize}” waits for you to accept it</Trans>;
  if (state === 'SENT') return <Trans>Your prize “{prize}” is on its way</Trans>;
  if (state === 'LAPSED') return <Trans>Your prize “{prize}” was not accepted in time</Trans>;
  if (state === 'REVOKED') return <Trans>Your prize “{prize}” was taken back</Trans>;
  if (state === 'RECEIVED') return <Trans>Your prize “{prize}” is yours: it is noted as received</Trans>;
  return <Trans>There is news about your prize “{prize}”</Trans>;
}

function Redemption({ state, reward }: { state: string; reward: string }) {
  if (state === 'FULFILLED') return <Trans>“{reward}” is yours</Trans>;
  if (state === 'REQUESTED') return <Trans>“{reward}” is being got ready for you</Trans>;
  return <Trans>“{reward}” was not handed over: your points are yours again</Trans>;
}
