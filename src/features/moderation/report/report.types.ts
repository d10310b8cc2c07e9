import { ArgsType, Field, Float, GraphQLISODateTime, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Matches } from 'class-validator';
import { IsMoment } from '../../../shared/graphql/input-fields.js';
import { IsId } from '../../../shared/graphql/is-id.js';
import { DecisionAct } from '../decisions/decision.entity.js';
import { LogBasis } from '../log/log-entry.entity.js';
import { DEFINITIONS } from './definitions.js';

/** How what was decided about had been found. */
export enum ReportSource {
  NOTICES = 'NOTICES',
  FLAGS = 'FLAGS',
  SCREENING = 'SCREENING',
  STAFF = 'STAFF',
}
registerEnumType(ReportSource, {
  name: 'ReportSource',
  description: 'How what was decided about had been found, as the transparency report counts it.',
  valuesMap: {
    NOTICES: { description: 'By a notice of illegal content, with or without reports of members.' },
    FLAGS: { description: 'By reports of members.' },
    SCREENING: { description: 'By automatic means, when it was written.' },
    STAFF: { description: 'By the company’s moderators, of their own accord.' },
  },
});

@ArgsType()
export class TransparencyReportArgs {
  @Field(() => ID, { description: 'The company.' })
  @IsId()
  companyId!: string;

  @Field({ description: 'A month, half of a year or year, in UTC: 2026-03, 2026-H1, 2026.' })
  @Matches(/^20\d\d(-(0[1-9]|1[0-2])|-H[12])?$/)
  period!: string;
}

@ArgsType()
export class OverturnRatesArgs {
  @Field(() => ID, { description: 'The company.' })
  @IsId()
  companyId!: string;

  @Field(() => GraphQLISODateTime, { description: 'Since when decisions count.' })
  @IsMoment()
  since!: Date;

  @Field(() => GraphQLISODateTime, { description: 'Until when, exclusively.' })
  @IsMoment()
  before!: Date;
}

/** Decisions that have something in common. */
@ObjectType({ isAbstract: true })
export abstract class DecisionCounts {
  @Field(() => Int, { description: DEFINITIONS.decisions.text })
  decisions!: number;

  @Field(() => Int, { description: DEFINITIONS.automaticDecisions.text })
  automatic!: number;

  @Field(() => Int, { description: DEFINITIONS.undone.text })
  undone!: number;
}

@ObjectType({ description: 'All decisions of the period (Regulation (EU) 2022/2065, art. 15(1)(c)).' })
export class AllDecisions extends DecisionCounts {}

@ObjectType({ description: 'Decisions by what was done (Regulation (EU) 2022/2065, art. 15(1)(c)).' })
export class DecisionsByAct extends DecisionCounts {
  @Field(() => DecisionAct, { description: 'What was done.' })
  act!: DecisionAct;
}

@ObjectType({ description: 'Decisions by what they rest on (Regulation (EU) 2022/2065, art. 15(1)(c)).' })
export class DecisionsByRule extends DecisionCounts {
  @Field(() => LogBasis, { description: 'The law, or the company’s rules.' })
  basis!: LogBasis;

  @Field({ description: 'The rule by name; one name for all laws.' })
  rule!: string;
}

@ObjectType({ description: 'Decisions by how the item was found (Regulation (EU) 2022/2065, art. 15(1)(c)).' })
export class DecisionsBySource extends DecisionCounts {
  @Field(() => ReportSource, { description: 'How it was found.' })
  source!: ReportSource;
}

@ObjectType({ description: 'Notices of illegal content (Regulation (EU) 2022/2065, art. 15(1)(b)).' })
export class NoticeCounts {
  @Field(() => Int, { description: DEFINITIONS.noticesReceived.text })
  received!: number;

  @Field(() => Int, { description: DEFINITIONS.noticesActedOnLaw.text })
  actedOnByLaw!: number;

  @Field(() => Int, { description: DEFINITIONS.noticesActedOnRules.text })
  actedOnByRules!: number;

  @Field(() => Int, { description: DEFINITIONS.noticesNotActedOn.text })
  notActedOn!: number;

  @Field(() => Int, { description: DEFINITIONS.noticesGone.text })
  gone!: number;

  @Field(() => Int, { description: DEFINITIONS.noticesAutomatic.text })
  automatic!: number;

  @Field(() => Float, { nullable: true, description: DEFINITIONS.noticesMedianHours.text })
  medianHours!: number | null;
}

@ObjectType({ description: 'Appeals (Regulation (EU) 2022/2065, art. 15(1)(d)).' })
export class AppealCounts {
  @Field(() => Int, { description: DEFINITIONS.appealsFiled.text })
  filed!: number;

  @Field(() => Int, { description: DEFINITIONS.appealsUpheld.text })
  upheld!: number;

  @Field(() => Int, { description: DEFINITIONS.appealsOverturned.text })
  overturned!: number;

  @Field(() => Float, { nullable: true, description: DEFINITIONS.appealsMedianHours.text })
  medianHours!: number | null;
}

@ObjectType({ description: 'Suspensions (Regulation (EU) 2022/2065, art. 24(1)(b)).' })
export class SuspensionCounts {
  @Field(() => Int, { description: DEFINITIONS.suspensionsLaw.text })
  byLaw!: number;

  @Field(() => Int, { description: DEFINITIONS.suspensionsRules.text })
  byRules!: number;
}

@ObjectType({ description: 'How good automatic means were (Regulation (EU) 2022/2065, art. 15(1)(e)).' })
export class AutomaticMeans {
  @Field(() => Int, { description: DEFINITIONS.automaticDecisions.text })
  decisions!: number;

  @Field(() => Int, { description: DEFINITIONS.automaticUndone.text })
  undone!: number;

  @Field(() => Float, { nullable: true, description: DEFINITIONS.automaticErrorRate.text })
  errorRate!: number | null;

  @Field(() => Int, { description: DEFINITIONS.screened.text })
  screened!: number;

  @Field(() => Int, { description: DEFINITIONS.screenedKept.text })
  screenedKept!: number;

  @Field(() => Float, { nullable: true, description: DEFINITIONS.screeningErrorRate.text })
  screeningErrorRate!: number | null;
}

@ObjectType({
  description:
    'What Regulation (EU) 2022/2065, art. 15 and 24, has platforms count, over a period, from the public log alone.',
})
export class TransparencyReport {
  @Field({ description: 'The period: 2026-03, 2026-H1, 2026.' })
  period!: string;

  @Field(() => GraphQLISODateTime, { description: 'When it begins.' })
  from!: Date;

  @Field(() => GraphQLISODateTime, { description: 'When it is over.' })
  until!: Date;

  @Field({ description: 'Whether it is over by now; until then numbers grow.' })
  isOver!: boolean;

  @Field(() => GraphQLISODateTime, {
    nullable: true,
    description: 'Since when there is a log; null while it is empty.',
  })
  logSince!: Date | null;

  @Field(() => Int, { description: 'The last line of the log that was read for it.' })
  lastPosition!: number;

  @Field({ description: 'The hash of that line.' })
  lastHash!: string;

  @Field(() => AllDecisions, { description: 'All decisions.' })
  decisions!: AllDecisions;

  @Field(() => [DecisionsByAct], { description: 'By what was done, the most frequent first.' })
  byAct!: DecisionsByAct[];

  @Field(() => [DecisionsByRule], {
    description: 'By what they rest on, the most frequent first, 200 at most; without those that keep.',
  })
  byRule!: DecisionsByRule[];

  @Field(() => [DecisionsBySource], { description: 'By how the item was found, the most frequent first.' })
  bySource!: DecisionsBySource[];

  @Field(() => NoticeCounts, { description: 'Notices of illegal content.' })
  notices!: NoticeCounts;

  @Field(() => AppealCounts, { description: 'Appeals.' })
  appeals!: AppealCounts;

  @Field(() => SuspensionCounts, { description: 'Suspensions.' })
  suspensions!: SuspensionCounts;

  @Field(() => AutomaticMeans, { description: 'How good automatic means were.' })
  automaticMeans!: AutomaticMeans;
}
