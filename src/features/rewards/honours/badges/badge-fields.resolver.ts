import { Context, Int, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Role, roleAtLeast } from '../../../../shared/auth/role.js';
import { CurrentViewer, type Viewer } from '../../../../shared/auth/viewer.js';
import { localeOf } from '../../../../shared/errors/locale.js';
import type { GraphqlContext } from '../../../../shared/graphql/context.js';
import { thumbnailUrl } from '../../../../shared/storage/file-url.js';
import { FileLoader } from '../../../../shared/storage/files.loader.js';
import { MembershipLoader } from '../../../companies/companies.loader.js';
import { badgeWords } from '../honours.words.js';
import { Badge } from './badge.entity.js';
import { BadgeMetric, ladderOf } from './badge.policy.js';

/** What a badge is called, and what it looks like: ours in the language of the request, a company's as it wrote it. */
@Resolver(() => Badge)
export class BadgeFieldsResolver {
  constructor(
    private readonly files: FileLoader,
    private readonly memberships: MembershipLoader,
  ) {}

  @ResolveField(() => String, { description: 'Its name.' })
  name(@Parent() { builtIn, name }: Badge, @Context() { req }: GraphqlContext): string {
    return builtIn ? badgeWords(builtIn, localeOf(req)).name : name!;
  }

  @ResolveField(() => String, { description: 'What it is for.' })
  description(@Parent() { builtIn, description }: Badge, @Context() { req }: GraphqlContext): string {
    return builtIn ? badgeWords(builtIn, localeOf(req)).how : description;
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
  metric(@Parent() { builtIn, metric }: Badge): BadgeMetric | null {
    return builtIn ? (ladderOf(builtIn)?.metric ?? null) : metric;
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
  secret(@Parent() { builtIn }: Badge): boolean {
    return builtIn !== null && ladderOf(builtIn) === null;
  }

  @ResolveField(() => Int, { nullable: true, description: 'How many have it; for moderators, else null.' })
  async holderCount(
    @Parent() { companyId, holderCount }: Badge,
    @CurrentViewer() viewer: Viewer | null,
    @Context() context: GraphqlContext,
  ): Promise<number | null> {
    const own = viewer && (await this.memberships.of(context).load(`${companyId}/${viewer.userId}`));
    return roleAtLeast(own?.role, Role.MODERATOR) ? holderCount : null;
  }
}
