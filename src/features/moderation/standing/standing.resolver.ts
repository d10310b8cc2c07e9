import { Args, ArgsType, Context, Field, ID, ObjectType, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow } from '../../../shared/auth/allow.js';
import { CurrentViewer, type Viewer } from '../../../shared/auth/viewer.js';
import { type Connection, connectionOf, PageArgs } from '../../../shared/graphql/connection.js';
import type { GraphqlContext } from '../../../shared/graphql/context.js';
import { IsId } from '../../../shared/graphql/is-id.js';
import { Decision } from '../decisions/decision.entity.js';
import { DecisionLoader } from '../decisions/decisions.queries.js';
import { ReviewScopeArgs } from '../reviews/review.inputs.js';
import { Sanction } from '../sanctions/sanction.entity.js';
import { StandingQueries } from './standing.queries.js';

@ObjectType({ description: 'A page of decisions.' })
export class DecisionConnection extends connectionOf(() => Decision, 'Decision') {}

@ArgsType()
export class MyDecisionsArgs extends PageArgs {
  @Field(() => ID, { description: 'The company.' })
  @IsId()
  companyId!: string;
}

/** Where somebody stands with a company: what was decided about them and what they wrote, and what holds. */
@Resolver(() => Sanction)
export class StandingResolver {
  constructor(
    private readonly queries: StandingQueries,
    private readonly decisions: DecisionLoader,
  ) {}

  @Allow('account.use')
  @Query(() => DecisionConnection, {
    description: 'What a company’s moderation decided about the viewer and what they wrote there, the latest first.',
  })
  myDecisions(@CurrentViewer() viewer: Viewer, @Args() args: MyDecisionsArgs): Promise<Connection<Decision>> {
    return this.queries.decisions(viewer, args.companyId, args);
  }

  @Allow('account.use')
  @Query(() => [Sanction], {
    description: 'The silences, suspensions and exclusions of the viewer with a company that hold now, 20 at most.',
    complexity: 20,
  })
  mySanctions(@CurrentViewer() viewer: Viewer, @Args() { companyId }: ReviewScopeArgs): Promise<Sanction[]> {
    return this.queries.sanctions(viewer, companyId);
  }

  @ResolveField(() => Decision, { description: 'Why.' })
  decision(@Parent() { decisionId }: Sanction, @Context() context: GraphqlContext): Promise<Decision | undefined> {
    return this.decisions.of(context).load(decisionId);
  }
}
