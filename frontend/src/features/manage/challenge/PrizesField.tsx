import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@/components/Button';
import { NativeSelect } from '@/components/fields/NativeSelect';
import { TextInput } from '@/components/fields/TextInput';
import { thenNext } from '@/lib/focus';
import { useFormat } from '@/lib/format';
import { parseAmount } from './amount';
import classes from './Editor.module.css';
import type { StepProps } from './fields';

const CURRENCIES = ['EUR', 'USD', 'GBP', 'MXN', 'ARS', 'CLP', 'COP', 'PEN', 'CHF'];

/** What the places win; fixed once the challenge is published. */
export function PrizesField({ form, field }: StepProps) {
  const { t } = useLingui();
  return (
    <fieldset data-lines className={classes.lines}>
      <legend>{t`Prizes`}</legend>
      {form.values.prizes.map((_, index) => (
        <PrizeLine key={index} form={form} field={field} index={index} />
      ))}
      <div>
        <Button
          variant="default"
          data-add
          onClick={() =>
            form.insertListItem('prizes', { title: '', kind: 'PRODUCT', amountMinor: '', currency: 'EUR' })
          }
        >
          <Trans>Add a prize</Trans>
        </Button>
      </div>
    </fieldset>
  );
}

function PrizeLine({ form, field, index }: StepProps & { index: number }) {
  const { t } = useLingui();
  const place = index + 1;
  const kinds = [
    { value: 'MONEY', label: t`Money` },
    { value: 'PRODUCT', label: t`Product` },
    { value: 'RECOGNITION', label: t`Recognition` },
    { value: 'REVENUE_SHARE', label: t`Share of revenue` },
  ];
  return (
    <div className={classes.line} role="group" aria-label={t`Place ${place}`}>
      <TextInput className={classes.wide} label={t`Place ${place} wins`} required {...field(`prizes.${index}.title`)} />
      <NativeSelect label={t`Kind`} data={kinds} {...field(`prizes.${index}.kind`)} />
      {form.values.prizes[index]!.kind === 'MONEY' && <Amount form={form} field={field} index={index} />}
      <Button
        variant="subtle"
        className={classes.remove}
        aria-label={t`Remove the prize of place ${place}`}
        data-remove
        onClick={thenNext(() => form.removeListItem('prizes', index))}
      >
        <Trans>Remove</Trans>
      </Button>
    </div>
  );
}

/** Says how it was understood: what one language writes for a thousand is one in another. */
function Amount({ form, field, index }: StepProps & { index: number }) {
  const { t, i18n } = useLingui();
  const format = useFormat();
  const { amountMinor, currency } = form.values.prizes[index]!;
  const amount = parseAmount(amountMinor, currency, i18n.locale);
  return (
    <>
      <TextInput
        className={classes.narrow}
        label={t`Amount`}
        inputMode="decimal"
        description={amount === null ? undefined : format.money(amount, currency)}
        {...field(`prizes.${index}.amountMinor`)}
      />
      <NativeSelect
        className={classes.narrow}
        label={t`Currency`}
        data={CURRENCIES}
        {...field(`prizes.${index}.currency`)}
      />
    </>
  );
}
