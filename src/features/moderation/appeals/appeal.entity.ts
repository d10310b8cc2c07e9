import { Field, GraphQLISODateTime, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Role } from '../../../shared/auth/role.js';
import { StoredFile } from '../../../shared/storage/file.entity.js';
import { User } from '../../accounts/user.entity.js';
import { Company } from '../../companies/company.entity.js';
import { Decision } from '../decisions/decision.entity.js';
import { Flag } from '../flags/flag.entity.js';

/** Where an appeal stands. */
export enum AppealState {
  OPEN = 'OPEN',
  UPHELD = 'UPHELD',
  OVERTURNED = 'OVERTURNED',
}
registerEnumType(AppealState, {
  name: 'AppealState',
  description: 'Where an appeal stands.',
  valuesMap: {
    OPEN: { description: 'Waits for somebody who did not decide.' },
    UPHELD: { description: 'The decision stays.' },
    OVERTURNED: { description: 'The decision was wrong: all is as it was before it; what had stayed waits again.' },
  },
});

/**
 * What somebody says against a decision, once, within six months (Regulation (EU) 2022/2065, art. 20): whom it concerns;
 * or, of one by which an item stays, who had reported it (`flagId`).
 */
@Entity()
@Index('appeal_decision_key', ['decisionId'], { unique: true, where: 'flag_id IS NULL' })
@Index('appeal_flag_key', ['flagId'], { unique: true, where: 'flag_id IS NOT NULL' })
@Index('appeal_complaint_idx', ['decisionId'], { where: 'flag_id IS NOT NULL' })
@Index('appeal_queue_idx', ['companyId', 'state', 'dueAt', 'id'])
@ObjectType({ description: 'What somebody says against a decision that concerns them, or what they had reported.' })
export class Appeal {
  @PrimaryColumn('uuid')
  @Field(() => ID, { description: 'Stable id.' })
  id!: string;

  @Column('uuid')
  @ForeignKey(() => Company, { onDelete: 'CASCADE' })
  companyId!: string;

  @Column('uuid')
  @ForeignKey(() => Decision, { onDelete: 'CASCADE' })
  decisionId!: string;

  /** null: who filed a notice from outside */
  @Column('uuid', { nullable: true })
  @ForeignKey(() => User)
  appellantId!: string | null;

  /** the report or notice of who complains that nothing was done */
  @Column('uuid', { nullable: true })
  @ForeignKey(() => Flag, { onDelete: 'CASCADE' })
  flagId!: string | null;

  @Column('text')
  @Field({ description: 'Why the decision is wrong, in their words.' })
  text!: string;

  @Column('text', { default: AppealState.OPEN })
  @Field(() => AppealState, { description: 'Where it stands.' })
  state!: AppealState;

  @Column('uuid', { nullable: true })
  @ForeignKey(() => User)
  decidedById!: string | null;

  @Column('text', { nullable: true })
  @Field(() => Role, { nullable: true, description: 'As what somebody decided about it.' })
  deciderRole!: Role | null;

  @Column('text', { nullable: true })
  @Field(() => String, { nullable: true, description: 'Why it was decided so.' })
  reasons!: string | null;

  @Column('timestamptz')
  @Field(() => GraphQLISODateTime, { description: 'When it should be decided.' })
  dueAt!: Date;

  @Column('timestamptz', { nullable: true })
  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When it was decided.' })
  decidedAt!: Date | null;

  @Column('timestamptz')
  @Field(() => GraphQLISODateTime, { description: 'Since when it waits.' })
  createdAt!: Date;

  @Column('integer', { default: 1 })
  @Field(() => Int, { description: 'Grows with each change; send it along to decide on what you have seen.' })
  version!: number;
}

/** A file that goes with an appeal. */
@Entity()
@Index('appeal_file_file_idx', ['fileId'])
export class AppealFile {
  @PrimaryColumn('uuid')
  @ForeignKey(() => Appeal, { onDelete: 'CASCADE' })
  appealId!: string;

  @PrimaryColumn('uuid')
  @ForeignKey(() => StoredFile)
  fileId!: string;

  @Column('uuid')
  @ForeignKey(() => Company, { onDelete: 'CASCADE' })
  companyId!: string;

  @Column('integer')
  position!: number;
}
