import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { User } from '../features/accounts/user.entity.js';
import { Company } from '../features/companies/company.entity.js';

/** Who somebody of another community is here, so that a second run of an import finds them again. */
@Entity()
export class ImportedUser {
  @PrimaryColumn('uuid')
  @ForeignKey(() => Company, { onDelete: 'CASCADE' })
  companyId!: string;

  @PrimaryColumn('text')
  sourceId!: string;

  @Column('uuid')
  @ForeignKey(() => User, { onDelete: 'CASCADE' })
  userId!: string;
}
