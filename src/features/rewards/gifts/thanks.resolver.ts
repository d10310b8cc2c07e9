import { Args, Context, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow } from '../../../shared/auth/allow.js';
import { CurrentViewer, type Viewer } from '../../../shared/auth/viewer.js';
import type { GraphqlContext } from '../../../shared/graphql/context.js';
import { OK, OkPayload } from '../../../shared/graphql/ok.payload.js';
import { User } from '../../accounts/user.entity.js';
import { UserLoader } from '../../accounts/users.loader.js';
import { Idea } from '../../ideas/idea.entity.js';
import { IdeaLoader } from '../../ideas/ideas.loader.js';
import { ThanksService } from './thanks.service.js';
import { DismissThanksInput, ThankSuggestion, ThankSuggestionsArgs } from './thanks.types.js';

/** Whom to thank. */
@Resolver(() => ThankSuggestion)
export class ThanksResolver {
  constructor(
    private readonly service: ThanksService,
    private readonly users: UserLoader,
    private readonly ideas: IdeaLoader,
  ) {}

  @Allow('gift.give')
  @Query(() => [ThankSuggestion], {
    description:
      'Members who may be thanked, by stored facts, never by what they think of the company; nobody for what they were thanked for within 90 days.',
    complexity: 50,
  })
  thankSuggestions(@CurrentViewer() viewer: Viewer, @Args() args: ThankSuggestionsArgs): Promise<ThankSuggestion[]> {
    return this.service.suggestions(viewer, args);
  }

  @Allow('gift.give')
  @Mutation(() => OkPayload, { description: 'Puts a suggestion aside for 90 days, for all of the staff.' })
  async dismissThanks(@CurrentViewer() viewer: Viewer, @Args('input') input: DismissThanksInput): Promise<OkPayload> {
    await this.service.dismiss(viewer, input);
    return OK;
  }

  @ResolveField(() => User, { description: 'Who.' })
  user(@Parent() { userId }: ThankSuggestion, @Context() context: GraphqlContext): Promise<User | undefined> {
    return this.users.of(context).load(userId);
  }

  @ResolveField(() => Idea, { nullable: true, description: 'The idea that it is about, where it is about one.' })
  async idea(@Parent() { ideaId }: ThankSuggestion, @Context() context: GraphqlContext): Promise<Idea | null> {
    return (ideaId && (await this.ideas.of(context).load(ideaId))) || null;
  }
}
