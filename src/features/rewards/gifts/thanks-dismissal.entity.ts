import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { User } from '../../accounts/user.entity.js';
import { Company } from '../../companies/company.entity.js';
import { ThanksReason } from './thanks.types.js';

/** That the staff do not want to be reminded for a while of thanking somebody for something. */
@Entity()
@Index('thanks_dismissal_user_idx', ['userId'])
export class ThanksDismissal {
  @PrimaryColumn('uuid')
  @ForeignKey(() => Company, { onDelete: 'CASCADE' })
  companyId!: string;

  @PrimaryColumn('uuid')
  @ForeignKey(() => User, { onDelete: 'CASCADE' })
  userId!: string;

  @PrimaryColumn('text')
  reason!: ThanksReason;

  @Column('timestamptz')
  at!: Date;
}
