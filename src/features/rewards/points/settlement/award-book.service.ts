import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../../../shared/database/database.js';
import { Outbox } from '../../../../shared/events/outbox.js';
import { TransactionKind } from '../../ledger/ledger.entity.js';
import { HonoursQueue } from '../../honours/settling/honours-queue.service.js';
import { LedgerService, type Transfer } from '../../ledger/ledger.service.js';
import { PointsAwarded } from '../../rewards.events.js';
import { ScoresService } from '../../scores/scores.service.js';
import type { Award } from '../award.entity.js';
import { OUTCOMES } from '../rules/reward-rule.policy.js';
import { type Awarded, BECAUSE, ledgerCauseOf } from './facts.js';
import { SettlementQueries } from './settlement.queries.js';

/** Outcomes of before are no news: somebody who settles the past tells nobody. */
const NEWS_MS = 7 * 86_400_000;

/** What made it necessary, and when. */
export interface Occasion {
  at: Date;
  eventId: string | null;
}

type Scored = Pick<Award, 'companyId' | 'userId' | 'challengeId' | 'at' | 'points'>;

/** Writes awards: the row, its points in the ledger, and the scores go together. */
@Injectable()
export class AwardBook {
  constructor(
    private readonly queries: SettlementQueries,
    private readonly ledger: LedgerService,
    private readonly scores: ScoresService,
    private readonly honours: HonoursQueue,
    private readonly outbox: Outbox,
  ) {}

  /** Outcomes that gave points are told, this once. */
  async award(
    tx: Transaction,
    awards: Omit<Award, 'standing' | 'because'>[],
    { at: now, eventId }: Occasion,
  ): Promise<void> {
    if (awards.length === 0) return;
    await this.queries.insert(tx, awards);
    const paid = awards.filter(({ points }) => points > 0);
    await this.ledger.post(
      tx,
      paid.map((award) => transferOf(award, eventId)),
    );
    await this.score(tx, paid, 1);
    await this.honour(tx, awards);
    const events = paid
      .filter(({ rule, at }) => OUTCOMES.includes(rule) && +now - +at < NEWS_MS)
      .map(({ id, companyId, userId, rule, points, ideaId }) =>
        PointsAwarded({
          ...{ companyId, aggregateId: id, actorId: null, occurredAt: now },
          payload: { awardId: id, userId, rule, points, ideaId },
        }),
      );
    await this.outbox.append(tx, ...events);
  }

  /** @param awards each with why */
  async reverse(tx: Transaction, awards: Awarded[], occasion: Occasion): Promise<void> {
    await this.queries.stand(tx, awards, false);
    await this.post(tx, awards, false, occasion);
    await this.score(tx, awards, -1);
    await this.honour(tx, awards);
  }

  async restore(tx: Transaction, awards: Awarded[], occasion: Occasion): Promise<void> {
    await this.queries.stand(tx, awards, true);
    await this.post(
      tx,
      awards.map((award) => ({ ...award, because: BECAUSE.RESTORED })),
      true,
      occasion,
    );
    await this.score(tx, awards, 1);
    await this.honour(tx, awards);
  }

  /** They stand no more for another reason than before. */
  async leave(tx: Transaction, awards: Awarded[]): Promise<void> {
    await this.queries.stand(tx, awards, false);
  }

  private async post(tx: Transaction, awards: Awarded[], standing: boolean, occasion: Occasion): Promise<void> {
    const paid = awards.filter(({ points }) => points > 0);
    const groups = new Map<string, Awarded[]>();
    for (const award of paid) {
      const group = `${award.companyId}/${award.because}`;
      groups.set(group, [...(groups.get(group) ?? []), award]);
    }
    for (const group of groups.values()) {
      const { companyId, because } = group[0]!;
      await this.ledger.settleAll(tx, companyId, group.map(ledgerCauseOf), standing, {
        ...occasion,
        because: because!,
      });
    }
  }

  /** Levels and badges follow, also where an award gave no points. */
  private async honour(tx: Transaction, awards: Pick<Award, 'companyId' | 'userId'>[]): Promise<void> {
    for (const companyId of new Set(awards.map((award) => award.companyId))) {
      const users = awards.filter((award) => award.companyId === companyId).map(({ userId }) => userId);
      await this.honours.changed(tx, companyId, users);
    }
  }

  private async score(tx: Transaction, awards: Scored[], sign: 1 | -1): Promise<void> {
    const changes = awards
      .filter(({ points }) => points > 0)
      .map(({ companyId, userId, challengeId, at, points }) => ({
        ...{ companyId, userId, challengeId, at },
        points: sign * points,
      }));
    await this.scores.add(tx, changes);
  }
}

/** The ledger has it at the moment of what it is for: so months are those in which something was earned. */
const transferOf = (
  { id, companyId, userId, points, at, rule, ideaId, commentId, challengeId }: Omit<Award, 'standing' | 'because'>,
  eventId: string | null,
): Transfer => ({
  ...{ companyId, points, at, eventId, rule, ideaId, commentId, challengeId },
  ...{ kind: TransactionKind.AWARD, from: { kind: 'BUDGET' }, to: { kind: 'MEMBER', userId } },
  cause: ledgerCauseOf({ id }),
});
