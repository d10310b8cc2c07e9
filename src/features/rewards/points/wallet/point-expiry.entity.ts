import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { User } from '../../../accounts/user.entity.js';
import { Company } from '../../../companies/company.entity.js';

/** That a member was told when their points expire; it holds as long as nothing was earned or spent since. */
@Entity()
export class PointExpiry {
  @PrimaryColumn('uuid')
  @ForeignKey(() => Company, { onDelete: 'CASCADE' })
  companyId!: string;

  @PrimaryColumn('uuid')
  @ForeignKey(() => User, { onDelete: 'CASCADE' })
  userId!: string;

  /** when points were earned or spent last */
  @Column('timestamptz')
  lastAt!: Date;

  @Column('timestamptz')
  expiresAt!: Date;
}
