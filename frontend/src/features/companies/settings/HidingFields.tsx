import { Plural, Trans, useLingui } from '@lingui/react/macro';
import type { UseFormReturnType } from '@mantine/form';
import { TextInput } from '@/components/fields/TextInput';
import { useFormat } from '@/lib/format';
import type { SettingsValues } from './settings-values';

/** What the server begins with: those of Discourse. */
const USUAL = { flaggers: 3, weight: 8.33 };

/** How many members of a level are enough, none of whom was wrong or right before. */
export const enough = (level: number, flaggers: number, weight: number): number =>
  Math.max(2, flaggers, Math.ceil(weight / (1 + level)));

/** When reports hide something before a moderator has looked, and what that means. */
export function HidingFields({ form }: { form: UseFormReturnType<SettingsValues> }) {
  const { t } = useLingui();
  const format = useFormat();
  const [usualCount, usualWeight] = [format.number(USUAL.flaggers), format.number(USUAL.weight)];
  const [flaggers, weight] = [Number(form.values.hideFlaggers), Number(form.values.hideWeight.replace(',', '.'))];
  return (
    <>
      <TextInput
        type="number"
        inputMode="numeric"
        min={2}
        max={100}
        label={t`Members who must report it`}
        description={t`Newcomers, and who was mostly wrong before, do not count. Usual: ${usualCount}.`}
        {...form.getInputProps('hideFlaggers')}
      />
      <TextInput
        type="number"
        inputMode="decimal"
        min={2}
        max={1000}
        step="any"
        label={t`What their reports must weigh together`}
        description={t`A report weighs 1, and 1 more for each level of trust of who reports; for staff 6. Who was often right weighs more, who was often wrong less. Usual: ${usualWeight}.`}
        {...form.getInputProps('hideWeight')}
      />
      {flaggers > 0 && weight > 0 && (
        <p className="dimmed" role="status">
          <Trans>So something is hidden when it is reported by:</Trans>{' '}
          {[1, 2, 3].map((level) => (
            <span key={level}>
              {level > 1 && <Trans>or</Trans>}{' '}
              <Plural
                value={enough(level, flaggers, weight)}
                one={`# member of level ${level}`}
                other={`# members of level ${level}`}
              />{' '}
            </span>
          ))}
        </p>
      )}
    </>
  );
}
