import { Plural, useLingui } from '@lingui/react/macro';
import { lazy, useState } from 'react';
import { Segmented } from '@/components/Segmented';
import type { InsightUnit } from '@/gql/graphql';
import { useFormat } from '@/lib/format';
import { ChartCard, type Column } from './ChartCard';
import { useDate, useDayLabel } from './day-label';
import type { InsightsData } from './InsightsPage';

const Bars = lazy(() => import('./charts').then((file) => ({ default: file.Bars })));

type Points = InsightsData['participation']['points'];
type Measure = Exclude<keyof Points[number], 'day' | '__typename'>;

interface Props {
  participation: InsightsData['participation'];
  unit: InsightUnit;
}

/** Who did something, and what. */
export function Participation({ participation, unit }: Props) {
  const { t } = useLingui();
  const format = useFormat();
  const labelOf = useDayLabel(unit);
  const date = useDate();
  const [measure, setMeasure] = useState<Measure>('people');
  const { people, points } = participation;
  const names: Record<Measure, string> = { people: t`People`, ideas: t`Ideas`, votes: t`Votes`, comments: t`Comments` };
  const measures = Object.keys(names) as Measure[];
  const columns: Column<Points[number]>[] = [
    { name: t`From`, value: ({ day }) => day, shown: ({ day }) => date(day) },
    ...measures.map((key) => ({ name: names[key], value: (row: Points[number]) => row[key] })),
  ];
  return (
    <ChartCard
      title={t`Participation`}
      lead={<Plural value={people} one="# person took part." other="# people took part." />}
      file="participation"
      columns={columns}
      rows={points}
      tools={
        <Segmented
          label={t`What is counted`}
          value={measure}
          options={measures.map((key) => [key, names[key]] as const)}
          onChange={setMeasure}
        />
      }
      chart={
        <Bars
          data={points}
          series={[{ key: measure, name: names[measure], color: 'var(--co-primary)' }]}
          labelOf={labelOf}
          valueOf={format.compact}
        />
      }
    />
  );
}
