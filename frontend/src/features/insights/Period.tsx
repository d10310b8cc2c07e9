import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { DayField } from '@/components/fields/DayField';
import { NativeSelect } from '@/components/fields/NativeSelect';
import { Segmented } from '@/components/Segmented';
import type { InsightUnit } from '@/gql/graphql';
import { useChallengeChoices } from '@/lib/use-challenge-choices';
import classes from './Insights.module.css';
import type { InsightsSearch } from './insights-search';
import { daysBefore, periodOf, USUAL } from './period-of-search';

interface Props {
  search: InsightsSearch;
  onSearch: (search: InsightsSearch) => void;
  today: string;
}

/** Of which time, in how fine steps, of which challenge. */
export function Period({ search, onSearch, today }: Props) {
  const { t } = useLingui();
  const challenges = useChallengeChoices();
  const { from, to, unit } = periodOf(search, today);
  const usual = USUAL.find((one) => to === today && unit === one.unit && from === daysBefore(today, one.days - 1));
  const change = (changed: Partial<InsightsSearch>) => onSearch({ ...search, from, to, unit, ...changed });
  return (
    <div className={classes.period}>
      <Segmented
        label={t`Period`}
        value={String(usual?.days ?? '')}
        options={USUAL.map(({ days }) => [String(days), plural(days, { one: '# day', other: '# days' })] as const)}
        onChange={(days) => {
          const chosen = USUAL.find((one) => String(one.days) === days)!;
          onSearch({ ...search, from: daysBefore(today, chosen.days - 1), to: undefined, unit: chosen.unit });
        }}
      />
      <div className={classes.fields}>
        <DayField label={t`From`} max={to} value={from} onDay={(day) => change({ from: day })} />
        <DayField label={t`To`} min={from} value={to} onDay={(day) => change({ to: day })} />
        <NativeSelect
          label={t`In steps of`}
          value={unit}
          data={[
            { value: 'DAY', label: t`Days` },
            { value: 'WEEK', label: t`Weeks` },
            { value: 'MONTH', label: t`Months` },
          ]}
          onChange={({ currentTarget }) => change({ unit: currentTarget.value as InsightUnit })}
        />
        <NativeSelect
          label={t`Challenge`}
          value={search.challenge ?? ''}
          data={[{ value: '', label: t`All` }, ...challenges]}
          onChange={({ currentTarget }) => change({ challenge: currentTarget.value || undefined })}
        />
      </div>
    </div>
  );
}
