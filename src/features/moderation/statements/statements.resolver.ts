import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentViewer, type Viewer } from '../../../shared/auth/viewer.js';
import { Clock } from '../../../shared/config/clock.js';
import type { GraphqlContext } from '../../../shared/graphql/context.js';
import { AppealLoader } from '../appeals/appeals.queries.js';
import { Decision, DecisionAct } from '../decisions/decision.entity.js';
import { Statement } from './statement.type.js';
import { StatementLoader } from './statements.service.js';

/** Why something was decided, to whom it concerns. */
@Resolver(() => Decision)
export class StatementsResolver {
  constructor(
    private readonly loader: StatementLoader,
    private readonly appeals: AppealLoader,
    private readonly clock: Clock,
  ) {}

  @ResolveField(() => Statement, { description: 'The statement of reasons, in the language of the request.' })
  statement(@Parent() { id }: Decision, @Context() context: GraphqlContext): Promise<Statement | undefined> {
    return this.loader.of(context).load(id);
  }

  @ResolveField(() => Boolean, { description: 'Whether the viewer can appeal against it now.' })
  async viewerMayAppeal(
    @CurrentViewer() viewer: Viewer | null,
    @Parent() { id, subjectId, act, undoneAt, appealUntil }: Decision,
    @Context() context: GraphqlContext,
  ): Promise<boolean> {
    if (subjectId !== viewer?.userId || undoneAt || act === DecisionAct.KEEP) return false;
    return appealUntil > this.clock.now() && !(await this.appeals.of(context).load(id));
  }
}
