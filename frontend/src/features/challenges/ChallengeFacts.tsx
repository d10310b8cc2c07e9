import { Plural, Trans } from '@lingui/react/macro';
import { IconBulb, IconClock, IconGift, IconMapPin, IconUsers } from '@tabler/icons-react';
import { usePhaseName } from '@/components/PhaseTimeline';
import { TimeLeft } from '@/components/TimeLeft';
import { useFormat } from '@/lib/format';
import classes from './ChallengePage.module.css';
import type { Challenge } from './challenge-page';

/** Where the challenge stands on the clock. */
function Clock({
  challenge: { state, startsAt, endsAt, closedAt, currentPhase, nextPhase },
}: {
  challenge: Challenge;
}) {
  const format = useFormat();
  const nameOf = usePhaseName();
  const ended = closedAt ?? endsAt;
  if (state === 'CLOSED' || state === 'ARCHIVED')
    return ended ? <Trans>Closed on {format.date(ended)}</Trans> : <Trans>Closed</Trans>;
  if (currentPhase) return <TimeLeft until={currentPhase.endsAt} />;
  const starts = nextPhase?.startsAt ?? startsAt;
  if (!starts) return <Trans>No dates yet</Trans>;
  return state === 'OPEN' && nextPhase ? (
    <Trans>
      {nameOf(nextPhase.kind)}: {format.relative(starts)}
    </Trans>
  ) : (
    <Trans>Opens {format.relative(starts)}</Trans>
  );
}

/** What one asks first: for which prize, how long still, what goes on, who takes part. */
export function ChallengeFacts({ challenge }: { challenge: Challenge }) {
  const { prizes, currentPhase, authorCount, ideaCount } = challenge;
  const nameOf = usePhaseName();
  return (
    <ul className={classes.facts}>
      {prizes[0] && (
        <li className={classes.prize}>
          <IconGift size={18} aria-hidden /> {prizes[0].title}
        </li>
      )}
      {currentPhase && (
        <li className={classes.here}>
          <IconMapPin size={18} aria-hidden /> <Trans>Now: {nameOf(currentPhase.kind)}</Trans>
        </li>
      )}
      <li>
        <IconClock size={18} aria-hidden />
        <span>
          <Clock challenge={challenge} />
        </span>
      </li>
      <li>
        <IconBulb size={18} aria-hidden />
        <span>
          <Plural value={ideaCount} one="# idea" other="# ideas" />
        </span>
      </li>
      <li>
        <IconUsers size={18} aria-hidden />
        <span>
          <Plural value={authorCount} one="# author" other="# authors" />
        </span>
      </li>
    </ul>
  );
}
