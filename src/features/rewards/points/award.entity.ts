import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { User } from '../../accounts/user.entity.js';
import { Company } from '../../companies/company.entity.js';
import { RewardRule } from './rules/reward-rule.entity.js';

/**
 * What a rule has given a member for a cause, and whether that still stands. Made once for each cause, also where it gave
 * nothing, so that nothing is given later; written by the settlement alone. Its points are posted in the ledger for the
 * cause `award:<id>`.
 */
@Entity()
@Index('award_cause_key', ['companyId', 'cause'], { unique: true })
@Index('award_member_idx', { synchronize: false })
@Index('award_time_idx', ['companyId', 'at', 'id'])
@Index('award_idea_idx', ['ideaId', 'id'], { where: 'comment_id IS NULL' })
@Index('award_votes_idx', ['ideaId', 'votes'], { where: 'votes IS NOT NULL' })
@Index('award_open_idx', ['ideaId'], {
  where: 'comment_id IS NULL AND flag_id IS NULL AND (votes IS NULL OR NOT standing)',
})
@Index('award_comment_idx', ['commentId', 'id'], { where: 'comment_id IS NOT NULL' })
@Index('award_flag_idx', ['flagId'], { where: 'flag_id IS NOT NULL' })
@Check('award_points_check', 'points >= 0')
export class Award {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  @ForeignKey(() => Company, { onDelete: 'CASCADE' })
  companyId!: string;

  @Column('uuid')
  @ForeignKey(() => User)
  userId!: string;

  @Column('text')
  rule!: RewardRule;

  /** what it is for, unique in the company: `published:<idea>:<user>` */
  @Column('text')
  cause!: string;

  /** 0 where a cap took it, where the rule gave nothing, and for who earns nothing */
  @Column('integer')
  points!: number;

  /** whether a cap took some of it, or all */
  @Column('boolean')
  capped!: boolean;

  /** whether they could earn points at that time: staff do not, nor does who is excluded */
  @Column('boolean')
  eligible!: boolean;

  /** of what it was divided by: their parts in an idea of several authors */
  @Column('integer')
  parts!: number;

  /** of a vote: how many the idea had with it */
  @Column('integer', { nullable: true })
  votes!: number | null;

  /** whether what it is for is so still */
  @Column('boolean')
  standing!: boolean;

  /** why it does not stand: a code */
  @Column('text', { nullable: true })
  because!: string | null;

  /** what it is for, without foreign keys: drafts, which earn nothing, are deleted without a look at all awards */
  @Column('uuid', { nullable: true })
  ideaId!: string | null;

  @Column('uuid', { nullable: true })
  commentId!: string | null;

  @Column('uuid', { nullable: true })
  flagId!: string | null;

  @Column('uuid', { nullable: true })
  challengeId!: string | null;

  /** the moment of what it is for */
  @Column('timestamptz')
  at!: Date;
}
