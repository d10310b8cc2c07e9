import { Injectable } from '@nestjs/common';
import { Audit } from '../../../../shared/audit/audit.js';
import { AuditSubject } from '../../../../shared/audit/audit-entry.entity.js';
import type { Viewer } from '../../../../shared/auth/viewer.js';
import { Clock } from '../../../../shared/config/clock.js';
import type { Transaction } from '../../../../shared/database/database.js';
import type { Access } from '../../../companies/memberships.service.js';
import type { PrizeClaim } from './prize-claim.entity.js';

/** What managers did with claims, and when. */
@Injectable()
export class ClaimActs {
  constructor(
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  now(): Date {
    return this.clock.now();
  }

  record(
    tx: Transaction,
    viewer: Viewer,
    access: Access,
    { id }: PrizeClaim,
    action: 'prize.reveal' | 'prize.sent' | 'prize.received',
  ): Promise<void> {
    return this.audit.record(tx, viewer, access, { action, subject: AuditSubject.PRIZE_CLAIM, subjectId: id });
  }
}
