import { useLingui } from '@lingui/react/macro';
import { type KeyboardEvent, type PointerEvent, type RefObject, useRef } from 'react';
import { usePhaseName } from '@/components/PhaseTimeline';
import { useFormat } from '@/lib/format';
import type { PhaseValues } from './challenge-values';
import { daysBetween, type Edge, timeOf } from './plan';
import { percentAt, type Scale } from './scale';
import classes from './Timeline.module.css';

const DAY = 86_400_000;
/** As far as a date goes where nothing stops it. */
const FAR = 365;

export interface Border {
  index: number;
  edge: Edge;
  /** the next phase begins here */
  shared: boolean;
}

interface Props {
  phases: PhaseValues[];
  border: Border;
  scale: Scale;
  /** as wide as the scale */
  track: RefObject<HTMLDivElement | null>;
  onHold: (holding: boolean) => void;
  onMove: (from: PhaseValues[], border: Border, days: number) => void;
}

/** By how many days a key moves a date. */
function daysOf({ key, shiftKey }: KeyboardEvent): number {
  const step = shiftKey ? 7 : 1;
  const steps: Record<string, number> = {
    ...{ ArrowRight: step, ArrowUp: step, ArrowLeft: -step, ArrowDown: -step },
    ...{ PageUp: 7, PageDown: -7, Home: -FAR, End: FAR },
  };
  return steps[key] ?? 0;
}

/** How far a date can go, in days from now, for who cannot see it. */
function reach(phases: PhaseValues[], { index, edge, shared }: Border): [min: number, max: number] {
  const phase = phases[index]!;
  const days = (to: string) => daysBetween(phase[edge], to);
  if (edge === 'startsAt') return [index > 0 ? days(phases[index - 1]!.endsAt) : -FAR, days(phase.endsAt) - 1];
  const next = phases[index + 1];
  return [days(phase.startsAt) + 1, next ? (shared ? days(next.endsAt) - 1 : days(next.startsAt)) : FAR];
}

/** Moves a date under the finger, day by day. */
function useDrag({ phases, border, scale, track, onHold, onMove }: Props) {
  const drag = useRef<{ x: number; perDay: number; from: PhaseValues[]; days: number } | null>(null);
  const take = (event: PointerEvent<HTMLElement>) => {
    const width = track.current?.clientWidth ?? 0;
    if (event.button !== 0 || width === 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    drag.current = { x: event.clientX, perDay: (width * DAY) / (scale.to - scale.from), from: phases, days: 0 };
    onHold(true);
  };
  const pull = ({ clientX }: PointerEvent) => {
    const { current } = drag;
    if (!current) return;
    const days = Math.round((clientX - current.x) / current.perDay);
    if (days === current.days) return;
    current.days = days;
    onMove(current.from, border, days);
  };
  const release = () => {
    if (drag.current) onHold(false);
    drag.current = null;
  };
  return { onPointerDown: take, onPointerMove: pull, onPointerUp: release, onPointerCancel: release };
}

/** What one takes hold of to move a date. */
export function TimelineHandle(props: Props) {
  const { phases, border, scale, onMove } = props;
  const { t } = useLingui();
  const nameOf = usePhaseName();
  const format = useFormat();
  const { index, edge, shared } = border;
  const phase = phases[index]!;
  const name = nameOf(phase.kind);
  const next = shared ? nameOf(phases[index + 1]!.kind) : '';
  const label =
    edge === 'startsAt'
      ? t`Start of “${name}”`
      : shared
        ? t`End of “${name}”, start of “${next}”`
        : t`End of “${name}”`;
  const [min, max] = reach(phases, border);
  const day = Math.floor(timeOf(phase[edge]) / DAY);

  const pointer = useDrag(props);
  const press = (event: KeyboardEvent) => {
    const days = daysOf(event);
    if (!days) return;
    event.preventDefault();
    onMove(phases, border, days);
  };
  return (
    <button
      type="button"
      role="slider"
      className={classes.handle}
      style={{ left: `${percentAt(scale, timeOf(phase[edge]))}%` }}
      aria-label={label}
      aria-valuemin={day + min}
      aria-valuemax={day + max}
      aria-valuenow={day}
      aria-valuetext={format.dateTime(phase[edge])}
      {...pointer}
      onKeyDown={press}
    />
  );
}
