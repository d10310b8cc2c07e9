import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Company } from '../../companies/company.entity.js';

/** When a company's managers were last told that reviews are overdue. */
@Entity()
export class ReviewAlert {
  @PrimaryColumn('uuid')
  @ForeignKey(() => Company, { onDelete: 'CASCADE' })
  companyId!: string;

  @Column('timestamptz')
  alertedAt!: Date;
}
