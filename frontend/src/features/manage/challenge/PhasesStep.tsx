import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { Button } from '@/components/Button';
import type { PhaseKind } from '@/gql/graphql';
import { useFormat } from '@/lib/format';
import { type PhaseValues, toLocal, USUAL_RIGHTS } from './challenge-values';
import { DateField } from './DateField';
import classes from './Editor.module.css';
import type { StepProps } from './fields';
import { PhaseFields } from './PhaseFields';
import { addDays, isLocked, type Limits, movePlan, type Refusal } from './plan';
import { Timeline } from './Timeline';
import { useWords } from './words';

const KINDS: PhaseKind[] = ['IDEATION', 'REFINEMENT', 'VOTING', 'EVALUATION', 'DECISION', 'DELIVERY'];

/** One more, for a week after the last one. */
function nextPhase(phases: PhaseValues[]): PhaseValues {
  const last = phases.at(-1)?.endsAt;
  const startsAt = last && Date.parse(last) > Date.now() ? last : addDays(toLocal(Date.now()), 1);
  const kind = KINDS.find((each) => !phases.some((phase) => phase.kind === each)) ?? 'DELIVERY';
  return { kind, startsAt, endsAt: addDays(startsAt, 7), rights: USUAL_RIGHTS[kind] };
}

/** What happens when: each phase has its own dates, and alone decides what people may do. */
export function PhasesStep({ form, field, limits }: StepProps & { limits: Limits }) {
  const { t } = useLingui();
  const words = useWords();
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const { phases } = form.values;
  const change = (next: PhaseValues[]) => form.setFieldValue('phases', next);
  return (
    <>
      {phases.length > 0 && (
        <>
          <PlanStart phases={phases} limits={limits} onChange={change} />
          <Timeline phases={phases} limits={limits} onChange={change} onRefusal={setRefusal} />
          <p role="status" className={classes.refusal}>
            {refusal && words.problem(refusal)}
          </p>
        </>
      )}
      <fieldset data-lines className={classes.lines}>
        <legend>{t`Phases`}</legend>
        {phases.map((phase, index) => (
          <PhaseFields
            key={index}
            {...{ form, field, index, limits, kinds: KINDS }}
            onChange={change}
            locked={isLocked(phase, limits)}
          />
        ))}
        {form.errors.phases && (
          <p role="alert" className={classes.wrong}>
            {form.errors.phases}
          </p>
        )}
        {phases.length < 12 && (
          <div>
            <Button variant="default" data-add onClick={() => change([...phases, nextPhase(phases)])}>
              <Trans>Add a phase</Trans>
            </Button>
          </div>
        )}
      </fieldset>
    </>
  );
}

interface PlanStartProps {
  phases: PhaseValues[];
  limits: Limits;
  onChange: (phases: PhaseValues[]) => void;
}

/** Moves everything that is still to come. */
function PlanStart({ phases, limits, onChange }: PlanStartProps) {
  const { t } = useLingui();
  const format = useFormat();
  const first = phases.find((phase) => !isLocked(phase, limits));
  const days = Math.round((Date.parse(phases.at(-1)!.endsAt) - Date.parse(phases[0]!.startsAt)) / 86_400_000);
  if (!first) return null;
  const move = (to: string): Refusal | null => {
    const result = movePlan(phases, to, limits);
    if ('refusal' in result) return result.refusal;
    onChange(result.phases);
    return null;
  };
  const length = format.number(days);
  return (
    <DateField
      className={classes.planStart}
      label={first === phases[0] ? t`The whole plan starts` : t`What is still to come starts`}
      description={t`Everything after it moves along. All in all ${length} days.`}
      value={first.startsAt}
      onCommit={move}
    />
  );
}
