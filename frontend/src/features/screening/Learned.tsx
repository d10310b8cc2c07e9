import { Trans } from '@lingui/react/macro';
import type { ScreeningQuery } from '@/gql/graphql';
import { useFormat } from '@/lib/format';
import classes from './Screening.module.css';

/** So many decisions of each kind it needs, and so often it must be right: as the server has it. */
const NEEDED = 50;
const LEAST = 0.8;

type Model = NonNullable<ScreeningQuery['screeningSettings']['learned']>;

/** What was learned from the company's own decisions, and whether that is good enough to be used. */
export function Learned({ learned, on }: { learned: Model | null; on: boolean }) {
  const kept = learned?.keptCount ?? 0;
  const removed = learned?.removedCount ?? 0;
  const few = Math.min(kept, removed) < NEEDED;
  return (
    <section className={classes.part} aria-labelledby="learned">
      <h2 id="learned">
        <Trans>Learned from your decisions</Trans>
        <span className={classes.state} data-on={(on && learned?.active) || undefined}>
          {on && learned?.active ? <Trans>On</Trans> : <Trans>Off</Trans>}
        </span>
      </h2>
      <p className="dimmed">
        <Trans>
          Every night a small statistic counts which words stand in what your moderators kept and in what they took
          down. Nothing leaves this server, and members of trust level 2 and 3 are never held by it.
        </Trans>
      </p>
      {few ? <Counts kept={kept} removed={removed} /> : learned && <Quality model={learned} on={on} />}
    </section>
  );
}

/** Not enough yet: how far it is. */
function Counts({ kept, removed }: { kept: number; removed: number }) {
  const format = useFormat();
  const needed = format.number(NEEDED);
  return (
    <>
      <p>
        <Trans>It stays off until there are {needed} decisions of each kind.</Trans>
      </p>
      <ul className={`plain ${classes.counts}`}>
        <Count value={kept} name="kept">
          <Trans>Kept</Trans>
        </Count>
        <Count value={removed} name="removed">
          <Trans>Taken down</Trans>
        </Count>
      </ul>
    </>
  );
}

function Count({ value, name, children }: { value: number; name: string; children: React.ReactNode }) {
  const format = useFormat();
  const [have, needed] = [format.number(Math.min(value, NEEDED)), format.number(NEEDED)];
  return (
    <li>
      <span id={`count-${name}`}>{children}</span>
      <progress max={NEEDED} value={Math.min(value, NEEDED)} aria-labelledby={`count-${name}`} />
      <span className="dimmed">
        <Trans>
          {have} of {needed}
        </Trans>
      </span>
    </li>
  );
}

function Quality({ model: { precision, recall, active, trainedAt }, on }: { model: Model; on: boolean }) {
  const format = useFormat();
  const least = format.percent(LEAST);
  const right = format.percent(precision ?? 0);
  const found = format.percent(recall ?? 0);
  const at = format.date(trainedAt);
  return (
    <>
      <p>
        {precision == null ? (
          <Trans>It stays off: with what it knows it would hold nothing.</Trans>
        ) : (
          <Trans>
            Of what it would hold, your moderators took down <strong>{right}</strong> (precision); it needs {least}. Of
            what they took down, it would have held {found}.
          </Trans>
        )}
      </p>
      {active && !on && (
        <p>
          <Trans>It is good enough, but looking for spam is switched off.</Trans>
        </p>
      )}
      <p className="dimmed">
        <Trans>Tested on decisions that it had not seen. Last learned on {at}.</Trans>
      </p>
    </>
  );
}
