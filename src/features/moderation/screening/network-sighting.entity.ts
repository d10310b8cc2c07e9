import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { User } from '../../accounts/user.entity.js';
import { Company } from '../../companies/company.entity.js';

/** That a newcomer posted from a network, which is kept as a keyed hash, and for 7 days. */
@Entity()
@Index('network_sighting_age_idx', ['seenAt'])
export class NetworkSighting {
  @PrimaryColumn('uuid')
  @ForeignKey(() => Company, { onDelete: 'CASCADE' })
  companyId!: string;

  @PrimaryColumn('text')
  network!: string;

  @PrimaryColumn('uuid')
  @ForeignKey(() => User, { onDelete: 'CASCADE' })
  userId!: string;

  @Column('timestamptz')
  seenAt!: Date;
}
