import { Module } from '@nestjs/common';
import { AccountsModule } from '../accounts/accounts.module.js';
import { CompaniesModule } from '../companies/companies.module.js';
import { ConversationNotifications } from './conversation.jobs.js';
import { ConversationQueries } from './conversation.queries.js';
import { CrowdNotifications } from './crowd.jobs.js';
import { FactsQueries } from './facts.queries.js';
import { IdeaNotifications } from './notifications.jobs.js';
import { ModerationNotifications } from './moderation.jobs.js';
import { ModerationFacts } from './moderation.queries.js';
import { NotificationsQueries } from './notifications.queries.js';
import { NotificationsResolver, UnreadNotificationsResolver } from './notifications.resolver.js';
import { NotificationsService } from './notifications.service.js';
import { PreferencesResolver } from './preferences/preferences.resolver.js';
import { PreferencesService } from './preferences/preferences.service.js';
import { RecipientsQueries } from './recipients.queries.js';
import { RewardNotifications } from './reward.jobs.js';
import { RewardFacts } from './reward.queries.js';
import { RewardNewsNotifications } from './reward-news.jobs.js';
import { RewardNewsMails } from './reward-news.service.js';
import { StaffNotifications } from './staff.jobs.js';
import { Teller } from './teller.service.js';
import { UnsubscribeController } from './unsubscribe/unsubscribe.controller.js';
import { UnsubscribeLinks } from './unsubscribe/unsubscribe-links.js';

const WRITES = [
  RecipientsQueries,
  FactsQueries,
  ConversationQueries,
  Teller,
  IdeaNotifications,
  CrowdNotifications,
  ConversationNotifications,
  ModerationFacts,
  ModerationNotifications,
  StaffNotifications,
  RewardFacts,
  RewardNotifications,
  RewardNewsMails,
  RewardNewsNotifications,
];
const READS = [NotificationsQueries, NotificationsService, NotificationsResolver, UnreadNotificationsResolver];

/** What people are told without asking: here, and by mail. */
@Module({
  imports: [AccountsModule, CompaniesModule],
  controllers: [UnsubscribeController],
  providers: [...WRITES, ...READS, UnsubscribeLinks, PreferencesService, PreferencesResolver],
})
export class NotificationsModule {}
