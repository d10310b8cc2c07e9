import { Injectable } from '@nestjs/common';
import { validate as isUuid } from 'uuid';
import { Clock } from '../../shared/config/clock.js';
import { Database } from '../../shared/database/database.js';
import type { Locale } from '../../shared/errors/locale.js';
import type { FileKind } from '../../shared/storage/file.entity.js';
import { publicSql } from '../ideas/idea.policy.js';
import { countsVisibleSql } from '../challenges/challenge.policy.js';
import { isSlug } from './slug.js';

/** What the address of a picture is made of; without one the key is null. */
export interface Picture {
  storageKey: string | null;
  filename: string;
  kind: FileKind;
}

export interface PublicCompany extends Picture {
  slug: string;
  name: string;
  description: string;
  language: Locale;
}

export interface PublicChallenge extends Picture {
  slug: string;
  title: string;
  summary: string;
  brief: string;
  language: Locale;
  publishedAt: Date;
  updatedAt: Date;
  endsAt: Date | null;
  companySlug: string;
  companyName: string;
}

export interface PublicIdea extends Picture {
  id: string;
  title: string;
  body: string;
  language: Locale | null;
  publishedAt: Date;
  changedAt: Date;
  authorId: string;
  authorName: string;
  authorErased: boolean;
  commentCount: number;
  /** null while its phase hides the counts */
  upCount: number | null;
  companySlug: string;
  companyName: string;
  challengeSlug: string | null;
}

const PICTURE = 'f.storage_key AS "storageKey", f.filename, f.kind';

const COMPANY = `SELECT c.slug, c.name, c.description, c.default_language AS language, ${PICTURE}
  FROM company c LEFT JOIN file f ON f.id = c.logo_file_id WHERE c.slug = $1 AND c.visibility = 'PUBLIC'`;

const CHALLENGE = `SELECT ch.slug, ch.title, ch.summary, ch.brief, ch.language, ch.publish_at AS "publishedAt",
    ch.updated_at AS "updatedAt", ch.ends_at AS "endsAt", c.slug AS "companySlug", c.name AS "companyName", ${PICTURE}
  FROM company c JOIN challenge ch ON ch.company_id = c.id
  LEFT JOIN file f ON f.id = coalesce(ch.cover_file_id, c.logo_file_id)
  WHERE c.slug = $1 AND c.visibility = 'PUBLIC' AND ch.slug = $2 AND ch.publish_at <= $3`;

/** Where a merged one went, that one too, and so on, if everybody may read the last of them. */
const WENT = `(WITH RECURSIVE way AS (
    SELECT id, visibility, merged_into_id FROM idea WHERE id = i.merged_into_id
    UNION SELECT n.id, n.visibility, n.merged_into_id FROM way w JOIN idea n ON n.id = w.merged_into_id WHERE w.visibility = 'MERGED'
  ) SELECT id FROM way WHERE visibility = 'PUBLISHED')`;

/** The first picture that is attached, else its challenge's, else its company's. The address of a merged one is where it went. */
const IDEA = `SELECT coalesce(${WENT}, i.id) AS id, i.title, i.body, i.language, i.published_at AS "publishedAt",
    greatest(i.published_at, i.edited_at, i.answered_at) AS "changedAt",
    i.author_id AS "authorId", u.display_name AS "authorName", u.erased_at IS NOT NULL AS "authorErased",
    t.comment_count AS "commentCount", CASE WHEN ${countsVisibleSql('i.challenge_id', '$2')} THEN t.up_count END AS "upCount",
    c.slug AS "companySlug", c.name AS "companyName", ch.slug AS "challengeSlug", ${PICTURE}
  FROM idea i JOIN company c ON c.id = i.company_id JOIN "user" u ON u.id = i.author_id
  JOIN idea_tally t ON t.idea_id = i.id
  LEFT JOIN challenge ch ON ch.id = i.challenge_id AND ch.publish_at <= $2
  LEFT JOIN LATERAL (SELECT a.file_id FROM attachment a JOIN file af ON af.id = a.file_id
    WHERE a.idea_id = i.id AND af.kind = 'IMAGE' AND NOT a.masked ORDER BY a.position LIMIT 1) first ON true
  LEFT JOIN file f ON f.id = coalesce(first.file_id, ch.cover_file_id, c.logo_file_id)
  WHERE i.id = $1 AND ${publicSql} AND c.visibility = 'PUBLIC'`;

/** What everybody may know of one page, in one statement; undefined for what is not there and what is not for everybody. */
@Injectable()
export class PublicPagesQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async company(slug: string): Promise<PublicCompany | undefined> {
    return isSlug(slug) ? (await this.database.query<PublicCompany>(COMPANY, [slug]))[0] : undefined;
  }

  async challenge(companySlug: string, slug: string): Promise<PublicChallenge | undefined> {
    if (!isSlug(companySlug) || !isSlug(slug)) return undefined;
    return (await this.database.query<PublicChallenge>(CHALLENGE, [companySlug, slug, this.clock.now()]))[0];
  }

  async idea(id: string): Promise<PublicIdea | undefined> {
    return isUuid(id) ? (await this.database.query<PublicIdea>(IDEA, [id, this.clock.now()]))[0] : undefined;
  }
}
