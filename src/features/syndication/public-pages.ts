import { Injectable } from '@nestjs/common';
import { Config } from '../../shared/config/config.js';
import { Locale, type Localized } from '../../shared/errors/locale.js';
import { fileUrl } from '../../shared/storage/file-url.js';
import { excerpt } from '../../shared/text/excerpt.js';
import { renderMarkdown } from '../../shared/text/markdown.js';
import { DescribesPage, type PageHead } from '../../shared/web/page-head.js';
import { feedOfChallenge, feedOfCompany } from './feed-address.js';
import { challengeData, companyData, ideaData } from './linked-data.js';
import { type Picture, PublicPagesQueries } from './public-pages.queries.js';

/** As the pages themselves say it. */
const HOME: Localized = { en: 'Open challenges', es: 'Retos abiertos', it: 'Sfide aperte' };
const PROMISE: Localized = {
  en: 'Companies ask, you propose, everybody votes. The best ideas get made, and you see it happen.',
  es: 'Las empresas preguntan, tú propones, todos votan. Las mejores ideas se hacen, y lo ves ocurrir.',
  it: 'Le aziende chiedono, tu proponi, tutti votano. Le idee migliori si realizzano, e tu lo vedi accadere.',
};
const IDEAS: Localized = { en: 'Ideas', es: 'Ideas', it: 'Idee' };
const IDEAS_FOR: Localized<string> = {
  en: (name) => `Ideas for ${name}`,
  es: (name) => `Ideas para ${name}`,
  it: (name) => `Idee per ${name}`,
};
const SHARE: Localized = { en: 'Share an idea', es: 'Compartir una idea', it: 'Condividi un’idea' };

const SUMMARY = 200;
const pictureOf = ({ storageKey, ...file }: Picture) => (storageKey ? fileUrl({ storageKey, ...file }) : null);

/** The heads of the pages that everybody may read. */
@Injectable()
export class PublicPages {
  constructor(
    private readonly queries: PublicPagesQueries,
    private readonly config: Config,
  ) {}

  @DescribesPage('/')
  home(_: object, locale: Locale): Promise<PageHead> {
    const summary = PROMISE[locale] as string;
    return Promise.resolve({ title: '', heading: HOME[locale] as string, summary, language: locale, path: '/' });
  }

  @DescribesPage('/:slug')
  async company({ slug }: { slug: string }): Promise<PageHead | null> {
    const company = await this.queries.company(slug);
    if (!company) return null;
    const { name, description, language } = company;
    const path = `/${company.slug}`;
    const image = pictureOf(company);
    const feeds = [feedOfCompany(company)];
    const data = companyData(this.config.publicUrl, company, path, image);
    return { title: name, heading: name, summary: description, language, path, image, feeds, data };
  }

  @DescribesPage('/:slug/ideas')
  async ideas({ slug }: { slug: string }, locale: Locale): Promise<PageHead | null> {
    const company = await this.queries.company(slug);
    if (!company) return null;
    const title = (IDEAS_FOR[locale] as (name: string) => string)(company.name);
    return {
      title,
      heading: IDEAS[locale] as string,
      summary: company.description,
      path: `/${company.slug}/ideas`,
      image: pictureOf(company),
      feeds: [feedOfCompany(company)],
    };
  }

  @DescribesPage('/:slug/c/:challengeSlug')
  async challenge({ slug, challengeSlug }: { slug: string; challengeSlug: string }): Promise<PageHead | null> {
    const challenge = await this.queries.challenge(slug, challengeSlug);
    if (!challenge) return null;
    const { title, summary, brief, language, publishedAt, updatedAt: modifiedAt, companySlug, companyName } = challenge;
    const path = `/${companySlug}/c/${challenge.slug}`;
    const image = pictureOf(challenge);
    return {
      title,
      heading: title,
      summary: summary || excerpt(brief, SUMMARY),
      html: renderMarkdown(brief),
      language,
      path,
      image,
      publishedAt,
      modifiedAt,
      feeds: [feedOfChallenge(challenge), feedOfCompany({ slug: companySlug, name: companyName })],
      data: challengeData(this.config.publicUrl, challenge, path, image),
    };
  }

  @DescribesPage('/:slug/new', '/:slug/c/:challengeSlug/new')
  async submit(
    { slug, challengeSlug }: { slug: string; challengeSlug?: string },
    locale: Locale,
  ): Promise<PageHead | null> {
    const above = await (challengeSlug ? this.challenge({ slug, challengeSlug }) : this.company({ slug }));
    if (!above) return null;
    const title = SHARE[locale] as string;
    const summary = challengeSlug ? above.summary : above.heading;
    return { title, heading: title, summary, path: `${above.path}/new` };
  }

  @DescribesPage('/i/:ideaId')
  async idea({ ideaId }: { ideaId: string }): Promise<PageHead | null> {
    const idea = await this.queries.idea(ideaId);
    if (!idea) return null;
    const { id, title, body, language, publishedAt, changedAt: modifiedAt, companySlug, companyName } = idea;
    const path = `/i/${id}`;
    const image = pictureOf(idea);
    return {
      title,
      heading: title,
      summary: excerpt(body, SUMMARY),
      html: renderMarkdown(body),
      language,
      path,
      image,
      kind: 'article',
      publishedAt,
      modifiedAt,
      feeds: [feedOfCompany({ slug: companySlug, name: companyName })],
      data: ideaData(this.config.publicUrl, idea, path, image),
    };
  }
}
