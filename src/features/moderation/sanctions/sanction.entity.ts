import { Field, GraphQLISODateTime, ID, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { User } from '../../accounts/user.entity.js';
import { Company } from '../../companies/company.entity.js';
import { Decision } from '../decisions/decision.entity.js';

/** What a member has to bear. */
export enum SanctionKind {
  WARNING = 'WARNING',
  SILENCE = 'SILENCE',
  SUSPENSION = 'SUSPENSION',
  EXCLUSION = 'EXCLUSION',
}
registerEnumType(SanctionKind, {
  name: 'SanctionKind',
  description: 'What a member has to bear.',
  valuesMap: {
    WARNING: { description: 'They are told, and may do what they could before.' },
    SILENCE: { description: 'They read and vote, and write no idea and no comment.' },
    SUSPENSION: { description: 'They only read.' },
    EXCLUSION: { description: 'They earn, win and redeem nothing, and do all else as before.' },
  },
});

/** What a decision imposes on a member. Its decision says why, and is undone to lift it. */
@Entity()
@Index('sanction_decision_key', ['decisionId'], { unique: true })
@Index('sanction_user_idx', ['companyId', 'userId', 'startsAt'])
@Index('sanction_exclusion_idx', ['companyId', 'userId'], { where: "kind = 'EXCLUSION' AND lifted_at IS NULL" })
@Check(
  'sanction_end_check',
  `CASE WHEN kind = 'WARNING' THEN ends_at IS NULL AND open_because IS NULL
    ELSE (ends_at IS NULL) = (open_because IS NOT NULL) END`,
)
@ObjectType({ description: 'A warning, silence or suspension of a member, or an exclusion from rewards.' })
export class Sanction {
  @PrimaryColumn('uuid')
  @Field(() => ID, { description: 'Stable id.' })
  id!: string;

  @Column('uuid')
  @ForeignKey(() => Company, { onDelete: 'CASCADE' })
  companyId!: string;

  @Column('uuid')
  @ForeignKey(() => User)
  userId!: string;

  @Column('text')
  @Field(() => SanctionKind, { description: 'What it is.' })
  kind!: SanctionKind;

  @Column('uuid')
  @ForeignKey(() => Decision, { onDelete: 'CASCADE' })
  @Field(() => ID, { description: 'The decision that says why.' })
  decisionId!: string;

  @Column('timestamptz')
  @Field(() => GraphQLISODateTime, { description: 'Since when.' })
  startsAt!: Date;

  @Column('timestamptz', { nullable: true })
  @Field(() => GraphQLISODateTime, {
    nullable: true,
    description: 'When it ends; null for a warning, and without end.',
  })
  endsAt!: Date | null;

  @Column('text', { nullable: true })
  @Field(() => String, { nullable: true, description: 'Why it has no end, where it has none.' })
  openBecause!: string | null;

  @Column('timestamptz', { nullable: true })
  @Field(() => GraphQLISODateTime, { nullable: true, description: 'Since when it is lifted.' })
  liftedAt!: Date | null;

  @Column('uuid', { nullable: true })
  @ForeignKey(() => User)
  liftedById!: string | null;
}
