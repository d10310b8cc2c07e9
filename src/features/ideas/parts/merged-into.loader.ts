import { Injectable } from '@nestjs/common';
import { Database } from '../../../shared/database/database.js';
import { RequestLoader } from '../../../shared/graphql/loader.js';

/** Of merged ideas: the one at the end, where that was merged, too. */
@Injectable()
export class MergedIntoLoader extends RequestLoader<string, string> {
  constructor(private readonly database: Database) {
    super();
  }

  protected async fetch(ids: readonly string[]): Promise<Map<string, string>> {
    const rows = await this.database.query<{ id: string; target: string }>(
      `WITH RECURSIVE way AS (
         SELECT id, merged_into_id AS target FROM idea WHERE id = ANY ($1) AND visibility = 'MERGED'
         UNION SELECT w.id, i.merged_into_id FROM way w JOIN idea i ON i.id = w.target WHERE i.visibility = 'MERGED'
       ) SELECT w.id, w.target FROM way w JOIN idea i ON i.id = w.target WHERE i.visibility <> 'MERGED'`,
      [ids],
    );
    return new Map(rows.map(({ id, target }) => [id, target]));
  }
}
