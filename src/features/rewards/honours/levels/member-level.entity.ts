import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { User } from '../../../accounts/user.entity.js';
import { Company } from '../../../companies/company.entity.js';

/** What a member has contributed to a company, as their level is read from. */
@Entity()
@Index('member_level_departed_idx', ['companyId', 'userId'], { where: 'departed' })
export class MemberLevel {
  @PrimaryColumn('uuid')
  @ForeignKey(() => Company, { onDelete: 'CASCADE' })
  companyId!: string;

  @PrimaryColumn('uuid')
  @ForeignKey(() => User, { onDelete: 'CASCADE' })
  userId!: string;

  /** their standing awards, scaled to one moment for all (level.policy.ts): it fades without being written */
  @Column('double precision', { default: 0 })
  contribution!: number;

  /** the highest level that they were ever told of: falling and rising again is no news */
  @Column('smallint', { default: 1 })
  highestLevel!: number;

  /** when they came to it */
  @Column('timestamptz', { nullable: true })
  reachedAt!: Date | null;

  /** whether they are no member any more: their points stay, their place on leaderboards does not */
  @Column('boolean', { default: false })
  departed!: boolean;

  /** until when they have looked at what they earned */
  @Column('timestamptz', { nullable: true })
  seenAt!: Date | null;
}
