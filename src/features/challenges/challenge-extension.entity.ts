import { Field, GraphQLISODateTime, ObjectType } from '@nestjs/graphql';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { User } from '../accounts/user.entity.js';
import { Company } from '../companies/company.entity.js';
import { Challenge } from './challenge.entity.js';
import { Phase } from './phase.entity.js';

/** That a phase was made longer, by whom and why: kept for everybody to see. */
@Entity()
@Index('challenge_extension_challenge_idx', ['challengeId', 'at'])
@ObjectType({ description: 'That a phase was made longer, by whom and why.' })
export class ChallengeExtension {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  @ForeignKey(() => Company, { onDelete: 'CASCADE' })
  companyId!: string;

  @Column('uuid')
  @ForeignKey(() => Challenge, { onDelete: 'CASCADE' })
  challengeId!: string;

  @Column('uuid')
  @ForeignKey(() => Phase, { onDelete: 'CASCADE' })
  phaseId!: string;

  @Column('timestamptz')
  @Field(() => GraphQLISODateTime, { description: 'When the phase would have ended.' })
  previousEndsAt!: Date;

  @Column('timestamptz')
  @Field(() => GraphQLISODateTime, { description: 'When it was then to end.' })
  endsAt!: Date;

  @Column('text')
  @Field({ description: 'The reason given to everybody.' })
  reason!: string;

  @Column('uuid')
  @ForeignKey(() => User)
  byId!: string;

  @Column('timestamptz')
  @Field(() => GraphQLISODateTime, { description: 'When it was decided.' })
  at!: Date;
}
