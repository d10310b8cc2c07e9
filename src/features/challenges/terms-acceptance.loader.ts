import { Injectable } from '@nestjs/common';
import { Database } from '../../shared/database/database.js';
import type { GraphqlContext } from '../../shared/graphql/context.js';
import { RequestLoader } from '../../shared/graphql/loader.js';

/** The hash of the terms that the viewer last accepted, by challenge. */
@Injectable()
export class AcceptedTermsLoader extends RequestLoader<string, string> {
  constructor(private readonly database: Database) {
    super();
  }

  protected async fetch(ids: readonly string[], { req }: GraphqlContext): Promise<Map<string, string>> {
    if (!req.viewer) return new Map();
    const rows = await this.database.query<{ id: string; hash: string }>(
      'SELECT challenge_id AS id, terms_hash AS hash FROM terms_acceptance WHERE challenge_id = ANY($1) AND user_id = $2',
      [ids, req.viewer.userId],
    );
    return new Map(rows.map(({ id, hash }) => [id, hash]));
  }
}
