import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useForm } from '@mantine/form';
import { Button } from '@/components/Button';
import { TextInput } from '@/components/fields/TextInput';
import { FormErrorSummary } from '@/components/FormErrorSummary';
import { toast } from '@/lib/toasts';
import { useAction } from '@/lib/use-action';
import { ChangeRewardStock, type ManagedReward } from './documents';
import classes from './Manage.module.css';

/** How many there are. It is added to and taken from, so that what is redeemed meanwhile stays counted. */
export function StockPanel({ reward: { id: rewardId, version, stock, taken } }: { reward: ManagedReward }) {
  const { t } = useLingui();
  const form = useForm({
    initialValues: { by: '' },
    validate: { by: (value) => (/^[+-]?\d+$/.test(value.trim()) ? null : t`A whole number, as 10 or -3.`) },
  });
  const { run, busy, problem } = useAction(ChangeRewardStock, { form });
  const change = async (by: number | null) => {
    if (busy || !(await run({ input: { rewardId, version, by } }))) return;
    form.reset();
    toast(t`The stock is changed.`, { tone: 'success' });
  };
  return (
    <section className={`surface ${classes.panel}`} aria-labelledby="stock">
      <h2 id="stock" className={classes.name}>
        <Trans>Stock</Trans>
      </h2>
      <p>
        {stock === null ? (
          <Trans>Any number is left.</Trans>
        ) : (
          <Plural value={stock} one="# is left." other="# are left." />
        )}{' '}
        <span className="dimmed">
          <Plural value={taken} one="# was redeemed." other="# were redeemed." />
        </span>
      </p>
      <form className={classes.inline} noValidate onSubmit={form.onSubmit(({ by }) => change(Number(by)))}>
        <FormErrorSummary problem={problem} />
        <TextInput
          label={stock === null ? t`How many are left from now on` : t`How many more, or (with a minus) fewer`}
          inputMode="numeric"
          autoComplete="off"
          {...form.getInputProps('by')}
        />
        <div className="row">
          <Button type="submit" variant="default" loading={busy}>
            {stock === null ? <Trans>Limit it</Trans> : <Trans>Change the stock</Trans>}
          </Button>
          {stock !== null && (
            <Button variant="subtle" onClick={() => void change(null)}>
              <Trans>There is any number</Trans>
            </Button>
          )}
        </div>
      </form>
    </section>
  );
}
