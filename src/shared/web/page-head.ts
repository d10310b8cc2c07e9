import { SetMetadata } from '@nestjs/common';
import type { Locale } from '../errors/locale.js';

/** What everybody may know of a page: for search engines, link previews, and whoever reads before the script has come. */
export interface PageHead {
  /** as the application names the tab, without the site's name; empty for the site itself */
  title: string;
  heading: string;
  /** plain text of one or two sentences */
  summary: string;
  /** of the heading and the summary, where it is known */
  language?: Locale | null;
  /** the one address of this page, from the site's root */
  path: string;
  /** the address of a picture, from the site's root */
  image?: string | null;
  kind?: 'website' | 'article';
  publishedAt?: Date;
  modifiedAt?: Date;
  /** safe HTML that the page begins with */
  html?: string;
  /** https://schema.org */
  data?: object;
  feeds?: { title: string; path: string }[];
}

export const DESCRIBES_PAGE = Symbol('describes-page');

/**
 * Marks a provider's method `(params, locale) => Promise<PageHead | null>` as what knows the head of these pages, e.g.
 * `/:slug/ideas`. It answers what a visitor may know, in one statement; null for what is not there or not for everybody.
 */
export const DescribesPage = (...paths: string[]): MethodDecorator => SetMetadata(DESCRIBES_PAGE, paths);
