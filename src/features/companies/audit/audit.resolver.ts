import { Args, Context, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { AuditEntry } from '../../../shared/audit/audit-entry.entity.js';
import { AuditQueries } from '../../../shared/audit/audit.queries.js';
import { Allow } from '../../../shared/auth/allow.js';
import { CurrentViewer, type Viewer } from '../../../shared/auth/viewer.js';
import type { Connection } from '../../../shared/graphql/connection.js';
import type { GraphqlContext } from '../../../shared/graphql/context.js';
import { User } from '../../accounts/user.entity.js';
import { UserLoader } from '../../accounts/users.loader.js';
import { MembershipsService } from '../memberships.service.js';
import { AuditArgs, AuditChange, AuditEntryConnection } from './audit.args.js';

/** What the staff of a company did. */
@Resolver(() => AuditEntry)
export class AuditResolver {
  constructor(
    private readonly queries: AuditQueries,
    private readonly memberships: MembershipsService,
    private readonly users: UserLoader,
  ) {}

  @Allow('company.manage')
  @Query(() => AuditEntryConnection, { description: 'What the staff did, the latest first. For managers.' })
  async auditEntries(@CurrentViewer() viewer: Viewer, @Args() args: AuditArgs): Promise<Connection<AuditEntry>> {
    await this.memberships.require(viewer, args.companyId, 'company.manage');
    return this.queries.page(args);
  }

  @ResolveField(() => User, { nullable: true, description: 'Who, where the account is still there.' })
  async actor(@Parent() { actorId }: AuditEntry, @Context() context: GraphqlContext): Promise<User | null> {
    return (await this.users.of(context).load(actorId)) ?? null;
  }

  @ResolveField(() => [AuditChange], { description: 'What it changed.' })
  changes(@Parent() entry: AuditEntry): AuditChange[] {
    const [before, after] = [entry.before, entry.after] as (Record<string, unknown> | null)[];
    const text = (value: unknown) => (value === undefined ? null : JSON.stringify(value));
    const names = Object.keys({ ...before, ...after });
    return names.map((name) => ({ name, before: text(before?.[name]), after: text(after?.[name]) }));
  }
}
