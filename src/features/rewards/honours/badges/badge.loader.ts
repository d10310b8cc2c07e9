import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Database } from '../../../../shared/database/database.js';
import type { GraphqlContext } from '../../../../shared/graphql/context.js';
import { RequestLoader } from '../../../../shared/graphql/loader.js';
import { Badge } from './badge.entity.js';
import { BadgeHolding } from './badge-holding.entity.js';

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

/** Of badges, by id, that which the viewer has. */
@Injectable()
export class OwnHoldingLoader extends RequestLoader<string, BadgeHolding> {
  constructor(private readonly database: Database) {
    super();
  }

  protected async fetch(ids: readonly string[], { req }: GraphqlContext): Promise<Map<string, BadgeHolding>> {
    const userId = req.viewer?.userId;
    const rows = userId ? await this.database.manager.findBy(BadgeHolding, { userId, badgeId: In([...ids]) }) : [];
    return new Map(rows.map((row) => [row.badgeId, row]));
  }
}
