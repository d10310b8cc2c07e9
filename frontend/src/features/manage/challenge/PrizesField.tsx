import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@/components/Button';
import { NativeSelect } from '@/components/fields/NativeSelect';
import { TextInput } from '@/components/fields/TextInput';
import { thenNext } from '@/lib/focus';
import { useFormat } from '@/lib/format';
import { parseAmount } from './amount';
import { BLANK_PRIZE } from './challenge-values';
import classes from './Editor.module.css';
import type { StepProps } from './fields';

const CURRENCIES = ['EUR', 'USD', 'GBP', 'MXN', 'ARS', 'CLP', 'COP', 'PEN', 'CHF'];

/**
 * What the places win.
 * @param promised how many of them the public knows: these can only grow, new ones come after them
 */
export function PrizesField({ form, field, promised }: StepProps & { promised: number }) {
  const { t } = useLingui();
  return (
    <fieldset data-lines className={classes.lines}>
      <legend>{t`Prizes`}</legend>
      {form.values.prizes.map((_, index) => (
        <PrizeLine key={index} form={form} field={field} index={index} fixed={index < promised} />
      ))}
      <div>
        <Button variant="default" data-add onClick={() => form.insertListItem('prizes', { ...BLANK_PRIZE })}>
          <Trans>Add a prize</Trans>
        </Button>
      </div>
    </fieldset>
  );
}

interface LineProps extends StepProps {
  index: number;
  fixed: boolean;
}

function PrizeLine({ form, field, index, fixed }: LineProps) {
  const { t } = useLingui();
  const place = index + 1;
  const kinds = [
    { value: 'MONEY', label: t`Money` },
    { value: 'PRODUCT', label: t`Product` },
    { value: 'RECOGNITION', label: t`Recognition` },
    { value: 'REVENUE_SHARE', label: t`Share of revenue` },
    { value: 'POINTS', label: t`Points` },
  ];
  return (
    <div className={classes.line} role="group" aria-label={t`Place ${place}`}>
      <TextInput
        className={classes.wide}
        label={t`Place ${place} wins`}
        required
        disabled={fixed}
        {...field(`prizes.${index}.title`)}
      />
      <NativeSelect label={t`Kind`} data={kinds} disabled={fixed} {...field(`prizes.${index}.kind`)} />
      <Amount form={form} field={field} index={index} fixed={fixed} />
      {!fixed && (
        <Button
          variant="subtle"
          className={classes.remove}
          aria-label={t`Remove the prize of place ${place}`}
          data-remove
          onClick={thenNext(() => form.removeListItem('prizes', index))}
        >
          <Trans>Remove</Trans>
        </Button>
      )}
    </div>
  );
}

/** How much it is, as its kind has it. */
function Amount(props: LineProps) {
  const { t } = useLingui();
  const { form, field, index } = props;
  const { kind } = form.values.prizes[index]!;
  if (kind === 'MONEY') return <Money {...props} />;
  if (kind === 'POINTS')
    return (
      <TextInput
        className={classes.narrow}
        label={t`Points`}
        inputMode="numeric"
        {...field(`prizes.${index}.points`)}
      />
    );
  if (kind === 'REVENUE_SHARE')
    return (
      <TextInput
        className={classes.narrow}
        label={t`Share, %`}
        inputMode="decimal"
        description={t`Of what the idea earns.`}
        {...field(`prizes.${index}.shareBasisPoints`)}
      />
    );
  return null;
}

/** Says how it was understood: what one language writes for a thousand is one in another. */
function Money({ form, field, index, fixed }: LineProps) {
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
        disabled={fixed}
        {...field(`prizes.${index}.currency`)}
      />
    </>
  );
}
