import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Database } from '../../../shared/database/database.js';
import { RequestLoader } from '../../../shared/graphql/loader.js';
import { Sanction } from './sanction.entity.js';

/** What decisions impose, by the decision. */
@Injectable()
export class SanctionLoader extends RequestLoader<string, Sanction> {
  constructor(private readonly database: Database) {
    super();
  }

  protected async fetch(ids: readonly string[]): Promise<Map<string, Sanction>> {
    const rows = await this.database.manager.findBy(Sanction, { decisionId: In([...ids]) });
    return new Map(rows.map((row) => [row.decisionId, row]));
  }
}
