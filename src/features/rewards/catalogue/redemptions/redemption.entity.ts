import { Field, GraphQLISODateTime, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { User } from '../../../accounts/user.entity.js';
import { Company } from '../../../companies/company.entity.js';
import { Reward } from '../reward.entity.js';

/** Where a redemption stands. */
export enum RedemptionState {
  REQUESTED = 'REQUESTED',
  FULFILLED = 'FULFILLED',
  CANCELLED = 'CANCELLED',
  REFUNDED = 'REFUNDED',
}
registerEnumType(RedemptionState, {
  name: 'RedemptionState',
  description: 'Where a redemption stands.',
  valuesMap: {
    REQUESTED: { description: 'Waits for the company to hand it over; it can be cancelled.' },
    FULFILLED: { description: 'Handed over.' },
    CANCELLED: { description: 'Ended before it was handed over; the points are back.' },
    REFUNDED: { description: 'The points were given back after it was handed over.' },
  },
});

/** Why a redemption has ended without, or after, what was redeemed. */
export enum RedemptionEnd {
  BY_MEMBER = 'BY_MEMBER',
  BY_STAFF = 'BY_STAFF',
  EXCLUDED = 'EXCLUDED',
  ERASED = 'ERASED',
  GIFT_TAKEN_BACK = 'GIFT_TAKEN_BACK',
}
registerEnumType(RedemptionEnd, {
  name: 'RedemptionEnd',
  description: 'Why a redemption was cancelled or refunded.',
  valuesMap: {
    BY_MEMBER: { description: 'The member wanted it no more.' },
    BY_STAFF: { description: 'Somebody of the company ended it; `reason` says why.' },
    EXCLUDED: { description: 'The member was excluded from rewards.' },
    ERASED: { description: 'The account was deleted.' },
    GIFT_TAKEN_BACK: { description: 'It was a gift, and was taken back.' },
  },
});

/** That a member gets a reward: for points, or (then for none) because somebody of the company gave it. */
@Entity()
@Index('redemption_idempotency_key', ['companyId', 'userId', 'idempotencyKey'], { unique: true })
@Index('redemption_user_idx', ['userId', 'requestedAt', 'id'])
@Index('redemption_queue_idx', ['companyId', 'state', 'requestedAt', 'id'])
@Index('redemption_company_idx', ['companyId', 'requestedAt', 'id'])
@Index('redemption_reward_idx', ['rewardId'])
@Index('redemption_delivery_idx', ['fulfilledAt'], { where: 'delivery IS NOT NULL OR note IS NOT NULL' })
@Check('redemption_points_check', 'points >= 0 AND (points = 0) = (granted_by_id IS NOT NULL)')
@Check(
  'redemption_state_check',
  `CASE state WHEN 'REQUESTED' THEN fulfilled_at IS NULL AND ended_at IS NULL
    WHEN 'FULFILLED' THEN fulfilled_at IS NOT NULL AND ended_at IS NULL
    WHEN 'CANCELLED' THEN fulfilled_at IS NULL AND ended_at IS NOT NULL
    ELSE fulfilled_at IS NOT NULL AND ended_at IS NOT NULL END AND (ended_at IS NULL) = (ended IS NULL)`,
)
@ObjectType({ description: 'That a member gets something of the catalogue. Only they and managers see it.' })
export class Redemption {
  @PrimaryColumn('uuid')
  @Field(() => ID, { description: 'Stable id.' })
  id!: string;

  @Column('uuid')
  @ForeignKey(() => Company, { onDelete: 'CASCADE' })
  companyId!: string;

  @Column('uuid')
  @ForeignKey(() => Reward)
  rewardId!: string;

  @Column('uuid')
  @ForeignKey(() => User)
  userId!: string;

  @Column('integer')
  @Field(() => Int, { description: 'Points that it cost; 0 for a gift.' })
  points!: number;

  @Column('text')
  @Field(() => RedemptionState, { description: 'Where it stands.' })
  state!: RedemptionState;

  @Column('text', { nullable: true })
  idempotencyKey!: string | null;

  /** of the company, who gave it */
  @Column('uuid', { nullable: true })
  @ForeignKey(() => User)
  grantedById!: string | null;

  /** where to, sealed for the place `redemption:<id>`; erased once it is not needed */
  @Column('text', { nullable: true })
  delivery!: string | null;

  @Column('text', { nullable: true })
  @Field(() => String, {
    nullable: true,
    description: 'What the company says about the handing over; kept for 30 days.',
  })
  note!: string | null;

  @Column('timestamptz')
  @Field(() => GraphQLISODateTime, { description: 'When it was redeemed.' })
  requestedAt!: Date;

  @Column('timestamptz', { nullable: true })
  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When it was handed over.' })
  fulfilledAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When it was cancelled, or refunded.' })
  endedAt!: Date | null;

  @Column('text', { nullable: true })
  @Field(() => RedemptionEnd, { nullable: true, description: 'Why it was cancelled or refunded.' })
  ended!: RedemptionEnd | null;

  @Column('text', { nullable: true })
  @Field(() => String, { nullable: true, description: 'Why, in the words of who ended it for the company.' })
  reason!: string | null;
}

/** What the ledger knows a redemption by. */
export const redemptionCause = (id: string): string => `redemption:${id}`;
/** And what it gave for the points. */
export const fulfilmentCause = (id: string): string => `fulfilment:${id}`;
