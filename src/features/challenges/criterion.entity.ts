import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Company } from '../companies/company.entity.js';
import { Challenge } from './challenge.entity.js';

/** One of the measures by which a challenge's ideas are evaluated. */
@Entity()
@Index('criterion_challenge_idx', ['challengeId', 'position'])
@ObjectType({ description: 'One of the measures by which ideas are evaluated.' })
export class Criterion {
  @PrimaryColumn('uuid')
  @Field(() => ID, { description: 'Stable id.' })
  id!: string;

  @Column('uuid')
  @ForeignKey(() => Company, { onDelete: 'CASCADE' })
  companyId!: string;

  @Column('uuid')
  @ForeignKey(() => Challenge, { onDelete: 'CASCADE' })
  challengeId!: string;

  @Column('integer')
  position!: number;

  @Column('text')
  @Field({ description: 'Its name.' })
  name!: string;

  @Column('text', { default: '' })
  @Field({ description: 'What it measures.' })
  description!: string;

  @Column('integer')
  @Field(() => Int, { description: 'Its part of the whole, in percent.' })
  weight!: number;
}
