import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Database } from '../../shared/database/database.js';
import { RequestLoader } from '../../shared/graphql/loader.js';
import { Challenge } from './challenge.entity.js';
import { ChallengeExtension } from './challenge-extension.entity.js';
import { Criterion } from './criterion.entity.js';
import { Phase } from './phase.entity.js';
import { Prize } from './prize.entity.js';

/** Challenges by id, drafts included: for what the viewer already sees. */
@Injectable()
export class ChallengeLoader extends RequestLoader<string, Challenge> {
  constructor(private readonly database: Database) {
    super();
  }

  protected async fetch(ids: readonly string[]): Promise<Map<string, Challenge>> {
    const rows = await this.database.manager.find(Challenge, { where: { id: In([...ids]) } });
    return new Map(rows.map((row) => [row.id, row]));
  }
}

function byChallenge<T extends { challengeId: string }>(ids: readonly string[], rows: T[]): Map<string, T[]> {
  const lists = new Map<string, T[]>(ids.map((id) => [id, []]));
  for (const row of rows) lists.get(row.challengeId)!.push(row);
  return lists;
}

/** The phases of challenges, in order. */
@Injectable()
export class PhasesLoader extends RequestLoader<string, Phase[]> {
  constructor(private readonly database: Database) {
    super();
  }

  protected async fetch(ids: readonly string[]): Promise<Map<string, Phase[]>> {
    const where = { challengeId: In([...ids]) };
    return byChallenge(ids, await this.database.manager.find(Phase, { where, order: { position: 'ASC' } }));
  }
}

/** The prizes of challenges, by place. */
@Injectable()
export class PrizesLoader extends RequestLoader<string, Prize[]> {
  constructor(private readonly database: Database) {
    super();
  }

  protected async fetch(ids: readonly string[]): Promise<Map<string, Prize[]>> {
    const where = { challengeId: In([...ids]) };
    return byChallenge(ids, await this.database.manager.find(Prize, { where, order: { place: 'ASC' } }));
  }
}

/** The criteria of challenges, in order. */
@Injectable()
export class CriteriaLoader extends RequestLoader<string, Criterion[]> {
  constructor(private readonly database: Database) {
    super();
  }

  protected async fetch(ids: readonly string[]): Promise<Map<string, Criterion[]>> {
    const where = { challengeId: In([...ids]) };
    return byChallenge(ids, await this.database.manager.find(Criterion, { where, order: { position: 'ASC' } }));
  }
}

/** The extensions of challenges, oldest first. */
@Injectable()
export class ExtensionsLoader extends RequestLoader<string, ChallengeExtension[]> {
  constructor(private readonly database: Database) {
    super();
  }

  protected async fetch(ids: readonly string[]): Promise<Map<string, ChallengeExtension[]>> {
    const where = { challengeId: In([...ids]) };
    return byChallenge(ids, await this.database.manager.find(ChallengeExtension, { where, order: { at: 'ASC' } }));
  }
}
