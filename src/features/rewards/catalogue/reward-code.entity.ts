import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Company } from '../../companies/company.entity.js';
import { Redemption } from './redemptions/redemption.entity.js';
import { Reward } from './reward.entity.js';

/** A code to be handed out, once. Only who got it reads it. */
@Entity()
@Index('reward_code_fingerprint_key', ['rewardId', 'fingerprint'], { unique: true })
@Index('reward_code_redemption_key', ['redemptionId'], { unique: true })
@Index('reward_code_left_idx', ['rewardId', 'id'], { where: 'redemption_id IS NULL' })
export class RewardCode {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  @ForeignKey(() => Company, { onDelete: 'CASCADE' })
  companyId!: string;

  @Column('uuid')
  @ForeignKey(() => Reward, { onDelete: 'CASCADE' })
  rewardId!: string;

  /** for its place `reward-code:<id>` */
  @Column('text')
  sealed!: string;

  /** by which the same code is known again */
  @Column('text')
  fingerprint!: string;

  @Column('uuid', { nullable: true })
  @ForeignKey(() => Redemption)
  redemptionId!: string | null;
}
