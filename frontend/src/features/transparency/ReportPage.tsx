import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useQuery } from 'urql';
import { ButtonLink } from '@/components/ButtonLink';
import { ErrorState } from '@/components/ErrorState';
import { NativeSelect } from '@/components/fields/NativeSelect';
import { PageTitle } from '@/components/PageTitle';
import { Skeletons } from '@/components/Skeletons';
import { graphql } from '@/gql';
import type { TransparencyOfQuery } from '@/gql/graphql';
import { useCompany } from '@/lib/company';
import { periodsSince, yearOf } from './periods';
import classes from './Report.module.css';
import { FileLink } from './FileLink';
import { ReportTables } from './ReportTables';

const TransparencyOf = graphql(`
  query TransparencyOf($companyId: ID!, $period: String!) {
    transparencyReport(companyId: $companyId, period: $period) {
      period
      isOver
      logSince
      lastPosition
      lastHash
      ...ReportFigures
    }
  }
`);

interface Props {
  period?: string;
  onPeriod: (period: string) => void;
}

/** What the law has platforms count, from the public log alone. */
export function ReportPage({ period: chosen, onPeriod }: Props) {
  const { t } = useLingui();
  const { id: companyId, slug, name } = useCompany();
  const [now] = useState(() => new Date());
  const period = chosen ?? yearOf(now);
  const [{ data, error, fetching, stale }, retry] = useQuery({
    query: TransparencyOf,
    variables: { companyId, period },
  });
  const [kept, setKept] = useState(data);
  if (data && data !== kept) setKept(data);
  const report = (data ?? (error ? undefined : kept))?.transparencyReport;
  const nameOf = usePeriodName();
  const since = kept?.transparencyReport.logSince;
  const periods = periodsSince(since ? new Date(since) : now, now);
  return (
    <>
      <PageTitle
        tab={t`Transparency report of ${name}`}
        lead={t`How many decisions, notices and appeals there were, how long they took and how often they were wrong, counted from the public log alone.`}
        actions={
          <ButtonLink to="/$slug/log" params={{ slug }} variant="default">
            <Trans>Moderation log</Trans>
          </ButtonLink>
        }
      >{t`Transparency report`}</PageTitle>
      <div className={classes.choice}>
        <NativeSelect
          label={t`Period`}
          value={period}
          data={[...(periods.includes(period) ? [] : [period]), ...periods].map((value) => ({
            value,
            label: nameOf(value),
          }))}
          onChange={({ currentTarget }) => onPeriod(currentTarget.value)}
        />
        <p>
          <FileLink name="report.csv" period={period}>{t`Report as CSV`}</FileLink>
          <FileLink name="report.json" period={period}>{t`Report as JSON`}</FileLink>
        </p>
      </div>
      {error && !fetching && <ErrorState error={error} retry={() => retry({ requestPolicy: 'network-only' })} />}
      {!report && !error && <Skeletons rows={4} height={220} />}
      {report && (
        <div className={classes.report} aria-busy={fetching || stale}>
          <Report report={report} />
        </div>
      )}
    </>
  );
}

function Report({ report }: { report: TransparencyOfQuery['transparencyReport'] }) {
  return (
    <>
      {!report.isOver && (
        <p className={classes.notice}>
          <Trans>This period is not over: its numbers still grow.</Trans>
        </p>
      )}
      <ReportTables report={report} />
      <p className="dimmed">
        {report.lastPosition > 0 ? (
          <Trans>
            Counted from the log up to line {report.lastPosition}, whose hash is <code>{report.lastHash}</code>. Days
            are those of UTC. Articles are those of Regulation (EU) 2022/2065, the Digital Services Act.
          </Trans>
        ) : (
          <Trans>
            The log is still empty. Articles are those of Regulation (EU) 2022/2065, the Digital Services Act.
          </Trans>
        )}
      </p>
    </>
  );
}

/** “March 2026”, “First half of 2026”, “2026”. */
function usePeriodName() {
  const { t, i18n } = useLingui();
  const month = new Intl.DateTimeFormat(i18n.locale, { month: 'long', year: 'numeric', timeZone: 'UTC' });
  return (period: string): string => {
    const [year, part] = period.split('-');
    if (!part) return period;
    if (part === 'H1') return t`First half of ${year}`;
    if (part === 'H2') return t`Second half of ${year}`;
    return month.format(new Date(`${period}-01T00:00:00Z`));
  };
}
