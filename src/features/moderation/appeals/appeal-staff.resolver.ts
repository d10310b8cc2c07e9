import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Role, roleAtLeast } from '../../../shared/auth/role.js';
import type { GraphqlContext } from '../../../shared/graphql/context.js';
import { User } from '../../accounts/user.entity.js';
import { UserLoader } from '../../accounts/users.loader.js';
import { MembershipLoader } from '../../companies/companies.loader.js';
import { Flag } from '../flags/flag.entity.js';
import { FlagLoader } from '../flags/flags.loader.js';
import { Review } from '../reviews/review.entity.js';
import { ReviewOfDecisionLoader } from '../reviews/review.loader.js';
import { Appeal, AppealState } from './appeal.entity.js';
import { AppealBar, AppealBarLoader } from './appeal-bar.js';

/** What moderators see of an appeal; whom the decision concerns reads the same appeal without it. */
@Resolver(() => Appeal)
export class AppealStaffResolver {
  constructor(
    private readonly reviews: ReviewOfDecisionLoader,
    private readonly users: UserLoader,
    private readonly memberships: MembershipLoader,
    private readonly bars: AppealBarLoader,
    private readonly flags: FlagLoader,
  ) {}

  @ResolveField(() => Review, { nullable: true, description: 'The item and its author; for moderators.' })
  async review(@Parent() appeal: Appeal, @Context() context: GraphqlContext): Promise<Review | null> {
    if (!(await this.isForStaff(appeal, context))) return null;
    return (await this.reviews.of(context).load(appeal.decisionId)) ?? null;
  }

  @ResolveField(() => User, { nullable: true, description: 'Who decided about it; for moderators.' })
  async decidedBy(@Parent() appeal: Appeal, @Context() context: GraphqlContext): Promise<User | null> {
    if (!appeal.decidedById || !(await this.isForStaff(appeal, context))) return null;
    return (await this.users.of(context).load(appeal.decidedById)) ?? null;
  }

  @ResolveField(() => AppealBar, {
    nullable: true,
    description:
      'Why the viewer, as a moderator, does not decide about it; null where they may, and once it is decided.',
  })
  async viewerBarredBy(@Parent() appeal: Appeal, @Context() context: GraphqlContext): Promise<AppealBar | null> {
    if (appeal.state !== AppealState.OPEN || !(await this.isForStaff(appeal, context))) return null;
    return (await this.bars.of(context).load(appeal.decisionId)) ?? null;
  }

  @ResolveField(() => Flag, {
    nullable: true,
    description: 'Of a complaint that an item stays: the report or notice; null of other appeals. For moderators.',
  })
  async report(@Parent() appeal: Appeal, @Context() context: GraphqlContext): Promise<Flag | null> {
    if (!appeal.flagId || !(await this.isForStaff(appeal, context))) return null;
    return (await this.flags.of(context).load(appeal.flagId)) ?? null;
  }

  private async isForStaff({ companyId }: Appeal, context: GraphqlContext): Promise<boolean> {
    const member = await this.memberships.of(context).load(`${companyId}/${context.req.viewer!.userId}`);
    return roleAtLeast(member?.role, Role.MODERATOR);
  }
}
