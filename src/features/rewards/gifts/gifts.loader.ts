import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Database } from '../../../shared/database/database.js';
import type { GraphqlContext } from '../../../shared/graphql/context.js';
import { RequestLoader } from '../../../shared/graphql/loader.js';
import { Gift } from './gift.entity.js';

/** Gifts to the viewer, by their ids: what the story of their points is told with. */
@Injectable()
export class GiftLoader extends RequestLoader<string, Gift> {
  constructor(private readonly database: Database) {
    super();
  }

  protected async fetch(ids: readonly string[], { req }: GraphqlContext): Promise<Map<string, Gift>> {
    const receiverId = req.viewer?.userId;
    if (!receiverId) return new Map();
    const rows = await this.database.manager.findBy(Gift, { id: In([...ids]), receiverId });
    return new Map(rows.map((row) => [row.id, row]));
  }
}
