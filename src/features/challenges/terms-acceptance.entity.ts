import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { User } from '../accounts/user.entity.js';
import { Company } from '../companies/company.entity.js';
import { Challenge } from './challenge.entity.js';

/** That a member accepted a challenge's terms in the wording that the hash stands for. */
@Entity()
export class TermsAcceptance {
  @PrimaryColumn('uuid')
  @ForeignKey(() => Company, { onDelete: 'CASCADE' })
  companyId!: string;

  @PrimaryColumn('uuid')
  @ForeignKey(() => Challenge, { onDelete: 'CASCADE' })
  challengeId!: string;

  @PrimaryColumn('uuid')
  @ForeignKey(() => User, { onDelete: 'CASCADE' })
  userId!: string;

  @Column('text')
  termsHash!: string;

  @Column('timestamptz', { default: () => 'now()' })
  acceptedAt!: Date;
}
