import { Field, Float, GraphQLISODateTime, Int, ObjectType } from '@nestjs/graphql';
import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Company } from '../../../companies/company.entity.js';

/** So many decisions of each kind it needs before it says anything. */
export const FEWEST_DECISIONS = 50;
/** Of ten that it would hold at least eight must be right. */
const LEAST_PRECISION = 0.8;

/** What was learned from a company's own decisions. */
@Entity()
@ObjectType({
  description: 'What was learned, here and from nothing but this company’s own decisions. It only ever holds a post.',
})
export class SpamModel {
  @PrimaryColumn('uuid')
  @ForeignKey(() => Company, { onDelete: 'CASCADE' })
  companyId!: string;

  /** null until there are enough decisions */
  @Column('jsonb', { nullable: true })
  model!: object | null;

  @Column('integer')
  @Field(() => Int, { description: 'From how many items that were kept.' })
  keptCount!: number;

  @Column('integer')
  @Field(() => Int, { description: 'From how many items that were hidden or removed for a rule.' })
  removedCount!: number;

  @Column('real', { nullable: true })
  @Field(() => Float, {
    nullable: true,
    description:
      'Of those that it would hold, the part that moderators took down: found by learning from four fifths of the decisions and asking about the rest, five times. Null where it would hold none, or has not learned enough.',
  })
  precision!: number | null;

  @Column('real', { nullable: true })
  @Field(() => Float, {
    nullable: true,
    description: 'Of those that moderators took down, the part that it would hold.',
  })
  recall!: number | null;

  @Column('timestamptz')
  @Field(() => GraphQLISODateTime, { description: 'When it last learned.' })
  trainedAt!: Date;

  @Field({ description: 'Whether it is used: after 50 decisions of each kind, with a precision of 0.8 at least.' })
  active!: boolean;
}

/** Whether it is good enough to hold what somebody says. */
export const isActive = ({ precision }: Pick<SpamModel, 'precision'>): boolean =>
  precision !== null && precision >= LEAST_PRECISION;
