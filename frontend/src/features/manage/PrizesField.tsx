import { Trans, useLingui } from '@lingui/react/macro';
import type { UseFormReturnType } from '@mantine/form';
import { Button } from '@/components/Button';
import { NativeSelect } from '@/components/fields/NativeSelect';
import { TextInput } from '@/components/fields/TextInput';
import type { ChallengeValues } from './challenge-values';
import classes from './ManagePage.module.css';

const CURRENCIES = ['EUR', 'USD', 'GBP', 'MXN', 'ARS', 'CLP', 'COP', 'PEN', 'CHF'];

/** What the places win; fixed once the challenge is published. */
export function PrizesField({ form }: { form: UseFormReturnType<ChallengeValues> }) {
  const { t } = useLingui();
  const kinds = [
    { value: 'MONEY', label: t`Money` },
    { value: 'PRODUCT', label: t`Product` },
    { value: 'RECOGNITION', label: t`Recognition` },
    { value: 'REVENUE_SHARE', label: t`Share of revenue` },
  ];
  return (
    <fieldset className={classes.lines}>
      <legend>{t`Prizes`}</legend>
      {form.values.prizes.map(({ kind }, index) => {
        const place = index + 1;
        return (
          <div key={index} className={classes.line} role="group" aria-label={t`Place ${place}`}>
            <TextInput
              className={classes.wide}
              label={t`Place ${place} wins`}
              required
              {...form.getInputProps(`prizes.${index}.title`)}
            />
            <NativeSelect label={t`Kind`} data={kinds} {...form.getInputProps(`prizes.${index}.kind`)} />
            {kind === 'MONEY' && (
              <>
                <TextInput
                  className={classes.narrow}
                  label={t`Amount`}
                  inputMode="decimal"
                  {...form.getInputProps(`prizes.${index}.amount`)}
                />
                <NativeSelect
                  className={classes.narrow}
                  label={t`Currency`}
                  data={CURRENCIES}
                  {...form.getInputProps(`prizes.${index}.currency`)}
                />
              </>
            )}
            <Button
              variant="subtle"
              className={classes.remove}
              aria-label={t`Remove the prize of place ${place}`}
              onClick={() => form.removeListItem('prizes', index)}
            >
              <Trans>Remove</Trans>
            </Button>
          </div>
        );
      })}
      <div>
        <Button
          variant="default"
          onClick={() => form.insertListItem('prizes', { title: '', kind: 'PRODUCT', amount: '', currency: 'EUR' })}
        >
          <Trans>Add a prize</Trans>
        </Button>
      </div>
    </fieldset>
  );
}
