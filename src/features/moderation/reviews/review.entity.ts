import { Field, Float, GraphQLISODateTime, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Locale } from '../../../shared/errors/locale.js';
import { User } from '../../accounts/user.entity.js';
import { Comment } from '../../comments/comment.entity.js';
import { Company } from '../../companies/company.entity.js';
import { HoldReason } from '../../companies/company.policy.js';
import { Rule } from '../../companies/rule.entity.js';
import { Idea } from '../../ideas/idea.entity.js';

/** Where a review stands. */
export enum ReviewState {
  PENDING = 'PENDING',
  APPROVED = 'APPROVED',
  REJECTED = 'REJECTED',
  WITHDRAWN = 'WITHDRAWN',
}
registerEnumType(ReviewState, {
  name: 'ReviewState',
  description: 'Where a review stands.',
  valuesMap: {
    PENDING: { description: 'Waits for a moderator.' },
    APPROVED: { description: 'The item stays, or was published.' },
    REJECTED: { description: 'Something was decided against the item, which names the rule.' },
    WITHDRAWN: { description: 'The author took the item back before anybody decided.' },
  },
});

/** What is reviewed. */
export enum ReviewKind {
  IDEA = 'IDEA',
  COMMENT = 'COMMENT',
  PROFILE = 'PROFILE',
}
registerEnumType(ReviewKind, {
  name: 'ReviewKind',
  description: 'What is reviewed.',
  valuesMap: {
    IDEA: { description: 'An idea.' },
    COMMENT: { description: 'A comment.' },
    PROFILE: { description: 'A member.' },
  },
});

/** Everything about one held or reported item: why it waits, and what was decided. Reviews are kept. */
@Entity()
@Index('review_queue_idx', ['companyId', 'state', 'rankAt', 'id', 'createdAt'])
@Index('review_kind_idx', ['companyId', 'state', 'kind', 'rankAt', 'id'])
@Index('review_language_idx', ['companyId', 'state', 'language', 'rankAt', 'id'])
@Index('review_all_idx', ['companyId', 'rankAt', 'id'])
@Index('review_rules_idx', { synchronize: false })
@Index('review_author_idx', ['companyId', 'authorId', 'decidedAt'])
@Index('review_overdue_idx', { synchronize: false })
@Index('review_pending_idea_key', { synchronize: false })
@Index('review_pending_comment_key', { synchronize: false })
@Index('review_pending_profile_key', { synchronize: false })
@ObjectType({ description: 'One held or reported item: why it waits, and what was decided.' })
export class Review {
  @PrimaryColumn('uuid')
  @Field(() => ID, { description: 'Stable id.' })
  id!: string;

  @Column('uuid')
  @ForeignKey(() => Company, { onDelete: 'CASCADE' })
  companyId!: string;

  @Column('text')
  @Field(() => ReviewKind, { description: 'What is reviewed.' })
  kind!: ReviewKind;

  @Column('uuid', { nullable: true })
  @ForeignKey(() => Idea, { onDelete: 'CASCADE' })
  ideaId!: string | null;

  @Column('uuid', { nullable: true })
  @ForeignKey(() => Comment, { onDelete: 'CASCADE' })
  commentId!: string | null;

  /** the member, where no item but they themselves are reviewed */
  @Column('uuid', { nullable: true })
  @ForeignKey(() => User)
  profileId!: string | null;

  @Column('uuid')
  @ForeignKey(() => User)
  authorId!: string;

  /** of the item, when the review was opened; null of a member, and of another language */
  @Column('text', { nullable: true })
  language!: Locale | null;

  @Column('text', { nullable: true })
  @Field(() => HoldReason, {
    nullable: true,
    description: 'Why it was held, or shown to moderators, by screening; null where it was not.',
  })
  reason!: HoldReason | null;

  @Column('text', { default: ReviewState.PENDING })
  @Field(() => ReviewState, { description: 'Where it stands.' })
  state!: ReviewState;

  @Column('uuid', { nullable: true })
  @ForeignKey(() => User)
  decidedById!: string | null;

  @Column('timestamptz', { nullable: true })
  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When it was decided.' })
  decidedAt!: Date | null;

  @Column('uuid', { nullable: true })
  @ForeignKey(() => Rule)
  ruleId!: string | null;

  /** by which it was reported, or decided */
  @Column('uuid', { array: true, default: '{}' })
  ruleIds!: string[];

  @Column('text', { nullable: true })
  @Field(() => String, { nullable: true, description: 'What the moderator added for the author.' })
  note!: string | null;

  @Column('integer', { default: 1 })
  @Field(() => Int, { description: 'Grows with each change; send it along to decide on what you have seen.' })
  version!: number;

  @Column('timestamptz', { default: () => 'now()' })
  @Field(() => GraphQLISODateTime, { description: 'Since when it waits.' })
  createdAt!: Date;

  @Column('real', { default: 0 })
  @Field(() => Float, {
    description:
      'How urgent it is: the weights of its open reports (48 at most), the gravest rule that they name or thing that screening found, by how sure that is (10 at most), and the logarithm of how many people it reaches. Each point brings it forward by an hour.',
  })
  score!: number;

  @Column('timestamptz')
  @Field(() => GraphQLISODateTime, { description: 'Until when the moderators mean to decide.' })
  dueAt!: Date;

  /** what the queue is ordered by: `dueAt`, less an hour for each point of the score */
  @Column('timestamptz')
  @Field(() => GraphQLISODateTime, { description: 'Its place in the queue: due then, less an hour per point.' })
  rankAt!: Date;

  @Column('uuid', { nullable: true })
  @ForeignKey(() => User)
  claimedById!: string | null;

  @Column('timestamptz', { nullable: true })
  claimedUntil!: Date | null;

  /** since when the same moderator takes it, again and again */
  @Column('timestamptz', { nullable: true })
  claimedSince!: Date | null;
}
