import { Controller, Get, Header, HttpStatus, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { randomBytes } from 'node:crypto';
import { Public } from '../auth/allow.js';
import { Config } from '../config/config.js';
import { Database } from '../database/database.js';
import { commonErrors } from '../errors/common.errors.js';
import { Locale, negotiateLocale } from '../errors/locale.js';
import { PageHeads } from './page-heads.js';
import { SpaFiles } from './spa-files.js';
import { contentSecurityPolicy, isDescribed, isPrivatePath, NOT_BUILT, renderPage, WORKER_POLICY } from './spa-page.js';

const PING_MS = 2_000;
/** Paths that are not the application's pages, whatever comes after them. */
const NOT_PAGES = /^\/(graphql|files|assets|dev|health)(\/|$)/;

const WORKER = '/sw.js';
/** The page without content that the service worker keeps. */
const OFFLINE = '/offline';

/** Everything that is no API: the single-page application, and what machines ask a site for. */
@Controller()
export class WebController {
  constructor(
    private readonly files: SpaFiles,
    private readonly heads: PageHeads,
    private readonly config: Config,
    private readonly database: Database,
  ) {}

  /** For load balancers: 200 while this process reaches its database, else 503. */
  @Public()
  @Get('health')
  @Header('cache-control', 'no-store')
  async health(@Res({ passthrough: true }) reply: FastifyReply): Promise<{ status: string }> {
    const late = new Promise<never>((_, reject) => setTimeout(() => reject(new Error('late')), PING_MS).unref());
    try {
      await Promise.race([this.database.query('SELECT 1'), late]);
      return { status: 'ok' };
    } catch {
      void reply.status(HttpStatus.SERVICE_UNAVAILABLE);
      return { status: 'unavailable' };
    }
  }

  @Public()
  @Get('robots.txt')
  @Header('content-type', 'text/plain; charset=utf-8')
  @Header('cache-control', 'public, max-age=3600')
  robots(): string {
    return `User-agent: *\nDisallow: /graphql\nDisallow: /dev/\nSitemap: ${this.config.publicUrl}/sitemap.xml\n`;
  }

  /** The catch-all: routes that say more than this one are asked first, in whatever order they were registered. */
  @Public()
  @Get('*')
  async page(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const path = request.url.split('?')[0]!;
    const build = this.files.current();
    if (build?.rootFiles.has(path.slice(1))) {
      // the worker decides what else is old: it must not be old itself
      if (path === WORKER)
        void reply.headers({ 'cache-control': 'no-cache', 'content-security-policy': WORKER_POLICY });
      await reply.sendFile(path.slice(1), this.files.folder, {
        cacheControl: path !== WORKER,
        maxAge: '1h',
        immutable: false,
      });
      return;
    }
    // a missing script must never be answered with a page, nor must a robot's search for /wp-login.php
    if (NOT_PAGES.test(path) || /\.[^/]*$/.test(path)) throw commonErrors.NOT_FOUND();
    void reply.type('text/html; charset=utf-8').header('cache-control', 'no-store');
    if (!build) {
      await reply.status(HttpStatus.SERVICE_UNAVAILABLE).send(NOT_BUILT);
      return;
    }
    const nonce = randomBytes(16).toString('base64url');
    const locale = localeOf(request);
    const page = build.manifest.has(path);
    const head = page && isDescribed(path) ? await this.heads.of(path, locale) : undefined;
    const known = (page && head !== null) || path === OFFLINE;
    const html = renderPage(build.template, {
      origin: this.config.publicUrl,
      locale,
      nonce,
      preloads: build.manifest.filesOf(path === OFFLINE ? '' : path, locale),
      head: head ?? null,
      indexed: known && !isPrivatePath(path),
    });
    await reply
      .status(known ? HttpStatus.OK : HttpStatus.NOT_FOUND)
      .headers({
        'content-security-policy': contentSecurityPolicy(nonce),
        'permissions-policy': 'camera=(), microphone=(), geolocation=()',
        'referrer-policy': 'strict-origin-when-cross-origin',
        vary: 'accept-language, cookie',
      })
      .send(html);
  }
}

/** The language chosen here before, else the browser's. */
function localeOf({ cookies, headers }: FastifyRequest): Locale {
  const chosen = Object.values(Locale).find((locale) => locale === cookies.lang);
  return chosen ?? negotiateLocale(headers['accept-language']);
}
