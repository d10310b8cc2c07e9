import { Injectable, Logger } from '@nestjs/common';
import { Clock } from '../../../../shared/config/clock.js';
import { Database, type Transaction } from '../../../../shared/database/database.js';
import { Outbox } from '../../../../shared/events/outbox.js';
import { Schedule } from '../../../../shared/jobs/job-handler.js';
import { TransactionKind } from '../../ledger/ledger.entity.js';
import { LedgerService } from '../../ledger/ledger.service.js';
import { PointsExpiring } from '../../rewards.events.js';
import { LAST_ACTIVITY } from './expiry.policy.js';
import { PointExpiry } from './point-expiry.entity.js';

/** Points of who has neither earned nor spent any for so long expire. */
const MONTHS = 24;
/** They are told so many days before. */
const WARNED_DAYS = 30;
const DAY = 86_400_000;
const PAGE = 1000;
const FIRST = '00000000-0000-0000-0000-000000000000';

/** Accounts with points, in the order of their ids, each with when points were last earned or spent. */
const ACCOUNTS = `
SELECT a.id, a.company_id AS "companyId", a.user_id AS "userId", l.at AS "lastAt", x.last_at AS "toldOf", x.expires_at AS "expiresAt", m.id AS "membershipId"
FROM (SELECT * FROM ledger_account WHERE id > $1 AND kind = 'MEMBER' AND balance > 0 ORDER BY id LIMIT ${PAGE}) a
LEFT JOIN LATERAL (${LAST_ACTIVITY('a.id')}) l ON true
LEFT JOIN point_expiry x ON x.company_id = a.company_id AND x.user_id = a.user_id
LEFT JOIN membership m ON m.company_id = a.company_id AND m.user_id = a.user_id
ORDER BY a.id`;

const LAST = `SELECT l.at FROM ledger_account a CROSS JOIN LATERAL (${LAST_ACTIVITY('a.id')}) l WHERE a.id = $1`;

interface Account {
  id: string;
  companyId: string;
  userId: string;
  /** null: they only ever came back, by a reversal */
  lastAt: Date | null;
  toldOf: Date | null;
  expiresAt: Date | null;
  membershipId: string | null;
}

/** Points that nobody uses expire, and never without being told before. */
@Injectable()
export class ExpiryService {
  private readonly log = new Logger(ExpiryService.name);

  constructor(
    private readonly database: Database,
    private readonly ledger: LedgerService,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  @Schedule('expire-points', '17 4 * * *')
  async run(): Promise<void> {
    const now = this.clock.now();
    for (let after = FIRST; ;) {
      const accounts = await this.database.query<Account>(ACCOUNTS, [after]);
      for (const account of accounts)
        await this.look(account, now).catch((error: Error) => {
          this.log.error(`Whether points of ${account.id} expire is not known: ${error.message}`, error.stack);
        });
      if (accounts.length < PAGE) return;
      after = accounts.at(-1)!.id;
    }
  }

  private async look(account: Account, now: Date): Promise<void> {
    const { lastAt, toldOf, expiresAt } = account;
    if (!lastAt || +endOf(lastAt) - WARNED_DAYS * DAY > +now) return;
    if (+lastAt !== +(toldOf ?? 0)) await this.database.transaction((tx) => this.warn(tx, account, now));
    else if (expiresAt! <= now) await this.database.transaction((tx) => this.expire(tx, account, now));
  }

  /** Whoever is told late, because nothing ran, has the whole time from then on. */
  private async warn(tx: Transaction, account: Account, now: Date): Promise<void> {
    const { companyId, userId, membershipId } = account;
    const points = await this.unused(tx, account);
    if (points <= 0) return;
    const lastAt = account.lastAt!;
    const expiresAt = new Date(Math.max(+endOf(lastAt), +now + WARNED_DAYS * DAY));
    await tx.upsert(PointExpiry, { companyId, userId, lastAt, expiresAt }, ['companyId', 'userId']);
    // who has left is not written to
    if (!membershipId) return;
    const payload = { userId, points, at: expiresAt.toISOString() };
    await this.outbox.append(
      tx,
      PointsExpiring({ companyId, aggregateId: membershipId, actorId: null, payload, occurredAt: now }),
    );
  }

  private async expire(tx: Transaction, account: Account, at: Date): Promise<void> {
    const { companyId, userId, expiresAt } = account;
    const points = await this.unused(tx, account);
    if (points <= 0) return;
    const move = { kind: TransactionKind.EXPIRY, from: { kind: 'MEMBER', userId }, to: { kind: 'EXPIRED' } } as const;
    const cause = `expiry:${userId}:${expiresAt!.toISOString()}`;
    await this.ledger.post(tx, [{ ...move, companyId, points, cause, at }]);
    await tx.delete(PointExpiry, { companyId, userId });
  }

  /** What they have, held until the transaction ends; nothing where some were earned or spent meanwhile. */
  private async unused(tx: Transaction, { id, companyId, userId, lastAt }: Account): Promise<number> {
    const points = await this.ledger.balance(tx, companyId, userId, true);
    const [last] = await this.database.query<{ at: Date }>(LAST, [id], tx);
    return +last!.at === +lastAt! ? points : 0;
  }
}

function endOf(lastAt: Date): Date {
  const end = new Date(lastAt);
  end.setUTCMonth(end.getUTCMonth() + MONTHS);
  return end;
}
