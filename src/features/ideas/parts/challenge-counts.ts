import { Injectable } from '@nestjs/common';
import QuickLRU from 'quick-lru';
import { Database } from '../../../shared/database/database.js';
import { RequestLoader } from '../../../shared/graphql/loader.js';

export interface Participation {
  ideas: number;
  people: number;
}

const KEPT_MILLISECONDS = 5_000;

/**
 * How many published ideas of how many people a challenge has. Counted from an index alone, some milliseconds at
 * 100,000 ideas, and kept for five seconds in this process.
 */
@Injectable()
export class ChallengeCounts extends RequestLoader<string, Participation> {
  private readonly kept = new QuickLRU<string, Participation>({ maxSize: 1_000, maxAge: KEPT_MILLISECONDS });

  constructor(private readonly database: Database) {
    super();
  }

  protected async fetch(ids: readonly string[]): Promise<Map<string, Participation>> {
    const found = new Map(ids.flatMap((id) => (this.kept.has(id) ? [[id, this.kept.get(id)!]] : [])));
    const missing = ids.filter((id) => !found.has(id));
    if (missing.length === 0) return found;
    const rows = await this.database.query<Participation & { id: string }>(
      `SELECT challenge_id AS id, count(*)::integer AS ideas, count(DISTINCT author_id)::integer AS people
       FROM idea WHERE challenge_id = ANY ($1) AND visibility = 'PUBLISHED' GROUP BY challenge_id`,
      [missing],
    );
    for (const { id, ideas, people } of rows) {
      this.kept.set(id, { ideas, people });
      found.set(id, { ideas, people });
    }
    return found;
  }
}
