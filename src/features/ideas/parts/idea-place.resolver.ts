import { Context, Int, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { GraphqlContext } from '../../../shared/graphql/context.js';
import { Challenge } from '../../challenges/challenge.entity.js';
import { ChallengeLoader } from '../../challenges/challenge.loader.js';
import { CompanyLoader } from '../../companies/companies.loader.js';
import { Company } from '../../companies/company.entity.js';
import { ChallengeCounts } from './challenge-counts.js';
import { Idea } from '../idea.entity.js';
import { IdeaLoader } from '../ideas.loader.js';
import { MergedIntoLoader } from './merged-into.loader.js';

/** Where an idea was submitted to. */
@Resolver(() => Idea)
export class IdeaPlaceResolver {
  constructor(
    private readonly companies: CompanyLoader,
    private readonly challenges: ChallengeLoader,
  ) {}

  @ResolveField(() => Company, { description: 'The company it is for.' })
  async company(@Parent() { companyId }: Idea, @Context() context: GraphqlContext): Promise<Company> {
    return (await this.companies.of(context).load(companyId))!;
  }

  @ResolveField(() => Challenge, { nullable: true, description: 'The challenge it answers; null for the idea box.' })
  async challenge(@Parent() { challengeId }: Idea, @Context() context: GraphqlContext): Promise<Challenge | null> {
    return (challengeId && (await this.challenges.of(context).load(challengeId))) || null;
  }
}

/** Where an idea went that says the same as another. */
@Resolver(() => Idea)
export class MergedIdeaResolver {
  constructor(
    private readonly merged: MergedIntoLoader,
    private readonly ideas: IdeaLoader,
  ) {}

  @ResolveField(() => Idea, {
    nullable: true,
    description: 'Of a MERGED one: the idea that says the same, where its votes and followers count.',
  })
  async mergedInto(@Parent() { id, mergedIntoId }: Idea, @Context() context: GraphqlContext): Promise<Idea | null> {
    const target = mergedIntoId && (await this.merged.of(context).load(id));
    return (target && (await this.ideas.of(context).load(target))) || null;
  }
}

/** How many took part in a challenge. */
@Resolver(() => Challenge)
export class ChallengeIdeasResolver {
  constructor(private readonly counts: ChallengeCounts) {}

  @ResolveField(() => Int, { description: 'Published ideas. Up to five seconds old.' })
  async ideaCount(@Parent() { id }: Challenge, @Context() context: GraphqlContext): Promise<number> {
    return (await this.counts.of(context).load(id))?.ideas ?? 0;
  }

  @ResolveField(() => Int, { description: 'People who submitted one of them. Up to five seconds old.' })
  async authorCount(@Parent() { id }: Challenge, @Context() context: GraphqlContext): Promise<number> {
    return (await this.counts.of(context).load(id))?.people ?? 0;
  }
}
