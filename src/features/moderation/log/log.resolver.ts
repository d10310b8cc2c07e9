import { Args, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { Public } from '../../../shared/auth/allow.js';
import { CurrentViewer, type Viewer } from '../../../shared/auth/viewer.js';
import { type Connection, connectionOf } from '../../../shared/graphql/connection.js';
import { MembershipsService } from '../../companies/memberships.service.js';
import { ModerationLogArgs } from './log.args.js';
import { LogEntry } from './log-entry.entity.js';
import { LogQueries } from './log.queries.js';

@ObjectType({ description: 'A page of the public log of moderation.' })
export class LogEntryConnection extends connectionOf(() => LogEntry, 'LogEntry') {}

/** The public log. */
@Resolver(() => LogEntry)
export class LogResolver {
  constructor(
    private readonly queries: LogQueries,
    private readonly memberships: MembershipsService,
  ) {}

  @Public()
  @Query(() => LogEntryConnection, {
    description: 'Every decision of a company’s moderation, the latest first, for everybody who may see the company.',
  })
  async moderationLog(
    @CurrentViewer() viewer: Viewer | null,
    @Args() args: ModerationLogArgs,
  ): Promise<Connection<LogEntry>> {
    const { company } = await this.memberships.visible(viewer, args.companyId);
    return this.queries.page(company.id, args);
  }
}
