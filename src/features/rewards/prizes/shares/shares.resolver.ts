import { Args, Context, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow } from '../../../../shared/auth/allow.js';
import { CurrentViewer, type Viewer } from '../../../../shared/auth/viewer.js';
import type { GraphqlContext } from '../../../../shared/graphql/context.js';
import { User } from '../../../accounts/user.entity.js';
import { UserLoader } from '../../../accounts/users.loader.js';
import { Idea } from '../../../ideas/idea.entity.js';
import { IdeaLoader } from '../../../ideas/ideas.loader.js';
import { AnswerSharesInput, AuthorShare, ProposeSharesInput, SharedIdea, SharedIdeasArgs } from './share.types.js';
import { SharesService } from './shares.service.js';

/** How co-authors share a prize. */
@Resolver(() => SharedIdea)
export class SharesResolver {
  constructor(
    private readonly shares: SharesService,
    private readonly ideas: IdeaLoader,
  ) {}

  @Allow('account.use')
  @Query(() => [SharedIdea], {
    description: 'Ideas that the viewer wrote with others, of challenges whose prizes are still to be won; at most 50.',
    complexity: 50,
  })
  mySharedIdeas(@CurrentViewer() viewer: Viewer, @Args() { companyId }: SharedIdeasArgs): Promise<SharedIdea[]> {
    return this.shares.mine(viewer, companyId ?? null);
  }

  @Allow('idea.write')
  @Mutation(() => SharedIdea, { description: 'Proposes how to share a prize. By the author.' })
  proposeShares(@CurrentViewer() viewer: Viewer, @Args('input') input: ProposeSharesInput): Promise<SharedIdea> {
    return this.shares.propose(viewer, input);
  }

  @Allow('idea.write')
  @Mutation(() => SharedIdea, { description: 'Agrees to a proposal of how to share a prize, or not. By a co-author.' })
  answerShares(@CurrentViewer() viewer: Viewer, @Args('input') input: AnswerSharesInput): Promise<SharedIdea> {
    return this.shares.answer(viewer, input);
  }

  @ResolveField(() => Idea, { description: 'The idea.' })
  idea(@Parent() { ideaId }: SharedIdea, @Context() context: GraphqlContext): Promise<Idea | undefined> {
    return this.ideas.of(context).load(ideaId);
  }
}

@Resolver(() => AuthorShare)
export class AuthorShareResolver {
  constructor(private readonly users: UserLoader) {}

  @ResolveField(() => User, { description: 'Who it is.' })
  user(@Parent() { userId }: AuthorShare, @Context() context: GraphqlContext): Promise<User | undefined> {
    return this.users.of(context).load(userId);
  }
}
