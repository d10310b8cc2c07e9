import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Public } from '../../shared/auth/allow.js';
import { Config } from '../../shared/config/config.js';
import { commonErrors } from '../../shared/errors/common.errors.js';
import { sendUnlessKnown } from '../../shared/web/conditional.js';
import { atomFeed } from './atom.js';
import { FeedsQueries } from './feeds.queries.js';

const TYPE = 'application/atom+xml; charset=utf-8';
const MAX_AGE = 300;

/** New ideas and answers, for readers of feeds: of a public company, or of one of its challenges. */
@Controller()
export class FeedsController {
  constructor(
    private readonly queries: FeedsQueries,
    private readonly config: Config,
  ) {}

  @Public()
  @Get(':slug/feed.atom')
  ofCompany(@Param('slug') slug: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.send(slug, null, request, reply);
  }

  @Public()
  @Get(':slug/c/:challengeSlug/feed.atom')
  ofChallenge(
    @Param() { slug, challengeSlug }: { slug: string; challengeSlug: string },
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.send(slug, challengeSlug, request, reply);
  }

  private async send(
    slug: string,
    challengeSlug: string | null,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<void> {
    const source = await this.queries.source(slug, challengeSlug);
    if (!source) throw commonErrors.NOT_FOUND();
    const items = await this.queries.items(source);
    const body = atomFeed(source, items, this.config.publicUrl);
    await sendUnlessKnown(request, reply, { type: TYPE, body, maxAge: MAX_AGE });
  }
}
