import { Args, Context, GraphQLISODateTime, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Public } from '../../../shared/auth/allow.js';
import { CurrentViewer, type Viewer } from '../../../shared/auth/viewer.js';
import type { GraphqlContext } from '../../../shared/graphql/context.js';
import { Flag } from '../flags/flag.entity.js';
import { NoticeStatus } from '../notices/notice.types.js';
import { Complaint, FileComplaintInput } from './complaint.types.js';
import { ComplaintLoader } from './complaints.loader.js';
import { ComplaintsService } from './complaints.service.js';

const COMPLAINT = 'What they said against that it stays; null where they did not.';
const UNTIL = 'Until when they may complain that it stays; null where they may not, or did already.';

/** Complaints of who filed a notice. */
@Resolver(() => NoticeStatus)
export class NoticeComplaintResolver {
  constructor(
    private readonly service: ComplaintsService,
    private readonly loader: ComplaintLoader,
  ) {}

  @Public()
  @Mutation(() => Complaint, {
    description:
      'Complains, once, that what one reported stays: by the receipt of a notice without an account, or about a report of one’s own. Another moderator decides.',
  })
  fileComplaint(
    @CurrentViewer() viewer: Viewer | null,
    @Args('input', { description: 'The parts of the request.' }) input: FileComplaintInput,
    @Context() { req }: GraphqlContext,
  ): Promise<Complaint> {
    return this.service.file(viewer, req.ip, input);
  }

  @ResolveField(() => Complaint, { nullable: true, description: COMPLAINT })
  async complaint(@Parent() { flagId }: NoticeStatus, @Context() context: GraphqlContext): Promise<Complaint | null> {
    return (await this.loader.of(context).load(flagId))?.complaint ?? null;
  }

  @ResolveField(() => GraphQLISODateTime, { nullable: true, description: UNTIL })
  async complainUntil(@Parent() { flagId }: NoticeStatus, @Context() context: GraphqlContext): Promise<Date | null> {
    return (await this.loader.of(context).load(flagId))?.until ?? null;
  }
}

/** Complaints of members, about their reports: who sees a report sees its complaint. */
@Resolver(() => Flag)
export class FlagComplaintResolver {
  constructor(private readonly loader: ComplaintLoader) {}

  @ResolveField(() => Complaint, { nullable: true, description: COMPLAINT })
  async complaint(@Parent() { id }: Flag, @Context() context: GraphqlContext): Promise<Complaint | null> {
    return (await this.loader.of(context).load(id))?.complaint ?? null;
  }

  @ResolveField(() => GraphQLISODateTime, { nullable: true, description: UNTIL })
  async complainUntil(@Parent() { id }: Flag, @Context() context: GraphqlContext): Promise<Date | null> {
    return (await this.loader.of(context).load(id))?.until ?? null;
  }
}
