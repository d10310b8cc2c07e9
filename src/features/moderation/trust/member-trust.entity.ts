import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { User } from '../../accounts/user.entity.js';
import { Company } from '../../companies/company.entity.js';

/** What is known of a member's level of trust besides it; the level itself is the membership's. */
@Entity()
export class MemberTrust {
  @PrimaryColumn('uuid')
  @ForeignKey(() => Company, { onDelete: 'CASCADE' })
  companyId!: string;

  @PrimaryColumn('uuid')
  @ForeignKey(() => User, { onDelete: 'CASCADE' })
  userId!: string;

  /** since when they have been below what their level asks */
  @Column('timestamptz', { nullable: true })
  belowSince!: Date | null;

  /** since when a manager has fixed it: the rules leave it alone */
  @Column('timestamptz', { nullable: true })
  fixedAt!: Date | null;

  @Column('uuid', { nullable: true })
  @ForeignKey(() => User)
  fixedById!: string | null;
}
