import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Database } from '../../../../shared/database/database.js';
import type { GraphqlContext } from '../../../../shared/graphql/context.js';
import { RequestLoader } from '../../../../shared/graphql/loader.js';
import { Prize } from '../../../challenges/prize.entity.js';
import { publicSql } from '../../../ideas/idea.policy.js';
import { JuryChoice, Winner } from './winner.entity.js';

/** Prizes by id. */
@Injectable()
export class PrizeLoader extends RequestLoader<string, Prize> {
  constructor(private readonly database: Database) {
    super();
  }

  protected async fetch(ids: readonly string[]): Promise<Map<string, Prize>> {
    const rows = await this.database.manager.findBy(Prize, { id: In([...ids]) });
    return new Map(rows.map((row) => [row.id, row]));
  }
}

/** Winners by id, of claims that the viewer may see. */
@Injectable()
export class WinnerLoader extends RequestLoader<string, Winner> {
  constructor(private readonly database: Database) {
    super();
  }

  protected async fetch(ids: readonly string[]): Promise<Map<string, Winner>> {
    const rows = await this.database.manager.findBy(Winner, { id: In([...ids]) });
    return new Map(rows.map((row) => [row.id, row]));
  }
}

/** What everybody sees of winners, by prize: announced, standing, and of ideas that are public. */
@Injectable()
abstract class PublicWinners extends RequestLoader<string, Winner[]> {
  protected abstract readonly by: 'challengeId' | 'ideaId';

  constructor(private readonly database: Database) {
    super();
  }

  protected async fetch(ids: readonly string[]): Promise<Map<string, Winner[]>> {
    const { by } = this;
    const rows = await this.database.manager
      .createQueryBuilder(Winner, 'w')
      .innerJoin(Prize, 'p', 'p.id = w.prizeId')
      .where(`w.${by} IN (:...ids) AND w.announcedAt IS NOT NULL AND w.revokedAt IS NULL`, { ids })
      .andWhere(`EXISTS (SELECT FROM idea i WHERE i.id = w.idea_id AND ${publicSql})`)
      .orderBy('p.place')
      .addOrderBy('w.id')
      .getMany();
    return new Map(ids.map((id) => [id, rows.filter((row) => row[by] === id)]));
  }
}

/** The winners of challenges. */
@Injectable()
export class PublicWinnersLoader extends PublicWinners {
  protected readonly by = 'challengeId';
}

/** What ideas have won. */
@Injectable()
export class PublicWinsLoader extends PublicWinners {
  protected readonly by = 'ideaId';
}

/** What the viewer, an expert, has chosen. */
@Injectable()
export class OwnPicksLoader extends RequestLoader<string, JuryChoice[]> {
  constructor(private readonly database: Database) {
    super();
  }

  protected async fetch(ids: readonly string[], { req }: GraphqlContext): Promise<Map<string, JuryChoice[]>> {
    const where = { challengeId: In([...ids]), jurorId: req.viewer!.userId };
    const rows = await this.database.manager.find(JuryChoice, { where, order: { ideaId: 'ASC' } });
    return new Map(ids.map((id) => [id, rows.filter(({ challengeId }) => challengeId === id)]));
  }
}

/** What the experts have chosen, of challenges whose desk the viewer sees. */
@Injectable()
export class JuryPicksLoader extends RequestLoader<string, JuryChoice[]> {
  constructor(private readonly database: Database) {
    super();
  }

  protected async fetch(ids: readonly string[]): Promise<Map<string, JuryChoice[]>> {
    const order = { jurorId: 'ASC', ideaId: 'ASC' } as const;
    const rows = await this.database.manager.find(JuryChoice, { where: { challengeId: In([...ids]) }, order });
    return new Map(ids.map((id) => [id, rows.filter(({ challengeId }) => challengeId === id)]));
  }
}
