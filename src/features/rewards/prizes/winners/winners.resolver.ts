import { Args, Context, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow } from '../../../../shared/auth/allow.js';
import { CurrentViewer, type Viewer } from '../../../../shared/auth/viewer.js';
import type { Connection } from '../../../../shared/graphql/connection.js';
import type { GraphqlContext } from '../../../../shared/graphql/context.js';
import { VisibleCompanyLoader } from '../../../companies/companies.loader.js';
import { ChallengeLoader } from '../../../challenges/challenge.loader.js';
import { Challenge } from '../../../challenges/challenge.entity.js';
import { Prize } from '../../../challenges/prize.entity.js';
import { Idea } from '../../../ideas/idea.entity.js';
import { IdeaLoader } from '../../../ideas/ideas.loader.js';
import { Winner } from './winner.entity.js';
import {
  AnnounceWinnersInput,
  AwardedChallengesArgs,
  CancelAnnouncementInput,
  ContendersArgs,
} from './winner.inputs.js';
import { AwardedChallenge, AwardedChallengeConnection, WinnerDesk, WinnerProposal } from './winner.types.js';
import { WinnerDeskService } from './winner-desk.service.js';
import { PrizeLoader, PublicWinnersLoader, PublicWinsLoader } from './winners.loader.js';
import { WinnersService } from './winners.service.js';

/** Managers choose winners. */
@Resolver(() => WinnerDesk)
export class WinnersResolver {
  constructor(
    private readonly desks: WinnerDeskService,
    private readonly winners: WinnersService,
  ) {}

  @Allow('challenge.manage')
  @Query(() => WinnerDesk, {
    description: 'Who could win a challenge, and who was chosen. For managers.',
    complexity: 60,
  })
  winnerDesk(@CurrentViewer() viewer: Viewer, @Args() args: ContendersArgs): Promise<WinnerDesk> {
    return this.desks.desk(viewer, args);
  }

  @Allow('challenge.manage')
  @Query(() => AwardedChallengeConnection, {
    description: 'Challenges with prizes that nobody can enter any more, the last that ended first. For managers.',
  })
  awardedChallenges(
    @CurrentViewer() viewer: Viewer,
    @Args() args: AwardedChallengesArgs,
  ): Promise<Connection<AwardedChallenge>> {
    return this.desks.awarded(viewer, args);
  }

  @Allow('challenge.manage')
  @Mutation(() => WinnerDesk, { description: 'Chooses who wins, to be announced at once or on a date. For managers.' })
  async announceWinners(
    @CurrentViewer() viewer: Viewer,
    @Args('input') input: AnnounceWinnersInput,
  ): Promise<WinnerDesk> {
    await this.winners.announce(viewer, input);
    return this.desks.desk(viewer, input);
  }

  @Allow('challenge.manage')
  @Mutation(() => WinnerDesk, { description: 'Takes a planned announcement back. For managers.' })
  async cancelAnnouncement(
    @CurrentViewer() viewer: Viewer,
    @Args('input') input: CancelAnnouncementInput,
  ): Promise<WinnerDesk> {
    await this.winners.cancel(viewer, input.challengeId);
    return this.desks.desk(viewer, input);
  }
}

/** What belongs to a winner. */
@Resolver(() => Winner)
export class WinnerResolver {
  constructor(
    private readonly prizes: PrizeLoader,
    private readonly ideas: IdeaLoader,
    private readonly companies: VisibleCompanyLoader,
    private readonly challenges: ChallengeLoader,
  ) {}

  @ResolveField(() => Challenge, {
    nullable: true,
    description: 'Where it won, also if the idea was moved since; null where the viewer sees its company no more.',
  })
  async challenge(
    @Parent() { challengeId, companyId }: Winner,
    @Context() context: GraphqlContext,
  ): Promise<Challenge | null> {
    const seen = await this.companies.of(context).load(companyId);
    return (seen && (await this.challenges.of(context).load(challengeId))) ?? null;
  }

  @ResolveField(() => Prize, { description: 'What it wins.' })
  prize(@Parent() { prizeId }: Winner, @Context() context: GraphqlContext): Promise<Prize | undefined> {
    return this.prizes.of(context).load(prizeId);
  }

  @ResolveField(() => Idea, { nullable: true, description: 'The idea; null where the viewer may not see it any more.' })
  async idea(@Parent() { ideaId }: Winner, @Context() context: GraphqlContext): Promise<Idea | null> {
    return (await this.ideas.of(context).load(ideaId)) ?? null;
  }
}

@Resolver(() => WinnerProposal)
export class WinnerProposalResolver {
  constructor(private readonly ideas: IdeaLoader) {}

  @ResolveField(() => Idea, { description: 'The idea.' })
  idea(@Parent() { ideaId }: WinnerProposal, @Context() context: GraphqlContext): Promise<Idea | undefined> {
    return this.ideas.of(context).load(ideaId);
  }
}

@Resolver(() => AwardedChallenge)
export class AwardedChallengeResolver {
  constructor(private readonly challenges: ChallengeLoader) {}

  @ResolveField(() => Challenge, { description: 'The challenge.' })
  challenge(@Parent() { challengeId }: AwardedChallenge, @Context() context: GraphqlContext) {
    return this.challenges.of(context).load(challengeId);
  }
}

@Resolver(() => Challenge)
export class ChallengeWinnersResolver {
  constructor(private readonly announced: PublicWinnersLoader) {}

  @ResolveField(() => [Winner], {
    description: 'Who has won, as was announced; without ideas that are not public any more.',
  })
  winners(@Parent() { id }: Challenge, @Context() context: GraphqlContext): Promise<Winner[] | undefined> {
    return this.announced.of(context).load(id);
  }
}

@Resolver(() => Idea)
export class IdeaWinsResolver {
  constructor(private readonly announced: PublicWinsLoader) {}

  @ResolveField(() => [Winner], {
    description: 'What it has won, as was announced; while it is public.',
    complexity: 1,
  })
  wins(@Parent() { id }: Idea, @Context() context: GraphqlContext): Promise<Winner[] | undefined> {
    return this.announced.of(context).load(id);
  }
}
