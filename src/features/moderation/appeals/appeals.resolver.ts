import { Args, Context, Int, Mutation, ObjectType, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow } from '../../../shared/auth/allow.js';
import { CurrentViewer, type Viewer } from '../../../shared/auth/viewer.js';
import { type Connection, connectionOf } from '../../../shared/graphql/connection.js';
import type { GraphqlContext } from '../../../shared/graphql/context.js';
import { MembershipsService } from '../../companies/memberships.service.js';
import { AttachedFile } from '../../../shared/storage/attached-file.type.js';
import { Decision } from '../decisions/decision.entity.js';
import { DecisionLoader } from '../decisions/decisions.queries.js';
import { Appeal } from './appeal.entity.js';
import { AppealScopeArgs, DecideAppealInput, FileAppealInput, ListAppealsArgs } from './appeal.inputs.js';
import { AppealFilesLoader, AppealLoader, AppealsQueries } from './appeals.queries.js';
import { AppealsService } from './appeals.service.js';

@ObjectType({ description: 'A page of appeals.' })
export class AppealConnection extends connectionOf(() => Appeal, 'Appeal') {}

const INPUT = { description: 'The parts of the request.' };

/** Appeals: filed, listed, decided. */
@Resolver(() => Appeal)
export class AppealsResolver {
  constructor(
    private readonly service: AppealsService,
    private readonly queries: AppealsQueries,
    private readonly decisions: DecisionLoader,
    private readonly files: AppealFilesLoader,
    private readonly memberships: MembershipsService,
  ) {}

  @Allow('review.decide')
  @Query(() => AppealConnection, { description: 'Appeals, what is due first first. For moderators.' })
  async appeals(@CurrentViewer() viewer: Viewer, @Args() args: ListAppealsArgs): Promise<Connection<Appeal>> {
    await this.memberships.require(viewer, args.companyId, 'review.decide');
    return this.queries.list(args);
  }

  @Allow('review.decide')
  @Query(() => Int, { description: 'How many appeals wait. For moderators.' })
  async openAppealCount(@CurrentViewer() viewer: Viewer, @Args() { companyId }: AppealScopeArgs): Promise<number> {
    await this.memberships.require(viewer, companyId, 'review.decide');
    return this.queries.openCount(companyId);
  }

  @Allow('account.use')
  @Mutation(() => Appeal, { description: 'Appeals against a decision about something of one’s own, once.' })
  fileAppeal(@CurrentViewer() viewer: Viewer, @Args('input', INPUT) input: FileAppealInput): Promise<Appeal> {
    return this.service.file(viewer, input);
  }

  @Allow('review.decide')
  @Mutation(() => Appeal, { description: 'Decides about an appeal against somebody else’s decision.' })
  decideAppeal(@CurrentViewer() viewer: Viewer, @Args('input', INPUT) input: DecideAppealInput): Promise<Appeal> {
    return this.service.decide(viewer, input);
  }

  @ResolveField(() => Decision, { description: 'What it is against.' })
  decision(@Parent() { decisionId }: Appeal, @Context() context: GraphqlContext): Promise<Decision | undefined> {
    return this.decisions.of(context).load(decisionId);
  }

  @ResolveField(() => [AttachedFile], { description: 'What goes with it.', complexity: 5 })
  async attachments(@Parent() { id }: Appeal, @Context() context: GraphqlContext): Promise<AttachedFile[]> {
    return ((await this.files.of(context).load(id)) ?? []).map((file) => AttachedFile.of(file));
  }
}

/** What was said against a decision. */
@Resolver(() => Decision)
export class DecisionAppealResolver {
  constructor(private readonly loader: AppealLoader) {}

  @ResolveField(() => Appeal, { nullable: true, description: 'What was said against it, if anything.' })
  async appeal(@Parent() { id }: Decision, @Context() context: GraphqlContext): Promise<Appeal | null> {
    return (await this.loader.of(context).load(id)) ?? null;
  }
}
