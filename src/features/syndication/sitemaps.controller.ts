import { Controller, Get, Header, Param } from '@nestjs/common';
import { Public } from '../../shared/auth/allow.js';
import { Clock } from '../../shared/config/clock.js';
import { Config } from '../../shared/config/config.js';
import { commonErrors } from '../../shared/errors/common.errors.js';
import { xml } from '../../shared/web/xml.js';
import { MOST_FILES, SitemapsQueries } from './sitemaps.queries.js';

const TYPE = 'application/xml; charset=utf-8';
const HOUR = 'public, max-age=3600';
/** Counting every company's ideas is not for each who asks. */
const KEPT_MS = 10 * 60_000;
const SCHEMA = 'http://www.sitemaps.org/schemas/sitemap/0.9';

/** The addresses of all public pages, for search engines: an index, and files for each company. */
@Controller()
export class SitemapsController {
  private kept?: { body: string; until: number };

  constructor(
    private readonly queries: SitemapsQueries,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  @Public()
  @Get('sitemap.xml')
  @Header('content-type', TYPE)
  @Header('cache-control', HOUR)
  async index(): Promise<string> {
    const now = +this.clock.now();
    if (this.kept && now < this.kept.until) return this.kept.body;
    const companies = await this.queries.files();
    const names = companies.flatMap(({ slug, files }) =>
      Array.from({ length: files }, (_, index) => `${slug}-${index + 1}.xml`),
    );
    const places = ['home.xml', ...names]
      .slice(0, MOST_FILES)
      .map((name) => `<sitemap>${this.place(`/sitemap/${name}`)}</sitemap>`);
    const body = document('sitemapindex', places);
    this.kept = { body, until: now + KEPT_MS };
    return body;
  }

  @Public()
  @Get('sitemap/:name')
  @Header('content-type', TYPE)
  @Header('cache-control', HOUR)
  async file(@Param('name') name: string): Promise<string> {
    if (name === 'home.xml') return document('urlset', [`<url>${this.place('/')}</url>`]);
    const [, slug, number] = /^([a-z0-9-]+)-([1-9]\d{0,4})\.xml$/.exec(name) ?? [];
    const addresses = slug ? await this.queries.addresses(slug, Number(number)) : [];
    if (addresses.length === 0) throw commonErrors.NOT_FOUND();
    const urls = addresses.map(({ path, changedAt }) => {
      const changed = changedAt ? `<lastmod>${changedAt.toISOString()}</lastmod>` : '';
      return `<url>${this.place(path)}${changed}</url>`;
    });
    return document('urlset', urls);
  }

  private place(path: string): string {
    return `<loc>${xml(this.config.publicUrl + path)}</loc>`;
  }
}

const document = (element: string, children: string[]) =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<${element} xmlns="${SCHEMA}">\n${children.join('\n')}\n</${element}>\n`;
