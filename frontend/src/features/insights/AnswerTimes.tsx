import { Trans, useLingui } from '@lingui/react/macro';
import { lazy } from 'react';
import type { InsightUnit } from '@/gql/graphql';
import { useFormat } from '@/lib/format';
import { ChartCard, type Column } from './ChartCard';
import { useDate, useDayLabel } from './day-label';
import classes from './Insights.module.css';
import type { InsightsData } from './InsightsPage';

const Lines = lazy(() => import('./charts').then((file) => ({ default: file.Lines })));

type Point = InsightsData['answerTimes']['points'][number];

interface Props {
  times: InsightsData['answerTimes'];
  unit: InsightUnit;
}

/** An axis of days where hours would be many. */
const scaleOf = (points: Point[]): 1 | 24 => (points.some(({ p90Hours }) => (p90Hours ?? 0) >= 48) ? 24 : 1);

/** The two shares that are told, and the table of them. */
function useColumns() {
  const { t } = useLingui();
  const format = useFormat();
  const date = useDate();
  const hours = (value?: number | null) => (value == null ? '–' : format.hours(value));
  const [half, most] = [t`Half of them within`, t`Nine of ten within`];
  const columns: Column<Point>[] = [
    { name: t`From`, value: ({ day }) => day, shown: ({ day }) => date(day) },
    { name: t`Answered`, value: (point) => point.answered },
    {
      name: half,
      fileName: t`${half} (hours)`,
      value: (point) => point.medianHours ?? null,
      shown: (point) => hours(point.medianHours),
    },
    {
      name: most,
      fileName: t`${most} (hours)`,
      value: (point) => point.p90Hours ?? null,
      shown: (point) => hours(point.p90Hours),
    },
  ];
  return { half, most, hours, columns };
}

/** How long people waited for a first answer. */
export function AnswerTimes({ times, unit }: Props) {
  const { t } = useLingui();
  const format = useFormat();
  const labelOf = useDayLabel(unit);
  const { answered, medianHours, p90Hours, points } = times;
  const { half, most, hours, columns } = useColumns();
  const scale = scaleOf(points);
  const scaled = (value?: number | null) => (value == null ? null : value / scale);
  const data = points.map(({ day, medianHours: middle, p90Hours: slow }) => ({
    day,
    middle: scaled(middle),
    slow: scaled(slow),
  }));
  const lead =
    answered > 0 ? (
      <Trans>
        Half of the first answers came within {hours(medianHours)}, nine of ten within {hours(p90Hours)}.
      </Trans>
    ) : (
      <Trans>No idea got its first answer in this period.</Trans>
    );
  return (
    <ChartCard
      title={t`Time to an answer`}
      lead={lead}
      file="answer-times"
      columns={columns}
      rows={points}
      tools={
        <ul className={classes.legend} aria-hidden>
          <li data-line="solid">{half}</li>
          <li data-line="dashed">{most}</li>
        </ul>
      }
      chart={
        <Lines
          data={data}
          series={[
            { key: 'middle', name: half, color: 'var(--co-primary)' },
            { key: 'slow', name: most, color: 'var(--co-planned)', dashed: true },
          ]}
          labelOf={labelOf}
          valueOf={(value) => format.hours(value * scale, scale)}
        />
      }
    />
  );
}
