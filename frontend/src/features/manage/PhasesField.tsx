import { Trans, useLingui } from '@lingui/react/macro';
import type { UseFormReturnType } from '@mantine/form';
import { Button } from '@/components/Button';
import { NativeSelect } from '@/components/fields/NativeSelect';
import { TextInput } from '@/components/fields/TextInput';
import { usePhaseName } from '@/components/PhaseTimeline';
import type { PhaseKind } from '@/gql/graphql';
import { type ChallengeValues, toLocal } from './challenge-values';
import classes from './ManagePage.module.css';

const KINDS: PhaseKind[] = ['IDEATION', 'REFINEMENT', 'VOTING', 'EVALUATION', 'DECISION', 'DELIVERY'];
const WEEK = 7 * 86_400_000;

/** What happens when: each phase has its own dates, and alone decides what people may do. */
export function PhasesField({ form }: { form: UseFormReturnType<ChallengeValues> }) {
  const { t } = useLingui();
  const phaseName = usePhaseName();
  const kinds = KINDS.map((value) => ({ value, label: phaseName(value) }));
  const add = () => {
    const startsAt = form.values.phases.at(-1)?.endsAt ?? toLocal(Date.now());
    const kind = KINDS.find((k) => !form.values.phases.some((phase) => phase.kind === k)) ?? 'DELIVERY';
    form.insertListItem('phases', { kind, startsAt, endsAt: toLocal(new Date(startsAt).getTime() + WEEK) });
  };
  return (
    <fieldset className={classes.lines}>
      <legend>{t`Phases`}</legend>
      {form.values.phases.map((phase, index) => {
        const name = phaseName(phase.kind);
        return (
          <div key={phase.id ?? index} className={classes.line} role="group" aria-label={name}>
            <NativeSelect label={t`Phase`} data={kinds} {...form.getInputProps(`phases.${index}.kind`)} />
            <TextInput type="datetime-local" label={t`Starts`} {...form.getInputProps(`phases.${index}.startsAt`)} />
            <TextInput type="datetime-local" label={t`Ends`} {...form.getInputProps(`phases.${index}.endsAt`)} />
            <Button
              variant="subtle"
              className={classes.remove}
              aria-label={t`Remove phase: ${name}`}
              onClick={() => form.removeListItem('phases', index)}
            >
              <Trans>Remove</Trans>
            </Button>
          </div>
        );
      })}
      <div>
        <Button variant="default" onClick={add}>
          <Trans>Add a phase</Trans>
        </Button>
      </div>
    </fieldset>
  );
}
