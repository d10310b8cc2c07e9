import { Args, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { Public } from '../../../shared/auth/allow.js';
import { CurrentViewer, type Viewer } from '../../../shared/auth/viewer.js';
import { type Connection, connectionOf } from '../../../shared/graphql/connection.js';
import { MembershipsService } from '../../companies/memberships.service.js';
import { LogHeadsArgs, LogRulesArgs, ModerationLogArgs } from './log.args.js';
import { LogEntry, PublishedHead } from './log-entry.entity.js';
import { LogQueries } from './log.queries.js';

@ObjectType({ description: 'A page of the public log of moderation.' })
export class LogEntryConnection extends connectionOf(() => LogEntry, 'LogEntry') {}

@ObjectType({ description: 'A page of the published heads of a public log.' })
export class PublishedHeadConnection extends connectionOf(() => PublishedHead, 'PublishedHead') {}

/** The public log. */
@Resolver(() => LogEntry)
export class LogResolver {
  constructor(
    private readonly queries: LogQueries,
    private readonly memberships: MembershipsService,
  ) {}

  @Public()
  @Query(() => LogEntryConnection, {
    description:
      'Every decision of a company’s moderation, notices and appeals, the latest first, for everybody who may see the company.',
  })
  async moderationLog(
    @CurrentViewer() viewer: Viewer | null,
    @Args() args: ModerationLogArgs,
  ): Promise<Connection<LogEntry>> {
    const { company } = await this.memberships.visible(viewer, args.companyId);
    return this.queries.page(company.id, args);
  }

  @Public()
  @Query(() => PublishedHeadConnection, {
    description:
      'The heads of the public log that were published, the latest first: one for each day on which it had grown.',
  })
  async moderationLogHeads(
    @CurrentViewer() viewer: Viewer | null,
    @Args() args: LogHeadsArgs,
  ): Promise<Connection<PublishedHead>> {
    const { company } = await this.memberships.visible(viewer, args.companyId);
    return this.queries.heads(company.id, args);
  }

  @Public()
  @Query(() => [String], { description: 'The rules that the public log names, and its name for laws, 200 at most.' })
  async moderationLogRules(
    @CurrentViewer() viewer: Viewer | null,
    @Args() { companyId }: LogRulesArgs,
  ): Promise<string[]> {
    const { company } = await this.memberships.visible(viewer, companyId);
    return this.queries.rules(company.id);
  }
}
