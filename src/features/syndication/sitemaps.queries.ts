import { Injectable } from '@nestjs/common';
import { Clock } from '../../shared/config/clock.js';
import { Database } from '../../shared/database/database.js';

/** Ideas in one file: far less than the 50,000 addresses that may be in one. */
export const IDEAS_PER_FILE = 10_000;
/** Files that an index may name. */
export const MOST_FILES = 50_000;

export interface Address {
  path: string;
  changedAt: Date | null;
}

const FILES = `SELECT c.slug, greatest(1, ceil(n.ideas / ${IDEAS_PER_FILE}.0))::integer AS files
  FROM company c CROSS JOIN LATERAL (
    SELECT count(*) AS ideas FROM idea WHERE company_id = c.id AND visibility = 'PUBLISHED') n
  WHERE c.visibility = 'PUBLIC' ORDER BY c.created_at, c.id LIMIT ${MOST_FILES}`;

/** The first file also has the company's other pages. */
const FILE = `
  WITH c AS (SELECT * FROM company WHERE slug = $1 AND visibility = 'PUBLIC')
  SELECT '/' || slug AS path, updated_at AS "changedAt" FROM c WHERE $2 = 0
  UNION ALL SELECT '/' || slug || page, NULL FROM c, unnest(ARRAY['/ideas', '/log', '/log/report']) AS page WHERE $2 = 0
  UNION ALL (SELECT '/' || c.slug || '/c/' || ch.slug, ch.updated_at FROM c JOIN challenge ch ON ch.company_id = c.id
    WHERE $2 = 0 AND ch.publish_at <= $3 ORDER BY ch.id DESC LIMIT ${IDEAS_PER_FILE})
  UNION ALL (SELECT '/i/' || i.id, greatest(i.published_at, i.edited_at, i.answered_at) FROM idea i
    WHERE i.company_id = (SELECT id FROM c) AND i.visibility = 'PUBLISHED'
    ORDER BY i.published_at, i.id OFFSET $2 LIMIT ${IDEAS_PER_FILE})`;

/** The addresses of what everybody may read. */
@Injectable()
export class SitemapsQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** How many files each public company fills: one at least, so no more companies are looked at than there may be files. */
  files(): Promise<{ slug: string; files: number }[]> {
    return this.database.query(FILES);
  }

  /** @param file from 1 */
  addresses(slug: string, file: number): Promise<Address[]> {
    return this.database.query(FILE, [slug, (file - 1) * IDEAS_PER_FILE, this.clock.now()]);
  }
}
