import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@/components/Button';
import { TextInput } from '@/components/fields/TextInput';
import { thenNext } from '@/lib/focus';
import { weightSum } from './checks';
import classes from './Editor.module.css';
import type { StepProps } from './fields';

/** By what ideas will be judged; the weights make 100. */
export function CriteriaField({ form, field }: StepProps) {
  const { t } = useLingui();
  const { criteria } = form.values;
  const sum = weightSum(form.values);
  const left = Math.max(0, 100 - sum);
  return (
    <fieldset data-lines className={classes.lines}>
      <legend>{t`Criteria`}</legend>
      {criteria.map((_, index) => {
        const number = index + 1;
        return (
          <div key={index} className={classes.line} role="group" aria-label={t`Criterion ${number}`}>
            <TextInput label={t`Name`} required {...field(`criteria.${index}.name`)} />
            <TextInput className={classes.wide} label={t`What it asks`} {...field(`criteria.${index}.description`)} />
            <TextInput
              className={classes.narrow}
              label={t`Weight, %`}
              inputMode="numeric"
              {...field(`criteria.${index}.weight`)}
            />
            <Button
              variant="subtle"
              className={classes.remove}
              aria-label={t`Remove criterion ${number}`}
              data-remove
              onClick={thenNext(() => form.removeListItem('criteria', index))}
            >
              <Trans>Remove</Trans>
            </Button>
          </div>
        );
      })}
      <div role="status" className={classes.wrong}>
        {criteria.length > 0 && sum !== 100 && <Trans>The weights make {sum} %; they should make 100 %.</Trans>}
      </div>
      <div>
        <Button
          variant="default"
          data-add
          onClick={() => form.insertListItem('criteria', { name: '', description: '', weight: String(left) })}
        >
          <Trans>Add a criterion</Trans>
        </Button>
      </div>
    </fieldset>
  );
}
