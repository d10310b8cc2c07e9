import { Trans, useLingui } from '@lingui/react/macro';
import type { ReportFiguresFragment } from '@/gql/graphql';
import { CountTable } from './FigureTable';
import { ACT_NAMES, SOURCE_NAMES } from './words';

/** Decisions by what was done, by what they rest on, and by how the item was found. */
export function DecisionTables({ report: { decisions, byAct, byRule, bySource } }: { report: ReportFiguresFragment }) {
  const { t, i18n } = useLingui();
  return (
    <>
      <CountTable
        title={t`Decisions by what was done`}
        lead={
          <Trans>
            Decisions of the period about an item or its author, also those taken back since, by a moderator or by an
            appeal. (Art. 15(1)(c))
          </Trans>
        }
        what={t`Decision`}
        rows={[
          ...byAct.map(({ act, ...counts }) => ({ ...counts, name: i18n._(ACT_NAMES[act]) })),
          ...(byAct.length > 1 ? [{ ...decisions, name: t`All decisions`, isTotal: true }] : []),
        ]}
      />
      <CountTable
        title={t`Decisions by rule or law`}
        lead={<Trans>What they rest on, without those by which the item stays. (Art. 15(1)(c))</Trans>}
        what={t`Rule or law`}
        rows={byRule.map(({ basis, rule, ...counts }) => ({
          ...counts,
          name: basis === 'LAW' ? t`Law: ${rule}` : rule,
        }))}
      />
      <CountTable
        title={t`Decisions by how the item was found`}
        lead={<Trans>What brought it before whoever decided. (Art. 15(1)(c))</Trans>}
        what={t`Found by`}
        rows={bySource.map(({ source, ...counts }) => ({ ...counts, name: i18n._(SOURCE_NAMES[source]) }))}
      />
    </>
  );
}
