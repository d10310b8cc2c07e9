import { Field, Float, GraphQLISODateTime, ObjectType } from '@nestjs/graphql';
import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Company } from '../../companies/company.entity.js';
import { Review } from '../reviews/review.entity.js';
import { ScreeningCode } from './screening-code.js';

/** What screening found in a reviewed item; of each kind the latest. */
@Entity()
@ObjectType({ description: 'What screening found in an item, automatically. Only moderators see it.' })
export class ReviewReason {
  @PrimaryColumn('uuid')
  @ForeignKey(() => Review, { onDelete: 'CASCADE' })
  reviewId!: string;

  @PrimaryColumn('text')
  @Field(() => ScreeningCode, { description: 'What was found.' })
  code!: ScreeningCode;

  @Column('uuid')
  @ForeignKey(() => Company, { onDelete: 'CASCADE' })
  companyId!: string;

  @Column('real')
  @Field(() => Float, { description: 'How much it says, from 0 to 1.' })
  score!: number;

  @Column('text')
  @Field({ description: 'In which words, links or numbers; may be empty. What it is depends on the code.' })
  detail!: string;

  @Column('timestamptz')
  @Field(() => GraphQLISODateTime, { description: 'When it was found.' })
  createdAt!: Date;
}
