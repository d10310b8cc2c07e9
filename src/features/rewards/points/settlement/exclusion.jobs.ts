import { Injectable } from '@nestjs/common';
import { Clock } from '../../../../shared/config/clock.js';
import { Database, type Transaction } from '../../../../shared/database/database.js';
import type { StoredEvent } from '../../../../shared/events/domain-event.js';
import { OnEvent } from '../../../../shared/events/on-event.js';
import { AccountErased } from '../../../accounts/accounts.events.js';
import { DecisionMade, DecisionUndone } from '../../../moderation/moderation.events.js';
import { CatalogueService } from '../../catalogue/catalogue.service.js';
import { RedemptionEnd } from '../../catalogue/redemptions/redemption.entity.js';
import { ErasedPoints } from '../../ledger/erased-points.service.js';
import { EXCLUSION } from '../../exclusions.js';
import { TransactionKind } from '../../ledger/ledger.entity.js';
import { LedgerService } from '../../ledger/ledger.service.js';
import { BECAUSE } from './facts.js';
import { SettleEverything } from './settle-everything.service.js';

interface About {
  decisionId: string;
  subjectId: string;
  act: string;
}

interface Member {
  companyId: string;
  userId: string;
}

const EXCLUDE = 'EXCLUDE';

/** When what a decision imposes ends by itself; null where it does not. */
const END = 'SELECT ends_at AS "endsAt" FROM sanction WHERE decision_id = $1';

/** By what a decision ($3) took points from a member: it may have done so again, after another one was undone. */
const TAKEN = `SELECT t.cause FROM ledger_account a JOIN ledger_entry e ON e.account_id = a.id
  JOIN ledger_transaction t ON t.id = e.transaction_id AND t.kind = 'FORFEIT' AND split_part(t.cause, ':', 2) = $3::text
  WHERE a.company_id = $1 AND a.user_id = $2 AND a.kind = 'MEMBER'`;

const ACCOUNTS = `SELECT a.company_id AS "companyId" FROM ledger_account a WHERE a.kind = 'MEMBER' AND a.user_id = $1 ORDER BY 1`;

/** What becomes of the points of who is excluded from rewards, and of who is gone. */
@Injectable()
export class ExclusionJobs {
  constructor(
    private readonly database: Database,
    private readonly ledger: LedgerService,
    private readonly erased: ErasedPoints,
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
    await this.forfeit(tx, member, eventId);
    await this.everything.planMember(tx, member);
    // their voice counts again when it ends by itself, wherever they are then
    const [imposed] = await this.database.query<{ endsAt: Date | null }>(END, [decisionId], tx);
    if (imposed?.endsAt) await this.everything.planMember(tx, member, imposed.endsAt);
  }

  /** The points come back; where another exclusion holds, they go for that one, and where nobody is left, they expire. */
  @OnEvent(DecisionUndone)
  async readmit({ id: eventId, companyId, payload }: StoredEvent<About>, tx: Transaction): Promise<void> {
    const { act, decisionId, subjectId: userId } = payload;
    if (act !== EXCLUDE) return;
    const member = { companyId: companyId!, userId };
    const at = this.clock.now();
    // two that overlap may be undone at once: the second sees what the first one did
    await this.ledger.balance(tx, companyId!, userId, true);
    const taken = await this.database.query<{ cause: string }>(TAKEN, [companyId, userId, decisionId], tx);
    const causes = taken.map(({ cause }) => cause);
    await this.ledger.settleAll(tx, companyId!, causes, false, { because: BECAUSE.DECISION_UNDONE, at, eventId });
    await this.erased.expire(tx, companyId!, [userId], { at, eventId });
    await this.forfeit(tx, member, eventId);
    await this.everything.planMember(tx, member);
  }

  /** Nobody is left who could use them. */
  @OnEvent(AccountErased)
  async erase({ id: eventId, aggregateId: userId }: StoredEvent, tx: Transaction): Promise<void> {
    const accounts = await this.database.query<{ companyId: string }>(ACCOUNTS, [userId], tx);
    for (const { companyId } of accounts) {
      const at = this.clock.now();
      await this.catalogue.endWaitingOf(tx, companyId, userId, at, RedemptionEnd.ERASED);
      await this.erased.expire(tx, companyId, [userId], { at, eventId });
    }
    await this.database.query('DELETE FROM point_expiry WHERE user_id = $1', [userId], tx);
  }

  /** For the exclusion that holds now, if there is one: it may have ended, or been undone, before this was heard of. */
  private async forfeit(tx: Transaction, { companyId, userId }: Member, eventId: string): Promise<void> {
    const at = this.clock.now();
    await this.ledger.balance(tx, companyId, userId, true);
    const [held] = await this.database.query<{ id: string }>(EXCLUSION, [companyId, userId, at], tx);
    if (!held) return;
    // what they wait for ends first, so that no points are out of reach there
    await this.catalogue.endWaitingOf(tx, companyId, userId, at, RedemptionEnd.EXCLUDED);
    const points = await this.ledger.balance(tx, companyId, userId, true);
    if (points <= 0) return;
    const move = { kind: TransactionKind.FORFEIT, from: { kind: 'MEMBER', userId }, to: { kind: 'RESERVE' } } as const;
    const cause = `forfeit:${held.id}:${eventId}`;
    await this.ledger.post(tx, [{ ...move, companyId, points, cause, at, eventId }]);
  }
}
