import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Database } from '../../../../shared/database/database.js';
import { RequestLoader } from '../../../../shared/graphql/loader.js';
import { Badge } from './badge.entity.js';

/** Badges by id. Does not ask who may see them: what points to one was visible already. */
@Injectable()
export class BadgeLoader extends RequestLoader<string, Badge> {
  constructor(private readonly database: Database) {
    super();
  }

  protected async fetch(ids: readonly string[]): Promise<Map<string, Badge>> {
    const rows = await this.database.manager.findBy(Badge, { id: In([...ids]) });
    return new Map(rows.map((row) => [row.id, row]));
  }
}
