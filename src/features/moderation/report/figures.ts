import { csvRow } from '../../../shared/web/csv.js';
import { DEFINITIONS, type FigureName } from './definitions.js';
import type { DecisionCounts, TransparencyReport } from './report.types.js';

/** One number of the report, as its files have it. */
export interface Figure {
  section: string;
  /** which of its rows; empty where it has one */
  group: string;
  name: FigureName;
  value: number | null;
  article: string;
  definition: string;
}

/** The report as a list of numbers, each with what it counts and the article that asks for it. */
export function figuresOf(report: TransparencyReport): Figure[] {
  const { decisions, byAct, byRule, bySource, notices, appeals, suspensions, automaticMeans: means } = report;
  const of = (section: string, group: string, values: Partial<Record<FigureName, number | null>>): Figure[] =>
    Object.entries(values).map(([name, value]) => {
      const { article, text: definition } = DEFINITIONS[name as FigureName];
      return { section, group, name: name as FigureName, value, article, definition };
    });
  const counts = (section: string, group: string, counted: DecisionCounts) =>
    of(section, group, {
      decisions: counted.decisions,
      automaticDecisions: counted.automatic,
      undone: counted.undone,
    });
  return [
    ...counts('decisions', '', decisions),
    ...byAct.flatMap((row) => counts('decisions by act', row.act, row)),
    ...byRule.flatMap((row) => counts('decisions by rule', `${row.basis}: ${row.rule}`, row)),
    ...bySource.flatMap((row) => counts('decisions by source', row.source, row)),
    ...of('notices', '', {
      noticesReceived: notices.received,
      noticesActedOnLaw: notices.actedOnByLaw,
      noticesActedOnRules: notices.actedOnByRules,
      noticesNotActedOn: notices.notActedOn,
      noticesGone: notices.gone,
      noticesAutomatic: notices.automatic,
      noticesMedianHours: notices.medianHours,
    }),
    ...of('appeals', '', {
      appealsFiled: appeals.filed,
      appealsUpheld: appeals.upheld,
      appealsOverturned: appeals.overturned,
      appealsMedianHours: appeals.medianHours,
    }),
    ...of('suspensions', '', { suspensionsLaw: suspensions.byLaw, suspensionsRules: suspensions.byRules }),
    ...of('automatic means', '', {
      automaticDecisions: means.decisions,
      automaticUndone: means.undone,
      automaticErrorRate: means.errorRate,
      screened: means.screened,
      screenedKept: means.screenedKept,
      screeningErrorRate: means.screeningErrorRate,
    }),
  ];
}

const COLUMNS = ['section', 'group', 'name', 'value', 'article', 'definition'] as const;

export const figuresCsv = (report: TransparencyReport): string =>
  [COLUMNS, ...figuresOf(report).map((figure) => COLUMNS.map((column) => figure[column]))].map(csvRow).join('');
