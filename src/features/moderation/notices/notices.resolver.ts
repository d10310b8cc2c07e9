import { Args, Context, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Public } from '../../../shared/auth/allow.js';
import { CurrentViewer, type Viewer } from '../../../shared/auth/viewer.js';
import { localeOf } from '../../../shared/errors/locale.js';
import type { GraphqlContext } from '../../../shared/graphql/context.js';
import { FileNoticeInput, NoticeReceipt, NoticeStatus } from './notice.types.js';
import { NoticesQueries } from './notices.queries.js';
import { NoticesService } from './notices.service.js';

/** Notices of illegal content. */
@Resolver()
export class NoticesResolver {
  constructor(
    private readonly service: NoticesService,
    private readonly queries: NoticesQueries,
  ) {}

  @Public()
  @Mutation(() => NoticeReceipt, {
    description: 'Tells the moderators of illegal content, also without an account; the receipt is mailed, too.',
  })
  fileNotice(
    @CurrentViewer() viewer: Viewer | null,
    @Args('input', { description: 'The parts of the request.' }) input: FileNoticeInput,
    @Context() { req }: GraphqlContext,
  ): Promise<NoticeReceipt> {
    return this.service.file({ viewer, ip: req.ip, locale: localeOf(req) }, input);
  }

  @Public()
  @Query(() => NoticeStatus, { description: 'What became of a notice, for whoever has its receipt.' })
  notice(@Args('token', { description: 'The receipt’s secret.' }) token: string): Promise<NoticeStatus> {
    return this.queries.byToken(token);
  }
}
