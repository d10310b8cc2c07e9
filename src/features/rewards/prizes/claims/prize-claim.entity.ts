import { Field, GraphQLISODateTime, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { User } from '../../../accounts/user.entity.js';
import { Challenge } from '../../../challenges/challenge.entity.js';
import { PrizeKind } from '../../../challenges/prize.entity.js';
import { Company } from '../../../companies/company.entity.js';
import { Winner } from '../winners/winner.entity.js';

/** Where somebody's part of a prize is. */
export enum ClaimState {
  PENDING = 'PENDING',
  ACCEPTED = 'ACCEPTED',
  SENT = 'SENT',
  RECEIVED = 'RECEIVED',
  LAPSED = 'LAPSED',
  DECLINED = 'DECLINED',
  REVOKED = 'REVOKED',
}
registerEnumType(ClaimState, {
  name: 'ClaimState',
  description: 'Where somebody’s part of a prize is.',
  valuesMap: {
    PENDING: { description: 'Waits for them to accept it.' },
    ACCEPTED: { description: 'They accepted it; the company is to send it.' },
    SENT: { description: 'The company has sent or paid it.' },
    RECEIVED: { description: 'It has arrived; points arrive at once.' },
    LAPSED: { description: 'They did not accept it in time, or took their account away.' },
    DECLINED: { description: 'They did not want it.' },
    REVOKED: { description: 'The idea was removed: the prize is not theirs.' },
  },
});

/** One person's part of a prize that an idea has won. */
@Entity()
@Index('prize_claim_winner_user_key', ['winnerId', 'userId'], { unique: true })
@Index('prize_claim_user_idx', ['userId', 'id'])
@Index('prize_claim_company_idx', ['companyId', 'id'])
@Index('prize_claim_state_idx', ['companyId', 'state', 'id'])
@Index('prize_claim_challenge_idx', ['challengeId', 'id'])
@Index('prize_claim_due_idx', ['dueAt'], { where: "state = 'PENDING'" })
@Index('prize_claim_erase_idx', ['eraseAt'], { where: 'erase_at IS NOT NULL' })
@Check('prize_claim_erase_check', `erase_at IS NOT NULL OR details IS NULL AND tracking IS NULL OR state = 'ACCEPTED'`)
@ObjectType({ description: 'One person’s part of a prize that an idea has won.' })
export class PrizeClaim {
  @PrimaryColumn('uuid')
  @Field(() => ID, { description: 'Stable id.' })
  id!: string;

  @Column('uuid')
  @ForeignKey(() => Company, { onDelete: 'CASCADE' })
  companyId!: string;

  @Column('uuid')
  @ForeignKey(() => Challenge, { onDelete: 'CASCADE' })
  challengeId!: string;

  @Column('uuid')
  @ForeignKey(() => Winner)
  winnerId!: string;

  @Column('uuid')
  @ForeignKey(() => User)
  userId!: string;

  @Column('text')
  @Field(() => PrizeKind, { description: 'What kind of prize.' })
  kind!: PrizeKind;

  @Column('integer', { nullable: true })
  @Field(() => Int, { nullable: true, description: 'Their part in the smallest unit of the currency.' })
  amountMinor!: number | null;

  @Column('text', { nullable: true })
  @Field(() => String, { nullable: true, description: 'ISO 4217 code of the currency.' })
  currency!: string | null;

  @Column('integer', { nullable: true })
  @Field(() => Int, { nullable: true, description: 'Their part of the points.' })
  points!: number | null;

  @Column('integer', { nullable: true })
  @Field(() => Int, { nullable: true, description: 'Their part of the revenue, in hundredths of a percent.' })
  shareBasisPoints!: number | null;

  @Column('text')
  @Field(() => ClaimState, { description: 'Where it is.' })
  state!: ClaimState;

  /** of a REVOKED one: where it was, to be put back */
  @Column('text', { nullable: true })
  stateBefore!: ClaimState | null;

  @Column('timestamptz')
  @Field(() => GraphQLISODateTime, { description: 'Until when they may accept it.' })
  dueAt!: Date;

  /** days before the end of the last reminder; null: none yet */
  @Column('smallint', { nullable: true })
  remindedDays!: number | null;

  @Column('timestamptz', { nullable: true })
  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When they accepted it.' })
  acceptedAt!: Date | null;

  /** of the terms that they accepted with it */
  @Column('text', { nullable: true })
  termsHash!: string | null;

  @Column('timestamptz', { nullable: true })
  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When the company sent it.' })
  sentAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When it arrived.' })
  receivedAt!: Date | null;

  /** where to send it: sealed (ADR 26), and only as long as it is needed */
  @Column('text', { nullable: true })
  details!: string | null;

  /** how to find what was sent: sealed, too */
  @Column('text', { nullable: true })
  tracking!: string | null;

  /** when both are erased */
  @Column('timestamptz', { nullable: true })
  eraseAt!: Date | null;

  @Column('integer', { default: 1 })
  @Field(() => Int, { description: 'Grows with each change; send it along to change what you have seen.' })
  version!: number;

  @Column('timestamptz')
  @Field(() => GraphQLISODateTime, { description: 'When the prize was won.' })
  createdAt!: Date;
}
