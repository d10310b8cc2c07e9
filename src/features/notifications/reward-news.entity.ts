import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { User } from '../accounts/user.entity.js';
import { Company } from '../companies/company.entity.js';
import type { NotificationKind } from './notification.entity.js';

/** Something small that somebody has earned, until the one mail of the day tells it. */
@Entity()
@Index('reward_news_company_idx', ['companyId', 'userId'])
@Index('reward_news_user_idx', ['userId'])
export class RewardNews {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  @ForeignKey(() => Company, { onDelete: 'CASCADE' })
  companyId!: string;

  @Column('uuid')
  @ForeignKey(() => User, { onDelete: 'CASCADE' })
  userId!: string;

  @Column('text')
  kind!: NotificationKind;

  /** of the notification: whoever has read that needs no mail */
  @Column('text')
  groupKey!: string;

  /** the award, or that they hold the badge */
  @Column('uuid', { nullable: true })
  subjectId!: string | null;

  @Column('text', { nullable: true })
  detail!: string | null;

  @Column('timestamptz')
  at!: Date;
}
