import { useLingui } from '@lingui/react/macro';
import { NativeSelect } from '@/components/fields/NativeSelect';
import { TextInput } from '@/components/fields/TextInput';
import classes from './Editor.module.css';
import type { StepProps } from './fields';
import { useWinnersBy } from './words';

/** How winners are found, and how long they may take: part of the terms. */
export function WinnersField({ field }: StepProps) {
  const { t } = useLingui();
  const words = useWinnersBy();
  const data = (['TALLY', 'JURY', 'MANAGER'] as const).map((value) => ({ value, label: words[value] }));
  return (
    <fieldset className={classes.lines}>
      <legend>{t`Winners`}</legend>
      <div className={classes.line}>
        <NativeSelect
          className={classes.wide}
          label={t`How winners are found`}
          description={t`It binds you: with votes or a jury you choose only among those that are level.`}
          data={data}
          {...field('winnersBy')}
        />
        <TextInput label={t`Days to accept a prize`} inputMode="numeric" {...field('claimDays')} />
      </div>
    </fieldset>
  );
}
