import { Field, GraphQLISODateTime, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { User } from '../../accounts/user.entity.js';
import { Comment } from '../../comments/comment.entity.js';
import { Company } from '../../companies/company.entity.js';
import { Idea } from '../../ideas/idea.entity.js';
import { Redemption } from '../catalogue/redemptions/redemption.entity.js';
import { Reward } from '../catalogue/reward.entity.js';
import { Badge } from '../honours/badges/badge.entity.js';
import { ThanksReason } from './thanks.types.js';

/** What is given; each comes with a note. */
export enum GiftKind {
  THANKS = 'THANKS',
  POINTS = 'POINTS',
  BADGE = 'BADGE',
  REWARD = 'REWARD',
}
registerEnumType(GiftKind, {
  name: 'GiftKind',
  description: 'What is given with a note.',
  valuesMap: {
    THANKS: { description: 'The note itself.' },
    POINTS: { description: 'Points.' },
    BADGE: { description: 'A badge of those that are given by hand.' },
    REWARD: { description: 'Something of the catalogue, for no points.' },
  },
});

/**
 * What a moderator or manager gives a member, with a note that these two and the company’s managers read. Never changed
 * but for being read, taken back, and emptied when one of the two erases their account.
 */
@Entity()
@Index('gift_company_idx', ['companyId', 'at', 'id'])
@Index('gift_giver_idx', ['giverId', 'companyId', 'at', 'id'])
@Index('gift_receiver_idx', ['receiverId', 'at', 'id'])
@Index('gift_thanked_idx', ['companyId', 'receiverId', 'at'])
@Index('gift_idea_idx', ['ideaId'], { where: 'idea_id IS NOT NULL' })
@Index('gift_comment_idx', ['commentId'], { where: 'comment_id IS NOT NULL' })
@Index('gift_taken_by_idx', ['takenBackById'], { where: 'taken_back_by_id IS NOT NULL' })
@Index('gift_idempotency_key', ['companyId', 'giverId', 'idempotencyKey'], { unique: true })
@Check('gift_points_check', "CASE WHEN kind IN ('POINTS', 'REWARD') THEN points > 0 ELSE points = 0 END")
@Check(
  'gift_goods_check',
  "(kind = 'BADGE') = (badge_id IS NOT NULL) AND (kind = 'REWARD') = (num_nonnulls(reward_id, redemption_id) = 2)",
)
@Check('gift_self_check', 'giver_id <> receiver_id')
@Check('gift_taken_check', '(taken_back_at IS NULL) = (taken_back_by_id IS NULL)')
@ObjectType({ description: 'What a moderator or manager has given a member, with a personal note.' })
export class Gift {
  @PrimaryColumn('uuid')
  @Field(() => ID, { description: 'Stable id.' })
  id!: string;

  @Column('uuid')
  @ForeignKey(() => Company, { onDelete: 'CASCADE' })
  companyId!: string;

  @Column('uuid')
  @ForeignKey(() => User)
  giverId!: string;

  @Column('uuid')
  @ForeignKey(() => User)
  receiverId!: string;

  @Column('text')
  @Field(() => GiftKind, { description: 'What was given.' })
  kind!: GiftKind;

  /** what counts against the giver's budget */
  @Column('integer', { default: 0 })
  @Field(() => Int, { description: 'The points given; of a REWARD those that it costs others; else 0.' })
  points!: number;

  @Column('uuid', { nullable: true })
  @ForeignKey(() => Badge)
  badgeId!: string | null;

  @Column('uuid', { nullable: true })
  @ForeignKey(() => Reward)
  rewardId!: string | null;

  /** by which its receiver gets it */
  @Column('uuid', { nullable: true })
  @ForeignKey(() => Redemption)
  redemptionId!: string | null;

  /** null: emptied, one of the two has erased their account */
  @Column('text', { nullable: true })
  note!: string | null;

  /** which suggestion it followed */
  @Column('text', { nullable: true })
  because!: ThanksReason | null;

  @Column('uuid', { nullable: true })
  @ForeignKey(() => Idea, { onDelete: 'SET NULL' })
  ideaId!: string | null;

  @Column('uuid', { nullable: true })
  @ForeignKey(() => Comment, { onDelete: 'SET NULL' })
  @Field(() => ID, { nullable: true, description: 'The comment that it thanks for, where it does.' })
  commentId!: string | null;

  @Column('timestamptz')
  @Field(() => GraphQLISODateTime, { description: 'When it was given.' })
  at!: Date;

  @Column('timestamptz', { nullable: true })
  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When its receiver has read it; null until then.' })
  seenAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When it was taken back; null where it was not.' })
  takenBackAt!: Date | null;

  @Column('uuid', { nullable: true })
  @ForeignKey(() => User)
  takenBackById!: string | null;

  @Column('text', { nullable: true })
  @Field(() => String, { nullable: true, description: 'Why it was taken back, as its receiver is told.' })
  takenBackBecause!: string | null;

  @Column('text', { nullable: true })
  idempotencyKey!: string | null;
}
