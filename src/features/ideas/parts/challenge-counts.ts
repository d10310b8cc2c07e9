import { Injectable } from '@nestjs/common';
import { Database } from '../../../shared/database/database.js';
import { KeptLoader } from '../../../shared/graphql/kept-loader.js';

export interface Participation {
  ideas: number;
  people: number;
}

/**
 * How many published ideas of how many people a challenge has. Counted from an index alone, some milliseconds at
 * 100,000 ideas.
 */
@Injectable()
export class ChallengeCounts extends KeptLoader<Participation> {
  constructor(private readonly database: Database) {
    super();
  }

  protected count(ids: readonly string[]): Promise<(Participation & { id: string })[]> {
    return this.database.query(
      `SELECT challenge_id AS id, count(*)::integer AS ideas, count(DISTINCT author_id)::integer AS people
       FROM idea WHERE challenge_id = ANY ($1) AND visibility = 'PUBLISHED' GROUP BY challenge_id`,
      [ids],
    );
  }
}
