import { Trans, useLingui } from '@lingui/react/macro';
import type { UseFormReturnType } from '@mantine/form';
import { Button } from '@/components/Button';
import { CheckboxGroup } from '@/components/fields/Checkbox';
import { NativeSelect } from '@/components/fields/NativeSelect';
import { TextInput } from '@/components/fields/TextInput';
import { usePhaseName } from '@/components/PhaseTimeline';
import type { PhaseKind } from '@/gql/graphql';
import { type ChallengeValues, type Right, toLocal, USUAL_RIGHTS } from './challenge-values';
import classes from './ManagePage.module.css';

const KINDS: PhaseKind[] = ['IDEATION', 'REFINEMENT', 'VOTING', 'EVALUATION', 'DECISION', 'DELIVERY'];
const WEEK = 7 * 86_400_000;

type Form = UseFormReturnType<ChallengeValues>;

/** What happens when: each phase has its own dates, and alone decides what people may do. */
export function PhasesField({ form }: { form: Form }) {
  const { t } = useLingui();
  const add = () => {
    const startsAt = form.values.phases.at(-1)?.endsAt || toLocal(Date.now());
    const kind = KINDS.find((k) => !form.values.phases.some((phase) => phase.kind === k)) ?? 'DELIVERY';
    const endsAt = toLocal(new Date(startsAt).getTime() + WEEK);
    form.insertListItem('phases', { kind, startsAt, endsAt, rights: USUAL_RIGHTS[kind] });
  };
  return (
    <fieldset className={classes.lines}>
      <legend>{t`Phases`}</legend>
      {form.values.phases.map((phase, index) => (
        <PhaseLine key={phase.id ?? index} form={form} index={index} />
      ))}
      <div>
        <Button variant="default" onClick={add}>
          <Trans>Add a phase</Trans>
        </Button>
      </div>
    </fieldset>
  );
}

function PhaseLine({ form, index }: { form: Form; index: number }) {
  const { t } = useLingui();
  const phaseName = usePhaseName();
  const phase = form.values.phases[index]!;
  const name = phaseName(phase.kind);
  const choose = (kind: PhaseKind) => {
    form.setFieldValue(`phases.${index}.kind`, kind);
    form.setFieldValue(`phases.${index}.rights`, USUAL_RIGHTS[kind]);
  };
  const rights: { value: Right; label: string }[] = [
    { value: 'maySubmit', label: t`New ideas` },
    { value: 'mayEdit', label: t`Changes of ideas` },
    { value: 'mayComment', label: t`Comments` },
    { value: 'mayVote', label: t`Votes` },
    { value: 'countsVisible', label: t`Counts of votes are shown` },
  ];
  return (
    <div className={classes.line} role="group" aria-label={name}>
      <NativeSelect
        label={t`Phase`}
        data={KINDS.map((value) => ({ value, label: phaseName(value) }))}
        {...form.getInputProps(`phases.${index}.kind`)}
        onChange={({ currentTarget: { value } }) => choose(value as PhaseKind)}
      />
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
      <div className={classes.rights}>
        <CheckboxGroup
          label={t`What is open in it`}
          data={rights}
          value={[...phase.rights]}
          onChange={(chosen) => form.setFieldValue(`phases.${index}.rights`, chosen)}
        />
      </div>
    </div>
  );
}
