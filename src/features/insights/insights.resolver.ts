import { Args, Context, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow } from '../../shared/auth/allow.js';
import { CurrentViewer, type Viewer } from '../../shared/auth/viewer.js';
import type { GraphqlContext } from '../../shared/graphql/context.js';
import { Challenge } from '../challenges/challenge.entity.js';
import { ChallengeLoader } from '../challenges/challenge.loader.js';
import { CompanyDeskArgs, InsightsArgs } from './insights.args.js';
import { InsightsQueries, MOST_CHALLENGES } from './insights.queries.js';
import { InsightsService } from './insights.service.js';
import { AnswerTimes, ChallengeInsight, CompanyDesk, Funnel, Insights, Participation } from './insights.type.js';
import { ParticipationService } from './participation.service.js';

@Resolver(() => Insights)
export class InsightsResolver {
  constructor(
    private readonly insightsService: InsightsService,
    private readonly queries: InsightsQueries,
    private readonly participations: ParticipationService,
  ) {}

  @Allow('company.manage')
  @Query(() => Insights, { description: 'A company’s community in numbers, over at most two years; managers only.' })
  insights(@CurrentViewer() viewer: Viewer, @Args() args: InsightsArgs): Promise<Insights> {
    return this.insightsService.of(viewer, args);
  }

  @Allow('company.manage')
  @Query(() => CompanyDesk, { description: 'What waits for a company’s managers now.' })
  companyDesk(@CurrentViewer() viewer: Viewer, @Args() { companyId }: CompanyDeskArgs): Promise<CompanyDesk> {
    return this.insightsService.desk(viewer, companyId);
  }

  @ResolveField(() => Participation, { description: 'What people did.' })
  participation(@Parent() { args }: Insights): Promise<Participation> {
    return this.participations.of(args);
  }

  @ResolveField(() => Funnel, { description: 'What became of the ideas of the period.' })
  funnel(@Parent() { args }: Insights): Promise<Funnel> {
    return this.queries.funnel(args);
  }

  @ResolveField(() => AnswerTimes, { description: 'How long first answers took.' })
  answerTimes(@Parent() { args }: Insights): Promise<AnswerTimes> {
    return this.queries.answerTimes(args);
  }

  @ResolveField(() => [ChallengeInsight], {
    description: 'The ideas of the period by challenge, those with most ideas first, 50 at most.',
    complexity: MOST_CHALLENGES,
  })
  challenges(@Parent() { args }: Insights): Promise<ChallengeInsight[]> {
    return this.queries.byChallenge(args);
  }
}

/** Which challenge a row is about. */
@Resolver(() => ChallengeInsight)
export class ChallengeInsightResolver {
  constructor(private readonly challenges: ChallengeLoader) {}

  @ResolveField(() => Challenge, { nullable: true, description: 'The challenge; null for the idea box.' })
  async challenge(
    @Parent() { challengeId }: ChallengeInsight,
    @Context() context: GraphqlContext,
  ): Promise<Challenge | null> {
    return (challengeId && (await this.challenges.of(context).load(challengeId))) || null;
  }
}
