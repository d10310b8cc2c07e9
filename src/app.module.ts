import { type DynamicModule, Module } from '@nestjs/common';
import type { Config } from './shared/config/config.js';
import { ConfigModule } from './shared/config/config.module.js';
import { AuditModule } from './shared/audit/audit.module.js';
import { AuthModule } from './shared/auth/auth.module.js';
import { DatabaseModule } from './shared/database/database.module.js';
import { EventsModule } from './shared/events/events.module.js';
import { ApiModule } from './shared/graphql/graphql.module.js';
import { JobsModule } from './shared/jobs/jobs.module.js';
import { MailModule } from './shared/mail/mail.module.js';
import { RealtimeModule } from './shared/realtime/realtime.module.js';
import { RateLimitModule } from './shared/ratelimit/rate-limit.module.js';
import { StorageModule } from './shared/storage/storage.module.js';
import { TextModule } from './shared/text/text.module.js';
import { WebModule } from './shared/web/web.module.js';
import { AccountsModule } from './features/accounts/accounts.module.js';
import { CompaniesModule } from './features/companies/companies.module.js';
import { ChallengesModule } from './features/challenges/challenges.module.js';
import { IdeasModule } from './features/ideas/ideas.module.js';
import { VotesModule } from './features/votes/votes.module.js';
import { CommentsModule } from './features/comments/comments.module.js';
import { ModerationModule } from './features/moderation/moderation.module.js';
import { RewardsModule } from './features/rewards/rewards.module.js';
import { InsightsModule } from './features/insights/insights.module.js';
import { SearchModule } from './features/search/search.module.js';
import { LiveModule } from './features/live/live.module.js';
import { SyndicationModule } from './features/syndication/syndication.module.js';
import { NotificationsModule } from './features/notifications/notifications.module.js';

/** The whole application: the shared adapters, then every feature. */
@Module({})
export class AppModule {
  static of(config: Config): DynamicModule {
    return {
      module: AppModule,
      imports: [
        ConfigModule.of(config),
        DatabaseModule,
        AuditModule,
        JobsModule,
        EventsModule,
        RealtimeModule,
        AuthModule,
        ApiModule,
        StorageModule,
        TextModule,
        MailModule,
        RateLimitModule,
        WebModule,
        AccountsModule,
        CompaniesModule,
        ChallengesModule,
        IdeasModule,
        VotesModule,
        CommentsModule,
        ModerationModule,
        RewardsModule,
        InsightsModule,
        SearchModule,
        LiveModule,
        SyndicationModule,
        NotificationsModule,
      ],
    };
  }
}
