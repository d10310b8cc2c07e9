import { Module } from '@nestjs/common';
import { FeedsController } from './feeds.controller.js';
import { FeedsQueries } from './feeds.queries.js';
import { PublicPages } from './public-pages.js';
import { PublicPagesQueries } from './public-pages.queries.js';
import { SitemapsController } from './sitemaps.controller.js';
import { SitemapsQueries } from './sitemaps.queries.js';

/** What the site tells those who do not run its script: heads of pages, feeds, sitemaps. Reads only what is public. */
@Module({
  controllers: [FeedsController, SitemapsController],
  providers: [FeedsQueries, PublicPages, PublicPagesQueries, SitemapsQueries],
})
export class SyndicationModule {}
