import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { User } from '../../accounts/user.entity.js';
import { Company } from '../../companies/company.entity.js';

/** That a member was here on a day (UTC), and of how many ideas they opened the page. Kept for 400 days. */
@Entity()
@Index('member_day_network_idx', { synchronize: false })
export class MemberDay {
  @PrimaryColumn('uuid')
  @ForeignKey(() => Company, { onDelete: 'CASCADE' })
  companyId!: string;

  @PrimaryColumn('uuid')
  @ForeignKey(() => User, { onDelete: 'CASCADE' })
  userId!: string;

  @PrimaryColumn('date')
  day!: string;

  @Column('integer')
  readCount!: number;

  /** from where, as a keyed hash; forgotten after 30 days */
  @Column('text', { nullable: true })
  network!: string | null;
}
