import { Args, Info, Mutation, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { Allow } from '../../../shared/auth/allow.js';
import { CurrentViewer, type Viewer } from '../../../shared/auth/viewer.js';
import { selectionOf } from '../../../shared/graphql/selection.js';
import { Idea } from '../idea.entity.js';
import { IdeasQueries } from '../reading/ideas.queries.js';
import { AnswerIdeaInput } from './answer-idea.input.js';
import { AnswersService } from './answers.service.js';

@Resolver(() => Idea)
export class AnswersResolver {
  constructor(
    private readonly queries: IdeasQueries,
    private readonly answers: AnswersService,
  ) {}

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
}
