import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { usePhaseName } from '@/components/PhaseTimeline';
import { useFormat } from '@/lib/format';
import type { ChallengeValues, PhaseValues } from './challenge-values';
import classes from './Editor.module.css';
import { useRights } from './PhaseFields';
import type { Limits } from './plan';

interface Props {
  values: ChallengeValues;
  limits: Limits;
}

/** What will happen when, in words. */
export function Story({ values: { phases }, limits: { now, publishAt, isPublic } }: Props) {
  const format = useFormat();
  const nameOf = usePhaseName();
  const last = phases.at(-1);
  const decision = phases.findLast(({ kind }) => kind === 'DECISION');
  const publication = publishAt && format.dateTime(new Date(publishAt));
  return (
    <ol className={classes.story}>
      <Moment when={publication || <Trans>As soon as you publish it</Trans>} past={isPublic}>
        {isPublic ? <Trans>It became public.</Trans> : <Trans>Everybody who sees your company can read it.</Trans>}
      </Moment>
      {phases.map((phase, index) => {
        const start = Date.parse(phase.startsAt);
        const atOnce = !isPublic && start <= Math.max(now, publishAt ?? 0);
        return (
          <Moment
            key={index}
            when={atOnce ? <Trans>At once</Trans> : format.dateTime(phase.startsAt)}
            past={isPublic && start <= now}
          >
            <strong>{nameOf(phase.kind)}</strong>: <Openness phase={phase} />
          </Moment>
        );
      })}
      {decision && (
        <Moment when={format.dateTime(decision.endsAt)} past={Date.parse(decision.endsAt) <= now}>
          <Trans>The winners are known by then: you answer the ideas.</Trans>
        </Moment>
      )}
      {last && (
        <Moment when={format.dateTime(last.endsAt)} past={Date.parse(last.endsAt) <= now}>
          <Trans>It is over. Everything stays readable.</Trans>
        </Moment>
      )}
    </ol>
  );
}

function Moment({ when, past, children }: { when: ReactNode; past: boolean; children: ReactNode }) {
  return (
    <li data-past={past || undefined}>
      <span className={classes.when}>{when}</span>
      <span>{children}</span>
    </li>
  );
}

/** What people may do meanwhile. */
function Openness({ phase }: { phase: PhaseValues }) {
  const { t } = useLingui();
  const format = useFormat();
  const doing = useRights().filter(({ value }) => value !== 'countsVisible' && phase.rights.includes(value));
  const open = format.list(doing.map(({ label }) => label));
  const until = format.date(phase.endsAt);
  return open ? t`open until ${until}: ${open}` : t`until ${until}, only reading`;
}
