import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { useLingui } from '@lingui/react';
import { Trans } from '@lingui/react/macro';
import { graphql } from '@/gql';
import type { PhaseKind, PhaseStepFragment } from '@/gql/graphql';
import { useFormat } from '@/lib/format';
import classes from './PhaseTimeline.module.css';

export const PhaseStepFields = graphql(`
  fragment PhaseStep on Phase {
    id
    kind
    position
    startsAt
    endsAt
  }
`);

const NAMES: Record<PhaseKind, MessageDescriptor> = {
  IDEATION: msg`Ideas and votes`,
  REFINEMENT: msg`Making ideas better`,
  VOTING: msg`Final vote`,
  EVALUATION: msg`Experts assess`,
  DECISION: msg`The company decides`,
  DELIVERY: msg`Making it real`,
};

/** The word for a phase, for menus and sentences. */
export const usePhaseName = (): ((kind: PhaseKind) => string) => {
  const { i18n } = useLingui();
  return (kind) => i18n._(NAMES[kind]);
};

/** What happened, what happens now, what comes next, each with its date. */
export function PhaseTimeline({ phases }: { phases: PhaseStepFragment[] }) {
  const format = useFormat();
  const nameOf = usePhaseName();
  const now = Date.now();
  const steps = phases.toSorted((a, b) => a.startsAt.localeCompare(b.startsAt));
  return (
    <ol className={classes.track}>
      {steps.map(({ id, kind, startsAt, endsAt }) => {
        const past = Date.parse(endsAt) <= now;
        const current = !past && Date.parse(startsAt) <= now;
        return (
          <li
            key={id}
            className={classes.step}
            data-past={past || undefined}
            aria-current={current ? 'step' : undefined}
          >
            <span className={classes.name}>{nameOf(kind)}</span>
            <time
              className={classes.when}
              dateTime={current || past ? endsAt : startsAt}
              title={format.dateTime(current || past ? endsAt : startsAt)}
            >
              {past ? (
                <Trans>Ended on {format.date(endsAt)}</Trans>
              ) : current ? (
                <Trans>Ends {format.relative(endsAt)}</Trans>
              ) : (
                <Trans>Starts on {format.date(startsAt)}</Trans>
              )}
            </time>
          </li>
        );
      })}
    </ol>
  );
}
