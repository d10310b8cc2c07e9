import { Field, GraphQLISODateTime, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { Role } from '../../../shared/auth/role.js';
import { DecisionAct } from '../decisions/decision.entity.js';
import { ReviewKind } from '../reviews/review.entity.js';

/** What happened. */
export enum LogEvent {
  DECIDED = 'DECIDED',
  UNDONE = 'UNDONE',
  APPEALED = 'APPEALED',
  APPEAL_DECIDED = 'APPEAL_DECIDED',
}
registerEnumType(LogEvent, {
  name: 'LogEvent',
  description: 'What a line of the public log tells.',
  valuesMap: {
    DECIDED: { description: 'Something was decided about an item.' },
    UNDONE: { description: 'A decision was taken back: all is as it was before.' },
    APPEALED: { description: 'Whom it concerns appealed against a decision.' },
    APPEAL_DECIDED: { description: 'Somebody decided about an appeal.' },
  },
});

/**
 * A line of a company's public log of moderation: never a text, never a name. The database refuses every change of it.
 * `hash` is over the line and the `hash` of the line before (moderation-log.ts).
 */
@Entity('moderation_log')
@Index('moderation_log_entry_key', ['companyId', 'decisionId', 'entry'], { unique: true })
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

  @Column('uuid')
  @Field(() => ID, { description: 'The decision.' })
  decisionId!: string;

  @Column('text')
  @Field(() => ReviewKind, { description: 'What was decided about.' })
  kind!: ReviewKind;

  @Column('text')
  @Field(() => DecisionAct, { description: 'What was decided.' })
  act!: DecisionAct;

  @Column('text', { nullable: true })
  @Field(() => String, { nullable: true, description: 'The rule, or the law, that the item breaks.' })
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
  @Field(() => String, { nullable: true, description: 'Of what was taken back or appealed: why, or how it ended.' })
  outcome!: string | null;

  @Column('text')
  @Field({ description: 'SHA-256, in hex, of the text that was decided about.' })
  contentHash!: string;

  @Column('text')
  @Field({ description: 'The hash of the line before; empty in the first.' })
  previousHash!: string;

  @Column('text')
  @Field({ description: 'SHA-256, in hex, of this line: docs/moderation.md says of what.' })
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
