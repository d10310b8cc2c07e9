import { Trans, useLingui } from '@lingui/react/macro';
import { useForm, type UseFormReturnType } from '@mantine/form';
import { useEffect, useRef } from 'react';
import { Button } from '@/components/Button';
import { Textarea } from '@/components/fields/Textarea';
import { FormErrorSummary } from '@/components/FormErrorSummary';
import { LeaveGuard } from '@/components/LeaveGuard';
import type { AppealOutcome } from '@/gql/graphql';
import { toast } from '@/lib/toasts';
import { useAction } from '@/lib/use-action';
import classes from './Appeals.module.css';
import { type AppealLine, DecideAppeal } from './appeals';

interface Props {
  appeal: AppealLine;
  onStale: () => void;
}

interface Values {
  outcome: AppealOutcome | '';
  reasons: string;
}
type Form = UseFormReturnType<Values>;

/** Whether the decision stays, and why: the appellant reads it. */
export function AppealForm({ appeal: { id, version, report }, onStale }: Props) {
  const { t } = useLingui();
  const form = useForm<Values>({
    initialValues: { outcome: '', reasons: '' },
    validate: {
      outcome: (value) => (value ? null : t`Choose one.`),
      reasons: (value) => (value.trim().length < 10 ? t`Say why, in at least 10 characters.` : null),
    },
  });
  const { run, busy, problem } = useAction(DecideAppeal, { form });
  useStale(problem?.code, onStale);
  const submit = form.onSubmit(
    async ({ outcome, reasons }) => {
      if (!outcome || busy) return;
      const input = { appealId: id, version, outcome, reasons: reasons.trim() };
      if (!(await run({ input }))) return;
      toast(
        outcome === 'UPHOLD'
          ? t`The decision stays. The appellant is told why.`
          : report
            ? t`It waits again, for a new decision.`
            : t`The decision is overturned: all is as it was before.`,
        { tone: 'success' },
      );
    },
    (errors) => form.getInputNode(Object.keys(errors)[0]!)?.focus(),
  );
  return (
    <>
      <LeaveGuard active={form.values.reasons.trim() !== ''} />
      <form className={classes.form} noValidate onSubmit={submit}>
        <FormErrorSummary problem={problem} />
        <Choices form={form} name={`outcome-${id}`} complaint={report !== null} />
        <Textarea
          label={t`Reasons`}
          description={t`The appellant reads them.`}
          required
          autosize
          minRows={3}
          maxLength={2000}
          {...form.getInputProps('reasons')}
        />
        <div className="row">
          <Button type="submit" loading={busy}>
            <Trans>Decide about the appeal</Trans>
          </Button>
        </div>
      </form>
    </>
  );
}

/** Uphold or overturn, with what each means. */
function Choices({ form, name, complaint }: { form: Form; name: string; complaint: boolean }) {
  const { t } = useLingui();
  const overturned = complaint
    ? t`The review is opened again, before all others, for a decision against the item.`
    : t`All becomes as it was before, and the sanction is lifted.`;
  const choices = [
    ['UPHOLD', t`Uphold the decision`, t`It stays as it is.`],
    ['OVERTURN', t`Overturn the decision`, overturned],
  ] as const;
  const error = form.errors.outcome;
  return (
    <fieldset className={classes.choices}>
      <legend>
        <Trans>Your decision</Trans>
      </legend>
      {choices.map(([value, label, meaning], index) => (
        <label key={value} className={classes.choice}>
          <input
            type="radio"
            name={name}
            value={value}
            data-path={index === 0 ? 'outcome' : undefined}
            checked={form.values.outcome === value}
            aria-invalid={error ? true : undefined}
            aria-describedby={error ? name : undefined}
            onChange={() => form.setFieldValue('outcome', value)}
          />
          <span>
            <strong>{label}</strong>
            <span className="dimmed">{meaning}</span>
          </span>
        </label>
      ))}
      {error && (
        <p id={name} className={classes.error}>
          {error}
        </p>
      )}
    </fieldset>
  );
}

/** What is on screen is not what holds: it is read anew, once for each refusal. */
function useStale(code: string | undefined, onStale: () => void): void {
  const latest = useRef(onStale);
  latest.current = onStale;
  useEffect(() => {
    if (code === 'CONFLICT') latest.current();
  }, [code]);
}
