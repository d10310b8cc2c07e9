import { Injectable } from '@nestjs/common';
import type { Role } from '../../../shared/auth/role.js';
import { Clock } from '../../../shared/config/clock.js';
import { Database, type Transaction } from '../../../shared/database/database.js';
import type { Difference } from '../../../shared/database/difference.js';
import { newId } from '../../../shared/database/ids.js';
import { commonErrors } from '../../../shared/errors/common.errors.js';
import type { StoredEvent } from '../../../shared/events/domain-event.js';
import { OnEvent } from '../../../shared/events/on-event.js';
import { MemberJoined } from '../../companies/companies.events.js';
import type { Access } from '../../companies/memberships.service.js';
import type { Decision } from '../decisions/decision.entity.js';
import { Sanction } from './sanction.entity.js';
import { maySanction, type Term } from './sanction.policy.js';

/** Until when, by what holds: the last end of all, of what has none the end of time. */
const last = (kind: string) =>
  `(SELECT max(coalesce(s.ends_at, '9999-12-31T00:00:00Z')) FROM sanction s
    WHERE s.company_id = m.company_id AND s.user_id = m.user_id AND s.kind = '${kind}' AND s.lifted_at IS NULL)`;

const RESTATE = `UPDATE membership m SET suspended_until = ${last('SUSPENSION')}, silenced_until = ${last('SILENCE')}, excluded_until = ${last('EXCLUSION')}
WHERE m.company_id = $1 AND m.user_id = $2`;

const VERIFY = `
SELECT m.id, f.name AS "column", f.stored, f.counted FROM membership m CROSS JOIN LATERAL (VALUES
  ('membership.suspended_until', m.suspended_until::text, ${last('SUSPENSION')}::text),
  ('membership.silenced_until', m.silenced_until::text, ${last('SILENCE')}::text),
  ('membership.excluded_until', m.excluded_until::text, ${last('EXCLUSION')}::text)
) AS f (name, stored, counted) WHERE f.stored IS DISTINCT FROM f.counted ORDER BY m.id, f.name`;

/** What decisions impose on members, and until when each may only read, write nothing, or takes no part in rewards. */
@Injectable()
export class SanctionsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * Locks the member, so that their sanctions are added up one after the other.
   * @throws DomainError FORBIDDEN against who is not below the viewer
   */
  async check(tx: Transaction, { company, membership }: Access, userId: string): Promise<void> {
    const role = await this.lock(tx, company.id, userId);
    if (!maySanction(membership.role, role)) throw commonErrors.FORBIDDEN();
  }

  /** Imposes what this decision says; `check` has locked the member. */
  async impose(tx: Transaction, decision: Decision, { kind, openBecause }: Term): Promise<void> {
    const { id: decisionId, companyId, subjectId, endsAt, createdAt: startsAt } = decision;
    const open = { liftedAt: null, liftedById: null };
    const about = { id: newId(), companyId, userId: subjectId, decisionId, startsAt };
    await tx.insert(Sanction, { ...about, kind, endsAt, openBecause, ...open });
    await this.restate(tx, companyId, subjectId);
  }

  /** Lifts what this decision imposed, and nothing else; does nothing where it imposed nothing. */
  async lift(tx: Transaction, { id: decisionId, companyId, subjectId }: Decision, liftedById: string): Promise<void> {
    await this.lock(tx, companyId, subjectId);
    await tx.update(Sanction, { decisionId }, { liftedAt: this.clock.now(), liftedById });
    await this.restate(tx, companyId, subjectId);
  }

  /** Who was removed and joins again bears what they bore before. */
  @OnEvent(MemberJoined)
  async resume({ companyId, payload }: StoredEvent<{ userId: string }>, tx: Transaction): Promise<void> {
    await this.lock(tx, companyId!, payload.userId);
    await this.restate(tx, companyId!, payload.userId);
  }

  /** Memberships that say something else than their sanctions; none, if all is well. */
  verify(): Promise<Difference[]> {
    return this.database.query<Difference>(VERIFY);
  }

  /** @returns their role; null for who is no member */
  private async lock(tx: Transaction, companyId: string, userId: string): Promise<Role | null> {
    const [row] = await this.database.query<{ role: Role }>(
      'SELECT role FROM membership WHERE company_id = $1 AND user_id = $2 FOR NO KEY UPDATE',
      [companyId, userId],
      tx,
    );
    return row?.role ?? null;
  }

  private async restate(tx: Transaction, companyId: string, userId: string): Promise<void> {
    await this.database.query(RESTATE, [companyId, userId], tx);
  }
}
