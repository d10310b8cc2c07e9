import { Context, Int, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Role, roleAtLeast } from '../../../../shared/auth/role.js';
import { localeOf } from '../../../../shared/errors/locale.js';
import type { GraphqlContext } from '../../../../shared/graphql/context.js';
import { thumbnailUrl } from '../../../../shared/storage/file-url.js';
import { FileLoader } from '../../../../shared/storage/files.loader.js';
import { MembershipLoader } from '../../../companies/companies.loader.js';
import { badgeWords } from '../honours.words.js';
import { Badge } from './badge.entity.js';
import { OwnHoldingLoader } from './badge.loader.js';
import { BadgeMetric, isSecret, ladderOf, metricOf } from './badge.policy.js';

/** What a badge is called, and what it looks like: ours in the language of the request, a company's as it wrote it. */
@Resolver(() => Badge)
export class BadgeFieldsResolver {
  constructor(
    private readonly files: FileLoader,
    private readonly memberships: MembershipLoader,
    private readonly held: OwnHoldingLoader,
  ) {}

  @ResolveField(() => String, { description: 'Its name.' })
  name(@Parent() { builtIn, name }: Badge, @Context() { req }: GraphqlContext): string {
    return builtIn ? badgeWords(builtIn, localeOf(req)).name : name!;
  }

  @ResolveField(() => String, {
    nullable: true,
    description: 'What it is for; of a secret one null, but to who has it and to managers.',
  })
  async description(@Parent() badge: Badge, @Context() context: GraphqlContext): Promise<string | null> {
    const { id, builtIn, description } = badge;
    if (!builtIn) return description;
    const mayKnow =
      !isSecret(badge) ||
      (await this.isAtLeast(Role.MANAGER, badge, context)) ||
      Boolean(await this.held.of(context).load(id));
    return mayKnow ? badgeWords(builtIn, localeOf(context.req)).how : null;
  }

  @ResolveField(() => String, { nullable: true, description: 'Where its picture is served, in the small.' })
  async pictureUrl(@Parent() { pictureFileId }: Badge, @Context() context: GraphqlContext): Promise<string | null> {
    const file = pictureFileId && (await this.files.of(context).load(pictureFileId));
    return file ? thumbnailUrl(file) : null;
  }

  @ResolveField(() => String, { nullable: true, description: 'What its picture shows.' })
  pictureAlt(@Parent() { pictureAlt }: Badge): string | null {
    return pictureAlt;
  }

  @ResolveField(() => BadgeMetric, { nullable: true, description: 'What it counts; null: given by hand, or secret.' })
  metric(@Parent() badge: Badge): BadgeMetric | null {
    return metricOf(badge);
  }

  @ResolveField(() => Int, { nullable: true, description: 'From how many on it is earned.' })
  threshold(@Parent() { builtIn, threshold }: Badge): number | null {
    return builtIn ? (ladderOf(builtIn)?.threshold ?? null) : threshold;
  }

  @ResolveField(() => Int, { nullable: true, description: 'The how many-eth step of its ladder, where it is of one.' })
  step(@Parent() { builtIn }: Badge): number | null {
    return builtIn ? (ladderOf(builtIn)?.step ?? null) : null;
  }

  @ResolveField(() => Boolean, { description: 'Whether nobody is told of it before they have it.' })
  secret(@Parent() badge: Badge): boolean {
    return isSecret(badge);
  }

  @ResolveField(() => Int, { nullable: true, description: 'How many have it; for moderators, else null.' })
  async holderCount(@Parent() badge: Badge, @Context() context: GraphqlContext): Promise<number | null> {
    return (await this.isAtLeast(Role.MODERATOR, badge, context)) ? badge.holderCount : null;
  }

  private async isAtLeast(role: Role, { companyId }: Badge, context: GraphqlContext): Promise<boolean> {
    const userId = context.req.viewer?.userId;
    const own = userId ? await this.memberships.of(context).load(`${companyId}/${userId}`) : null;
    return roleAtLeast(own?.role, role);
  }
}
