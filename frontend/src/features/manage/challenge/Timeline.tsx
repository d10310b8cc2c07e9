import { Trans, useLingui } from '@lingui/react/macro';
import { useRef, useState } from 'react';
import { usePhaseName } from '@/components/PhaseTimeline';
import { useFormat } from '@/lib/format';
import type { PhaseValues } from './challenge-values';
import { isLocked, type Limits, nudge, type Refusal, timeOf, touches } from './plan';
import { percentAt, type Scale, scaleOf, ticksOf } from './scale';
import classes from './Timeline.module.css';
import { type Border, TimelineHandle } from './TimelineHandle';

interface Props {
  phases: PhaseValues[];
  limits: Limits;
  onChange: (phases: PhaseValues[]) => void;
  /** Why a date went no further; null once one has moved as it was meant to. */
  onRefusal: (refusal: Refusal | null) => void;
}

/** The dates that can be moved: where two phases touch they have one border, which moves both. */
const bordersOf = (phases: PhaseValues[], index: number, limits: Limits): Border[] => {
  if (isLocked(phases[index]!, limits)) return [];
  const end: Border = { index, edge: 'endsAt', shared: touches(phases, index) };
  return touches(phases, index - 1) ? [end] : [{ index, edge: 'startsAt', shared: false }, end];
};

/**
 * The phases over a calendar. Their ends are dragged, or moved by the arrow keys; what cannot be does not happen, and is
 * said. The fields below it are the exact way to the same dates.
 */
export function Timeline({ phases, limits, onChange, onRefusal }: Props) {
  const { t } = useLingui();
  const nameOf = usePhaseName();
  const format = useFormat();
  // while one drags, the ground stands still
  const [held, setHeld] = useState<Scale | null>(null);
  const track = useRef<HTMLDivElement>(null);
  const scale = held ?? scaleOf(phases, limits.now);
  const move = (from: PhaseValues[], border: Border, days: number) => {
    const { phases: moved, refusal } = nudge(from, border, days, limits);
    onRefusal(refusal ?? null);
    onChange(moved);
  };
  return (
    <div className={classes.timeline} role="group" aria-label={t`Phases on a calendar`}>
      <div ref={track} className={classes.chart}>
        <Axis scale={scale} now={limits.now} />
        <ol className={classes.rows}>
          {phases.map((phase, index) => {
            const [left, right] = [percentAt(scale, timeOf(phase.startsAt)), percentAt(scale, timeOf(phase.endsAt))];
            const [from, until] = [format.date(phase.startsAt), format.date(phase.endsAt)];
            return (
              <li key={index} className={classes.row} data-kind={phase.kind}>
                <span className={classes.words}>
                  <strong>{nameOf(phase.kind)}</strong>{' '}
                  <span className="dimmed">
                    {from} – {until}
                  </span>
                </span>
                <div className={classes.track}>
                  <div
                    className={classes.bar}
                    style={{ left: `${left}%`, width: `${Math.max(right - left, 0)}%` }}
                    data-past={timeOf(phase.endsAt) <= limits.now || undefined}
                    data-locked={isLocked(phase, limits) || undefined}
                  />
                  {bordersOf(phases, index, limits).map((border) => (
                    <TimelineHandle
                      key={border.edge}
                      {...{ phases, border, scale, track }}
                      onHold={(holding) => setHeld(holding ? scale : null)}
                      onMove={move}
                    />
                  ))}
                </div>
              </li>
            );
          })}
        </ol>
      </div>
      <p className={classes.help}>
        <Trans>Drag an end, or use the arrow keys: a day each, with Shift a week.</Trans>
      </p>
    </div>
  );
}

/** The calendar behind the bars. The phases themselves tell their dates in words. */
function Axis({ scale, now }: { scale: Scale; now: number }) {
  const { i18n } = useLingui();
  const style = new Intl.DateTimeFormat(i18n.locale, { day: 'numeric', month: 'short' });
  const here = percentAt(scale, now);
  return (
    <div className={classes.axis} aria-hidden>
      {ticksOf(scale).map((tick) => (
        <span key={tick.getTime()} className={classes.tick} style={{ left: `${percentAt(scale, tick.getTime())}%` }}>
          {style.format(tick)}
        </span>
      ))}
      {here > 0 && here < 100 && (
        <span className={classes.now} style={{ left: `${here}%` }}>
          <span>
            <Trans>Now</Trans>
          </span>
        </span>
      )}
    </div>
  );
}
