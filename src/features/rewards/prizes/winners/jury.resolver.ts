import { Args, Context, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow } from '../../../../shared/auth/allow.js';
import { CurrentViewer, type Viewer } from '../../../../shared/auth/viewer.js';
import type { GraphqlContext } from '../../../../shared/graphql/context.js';
import { User } from '../../../accounts/user.entity.js';
import { UserLoader } from '../../../accounts/users.loader.js';
import { Idea } from '../../../ideas/idea.entity.js';
import { IdeaLoader } from '../../../ideas/ideas.loader.js';
import { JuryService } from './jury.service.js';
import { JuryChoice } from './winner.entity.js';
import { ContendersArgs, JuryChoiceInput } from './winner.inputs.js';
import { JuryDesk, WinnerDesk } from './winner.types.js';
import { JuryPicksLoader, OwnPicksLoader } from './winners.loader.js';

/** Experts choose as a jury. */
@Resolver(() => JuryDesk)
export class JuryResolver {
  constructor(
    private readonly jury: JuryService,
    private readonly own: OwnPicksLoader,
    private readonly loader: IdeaLoader,
  ) {}

  @Allow('account.use')
  @Query(() => JuryDesk, {
    nullable: true,
    description: 'What the viewer chooses as an expert of the jury; null for others, and where no jury decides.',
  })
  juryDesk(@CurrentViewer() viewer: Viewer, @Args() args: ContendersArgs): Promise<JuryDesk | null> {
    return this.jury.desk(viewer, args);
  }

  @Allow('challenge.participate')
  @Mutation(() => JuryDesk, { description: 'Keeps what an expert chooses, until winners are chosen. For experts.' })
  recordJuryChoice(@CurrentViewer() viewer: Viewer, @Args('input') input: JuryChoiceInput): Promise<JuryDesk> {
    return this.jury.record(viewer, input);
  }

  @ResolveField(() => [JuryChoice], { description: 'What they have chosen.' })
  picks(@Parent() { challenge }: JuryDesk, @Context() context: GraphqlContext): Promise<JuryChoice[] | undefined> {
    return this.own.of(context).load(challenge.id);
  }

  @ResolveField(() => [Idea], {
    description: 'At most 50 ideas that can win: those with most votes, or with the text.',
    complexity: 60,
  })
  async ideas(@Parent() desk: JuryDesk, @Context() context: GraphqlContext): Promise<Idea[]> {
    const ids = await this.jury.ideaIds(desk);
    const found = await this.loader.of(context).loadMany(ids);
    return found.filter((idea): idea is Idea => idea !== undefined && !(idea instanceof Error));
  }
}

/** What managers see of the jury. */
@Resolver(() => WinnerDesk)
export class DeskJuryResolver {
  constructor(private readonly picks: JuryPicksLoader) {}

  @ResolveField(() => [JuryChoice], { description: 'What the experts have chosen.' })
  juryChoices(
    @Parent() { challenge }: WinnerDesk,
    @Context() context: GraphqlContext,
  ): Promise<JuryChoice[] | undefined> {
    return this.picks.of(context).load(challenge.id);
  }
}

@Resolver(() => JuryChoice)
export class JuryChoiceResolver {
  constructor(
    private readonly users: UserLoader,
    private readonly ideas: IdeaLoader,
  ) {}

  @ResolveField(() => User, { description: 'The expert.' })
  juror(@Parent() { jurorId }: JuryChoice, @Context() context: GraphqlContext): Promise<User | undefined> {
    return this.users.of(context).load(jurorId);
  }

  @ResolveField(() => Idea, { nullable: true, description: 'The idea; null where the viewer may not see it any more.' })
  async idea(@Parent() { ideaId }: JuryChoice, @Context() context: GraphqlContext): Promise<Idea | null> {
    return (await this.ideas.of(context).load(ideaId)) ?? null;
  }
}
