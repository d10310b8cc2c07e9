import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { GraphqlContext } from '../../../shared/graphql/context.js';
import { User } from '../../accounts/user.entity.js';
import { UserLoader } from '../../accounts/users.loader.js';
import { MembershipLoader, VisibleCompanyLoader } from '../../companies/companies.loader.js';
import { Company } from '../../companies/company.entity.js';
import { Idea } from '../../ideas/idea.entity.js';
import { IdeaLoader } from '../../ideas/ideas.loader.js';
import { Clock } from '../../../shared/config/clock.js';
import { Gift } from './gift.entity.js';
import { isTheirs, mayTakeBack } from './gift.policy.js';

/** Who gave it to whom, where and for what. */
@Resolver(() => Gift)
export class GiftFieldsResolver {
  constructor(
    private readonly users: UserLoader,
    private readonly companies: VisibleCompanyLoader,
    private readonly memberships: MembershipLoader,
    private readonly ideas: IdeaLoader,
    private readonly clock: Clock,
  ) {}

  @ResolveField(() => String, {
    nullable: true,
    description:
      'The note; who gave it, its receiver and the company’s managers read it. Null once one of the two has erased their account, and to its receiver once it was taken back.',
  })
  note(@Parent() { note, takenBackAt, receiverId }: Gift, @Context() { req }: GraphqlContext): string | null {
    return takenBackAt && receiverId === req.viewer?.userId ? null : note;
  }

  @ResolveField(() => User, { description: 'Who gave it.' })
  giver(@Parent() { giverId }: Gift, @Context() context: GraphqlContext): Promise<User | undefined> {
    return this.users.of(context).load(giverId);
  }

  @ResolveField(() => User, { description: 'Who got it.' })
  receiver(@Parent() { receiverId }: Gift, @Context() context: GraphqlContext): Promise<User | undefined> {
    return this.users.of(context).load(receiverId);
  }

  @ResolveField(() => Company, {
    nullable: true,
    description: 'In which company; null where the viewer sees it no more.',
  })
  async company(@Parent() { companyId }: Gift, @Context() context: GraphqlContext): Promise<Company | null> {
    return (await this.companies.of(context).load(companyId)) ?? null;
  }

  @ResolveField(() => Idea, { nullable: true, description: 'The idea that it thanks for, where the viewer sees it.' })
  async idea(@Parent() { ideaId }: Gift, @Context() context: GraphqlContext): Promise<Idea | null> {
    return (ideaId && (await this.ideas.of(context).load(ideaId))) || null;
  }

  @ResolveField(() => Boolean, { description: 'Whether the viewer may take it back now, if it has not been used.' })
  async viewerCanTakeBack(@Parent() gift: Gift, @Context() context: GraphqlContext): Promise<boolean> {
    const userId = context.req.viewer?.userId;
    if (!userId || gift.takenBackAt || gift.receiverId === userId || isTheirs(gift, this.clock.now())) return false;
    const membership = await this.memberships.of(context).load(`${gift.companyId}/${userId}`);
    return membership !== undefined && mayTakeBack(gift, userId, membership.role);
  }
}
