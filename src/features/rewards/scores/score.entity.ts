import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { User } from '../../accounts/user.entity.js';
import { Company } from '../../companies/company.entity.js';

/** What a member's standing awards add up to, but those for reports: in all, in a month, in a challenge. */
@Entity()
@Index('score_rank_idx', { synchronize: false })
export class Score {
  @PrimaryColumn('uuid')
  @ForeignKey(() => Company, { onDelete: 'CASCADE' })
  companyId!: string;

  /** `ALL`, a month as `2026-11` (UTC), or a challenge's id */
  @PrimaryColumn('text')
  scope!: string;

  @PrimaryColumn('uuid')
  @ForeignKey(() => User, { onDelete: 'CASCADE' })
  userId!: string;

  @Column('integer')
  points!: number;
}
