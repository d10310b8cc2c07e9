import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Locale } from '../../../shared/errors/locale.js';
import { Company } from '../../companies/company.entity.js';
import { Flag } from '../flags/flag.entity.js';

/** Who filed a notice from outside. No query shows it; what they say is in the flag. */
@Entity()
@Index('notice_token_key', ['tokenHash'], { unique: true })
export class Notice {
  @PrimaryColumn('uuid')
  @ForeignKey(() => Flag, { onDelete: 'CASCADE' })
  flagId!: string;

  @Column('uuid')
  @ForeignKey(() => Company, { onDelete: 'CASCADE' })
  companyId!: string;

  @Column('text')
  name!: string;

  @Column('text')
  email!: string;

  @Column('text')
  locale!: Locale;

  /** of the receipt, which is with them alone */
  @Column('bytea')
  tokenHash!: Buffer;

  @Column('timestamptz')
  createdAt!: Date;
}
