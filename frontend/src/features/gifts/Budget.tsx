import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { useQuery } from 'urql';
import { Button } from '@/components/Button';
import { ErrorState } from '@/components/ErrorState';
import { TextInput } from '@/components/fields/TextInput';
import { FormErrorSummary } from '@/components/FormErrorSummary';
import { Skeletons } from '@/components/Skeletons';
import type { GiftBudgetOfQuery } from '@/gql/graphql';
import { useCompany } from '@/lib/company';
import { useFormat } from '@/lib/format';
import { toast } from '@/lib/toasts';
import { useAction } from '@/lib/use-action';
import classes from './Gifts.module.css';
import { GiftBudgetOf, UpdateGiftBudget } from './gifts';

type GiftBudget = GiftBudgetOfQuery['giftBudget'];

/** What one may still give this month; managers say how much that is. */
export function Budget() {
  const format = useFormat();
  const { id: companyId, viewerCan } = useCompany();
  const [changing, setChanging] = useState(false);
  const [{ data, error }, retry] = useQuery({ query: GiftBudgetOf, variables: { companyId } });
  if (error && !data) return <ErrorState error={error} retry={retry} />;
  if (!data) return <Skeletons rows={1} height={120} />;
  const { giftBudget } = data;
  const all = format.number(giftBudget.viewerPoints);
  return (
    <section className={`surface ${classes.budget}`} aria-labelledby="gift-budget">
      <div className={classes.head}>
        <h2 id="gift-budget">
          <Trans>What you may give</Trans>
        </h2>
        {viewerCan.manage && !changing && (
          <Button variant="default" onClick={() => setChanging(true)}>
            <Trans>Change the budgets</Trans>
          </Button>
        )}
      </div>
      <p>
        <span className={classes.left}>
          <Plural value={giftBudget.viewerLeft} one="# point left" other="# points left" />
        </span>{' '}
        <span className="dimmed">
          <Trans>of {all} this month. A thank-you costs no points.</Trans>
        </span>
      </p>
      {changing && <BudgetForm key={giftBudget.version} budget={giftBudget} onDone={() => setChanging(false)} />}
    </section>
  );
}

function BudgetForm({ budget, onDone }: { budget: GiftBudget; onDone: () => void }) {
  const { t } = useLingui();
  const { id: companyId } = useCompany();
  const form = useForm({
    initialValues: {
      moderatorPoints: String(budget.moderatorPoints),
      managerPoints: String(budget.managerPoints),
    },
  });
  const { run, busy, problem } = useAction(UpdateGiftBudget, { form });
  const save = form.onSubmit(async (values) => {
    if (busy) return;
    const points = (text: string) => (text.trim() === '' ? -1 : Math.trunc(Number(text)));
    const input = {
      ...{ companyId, version: budget.version },
      ...{ moderatorPoints: points(values.moderatorPoints), managerPoints: points(values.managerPoints) },
    };
    if (!(await run({ input }))) return;
    toast(t`The budgets are changed.`, { tone: 'success' });
    onDone();
  });
  const field = { type: 'number', inputMode: 'numeric', min: 0, max: 100_000, required: true } as const;
  return (
    <form className="stack" noValidate onSubmit={save}>
      <FormErrorSummary problem={problem} />
      <div className={classes.fields}>
        <TextInput
          label={t`Points a moderator may give in a month`}
          {...field}
          {...form.getInputProps('moderatorPoints')}
        />
        <TextInput
          label={t`Points a manager may give in a month`}
          {...field}
          {...form.getInputProps('managerPoints')}
        />
      </div>
      <div className="row">
        <Button type="submit" loading={busy}>
          <Trans>Save</Trans>
        </Button>
        <Button variant="default" onClick={onDone}>
          <Trans>Cancel</Trans>
        </Button>
      </div>
    </form>
  );
}
