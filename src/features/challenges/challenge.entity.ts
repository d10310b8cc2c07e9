import { Field, GraphQLISODateTime, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Locale } from '../../shared/errors/locale.js';
import { User } from '../accounts/user.entity.js';
import { Company } from '../companies/company.entity.js';

/** How the winners of a challenge are found. */
export enum WinnersBy {
  TALLY = 'TALLY',
  JURY = 'JURY',
  MANAGER = 'MANAGER',
}
registerEnumType(WinnersBy, {
  name: 'WinnersBy',
  description: 'How the winners of a challenge are found; part of its terms.',
  valuesMap: {
    TALLY: { description: 'The ideas with the most votes win.' },
    JURY: { description: 'The ideas that most of the experts have chosen win.' },
    MANAGER: { description: 'The company chooses, and says why.' },
  },
});

/** A question that a company puts to its community. Its state follows from these dates and the clock (challenge.policy.ts). */
@Entity()
@Index('challenge_company_slug_key', ['companyId', 'slug'], { unique: true })
@Index('challenge_ends_idx', { synchronize: false })
@Index('challenge_starts_idx', { synchronize: false })
@Index('challenge_all_ends_idx', { synchronize: false })
@Index('challenge_all_starts_idx', { synchronize: false })
@Check('challenge_claim_days_check', 'claim_days BETWEEN 7 AND 365')
@ObjectType({ description: 'A question that a company puts to its community, in dated phases.' })
export class Challenge {
  @PrimaryColumn('uuid')
  @Field(() => ID, { description: 'Stable id.' })
  id!: string;

  @Column('uuid')
  @ForeignKey(() => Company, { onDelete: 'CASCADE' })
  companyId!: string;

  @Column('text')
  @Field({ description: 'Name in the address, unique in the company.' })
  slug!: string;

  @Column('text')
  @Field({ description: 'The question, in one line.' })
  title!: string;

  @Column('text', { default: '' })
  @Field({ description: 'One or two sentences for lists.' })
  summary!: string;

  @Column('text', { default: '' })
  @Field({ description: 'What is asked and why, in Markdown.' })
  brief!: string;

  @Column('uuid', { nullable: true })
  coverFileId!: string | null;

  @Column('text')
  @Field(() => Locale, { description: 'Language it is written in.' })
  language!: Locale;

  @Column('text', { array: true, default: () => "'{}'" })
  @Field(() => [String], { description: 'Topics.' })
  tags!: string[];

  @Column('text', { default: '' })
  @Field({ description: 'Terms that a participant accepts, in Markdown; empty when there are none.' })
  terms!: string;

  @Column('text', { default: WinnersBy.MANAGER })
  @Field(() => WinnersBy, { description: 'How its winners are found; fixed once published.' })
  winnersBy!: WinnersBy;

  @Column('integer', { default: 30 })
  @Field(() => Int, { description: 'Within how many days a winner accepts the prize; fixed once published.' })
  claimDays!: number;

  @Column('timestamptz', { nullable: true })
  @Field(() => GraphQLISODateTime, {
    nullable: true,
    description: 'Since the first winners were announced: from then on prizes do not even grow.',
  })
  prizesFixedAt!: Date | null;

  @Column('uuid')
  @ForeignKey(() => User)
  createdById!: string;

  /** null: a draft. In the future: scheduled, and visible to managers only until then */
  @Column('timestamptz', { nullable: true })
  @Field(() => GraphQLISODateTime, {
    nullable: true,
    description: 'When it becomes or became public; null for a draft.',
  })
  publishAt!: Date | null;

  /** start of the first phase */
  @Column('timestamptz', { nullable: true })
  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When its first phase starts.' })
  startsAt!: Date | null;

  /** end of the last phase, or the moment it was closed before */
  @Column('timestamptz', { nullable: true })
  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When its last phase ends, or when it was closed.' })
  endsAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When a manager closed it before its end.' })
  closedAt!: Date | null;

  @Column('text', { nullable: true })
  @Field(() => String, { nullable: true, description: 'Why it was closed before its end.' })
  closeReason!: string | null;

  @Column('timestamptz', { nullable: true })
  archivedAt!: Date | null;

  /** that ChallengePublished was emitted */
  @Column('timestamptz', { nullable: true })
  publishedEventAt!: Date | null;

  @Column('integer', { default: 1 })
  @Field(() => Int, { description: 'Grows with each change; send it along to change what you have seen.' })
  version!: number;

  @Column('timestamptz', { default: () => 'now()' })
  @Field(() => GraphQLISODateTime, { description: 'When it was drafted.' })
  createdAt!: Date;

  @Column('timestamptz', { default: () => 'now()' })
  updatedAt!: Date;
}
