import { Args, Info, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { Allow } from '../../../shared/auth/allow.js';
import { CurrentViewer, type Viewer } from '../../../shared/auth/viewer.js';
import type { Connection } from '../../../shared/graphql/connection.js';
import { selectionOf, within } from '../../../shared/graphql/selection.js';
import { Idea } from '../idea.entity.js';
import { IdeaConnection } from '../lists/list-ideas.args.js';
import { IdeasQueries } from '../reading/ideas.queries.js';
import { AnswerIdeaInput } from './answer-idea.input.js';
import { AnswerIdeasInput, AnswerIdeasPayload } from './answer-ideas.input.js';
import { AnswerQueueArgs } from './answer-queue.args.js';
import { AnswersService } from './answers.service.js';

@Resolver(() => Idea)
export class AnswersResolver {
  constructor(
    private readonly queries: IdeasQueries,
    private readonly answers: AnswersService,
  ) {}

  @Allow('idea.answer')
  @Query(() => IdeaConnection, {
    description:
      'Published ideas that wait for a word of the company, heaviest first. The weight: each doubling of votes + 2 × comments + 1 counts as much as one more time of the company’s `answerDays` that the idea has waited. By status, language or words the 1,000 that wait longest are weighed.',
  })
  ideasToAnswer(
    @CurrentViewer() viewer: Viewer,
    @Args() args: AnswerQueueArgs,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Connection<Idea>> {
    return this.answers.waiting(viewer, args, within(selectionOf(info), 'edges', 'node'));
  }

  @Allow('idea.answer')
  @Mutation(() => Idea, { description: "Gives the company's official, public answer to an idea, and its status." })
  async answerIdea(
    @CurrentViewer() viewer: Viewer,
    @Args('input') input: AnswerIdeaInput,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Idea> {
    await this.answers.answer(viewer, input);
    return this.queries.one(viewer, input.ideaId, selectionOf(info));
  }

  @Allow('idea.answer')
  @Mutation(() => AnswerIdeasPayload, {
    description: 'Gives up to 100 ideas one official answer, and tells of each that could not have it why.',
  })
  async answerIdeas(
    @CurrentViewer() viewer: Viewer,
    @Args('input') input: AnswerIdeasInput,
    @Info() info: GraphQLResolveInfo,
  ): Promise<AnswerIdeasPayload> {
    const { answered, refused } = await this.answers.answerMany(viewer, input);
    const ideas = await this.queries.byIds(viewer, answered, within(selectionOf(info), 'answered'));
    return { answered: ideas, refused };
  }
}
