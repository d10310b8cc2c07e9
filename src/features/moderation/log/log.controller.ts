import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Readable } from 'node:stream';
import { Public } from '../../../shared/auth/allow.js';
import { Config } from '../../../shared/config/config.js';
import { networkOf, RateLimits } from '../../../shared/ratelimit/rate-limits.js';
import { sendUnlessKnown } from '../../../shared/web/conditional.js';
import type { LogEntry } from './log-entry.entity.js';
import { LogCompanies } from './log-companies.js';
import { feedOfLog } from './log-feed.js';
import { csvOfLine, jsonOfHead, jsonOfLine, LINES_HEADING } from './log-files.js';
import { LogQueries } from './log.queries.js';

const LINES_IN_FEED = 30;
const HEADS_IN_FEED = 7;
const FEED_AGE = 300;
/** Of one network: a whole log is a long answer. */
const DOWNLOADS = { name: 'log-download', points: 60, seconds: 3600 };
const JSON_LINES = 'application/x-ndjson; charset=utf-8';

/** The public log as a feed, and as files to check it with. */
@Controller(':slug/log')
export class LogController {
  constructor(
    private readonly companies: LogCompanies,
    private readonly queries: LogQueries,
    private readonly limits: RateLimits,
    private readonly config: Config,
  ) {}

  @Public()
  @Get('feed.atom')
  async feed(@Param('slug') slug: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { company, isPublic } = await this.companies.visible(request.viewer, slug);
    const { id: companyId } = company;
    const { edges: lines } = await this.queries.page(companyId, { companyId, first: LINES_IN_FEED });
    const { edges: heads } = await this.queries.heads(companyId, { companyId, first: HEADS_IN_FEED });
    const [latest, published] = [lines.map(({ node }) => node), heads.map(({ node }) => node)];
    const body = feedOfLog(company, latest, published, this.config.publicUrl);
    const type = 'application/atom+xml; charset=utf-8';
    await sendUnlessKnown(request, reply, { type, body, maxAge: isPublic ? FEED_AGE : null });
  }

  /** Every line in order, or those after a position that one has already. */
  @Public()
  @Get('lines.jsonl')
  lines(
    @Param('slug') slug: string,
    @Query('after') after: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    return this.download(slug, after, { request, reply, type: JSON_LINES, write: jsonOfLine });
  }

  @Public()
  @Get('lines.csv')
  table(
    @Param('slug') slug: string,
    @Query('after') after: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    const type = 'text/csv; charset=utf-8; header=present';
    return this.download(slug, after, { request, reply, type, heading: LINES_HEADING, write: csvOfLine });
  }

  /** The latest hundred heads that were published, the latest first. */
  @Public()
  @Get('heads.jsonl')
  async heads(@Param('slug') slug: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { company, isPublic } = await this.companies.visible(request.viewer, slug);
    const { edges } = await this.queries.heads(company.id, { companyId: company.id, first: 100 });
    const body = edges.map(({ node }) => jsonOfHead(node)).join('');
    await sendUnlessKnown(request, reply, { type: JSON_LINES, body, maxAge: isPublic ? FEED_AGE : null });
  }

  private async download(slug: string, after: unknown, file: File): Promise<void> {
    const { request, reply, type, heading = '', write } = file;
    const { company, isPublic } = await this.companies.visible(request.viewer, slug);
    const head = await this.queries.head(company.id);
    const last = typeof after === 'string' && /^\d{1,15}$/.test(after) ? Number(after) : 0;
    // the last hash stands for all before it
    const etag = `"${last}-${head?.hash ?? ''}"`;
    void reply.headers({ 'cache-control': `${isPublic ? 'public' : 'private'}, no-cache`, etag });
    if (request.headers['if-none-match']?.includes(etag)) return void (await reply.status(304).send());
    await this.limits.take(DOWNLOADS, networkOf(request.ip));
    const name = `${company.slug}-log.${write === csvOfLine ? 'csv' : 'jsonl'}`;
    void reply.type(type).header('content-disposition', `attachment; filename="${name}"`);
    await reply.send(Readable.from(this.parts(company.id, last, heading, write)));
  }

  private async *parts(companyId: string, last: number, heading: string, write: (line: LogEntry) => string) {
    if (heading) yield heading;
    for (;;) {
      const lines = await this.queries.after(companyId, last);
      if (lines.length === 0) return;
      yield lines.map(write).join('');
      last = lines.at(-1)!.position;
    }
  }
}

interface File {
  request: FastifyRequest;
  reply: FastifyReply;
  type: string;
  heading?: string;
  write: (line: LogEntry) => string;
}
