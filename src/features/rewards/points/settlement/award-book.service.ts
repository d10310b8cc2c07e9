import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../../../shared/database/database.js';
import { Outbox } from '../../../../shared/events/outbox.js';
import { TransactionKind } from '../../ledger/ledger.entity.js';
import { HonoursQueue } from '../../honours/settling/honours-queue.service.js';
import { type Change, LedgerService, type Transfer, type Why } from '../../ledger/ledger.service.js';
import { PointsAwarded } from '../../rewards.events.js';
import { type ScoreChange, ScoresService } from '../../scores/scores.service.js';
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

/** An award that was not there before. */
export type Fresh = Omit<Award, 'standing' | 'because'>;

/** What has come of a settlement. */
export interface Settled {
  reversed: Awarded[];
  restored: Awarded[];
  awards: Fresh[];
}

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

  /** They stand no more, or for another reason than before; `write` does what follows from it. */
  async leave(tx: Transaction, awards: Awarded[]): Promise<void> {
    await this.queries.stand(tx, awards, false);
  }

  /**
   * Writes what has come of a settlement, all at once: so accounts and scores are held in one order, and whoever moves
   * points meanwhile waits, and is never waited for. Outcomes that gave points are told, this once.
   * @param reversed were left already, each with why
   */
  async write(tx: Transaction, { reversed, restored, awards }: Settled, occasion: Occasion): Promise<void> {
    await this.queries.stand(tx, restored, true);
    await this.queries.insert(tx, awards);
    const paid = awards.filter(({ points }) => points > 0);
    await this.ledger.postAll(
      tx,
      paid.map((award) => transferOf(award, occasion.eventId)),
      [
        ...reversed.map((award) => changeOf(award, false, { ...occasion, because: award.because! })),
        ...restored.map((award) => changeOf(award, true, { ...occasion, because: BECAUSE.RESTORED })),
      ],
    );
    await this.scores.add(tx, [
      ...reversed.map((award) => ({ ...scoreOf(award), points: -award.points })),
      ...[...restored, ...paid].map(scoreOf),
    ]);
    await this.honour(tx, [...reversed, ...restored, ...awards]);
    await this.outbox.append(tx, ...paid.filter((award) => isNews(award, occasion.at)).map(newsOf(occasion.at)));
  }

  /** Levels and badges follow, also where an award gave no points. */
  private async honour(tx: Transaction, awards: Pick<Award, 'companyId' | 'userId'>[]): Promise<void> {
    for (const companyId of [...new Set(awards.map((award) => award.companyId))].sort()) {
      const users = awards.filter((award) => award.companyId === companyId).map(({ userId }) => userId);
      await this.honours.changed(tx, companyId, users);
    }
  }
}

const isNews = ({ rule, at }: Fresh, now: Date): boolean => OUTCOMES.includes(rule) && +now - +at < NEWS_MS;

const newsOf =
  (now: Date) =>
  ({ id, companyId, userId, rule, points, ideaId }: Fresh) =>
    PointsAwarded({
      ...{ companyId, aggregateId: id, actorId: null, occurredAt: now },
      payload: { awardId: id, userId, rule, points, ideaId },
    });

const scoreOf = ({ companyId, userId, challengeId, at, points, rule }: Awarded | Fresh): ScoreChange => ({
  ...{ companyId, userId, challengeId, at, points, rule },
});

const changeOf = (award: Awarded, standing: boolean, why: Why): Change => ({
  ...{ ...why, companyId: award.companyId, cause: ledgerCauseOf(award), standing },
});

/** The ledger has it at the moment of what it is for: so months are those in which something was earned. */
const transferOf = (
  { id, companyId, userId, points, at, rule, ideaId, commentId, challengeId }: Fresh,
  eventId: string | null,
): Transfer => ({
  ...{ companyId, points, at, eventId, rule, ideaId, commentId, challengeId },
  ...{ kind: TransactionKind.AWARD, from: { kind: 'BUDGET' }, to: { kind: 'MEMBER', userId } },
  cause: ledgerCauseOf({ id }),
});
