import { Injectable } from '@nestjs/common';
import { isDeepStrictEqual } from 'node:util';
import type { Role } from '../auth/role.js';
import type { Viewer } from '../auth/viewer.js';
import { Clock } from '../config/clock.js';
import type { Transaction } from '../database/database.js';
import { newId } from '../database/ids.js';
import { AuditEntry, type AuditSubject } from './audit-entry.entity.js';
import { coarseNetworkOf } from './coarse-network.js';

/** As what somebody acts: what `MembershipsService.require` gives. */
export interface StaffAccess {
  company: { id: string };
  membership: { role: Role };
}

/** What was done. Texts of customers, addresses and secrets do not belong in `was` and `is`. */
export interface StaffAct {
  /** stable: docs/audit.md lists them */
  action: `${string}.${string}`;
  subject: AuditSubject;
  subjectId: string;
  /** how it was: of columns that `is` names too only those are kept that differ */
  was?: object;
  /** how it is since */
  is?: object;
  reason?: string | null;
}

/** Keeps what staff do, in the transaction that does it: no act without its entry, no entry without its act. */
@Injectable()
export class Audit {
  constructor(private readonly clock: Clock) {}

  /** One statement, however many acts. */
  async record(
    tx: Transaction,
    { userId, request }: Viewer,
    { company, membership }: StaffAccess,
    ...acts: StaffAct[]
  ): Promise<void> {
    if (acts.length === 0) return;
    const common = {
      companyId: company.id,
      at: this.clock.now(),
      actorId: userId,
      actorRole: membership.role,
      network: request ? coarseNetworkOf(request.ip) : null,
      requestId: request?.id ?? null,
    };
    const entries = acts.map(({ action, subject, subjectId, was, is, reason = null }) => ({
      ...common,
      ...{ id: newId(), action, subjectKind: subject, subjectId, reason },
      ...changed(was, is),
    }));
    await tx.createQueryBuilder().insert().into(AuditEntry).values(entries).updateEntity(false).execute();
  }
}

type Values = Record<string, unknown>;

/** Of what was and is, that which differs. */
export function changed(was?: object, is?: object): Pick<AuditEntry, 'before' | 'after'> {
  if (!was || !is) return { before: plain(was), after: plain(is) };
  const [before, after] = [plain(was)!, plain(is)!];
  const names = Object.keys(after).filter((name) => !isDeepStrictEqual(before[name], after[name]));
  const only = (values: Values) => Object.fromEntries(names.map((name) => [name, values[name] ?? null]));
  return { before: only(before), after: only(after) };
}

/** As it is stored: dates as text, what is undefined left out. */
const plain = (values?: object): Values | null => (values ? (JSON.parse(JSON.stringify(values)) as Values) : null);
