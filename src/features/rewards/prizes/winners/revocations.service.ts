import { Injectable } from '@nestjs/common';
import { In, IsNull, Not } from 'typeorm';
import { Clock } from '../../../../shared/config/clock.js';
import type { Transaction } from '../../../../shared/database/database.js';
import type { StoredEvent } from '../../../../shared/events/domain-event.js';
import { OnEvent } from '../../../../shared/events/on-event.js';
import { Outbox } from '../../../../shared/events/outbox.js';
import { UsersService } from '../../../accounts/users.service.js';
import type { Challenge } from '../../../challenges/challenge.entity.js';
import { ChallengePromise } from '../../../challenges/challenge-promise.service.js';
import { PrizeKind } from '../../../challenges/prize.entity.js';
import { DecisionMade, DecisionUndone } from '../../../moderation/moderation.events.js';
import { WinnerRestored, WinnerRevoked } from '../../rewards.events.js';
import { ClaimWriter, dueAfter, FORGOTTEN } from '../claims/claim-writer.js';
import { ClaimState, PrizeClaim } from '../claims/prize-claim.entity.js';
import { PrizePool } from '../prize-pool.service.js';
import { Winner } from './winner.entity.js';

interface About {
  decisionId: string;
  ideaId: string | null;
  act: string;
}

const { PENDING, ACCEPTED, SENT, RECEIVED, LAPSED, REVOKED } = ClaimState;

/**
 * An idea that must not be here at all (REMOVE: spam, fraud, another's work) loses what it has won, also what was paid
 * or has arrived; when that decision is undone, it has won again. What is only hidden is shown no more, and keeps it.
 */
@Injectable()
export class Revocations {
  constructor(
    private readonly promise: ChallengePromise,
    private readonly claims: ClaimWriter,
    private readonly pool: PrizePool,
    private readonly users: UsersService,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  @OnEvent(DecisionMade)
  async revoke({ id, payload }: StoredEvent<About>, tx: Transaction): Promise<void> {
    const { act, ideaId, decisionId } = payload;
    if (act !== 'REMOVE' || !ideaId) return;
    const [winner, challenge] = await this.hold(tx, { ideaId, announcedAt: Not(IsNull()), revokedAt: IsNull() });
    if (!winner) return;
    const now = this.clock.now();
    await tx.update(Winner, winner.id, { revokedAt: now, decisionId });
    const live = await this.claimsOf(tx, winner, [PENDING, ACCEPTED, SENT, RECEIVED]);
    const paid = live.filter(isPaid);
    for (const claim of live) {
      const change = { state: REVOKED, stateBefore: claim.state, ...FORGOTTEN };
      await this.claims.change(tx, claim, change, null);
    }
    if (paid.length > 0) await this.pool.settle(tx, challenge, paid, false, id);
    await this.tell(tx, winner, WinnerRevoked);
  }

  @OnEvent(DecisionUndone)
  async restore({ id, payload }: StoredEvent<About>, tx: Transaction): Promise<void> {
    const { act, ideaId, decisionId } = payload;
    if (act !== 'REMOVE' || !ideaId) return;
    const [winner, challenge] = await this.hold(tx, { ideaId, decisionId, revokedAt: Not(IsNull()) });
    if (!winner) return;
    // it was chosen anew before this was heard of
    const anew = { challengeId: winner.challengeId, ideaId, revokedAt: IsNull() };
    if (await tx.existsBy(Winner, anew)) return;
    const now = this.clock.now();
    // both have it then: who won it meanwhile has done nothing wrong
    const open = { revokedAt: IsNull(), passedAt: IsNull(), announcedAt: Not(IsNull()) };
    const passed = winner.passedAt ?? ((await tx.existsBy(Winner, { prizeId: winner.prizeId, ...open })) ? now : null);
    await tx.update(Winner, winner.id, { revokedAt: null, passedAt: passed });
    const revoked = await this.claimsOf(tx, winner, [REVOKED]);
    const winners = revoked.map(({ userId }) => userId);
    const gone = await this.users.erased(tx, winners);
    for (const claim of revoked) {
      // where to send it was forgotten: they are asked again, with all the time that they had, if they are still there
      const again = claim.stateBefore === PENDING || claim.stateBefore === ACCEPTED;
      const fresh = { state: PENDING, dueAt: dueAfter(challenge, now), remindedDays: null, acceptedAt: null };
      const anew = gone.includes(claim.userId) ? { state: LAPSED } : fresh;
      const change = again ? anew : { state: claim.stateBefore! };
      await this.claims.change(tx, claim, { ...change, stateBefore: null }, null);
    }
    const paid = revoked.filter(isPaid);
    if (paid.length > 0) await this.pool.settle(tx, challenge, paid, true, id);
    await this.tell(tx, winner, WinnerRestored);
  }

  private async hold(tx: Transaction, where: Parameters<typeof tx.findOneBy<Winner>>[1]) {
    const found = await tx.findOneBy(Winner, where);
    if (!found) return [null, null] as const;
    const { challenge } = (await this.promise.lock(tx, found.challengeId))!;
    return [await tx.findOneBy(Winner, where), challenge] as [Winner | null, Challenge];
  }

  private claimsOf(tx: Transaction, { id: winnerId }: Winner, states: ClaimState[]): Promise<PrizeClaim[]> {
    const lock = { mode: 'for_no_key_update' } as const;
    return tx.find(PrizeClaim, { where: { winnerId, state: In(states) }, order: { id: 'ASC' }, lock });
  }

  private tell(tx: Transaction, winner: Winner, kind: typeof WinnerRevoked): Promise<void> {
    const { id: winnerId, ideaId, companyId, challengeId: aggregateId } = winner;
    const occurredAt = this.clock.now();
    return this.outbox.append(
      tx,
      kind({ companyId, aggregateId, actorId: null, occurredAt, payload: { winnerId, ideaId } }),
    );
  }
}

const isPaid = ({ kind, state, stateBefore }: PrizeClaim): boolean =>
  kind === PrizeKind.POINTS && [state, stateBefore].includes(RECEIVED);
