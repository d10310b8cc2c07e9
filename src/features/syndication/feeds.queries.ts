import { Injectable } from '@nestjs/common';
import { Clock } from '../../shared/config/clock.js';
import { Database } from '../../shared/database/database.js';
import type { Locale } from '../../shared/errors/locale.js';
import type { IdeaStatus } from '../ideas/idea.entity.js';
import { isSlug } from './slug.js';

export const LONGEST_FEED = 30;

/** What a feed is about. */
export interface FeedSource {
  companyId: string;
  companySlug: string;
  companyName: string;
  language: Locale;
  /** of the company, or of the challenge */
  summary: string;
  createdAt: Date;
  challenge: { id: string; slug: string; title: string } | null;
}

/** An idea that was published, or what the company answered to it. */
export interface FeedItem {
  /** of the idea, or of the answer */
  id: string;
  ideaId: string;
  title: string;
  body: string;
  language: Locale | null;
  at: Date;
  changedAt: Date;
  author: string;
  /** null: the idea itself */
  status: IdeaStatus | null;
}

const SOURCE = `SELECT c.id AS "companyId", c.slug AS "companySlug", c.name AS "companyName",
    coalesce(ch.language, c.default_language) AS language, coalesce(ch.summary, c.description) AS summary,
    coalesce(ch.publish_at, c.created_at) AS "createdAt",
    CASE WHEN ch.id IS NOT NULL THEN json_build_object('id', ch.id, 'slug', ch.slug, 'title', ch.title) END AS challenge
  FROM company c LEFT JOIN challenge ch ON ch.company_id = c.id AND ch.slug = $2 AND ch.publish_at <= $3
  WHERE c.slug = $1 AND c.visibility = 'PUBLIC' AND ($2::text IS NULL OR ch.id IS NOT NULL)`;

/** The newest of both kinds, each in the order of an index; an answer counts once, with its latest words. */
const items = (which: string) => `
  SELECT * FROM (
    (SELECT i.id, i.id AS "ideaId", i.title, i.body, i.language, i.published_at AS at,
       greatest(i.published_at, i.edited_at) AS "changedAt", u.display_name AS author, NULL AS status
     FROM idea i JOIN "user" u ON u.id = i.author_id
     WHERE ${which} AND i.visibility = 'PUBLISHED' ORDER BY i.published_at DESC, i.id DESC LIMIT ${LONGEST_FEED})
    UNION ALL
    (SELECT a.id, i.id, i.title, a.body, NULL, a.created_at, a.created_at, NULL, a.status
     FROM (SELECT * FROM idea i WHERE ${which} AND i.visibility = 'PUBLISHED' AND i.answered_at IS NOT NULL
       ORDER BY i.answered_at DESC, i.id DESC LIMIT ${LONGEST_FEED}) i
     CROSS JOIN LATERAL (SELECT * FROM answer WHERE idea_id = i.id ORDER BY created_at DESC, id DESC LIMIT 1) a)
  ) item ORDER BY at DESC, id DESC LIMIT ${LONGEST_FEED}`;

const OF_COMPANY = items('i.company_id = $1');
const OF_CHALLENGE = items('i.company_id = $1 AND i.challenge_id = $2');

/** What feeds tell: only what everybody may read. */
@Injectable()
export class FeedsQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async source(slug: string, challengeSlug: string | null): Promise<FeedSource | undefined> {
    if (!isSlug(slug) || (challengeSlug !== null && !isSlug(challengeSlug))) return undefined;
    return (await this.database.query<FeedSource>(SOURCE, [slug, challengeSlug, this.clock.now()]))[0];
  }

  items({ companyId, challenge }: FeedSource): Promise<FeedItem[]> {
    return challenge
      ? this.database.query(OF_CHALLENGE, [companyId, challenge.id])
      : this.database.query(OF_COMPANY, [companyId]);
  }
}
