import { Injectable } from '@nestjs/common';
import { Database, type Transaction } from '../../../../shared/database/database.js';
import type { Fact, Part } from './facts.js';

/** Edits beyond these count no more: many small ones are not worth more than some. */
const MOST_EDITS = 9;

/**
 * Who had written an idea by a moment: its author, and who had accepted to be co-author. Each has one part, and one for
 * each version that they had written by then; the author wrote the first.
 */
const PARTS = `
SELECT k.place::integer - 1 AS place, w.user_id AS "userId", 1 + least(${MOST_EDITS}, (
  SELECT count(*)::integer FROM idea_revision r WHERE r.idea_id = k.idea_id AND r.editor_id = w.user_id AND r.created_at <= k.at)) AS parts
FROM unnest($1::uuid[], $2::timestamptz[]) WITH ORDINALITY AS k (idea_id, at, place)
CROSS JOIN LATERAL (
  SELECT i.author_id AS user_id, true AS first FROM idea i WHERE i.id = k.idea_id
  UNION ALL
  SELECT c.user_id, false FROM coauthor c
  WHERE c.idea_id = k.idea_id AND c.state = 'ACCEPTED' AND coalesce(c.answered_at, c.invited_at) <= k.at) w
ORDER BY k.place, w.first DESC, w.user_id`;

/** How what an idea earns is divided among those who wrote it. */
@Injectable()
export class AuthorParts {
  constructor(private readonly database: Database) {}

  /** One statement, however many; the author comes first. */
  async of<F extends Pick<Fact, 'ideaId' | 'at'>>(tx: Transaction, facts: F[]): Promise<Map<F, Part[]>> {
    const found = new Map<F, Part[]>(facts.map((fact) => [fact, []]));
    if (facts.length === 0) return found;
    const params = [facts.map(({ ideaId }) => ideaId), facts.map(({ at }) => at)];
    const rows = await this.database.query<Part & { place: number }>(PARTS, params, tx);
    for (const { place, userId, parts } of rows) found.get(facts[place]!)!.push({ userId, parts });
    return found;
  }
}
