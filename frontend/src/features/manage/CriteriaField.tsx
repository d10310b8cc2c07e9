import { Trans, useLingui } from '@lingui/react/macro';
import type { UseFormReturnType } from '@mantine/form';
import { Button } from '@/components/Button';
import { TextInput } from '@/components/fields/TextInput';
import type { ChallengeValues } from './challenge-values';
import classes from './ManagePage.module.css';

/** By what ideas will be judged; the weights make 100. */
export function CriteriaField({ form }: { form: UseFormReturnType<ChallengeValues> }) {
  const { t } = useLingui();
  const { criteria } = form.values;
  const sum = criteria.reduce((total, { weight }) => total + (Number(weight) || 0), 0);
  const left = Math.max(0, 100 - sum);
  return (
    <fieldset className={classes.lines}>
      <legend>{t`Criteria`}</legend>
      {criteria.map((_, index) => {
        const number = index + 1;
        return (
          <div key={index} className={classes.line} role="group" aria-label={t`Criterion ${number}`}>
            <TextInput label={t`Name`} required {...form.getInputProps(`criteria.${index}.name`)} />
            <TextInput
              className={classes.wide}
              label={t`What it asks`}
              {...form.getInputProps(`criteria.${index}.description`)}
            />
            <TextInput
              className={classes.narrow}
              label={t`Weight, %`}
              inputMode="numeric"
              {...form.getInputProps(`criteria.${index}.weight`)}
            />
            <Button
              variant="subtle"
              className={classes.remove}
              aria-label={t`Remove criterion ${number}`}
              onClick={() => form.removeListItem('criteria', index)}
            >
              <Trans>Remove</Trans>
            </Button>
          </div>
        );
      })}
      {criteria.length > 0 && sum !== 100 && (
        <p role="status" className="dimmed">
          <Trans>The weights make {sum} %; they should make 100 %.</Trans>
        </p>
      )}
      <div>
        <Button
          variant="default"
          onClick={() => form.insertListItem('criteria', { name: '', description: '', weight: String(left) })}
        >
          <Trans>Add a criterion</Trans>
        </Button>
      </div>
    </fieldset>
  );
}
