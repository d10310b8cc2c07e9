import { useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { useCompany } from '@/lib/company';
import { useFormat } from '@/lib/format';
import { langOf } from '@/lib/i18n';
import { ChartCard, type Column } from './ChartCard';
import type { InsightsData } from './InsightsPage';

type Row = InsightsData['challenges'][number];

/** The same, challenge by challenge. */
export function ByChallenge({ rows }: { rows: Row[] }) {
  const { t } = useLingui();
  const format = useFormat();
  const { slug } = useCompany();
  const box = t`Idea box`;
  const columns: Column<Row>[] = [
    {
      name: t`Challenge`,
      value: ({ challenge }) => challenge?.title ?? box,
      shown: ({ challenge }) =>
        challenge ? (
          <Link
            to="/$slug/c/$challengeSlug"
            params={{ slug, challengeSlug: challenge.slug }}
            lang={langOf(challenge.language)}
          >
            {challenge.title}
          </Link>
        ) : (
          box
        ),
    },
    { name: t`Ideas`, value: ({ ideas }) => ideas },
    { name: t`Authors`, value: ({ authors }) => authors },
    { name: t`Votes`, value: ({ votes }) => votes },
    { name: t`Comments`, value: ({ comments }) => comments },
    { name: t`Answered`, value: ({ answered }) => answered },
    { name: t`Planned`, value: ({ planned }) => planned },
    { name: t`Delivered`, value: ({ delivered }) => delivered },
    { name: t`Declined`, value: ({ declined }) => declined },
    {
      name: t`Median time to an answer`,
      fileName: t`Median hours to an answer`,
      value: ({ medianHours }) => medianHours ?? null,
      shown: ({ medianHours }) => (medianHours == null ? '–' : format.hours(medianHours)),
    },
  ];
  return (
    <ChartCard
      title={t`By challenge`}
      lead={t`Ideas that were published in this period, with all that happened to them since.`}
      file="challenges"
      columns={columns}
      rows={rows}
    />
  );
}
