import { Injectable } from '@nestjs/common';
import type { Locale, Localized } from '../../../shared/errors/locale.js';
import { DescribesPage, type PageHead } from '../../../shared/web/page-head.js';
import { logFeed, logPath } from './log-feed.js';
import { LOG_SUMMARY, LOG_TITLE, REPORT_SUMMARY, REPORT_TITLE } from './log.words.js';
import { LogCompanies } from './log-companies.js';

/** The heads of the pages of the log and of the report: for everybody, in a public company. */
@Injectable()
export class LogPages {
  constructor(private readonly companies: LogCompanies) {}

  @DescribesPage('/:slug/log')
  log({ slug }: { slug: string }, locale: Locale): Promise<PageHead | null> {
    return this.page(slug, locale, { path: '', title: LOG_TITLE, summary: LOG_SUMMARY });
  }

  @DescribesPage('/:slug/log/report')
  report({ slug }: { slug: string }, locale: Locale): Promise<PageHead | null> {
    return this.page(slug, locale, { path: '/report', title: REPORT_TITLE, summary: REPORT_SUMMARY });
  }

  private async page(slug: string, locale: Locale, words: Words): Promise<PageHead | null> {
    const company = await this.companies.public(slug);
    if (!company) return null;
    const title = (words.title[locale] as (name: string) => string)(company.name);
    const summary = words.summary[locale] as string;
    const feeds = [logFeed(company, company.defaultLanguage)];
    return { title, heading: title, summary, language: locale, path: `${logPath(slug)}${words.path}`, feeds };
  }
}

interface Words {
  path: string;
  title: Localized<string>;
  summary: Localized;
}
