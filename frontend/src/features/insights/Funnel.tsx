import { useLingui } from '@lingui/react/macro';
import { lazy } from 'react';
import { useFormat } from '@/lib/format';
import { ChartCard, type Column } from './ChartCard';
import type { InsightsData } from './InsightsPage';

const Steps = lazy(() => import('./charts').then((file) => ({ default: file.Steps })));

interface Row {
  name: string;
  value: number;
  share: number;
}

/** What became of the ideas of the period, from the idea to its delivery. */
export function Funnel({ funnel }: { funnel: InsightsData['funnel'] }) {
  const { t } = useLingui();
  const format = useFormat();
  const { ideas, answered, planned, delivered, declined } = funnel;
  const share = (value: number) => (ideas > 0 ? value / ideas : 0);
  const rows: Row[] = [
    { name: t`Ideas`, value: ideas, share: share(ideas) },
    { name: t`Answered`, value: answered, share: share(answered) },
    { name: t`Planned`, value: planned, share: share(planned) },
    { name: t`Delivered`, value: delivered, share: share(delivered) },
    { name: t`Declined`, value: declined, share: share(declined) },
  ];
  const columns: Column<Row>[] = [
    { name: t`Step`, value: ({ name }) => name },
    { name: t`Ideas`, value: ({ value }) => value },
    { name: t`Part of all`, value: (row) => row.share, shown: (row) => format.percent(row.share) },
  ];
  return (
    <ChartCard
      title={t`From idea to delivery`}
      lead={t`What has become, until now, of the ideas of this period. Planned ones include those in progress and delivered.`}
      file="funnel"
      columns={columns}
      rows={rows}
      chart={
        <Steps
          data={rows.map(({ name, value, share: part }) => ({
            name,
            value,
            share: `${format.number(value)} · ${format.percent(part)}`,
          }))}
        />
      }
    />
  );
}
