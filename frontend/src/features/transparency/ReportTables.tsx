import { Trans, useLingui } from '@lingui/react/macro';
import { graphql } from '@/gql';
import type { ReportFiguresFragment } from '@/gql/graphql';
import { useFormat } from '@/lib/format';
import { DecisionTables } from './DecisionTables';
import { FigureTable } from './FigureTable';

graphql(`
  fragment ReportFigures on TransparencyReport {
    decisions {
      decisions
      automatic
      undone
    }
    byAct {
      act
      decisions
      automatic
      undone
    }
    byRule {
      basis
      rule
      decisions
      automatic
      undone
    }
    bySource {
      source
      decisions
      automatic
      undone
    }
    notices {
      received
      actedOnByLaw
      actedOnByRules
      notActedOn
      gone
      automatic
      medianHours
    }
    appeals {
      filed
      upheld
      overturned
      medianHours
    }
    suspensions {
      byLaw
      byRules
    }
    automaticMeans {
      decisions
      undone
      errorRate
      screened
      screenedKept
      screeningErrorRate
    }
  }
`);

interface Props {
  report: ReportFiguresFragment;
}

/** All of the report's numbers. */
export function ReportTables({ report }: Props) {
  return (
    <>
      <DecisionTables report={report} />
      <Notices notices={report.notices} />
      <Appeals appeals={report.appeals} />
      <Suspensions suspensions={report.suspensions} />
      <Means means={report.automaticMeans} />
    </>
  );
}

/** Numbers, shares and times as they are read. */
function useShown() {
  const format = useFormat();
  return {
    count: format.number,
    hours: (value: number | null | undefined) => (value == null ? '–' : format.hours(value)),
    share: (value: number | null | undefined) => (value == null ? '–' : format.percent(value)),
  };
}

function Notices({ notices }: { notices: ReportFiguresFragment['notices'] }) {
  const { t } = useLingui();
  const { count, hours } = useShown();
  return (
    <FigureTable
      article="15(1)(b)"
      title={t`Notices of illegal content`}
      lead={<Trans>Anybody can file one, also without an account. (Art. 16)</Trans>}
      rows={[
        { name: t`Received`, value: count(notices.received), definition: t`Notices that came in the period.` },
        {
          name: t`Acted on, by law`,
          value: count(notices.actedOnByLaw),
          definition: t`Settled in the period by a decision against the item on the basis of the law.`,
        },
        {
          name: t`Acted on, by the rules`,
          value: count(notices.actedOnByRules),
          definition: t`Settled in the period by a decision against the item on the basis of the company’s rules.`,
        },
        {
          name: t`Not acted on`,
          value: count(notices.notActedOn),
          definition: t`Settled in the period by a decision that the item stays.`,
        },
        {
          name: t`Without object`,
          value: count(notices.gone),
          definition: t`The author took the item back in the period before anybody decided.`,
        },
        {
          name: t`Settled automatically`,
          value: count(notices.automatic),
          definition: t`Settled in the period by a decision that no person made.`,
        },
        {
          name: t`Median time`,
          value: hours(notices.medianHours),
          definition: t`From a notice to its decision, of those decided in the period.`,
        },
      ]}
    />
  );
}

function Appeals({ appeals }: { appeals: ReportFiguresFragment['appeals'] }) {
  const { t } = useLingui();
  const { count, hours } = useShown();
  return (
    <FigureTable
      article="15(1)(d)"
      title={t`Appeals`}
      lead={<Trans>Whom a decision concerns can appeal for six months; somebody else decides. (Art. 20)</Trans>}
      rows={[
        { name: t`Appeals filed`, value: count(appeals.filed), definition: t`Appeals that were filed in the period.` },
        {
          name: t`Turned down`,
          value: count(appeals.upheld),
          definition: t`Decided in the period so that the decision stays.`,
        },
        {
          name: t`Found right`,
          value: count(appeals.overturned),
          definition: t`Decided in the period so that the decision is taken back.`,
        },
        {
          name: t`Median time`,
          value: hours(appeals.medianHours),
          definition: t`From an appeal to its decision, of those decided in the period.`,
        },
      ]}
    />
  );
}

function Suspensions({ suspensions }: { suspensions: ReportFiguresFragment['suspensions'] }) {
  const { t } = useLingui();
  const { count } = useShown();
  return (
    <FigureTable
      article="24(1)(b)"
      title={t`Suspensions`}
      lead={
        <Trans>
          Members who may only read for a while. Nobody is barred from notices or appeals: of members whose reports are
          often wrong, reports weigh less. (Art. 23)
        </Trans>
      }
      rows={[
        {
          name: t`For illegal content`,
          value: count(suspensions.byLaw),
          definition: t`Imposed in the period on the basis of the law.`,
        },
        {
          name: t`For breaking the rules`,
          value: count(suspensions.byRules),
          definition: t`Imposed in the period on the basis of the company’s rules.`,
        },
      ]}
    />
  );
}

function Means({ means }: { means: ReportFiguresFragment['automaticMeans'] }) {
  const { t } = useLingui();
  const { count, share } = useShown();
  return (
    <FigureTable
      article="15(1)(e)"
      title={t`Automatic means`}
      lead={
        <Trans>
          What enough trusted members report is hidden automatically until a person looks; screening holds what looks
          like spam, and a person decides about it.
        </Trans>
      }
      rows={[
        {
          name: t`Automatic decisions`,
          value: count(means.decisions),
          definition: t`Decisions of the period that no person made.`,
        },
        {
          name: t`Automatic decisions taken back`,
          value: count(means.undone),
          definition: t`Those of them that a person has taken back until now.`,
        },
        {
          name: t`Error rate of automatic decisions`,
          value: share(means.errorRate),
          definition: t`The share of them that was taken back.`,
        },
        {
          name: t`Found by screening`,
          value: count(means.screened),
          definition: t`Decisions that still hold by which a person settled what screening had found.`,
        },
        {
          name: t`Error rate of screening`,
          value: share(means.screeningErrorRate),
          definition: t`The share of them by which the item stays: screening was wrong about it.`,
        },
      ]}
    />
  );
}
