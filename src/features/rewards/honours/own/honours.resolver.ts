import { Args, Context, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow } from '../../../../shared/auth/allow.js';
import { CurrentViewer, type Viewer } from '../../../../shared/auth/viewer.js';
import { localeOf } from '../../../../shared/errors/locale.js';
import type { GraphqlContext } from '../../../../shared/graphql/context.js';
import { OK, OkPayload } from '../../../../shared/graphql/ok.payload.js';
import { User } from '../../../accounts/user.entity.js';
import { CompanyLoader } from '../../../companies/companies.loader.js';
import { Company } from '../../../companies/company.entity.js';
import { Membership } from '../../../companies/membership.entity.js';
import { CompanyBadgesArgs } from '../badges/badge.inputs.js';
import { LEVEL_WORDS } from '../honours.words.js';
import { Level } from '../levels/level.type.js';
import { MemberHonoursLoader } from './member-honours.loader.js';
import { ViewerHonoursService } from './viewer-honours.service.js';
import { LeaderboardOptOutInput, MemberHonours, SeenHonoursInput, ViewerHonours } from './viewer-honours.type.js';

const INPUT = { description: 'The parts of the request.' };

/** What members have come to, for themselves. */
@Resolver(() => Level)
export class ViewerHonoursResolver {
  constructor(private readonly service: ViewerHonoursService) {}

  @Allow('company.member')
  @Query(() => ViewerHonours, { description: 'The viewer’s level and badges with a company, and what comes next.' })
  viewerHonours(
    @CurrentViewer() viewer: Viewer,
    @Args() { companyId }: CompanyBadgesArgs,
    @Context() { req }: GraphqlContext,
  ): Promise<ViewerHonours> {
    return this.service.of(viewer, companyId, localeOf(req));
  }

  @Allow('company.member')
  @Mutation(() => OkPayload, { description: 'The viewer has seen their new badges and level.' })
  async seeHonours(
    @CurrentViewer() viewer: Viewer,
    @Args('input', INPUT) { companyId }: SeenHonoursInput,
  ): Promise<OkPayload> {
    await this.service.seen(viewer, companyId);
    return OK;
  }

  @Allow('company.member')
  @Mutation(() => Membership, { description: 'Takes the viewer off a company’s leaderboards, or puts them back.' })
  setLeaderboardOptOut(
    @CurrentViewer() viewer: Viewer,
    @Args('input', INPUT) input: LeaderboardOptOutInput,
  ): Promise<Membership> {
    return this.service.optOut(viewer, input);
  }

  @ResolveField(() => String, { description: 'Its name, in the language of the request.' })
  name(@Parent() { number }: Level, @Context() { req }: GraphqlContext): string {
    return LEVEL_WORDS[number - 1]![localeOf(req)];
  }
}

/** What people have come to, for others. */
@Resolver(() => User)
export class UserHonoursResolver {
  constructor(private readonly honours: MemberHonoursLoader) {}

  @ResolveField(() => [MemberHonours], {
    name: 'honours',
    description: 'Their level and badges with each company where the viewer may know that they take part.',
    complexity: 50,
  })
  async ofUser(@Parent() { id }: User, @Context() context: GraphqlContext): Promise<MemberHonours[]> {
    return (await this.honours.of(context).load(id)) ?? [];
  }
}

/** Where that is. */
@Resolver(() => MemberHonours)
export class MemberHonoursResolver {
  constructor(private readonly companies: CompanyLoader) {}

  @ResolveField(() => Company, { description: 'With whom.' })
  company(@Parent() { companyId }: MemberHonours, @Context() context: GraphqlContext): Promise<Company | undefined> {
    return this.companies.of(context).load(companyId);
  }
}
