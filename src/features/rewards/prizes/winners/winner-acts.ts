import { Injectable } from '@nestjs/common';
import { Audit } from '../../../../shared/audit/audit.js';
import { AuditSubject } from '../../../../shared/audit/audit-entry.entity.js';
import type { Viewer } from '../../../../shared/auth/viewer.js';
import { Clock } from '../../../../shared/config/clock.js';
import type { Transaction } from '../../../../shared/database/database.js';
import type { HeldChallenge } from './winner-desk.service.js';

/** What managers did about winners, and when. */
@Injectable()
export class WinnerActs {
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
    { access, challenge }: HeldChallenge,
    action: 'winners.plan' | 'winners.announce' | 'winners.cancel',
    change: { was?: object; is?: object },
  ): Promise<void> {
    const about = { subject: AuditSubject.CHALLENGE, subjectId: challenge.id };
    return this.audit.record(tx, viewer, access, { action, ...about, ...change });
  }
}
