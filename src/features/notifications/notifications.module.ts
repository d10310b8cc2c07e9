import { Module } from '@nestjs/common';
import { MailNotifications } from './notifications.jobs.js';
import { NotificationsQueries } from './notifications.queries.js';

/** What people are told without asking: by mail, so far. */
@Module({ providers: [NotificationsQueries, MailNotifications] })
export class NotificationsModule {}
