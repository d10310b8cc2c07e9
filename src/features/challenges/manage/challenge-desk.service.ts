import { Injectable } from '@nestjs/common';
import { Audit, type StaffAct } from '../../../shared/audit/audit.js';
import { AuditSubject } from '../../../shared/audit/audit-entry.entity.js';
import { Role } from '../../../shared/auth/role.js';
import type { Viewer } from '../../../shared/auth/viewer.js';
import { Clock } from '../../../shared/config/clock.js';
import type { Transaction } from '../../../shared/database/database.js';
import { commonErrors } from '../../../shared/errors/common.errors.js';
import { Outbox } from '../../../shared/events/outbox.js';
import { type Access, MembershipsService } from '../../companies/memberships.service.js';
import { Challenge, WinnersBy } from '../challenge.entity.js';
import { ChallengesService, type PhasedChallenge } from '../challenges.service.js';
import { wrong } from '../challenges.errors.js';
import { PrizesImproved } from '../challenges.events.js';
import { Phase } from '../phase.entity.js';
import { Prize } from '../prize.entity.js';

type ChallengeAct = Pick<StaffAct, 'was' | 'is' | 'reason'> & { action: string };

/** A challenge that a manager has taken up. */
interface Taken extends PhasedChallenge {
  access: Access;
}

/** What a manager's use cases begin and end with. */
@Injectable()
export class ChallengeDesk {
  constructor(
    private readonly challenges: ChallengesService,
    private readonly memberships: MembershipsService,
    private readonly audit: Audit,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /**
   * Takes a challenge up for a change: locked until the transaction ends.
   * @param version the one that the manager has seen
   * @throws DomainError CONFLICT when it is not the newest; NOT_FOUND, FORBIDDEN… when they may not manage it
   */
  async take(tx: Transaction, viewer: Viewer, id: string, version?: number): Promise<Taken> {
    const access = this.memberships.check(await this.challenges.visible(viewer, id, tx), 'challenge.manage');
    const challenge = await tx.findOne(Challenge, { where: { id }, lock: { mode: 'for_no_key_update' } });
    if (!challenge) throw commonErrors.NOT_FOUND();
    if (version !== undefined && challenge.version !== version) throw commonErrors.CONFLICT();
    const phases = await tx.find(Phase, { where: { challengeId: id }, order: { position: 'ASC' } });
    return { challenge, phases, access };
  }

  /** Stores changes of the challenge that `take` gave, as its next version. */
  async put(tx: Transaction, challenge: Challenge, changes: Partial<Challenge>): Promise<void> {
    Object.assign(challenge, changes, { version: challenge.version + 1, updatedAt: this.clock.now() });
    const { version, updatedAt } = challenge;
    await tx.update(Challenge, challenge.id, { ...changes, version, updatedAt });
  }

  /**
   * Refuses to promise prizes that nobody could award.
   * @throws DomainError VALIDATION_FAILED where a jury is to find their winners and the company has no expert
   */
  async checkJury(tx: Transaction, { id: challengeId, companyId, winnersBy }: Challenge): Promise<void> {
    if (winnersBy !== WinnersBy.JURY || !(await tx.existsBy(Prize, { challengeId }))) return;
    if (!(await this.memberships.hasAny(companyId, Role.EXPERT, tx))) throw wrong('winnersBy', 'JURY_WITHOUT_EXPERTS');
  }

  /** Tells that the prizes of a public challenge have grown. */
  improved(tx: Transaction, { userId: actorId }: Viewer, { id: aggregateId, companyId }: Challenge): Promise<void> {
    const fact = { companyId, aggregateId, actorId, occurredAt: this.clock.now(), payload: {} };
    return this.outbox.append(tx, PrizesImproved(fact));
  }

  /** Keeps that a manager has done this to a challenge. */
  record(tx: Transaction, viewer: Viewer, access: Access, challengeId: string, act: ChallengeAct): Promise<void> {
    const { action, ...rest } = act;
    const about = { action: `challenge.${action}`, subject: AuditSubject.CHALLENGE, subjectId: challengeId } as const;
    return this.audit.record(tx, viewer, access, { ...about, ...rest });
  }
}
