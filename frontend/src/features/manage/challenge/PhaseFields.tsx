import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@/components/Button';
import { CheckboxGroup } from '@/components/fields/Checkbox';
import { NativeSelect } from '@/components/fields/NativeSelect';
import { usePhaseName } from '@/components/PhaseTimeline';
import type { PhaseKind } from '@/gql/graphql';
import { thenNext } from '@/lib/focus';
import { useFormat } from '@/lib/format';
import { type PhaseValues, type Right, USUAL_RIGHTS } from './challenge-values';
import { DateField } from './DateField';
import classes from './Editor.module.css';
import type { StepProps } from './fields';
import { type Edge, type Limits, moveEdge } from './plan';

interface Props extends StepProps {
  index: number;
  kinds: PhaseKind[];
  limits: Limits;
  /** has begun, and people count on it */
  locked: boolean;
  onChange: (phases: PhaseValues[]) => void;
}

/** What can be open in a phase, and how one says that. */
export function useRights(): { value: Right; label: string }[] {
  const { t } = useLingui();
  return [
    { value: 'maySubmit', label: t`New ideas` },
    { value: 'mayEdit', label: t`Changes of ideas` },
    { value: 'mayComment', label: t`Comments` },
    { value: 'mayVote', label: t`Votes` },
    { value: 'countsVisible', label: t`Counts of votes are shown` },
  ];
}

/** One phase: what it is for, its exact dates, what is open in it. */
export function PhaseFields(props: Props) {
  const { form, field, index, kinds, limits, locked, onChange } = props;
  const { t } = useLingui();
  const phaseName = usePhaseName();
  const { phases } = form.values;
  const phase = phases[index]!;
  const name = phaseName(phase.kind);
  const put = (changes: Partial<PhaseValues>) =>
    onChange(phases.map((each, at) => (at === index ? { ...each, ...changes } : each)));
  const move = (edge: Edge) => (to: string) => {
    const result = moveEdge(phases, { index, edge, to }, limits);
    if ('refusal' in result) return result.refusal;
    onChange(result.phases);
    return null;
  };
  const date = (edge: Edge) => ({
    ...{ value: phase[edge], disabled: locked, onCommit: move(edge) },
    ...{ error: field(`phases.${index}.${edge}`).error as string, 'data-path': `phases.${index}.${edge}` },
  });
  return (
    <div
      className={`${classes.line} ${classes.phase}`}
      role="group"
      aria-label={name}
      data-locked={locked || undefined}
    >
      <NativeSelect
        label={t`Phase`}
        data={kinds.map((value) => ({ value, label: phaseName(value) }))}
        {...field(`phases.${index}.kind`)}
        disabled={locked}
        onChange={({ currentTarget }) => {
          const kind = currentTarget.value as PhaseKind;
          put({ kind, rights: USUAL_RIGHTS[kind] });
        }}
      />
      <DateField label={t`Starts`} {...date('startsAt')} />
      <DateField label={t`Ends`} {...date('endsAt')} />
      {locked ? (
        <p className={classes.note}>
          <Trans>Has begun, and stays as it is. It can be extended in the last step, with a public reason.</Trans>
        </p>
      ) : (
        <div className={classes.phaseFoot}>
          <Rights phase={phase} onChange={(rights) => put({ rights })} />
          <Button
            variant="subtle"
            aria-label={t`Remove phase: ${name}`}
            data-remove
            onClick={thenNext(() => onChange(phases.filter((_, at) => at !== index)))}
          >
            <Trans>Remove</Trans>
          </Button>
        </div>
      )}
    </div>
  );
}

function Rights({ phase, onChange }: { phase: PhaseValues; onChange: (rights: Right[]) => void }) {
  const { t } = useLingui();
  const format = useFormat();
  const rights = useRights();
  const open = format.list(rights.filter(({ value }) => phase.rights.includes(value)).map(({ label }) => label));
  return (
    <details className={classes.rights}>
      <summary>{open ? t`Open in it: ${open}` : t`Nothing is open in it`}</summary>
      <CheckboxGroup label={t`What is open in it`} data={rights} value={[...phase.rights]} onChange={onChange} />
    </details>
  );
}
