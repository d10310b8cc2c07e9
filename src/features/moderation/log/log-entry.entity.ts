import { Field, GraphQLISODateTime, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { Role } from '../../../shared/auth/role.js';
import { DecisionAct, FoundBy } from '../decisions/decision.entity.js';
import { ReviewKind } from '../reviews/review.entity.js';

/** What happened. */
export enum LogEvent {
  DECIDED = 'DECIDED',
  UNDONE = 'UNDONE',
  APPEALED = 'APPEALED',
  APPEAL_DECIDED = 'APPEAL_DECIDED',
  NOTICE_RECEIVED = 'NOTICE_RECEIVED',
  NOTICE_SETTLED = 'NOTICE_SETTLED',
}
registerEnumType(LogEvent, {
  name: 'LogEvent',
  description: 'What a line of the public log tells.',
  valuesMap: {
    DECIDED: { description: 'Something was decided about an item.' },
    UNDONE: { description: 'A decision was taken back: all is as it was before.' },
    APPEALED: { description: 'Whom it concerns, or who had reported the item, appealed against a decision.' },
    APPEAL_DECIDED: { description: 'Somebody decided about an appeal.' },
    NOTICE_RECEIVED: { description: 'Somebody gave notice of illegal content (Regulation (EU) 2022/2065, art. 16).' },
    NOTICE_SETTLED: { description: 'It is settled what became of a notice: `outcome` says how.' },
  },
});

/** On what a decision rests. */
export enum LogBasis {
  LAW = 'LAW',
  RULES = 'RULES',
}
registerEnumType(LogBasis, {
  name: 'LogBasis',
  description: 'On what a decision rests.',
  valuesMap: {
    LAW: { description: 'The item breaks a law.' },
    RULES: { description: 'The item breaks a rule of the company’s.' },
  },
});

/**
 * A line of a company's public log of moderation: never a text, never a name. The database refuses every change of it.
 * `hash` is over the line and the `hash` of the line before (chain.ts).
 */
@Entity('moderation_log')
@Index('moderation_log_entry_key', ['companyId', 'decisionId', 'entry'], { unique: true, where: 'notice_id IS NULL' })
@Index('moderation_log_notice_key', ['companyId', 'noticeId', 'entry', 'decisionId'], {
  unique: true,
  where: 'notice_id IS NOT NULL',
})
@Index('moderation_log_noticed_idx', ['companyId', 'decisionId'], { where: 'notice_id IS NOT NULL' })
@Index('moderation_log_at_idx', ['companyId', 'at', 'position'])
@Index('moderation_log_act_idx', ['companyId', 'act', 'position'])
@Index('moderation_log_rule_idx', ['companyId', 'rule', 'position'])
@Index('moderation_log_automatic_idx', ['companyId', 'position'], { where: 'automatic' })
@ObjectType({ description: 'A line of the public log of moderation. It tells no text and no name.' })
export class LogEntry {
  @PrimaryColumn('uuid')
  companyId!: string;

  @PrimaryColumn('bigint', { transformer: { from: Number, to: (value: number) => value } })
  @Field(() => Int, { description: 'Its place in the log, from 1 without gaps.' })
  position!: number;

  @Column('timestamptz')
  @Field(() => GraphQLISODateTime, { description: 'When it happened.' })
  at!: Date;

  @Column('text')
  @Field(() => LogEvent, { description: 'What happened.' })
  entry!: LogEvent;

  @Column('uuid', { nullable: true })
  @Field(() => ID, { nullable: true, description: 'The decision; null where there is none yet.' })
  decisionId!: string | null;

  @Column('text')
  @Field(() => ReviewKind, { description: 'What was decided about.' })
  kind!: ReviewKind;

  @Column('text', { nullable: true })
  @Field(() => DecisionAct, { nullable: true, description: 'What was decided; null where nothing was.' })
  act!: DecisionAct | null;

  @Column('text', { nullable: true })
  @Field(() => String, { nullable: true, description: 'The rule that the item breaks; of a law only that it is one.' })
  rule!: string | null;

  @Column('boolean')
  @Field({ description: 'Whether no person decided.' })
  automatic!: boolean;

  @Column('text', { nullable: true })
  @Field(() => Role, { nullable: true, description: 'As what somebody decided; null where nobody did.' })
  role!: Role | null;

  @Column('timestamptz', { nullable: true })
  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When it ends by itself.' })
  endsAt!: Date | null;

  @Column('text', { nullable: true })
  @Field(() => String, {
    nullable: true,
    description: 'Of what was taken back, appealed or noticed: why, or how it ended.',
  })
  outcome!: string | null;

  @Column('text')
  @Field({
    description:
      'SHA-256, in hex, of a secret nonce, a line break and the text that was decided about; empty where nothing was decided.',
  })
  contentHash!: string;

  @Column('text', { nullable: true })
  @Field(() => FoundBy, { nullable: true, description: 'How the item came to be reviewed; null of a new notice.' })
  foundBy!: FoundBy | null;

  @Column('text', { nullable: true })
  @Field(() => LogBasis, { nullable: true, description: 'On what the decision rests; null where the item stays.' })
  basis!: LogBasis | null;

  @Column('uuid', { nullable: true })
  @Field(() => ID, {
    nullable: true,
    description: 'The notice, or the complaint of somebody who had reported the item, of the lines that tell of one.',
  })
  noticeId!: string | null;

  @Column('text')
  @Field({ description: 'The hash of the line before; empty in the first.' })
  previousHash!: string;

  @Column('text')
  @Field({ description: 'SHA-256, in hex, of this line: docs/moderation-log.md says of what.' })
  hash!: string;
}

/** The last line of each company's log; whoever adds one locks it. */
@Entity('moderation_log_head')
export class LogHead {
  @PrimaryColumn('uuid')
  companyId!: string;

  @Column('bigint', { transformer: { from: Number, to: (value: number) => value } })
  position!: number;

  @Column('text')
  hash!: string;
}

/** A company's head as it was published on a day: who has kept it can tell whether the lines up to it were changed. */
@Entity('published_log_head')
@ObjectType({ description: 'The last line of a company’s public log as it was published on a day.' })
export class PublishedHead {
  @PrimaryColumn('uuid')
  companyId!: string;

  @PrimaryColumn('date')
  @Field({ description: 'The day, in UTC, as 2026-03-01.' })
  day!: string;

  @Column('bigint', { transformer: { from: Number, to: (value: number) => value } })
  @Field(() => Int, { description: 'The line that was the last.' })
  position!: number;

  @Column('text')
  @Field({ description: 'Its hash.' })
  hash!: string;

  @Column('timestamptz')
  @Field(() => GraphQLISODateTime, { description: 'When it was published.' })
  publishedAt!: Date;
}
