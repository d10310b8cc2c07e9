import { Args, Context, Mutation, ObjectType, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow } from '../../../../shared/auth/allow.js';
import { CurrentViewer, type Viewer } from '../../../../shared/auth/viewer.js';
import { type Connection, connectionOf } from '../../../../shared/graphql/connection.js';
import type { GraphqlContext } from '../../../../shared/graphql/context.js';
import { User } from '../../../accounts/user.entity.js';
import { UserLoader } from '../../../accounts/users.loader.js';
import { BadgeEditing } from './badge-editing.service.js';
import { Badge } from './badge.entity.js';
import { BadgeHolding } from './badge-holding.entity.js';
import {
  BadgeHoldersArgs,
  CompanyBadgesArgs,
  CreateBadgeInput,
  GiveBadgeInput,
  RetireBadgeInput,
  TakeBadgeBackInput,
  UpdateBadgeInput,
} from './badge.inputs.js';
import { BadgeLoader } from './badge.loader.js';
import { BadgesQueries } from './badges.queries.js';
import { BadgesService } from './badges.service.js';

@ObjectType({ description: 'A page of those who have a badge.' })
export class BadgeHoldingConnection extends connectionOf(() => BadgeHolding, 'BadgeHolding') {}

const INPUT = { description: 'The parts of the request.' };

/** Badges, for a company's staff; and who holds what. */
@Resolver(() => BadgeHolding)
export class BadgesResolver {
  constructor(
    private readonly service: BadgesService,
    private readonly editing: BadgeEditing,
    private readonly queries: BadgesQueries,
    private readonly badges: BadgeLoader,
    private readonly users: UserLoader,
  ) {}

  @Allow('review.decide')
  @Query(() => [Badge], {
    description: 'A company’s badges: its own in use, retired ones, then those of every company that were earned.',
    complexity: 100,
  })
  companyBadges(@CurrentViewer() viewer: Viewer, @Args() { companyId }: CompanyBadgesArgs): Promise<Badge[]> {
    return this.queries.list(viewer, companyId);
  }

  @Allow('company.manage')
  @Query(() => BadgeHoldingConnection, {
    description: 'Who has a badge, the latest first. For managers; of badges for reports for nobody.',
  })
  badgeHolders(@CurrentViewer() viewer: Viewer, @Args() args: BadgeHoldersArgs): Promise<Connection<BadgeHolding>> {
    return this.queries.holders(viewer, args);
  }

  @Allow('company.manage')
  @Mutation(() => Badge, { description: 'Makes a badge; who has earned it already gets it within minutes.' })
  createBadge(@CurrentViewer() viewer: Viewer, @Args('input', INPUT) input: CreateBadgeInput): Promise<Badge> {
    return this.editing.create(viewer, input);
  }

  @Allow('company.manage')
  @Mutation(() => Badge, { description: 'Changes a badge of the company’s own; who has it keeps it.' })
  updateBadge(@CurrentViewer() viewer: Viewer, @Args('input', INPUT) input: UpdateBadgeInput): Promise<Badge> {
    return this.editing.update(viewer, input);
  }

  @Allow('company.manage')
  @Mutation(() => Badge, { description: 'Retires a badge of the company’s own; who has it keeps it.' })
  retireBadge(@CurrentViewer() viewer: Viewer, @Args('input', INPUT) input: RetireBadgeInput): Promise<Badge> {
    return this.editing.retire(viewer, input);
  }

  @Allow('company.manage')
  @Mutation(() => BadgeHolding, { description: 'Gives a member a badge that is given by hand.' })
  giveBadge(@CurrentViewer() viewer: Viewer, @Args('input', INPUT) input: GiveBadgeInput): Promise<BadgeHolding> {
    return this.service.giveByHand(viewer, input);
  }

  @Allow('company.manage')
  @Mutation(() => Badge, { description: 'Takes back a badge that was given by hand, by mistake.' })
  takeBadgeBack(@CurrentViewer() viewer: Viewer, @Args('input', INPUT) input: TakeBadgeBackInput): Promise<Badge> {
    return this.service.takeBackByHand(viewer, input);
  }

  @ResolveField(() => Badge, { description: 'The badge.' })
  badge(@Parent() { badgeId }: BadgeHolding, @Context() context: GraphqlContext): Promise<Badge | undefined> {
    return this.badges.of(context).load(badgeId);
  }

  @ResolveField(() => User, { nullable: true, description: 'Who has it.' })
  user(@Parent() { userId }: BadgeHolding, @Context() context: GraphqlContext): Promise<User | undefined> {
    return this.users.of(context).load(userId);
  }

  @ResolveField(() => Boolean, { description: 'Whether somebody gave it by hand.' })
  byHand(@Parent() { givenById }: BadgeHolding): boolean {
    return givenById !== null;
  }
}
