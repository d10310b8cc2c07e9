import { Field, GraphQLISODateTime, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Company } from '../companies/company.entity.js';
import { Challenge } from './challenge.entity.js';

/** What a phase is for. */
export enum PhaseKind {
  IDEATION = 'IDEATION',
  REFINEMENT = 'REFINEMENT',
  VOTING = 'VOTING',
  EVALUATION = 'EVALUATION',
  DECISION = 'DECISION',
  DELIVERY = 'DELIVERY',
}
registerEnumType(PhaseKind, {
  name: 'PhaseKind',
  description: 'What a phase of a challenge is for.',
  valuesMap: {
    IDEATION: { description: 'Ideas are submitted, discussed and supported.' },
    REFINEMENT: { description: 'Authors improve what they submitted.' },
    VOTING: { description: 'The community votes; counts are hidden until it ends.' },
    EVALUATION: { description: 'Experts evaluate.' },
    DECISION: { description: 'The company decides.' },
    DELIVERY: { description: 'The company carries out what it decided.' },
  },
});

/** A dated stage of a challenge; it alone decides what may be done, from `startsAt` on and before `endsAt`. */
@Entity()
@Check('phase_dates_check', 'ends_at > starts_at')
@Index('phase_challenge_position_key', ['challengeId', 'position'], { unique: true })
@Index('phase_challenge_starts_idx', ['challengeId', 'startsAt'])
@Index('phase_start_due_idx', { synchronize: false })
@Index('phase_end_due_idx', { synchronize: false })
@ObjectType({ description: 'A dated stage of a challenge; it alone decides what may be done while it lasts.' })
export class Phase {
  @PrimaryColumn('uuid')
  @Field(() => ID, { description: 'Stable id.' })
  id!: string;

  @Column('uuid')
  @ForeignKey(() => Company, { onDelete: 'CASCADE' })
  companyId!: string;

  @Column('uuid')
  @ForeignKey(() => Challenge, { onDelete: 'CASCADE' })
  challengeId!: string;

  @Column('text')
  @Field(() => PhaseKind, { description: 'What it is for.' })
  kind!: PhaseKind;

  @Column('integer')
  @Field(() => Int, { description: 'Place among the phases, from 0.' })
  position!: number;

  @Column('timestamptz')
  @Field(() => GraphQLISODateTime, { description: 'Its first moment.' })
  startsAt!: Date;

  @Column('timestamptz')
  @Field(() => GraphQLISODateTime, { description: 'The first moment after it.' })
  endsAt!: Date;

  @Column('boolean')
  @Field({ description: 'Whether ideas may be submitted.' })
  maySubmit!: boolean;

  @Column('boolean')
  @Field({ description: 'Whether authors may edit their ideas.' })
  mayEdit!: boolean;

  @Column('boolean')
  @Field({ description: 'Whether comments may be written.' })
  mayComment!: boolean;

  @Column('boolean')
  @Field({ description: 'Whether votes may be cast, changed and withdrawn.' })
  mayVote!: boolean;

  @Column('boolean')
  @Field({ description: 'Whether everybody sees the counts of votes.' })
  countsVisible!: boolean;

  /** that PhaseStarted was emitted */
  @Column('timestamptz', { nullable: true })
  startedEventAt!: Date | null;

  /** that PhaseEnded was emitted */
  @Column('timestamptz', { nullable: true })
  endedEventAt!: Date | null;
}
