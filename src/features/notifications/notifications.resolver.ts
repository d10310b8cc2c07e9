import { Args, Context, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow } from '../../shared/auth/allow.js';
import { CurrentViewer, type Viewer } from '../../shared/auth/viewer.js';
import { localeOf } from '../../shared/errors/locale.js';
import type { Connection } from '../../shared/graphql/connection.js';
import type { GraphqlContext } from '../../shared/graphql/context.js';
import { User } from '../accounts/user.entity.js';
import { UserLoader } from '../accounts/users.loader.js';
import { ViewerAccount } from '../accounts/viewer-account.entity.js';
import { CompanyLoader } from '../companies/companies.loader.js';
import { Company } from '../companies/company.entity.js';
import { Notification, NotificationKind } from './notification.entity.js';
import { MarkNotificationsReadInput, NotificationConnection, NotificationsArgs } from './notifications.inputs.js';
import { MOST_COUNTED, NotificationsQueries } from './notifications.queries.js';
import { NotificationsService } from './notifications.service.js';
import { levelNameOf, nameOf } from './reward.queries.js';

@Resolver(() => Notification)
export class NotificationsResolver {
  constructor(
    private readonly queries: NotificationsQueries,
    private readonly service: NotificationsService,
    private readonly users: UserLoader,
    private readonly companies: CompanyLoader,
  ) {}

  @Allow('account.use')
  @Query(() => NotificationConnection, {
    description: 'What the viewer is told, what happened last first; nothing of what they may not see any more.',
  })
  notifications(@CurrentViewer() viewer: Viewer, @Args() args: NotificationsArgs): Promise<Connection<Notification>> {
    return this.queries.page(viewer, args);
  }

  @Allow('account.use')
  @Mutation(() => ViewerAccount, { description: 'Notes that the viewer has read notifications of theirs.' })
  markNotificationsRead(
    @CurrentViewer() viewer: Viewer,
    @Args('input') { ids, all }: MarkNotificationsReadInput,
  ): Promise<ViewerAccount> {
    return this.service.markRead(viewer, all ? null : (ids ?? []));
  }

  @ResolveField(() => Company, { description: 'Where it happened.' })
  async company(@Parent() { companyId }: Notification, @Context() context: GraphqlContext): Promise<Company> {
    return (await this.companies.of(context).load(companyId))!;
  }

  @ResolveField(() => [User], {
    description: 'Who did it: the last three. Nobody where it was the company, a moderator, or the clock.',
  })
  async actors(@Parent() { actorIds }: Notification, @Context() context: GraphqlContext): Promise<User[]> {
    const found = await Promise.all(actorIds.map((id) => this.users.of(context).load(id)));
    return found.filter((user) => user !== undefined);
  }

  @ResolveField(() => [String], {
    description: 'What was won, redeemed or earned, by its name: a prize, a reward, badges, a level.',
  })
  rewardNames(@Parent() { kind, detail, names }: Notification, @Context() { req }: GraphqlContext): string[] {
    const locale = localeOf(req);
    if (kind === NotificationKind.LEVEL_REACHED) return [levelNameOf(detail!, locale)];
    return names.map((name) => nameOf(name, locale));
  }
}

@Resolver(() => ViewerAccount)
export class UnreadNotificationsResolver {
  constructor(private readonly queries: NotificationsQueries) {}

  @ResolveField(() => Int, {
    description: `Notifications that they have not read; at most ${MOST_COUNTED}, more are not counted.`,
  })
  unreadNotificationCount(@Parent() { id }: ViewerAccount): Promise<number> {
    return this.queries.unread(id);
  }
}
