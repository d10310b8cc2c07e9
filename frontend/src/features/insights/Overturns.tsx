import { useLingui } from '@lingui/react/macro';
import { useQuery } from 'urql';
import { ErrorState } from '@/components/ErrorState';
import { Skeletons } from '@/components/Skeletons';
import { graphql } from '@/gql';
import type { CompanyOverturnsQuery } from '@/gql/graphql';
import { useCompany } from '@/lib/company';
import { useFormat } from '@/lib/format';
import { ChartCard, type Column } from './ChartCard';

const CompanyOverturns = graphql(`
  query CompanyOverturns($companyId: ID!, $since: DateTime!, $before: DateTime!) {
    overturnRates(companyId: $companyId, since: $since, before: $before) {
      byRule {
        rule
        decisions
        appealed
        overturned
        reconsidered
        overturnRate
      }
      byModerator {
        moderator
        decisions
        appealed
        overturned
        reconsidered
        overturnRate
      }
    }
  }
`);

type Rates = CompanyOverturnsQuery['overturnRates'];
type Counts = Omit<Rates['byRule'][number], 'rule' | '__typename'>;

interface Props {
  /** Days of the viewer's, both in. */
  from: string;
  to: string;
}

/** Midnight where the viewer is. */
const midnight = (day: string, days = 0): string => {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  return new Date(year, month - 1, date + days).toISOString();
};

/** How often decisions of the moderators were wrong, by rule and by who made them. */
export function Overturns({ from, to }: Props) {
  const { t } = useLingui();
  const { id: companyId } = useCompany();
  const variables = { companyId, since: midnight(from), before: midnight(to, 1) };
  const [{ data, error, fetching }, retry] = useQuery({ query: CompanyOverturns, variables });
  const counts = useCounts();
  if (error && !fetching) return <ErrorState error={error} retry={() => retry({ requestPolicy: 'network-only' })} />;
  if (!data) return <Skeletons rows={2} height={180} />;
  const { byRule, byModerator } = data.overturnRates;
  if (byRule.length === 0) return null;
  return (
    <>
      <ChartCard
        title={t`Moderation by rule`}
        lead={t`How often decisions of this period were taken back: a rule that is often overturned is not clear.`}
        file="overturns-by-rule"
        columns={[{ name: t`Rule or law`, value: ({ rule }) => rule }, ...counts]}
        rows={byRule}
      />
      <ChartCard
        title={t`Moderation by moderator`}
        lead={t`Only managers see this. Few appeals say little: ask before you judge.`}
        file="overturns-by-moderator"
        columns={[{ name: t`Moderator`, value: ({ moderator }) => moderator ?? t`Automatic decisions` }, ...counts]}
        rows={byModerator}
      />
    </>
  );
}

function useCounts(): Column<Counts>[] {
  const { t } = useLingui();
  const format = useFormat();
  return [
    { name: t`Decisions`, value: ({ decisions }) => decisions },
    { name: t`Appealed`, value: ({ appealed }) => appealed },
    { name: t`Overturned on appeal`, value: ({ overturned }) => overturned },
    { name: t`Decisions taken back`, value: ({ reconsidered }) => reconsidered },
    {
      name: t`Overturn rate`,
      value: ({ overturnRate }) => overturnRate ?? null,
      shown: ({ overturnRate }) => (overturnRate == null ? '–' : format.percent(overturnRate)),
    },
  ];
}
