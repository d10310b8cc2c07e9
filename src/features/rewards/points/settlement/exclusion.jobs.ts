import { Injectable } from '@nestjs/common';
import { Clock } from '../../../../shared/config/clock.js';
import { Database, type Transaction } from '../../../../shared/database/database.js';
import type { StoredEvent } from '../../../../shared/events/domain-event.js';
import { OnEvent } from '../../../../shared/events/on-event.js';
import { AccountErased } from '../../../accounts/accounts.events.js';
import { DecisionMade, DecisionUndone } from '../../../moderation/moderation.events.js';
import { CatalogueService } from '../../catalogue/catalogue.service.js';
import { RedemptionEnd } from '../../catalogue/redemptions/redemption.entity.js';
import { TransactionKind } from '../../ledger/ledger.entity.js';
import { LedgerService } from '../../ledger/ledger.service.js';
import { BECAUSE } from './facts.js';
import { SettleEverything } from './settle-everything.service.js';

interface About {
  decisionId: string;
  subjectId: string;
  act: string;
}

const EXCLUDE = 'EXCLUDE';

/** When what a decision imposes ends by itself; null where it does not. */
const END = 'SELECT ends_at AS "endsAt" FROM sanction WHERE decision_id = $1';

/** The latest of the exclusions of somebody that hold, whether they are a member or have left. */
const OTHER = `
SELECT s.decision_id AS id FROM sanction s WHERE s.company_id = $1 AND s.user_id = $2 AND s.kind = 'EXCLUSION' AND s.lifted_at IS NULL
  AND coalesce(s.ends_at > $3, true) ORDER BY s.decision_id DESC LIMIT 1`;

const ACCOUNTS = `SELECT a.company_id AS "companyId" FROM ledger_account a WHERE a.kind = 'MEMBER' AND a.user_id = $1 ORDER BY 1`;

/** What becomes of the points of who is excluded from rewards, and of who is gone. */
@Injectable()
export class ExclusionJobs {
  constructor(
    private readonly database: Database,
    private readonly ledger: LedgerService,
    private readonly everything: SettleEverything,
    private readonly catalogue: CatalogueService,
    private readonly clock: Clock,
  ) {}

  /** Their points go to the reserve, and their voice earns others nothing for as long. */
  @OnEvent(DecisionMade)
  async exclude({ id: eventId, companyId, payload }: StoredEvent<About>, tx: Transaction): Promise<void> {
    const { act, decisionId, subjectId: userId } = payload;
    if (act !== EXCLUDE) return;
    const member = { companyId: companyId!, userId };
    await this.forfeit(tx, { ...member, decisionId, eventId });
    await this.everything.planMember(tx, member);
    // their voice counts again when it ends by itself, wherever they are then
    const [imposed] = await this.database.query<{ endsAt: Date | null }>(END, [decisionId], tx);
    if (imposed?.endsAt) await this.everything.planMember(tx, member, imposed.endsAt);
  }

  /** The points come back; where another exclusion holds, they go for that one. */
  @OnEvent(DecisionUndone)
  async readmit({ id: eventId, companyId, payload }: StoredEvent<About>, tx: Transaction): Promise<void> {
    const { act, decisionId, subjectId: userId } = payload;
    if (act !== EXCLUDE) return;
    const at = this.clock.now();
    const why = { because: BECAUSE.DECISION_UNDONE, at, eventId };
    await this.ledger.settle(tx, companyId!, forfeitCause(decisionId), false, why);
    const [other] = await this.database.query<{ id: string }>(OTHER, [companyId, userId, at], tx);
    if (other) await this.forfeit(tx, { companyId: companyId!, userId, decisionId: other.id, eventId });
    await this.everything.planMember(tx, { companyId: companyId!, userId });
  }

  /** Nobody is left who could use them. */
  @OnEvent(AccountErased)
  async erase({ id: eventId, aggregateId: userId }: StoredEvent, tx: Transaction): Promise<void> {
    const accounts = await this.database.query<{ companyId: string }>(ACCOUNTS, [userId], tx);
    for (const { companyId } of accounts) {
      const at = this.clock.now();
      await this.catalogue.endWaitingOf(tx, companyId, userId, at, RedemptionEnd.ERASED);
      const points = await this.ledger.balance(tx, companyId, userId, true);
      if (points <= 0) continue;
      const move = { kind: TransactionKind.EXPIRY, from: { kind: 'MEMBER', userId }, to: { kind: 'EXPIRED' } } as const;
      await this.ledger.post(tx, [{ ...move, companyId, points, cause: `erasure:${userId}`, at, eventId }]);
    }
    await this.database.query('DELETE FROM point_expiry WHERE user_id = $1', [userId], tx);
  }

  private async forfeit(
    tx: Transaction,
    {
      companyId,
      userId,
      decisionId,
      eventId,
    }: { companyId: string; userId: string; decisionId: string; eventId: string },
  ): Promise<void> {
    const at = this.clock.now();
    // what they wait for ends first, so that no points are out of reach there
    await this.catalogue.endWaitingOf(tx, companyId, userId, at, RedemptionEnd.EXCLUDED);
    const points = await this.ledger.balance(tx, companyId, userId, true);
    if (points <= 0) return;
    const move = { kind: TransactionKind.FORFEIT, from: { kind: 'MEMBER', userId }, to: { kind: 'RESERVE' } } as const;
    await this.ledger.post(tx, [{ ...move, companyId, points, cause: forfeitCause(decisionId), at, eventId }]);
  }
}

const forfeitCause = (decisionId: string): string => `forfeit:${decisionId}`;
