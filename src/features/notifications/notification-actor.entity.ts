import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { User } from '../accounts/user.entity.js';
import { Notification } from './notification.entity.js';

/** Somebody who did what a notification tells of. */
@Entity()
export class NotificationActor {
  @Column('uuid')
  companyId!: string;

  @PrimaryColumn('uuid')
  @ForeignKey(() => Notification, { onDelete: 'CASCADE' })
  notificationId!: string;

  @PrimaryColumn('uuid')
  @ForeignKey(() => User, { onDelete: 'CASCADE' })
  userId!: string;

  @Column('timestamptz')
  at!: Date;
}
