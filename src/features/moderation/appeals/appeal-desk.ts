import { Injectable } from '@nestjs/common';
import { Clock } from '../../../shared/config/clock.js';
import type { Transaction } from '../../../shared/database/database.js';
import { Outbox } from '../../../shared/events/outbox.js';
import type { Access } from '../../companies/memberships.service.js';
import type { Decision } from '../decisions/decision.entity.js';
import { Grounds } from '../decisions/grounds.js';
import { LogEvent } from '../log/log-entry.entity.js';
import { ModerationLog } from '../log/moderation-log.service.js';
import { AppealDecided, AppealFiled } from '../moderation.events.js';
import { Appeal, AppealState } from './appeal.entity.js';

type Outcome = Pick<Appeal, 'state' | 'decidedById' | 'deciderRole' | 'reasons'>;

/** What is told of appeals, in the log and to others; and how they end, also when their decision is taken back. */
@Injectable()
export class AppealDesk {
  constructor(
    private readonly log: ModerationLog,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  async filed(tx: Transaction, appeal: Appeal, decision: Decision): Promise<void> {
    const grounds = await Grounds.ofDecision(tx, decision);
    await this.log.append(tx, decision, grounds, {
      ...{ entry: LogEvent.APPEALED, at: appeal.createdAt, role: null },
    });
    const { id, companyId, appellantId } = appeal;
    const fact = { companyId, aggregateId: decision.reviewId, actorId: appellantId, occurredAt: appeal.createdAt };
    await this.outbox.append(tx, AppealFiled({ ...fact, payload: { appealId: id, decisionId: decision.id } }));
  }

  async close(tx: Transaction, appeal: Appeal, decision: Decision, outcome: Outcome): Promise<void> {
    const at = this.clock.now();
    const change = { ...outcome, decidedAt: at, version: appeal.version + 1 };
    await tx.update(Appeal, appeal.id, change);
    Object.assign(appeal, change);
    const grounds = await Grounds.ofDecision(tx, decision);
    const news = { entry: LogEvent.APPEAL_DECIDED, at, outcome: outcome.state, role: outcome.deciderRole };
    await this.log.append(tx, decision, grounds, news);
    const { id: appealId, companyId, appellantId, state } = appeal;
    const fact = { companyId, aggregateId: decision.reviewId, actorId: outcome.decidedById, occurredAt: at };
    const payload = { appealId, decisionId: decision.id, appellantId, overturned: state === AppealState.OVERTURNED };
    await this.outbox.append(tx, AppealDecided({ ...fact, payload }));
  }

  /** A decision that a moderator takes back leaves nothing to appeal against: so ends what waits. */
  async settle(
    tx: Transaction,
    decision: Decision,
    { user, membership }: Access,
    outcome: Pick<Appeal, 'state' | 'reasons'>,
  ): Promise<void> {
    const appeal = await tx.findOneBy(Appeal, { decisionId: decision.id, state: AppealState.OPEN });
    if (!appeal) return;
    await this.close(tx, appeal, decision, { ...outcome, decidedById: user.id, deciderRole: membership.role });
  }
}
