import { Injectable } from '@nestjs/common';
import { Clock } from '../../../shared/config/clock.js';
import type { Transaction } from '../../../shared/database/database.js';
import { newId } from '../../../shared/database/ids.js';
import { Outbox } from '../../../shared/events/outbox.js';
import type { Access } from '../../companies/memberships.service.js';
import type { Decision } from '../decisions/decision.entity.js';
import { Grounds } from '../decisions/grounds.js';
import { LogEvent } from '../log/log-entry.entity.js';
import { lineOf, ModerationLog, type News } from '../log/moderation-log.service.js';
import { AppealDecided, AppealFiled } from '../moderation.events.js';
import { Appeal, AppealState } from './appeal.entity.js';

/** Within how many days an appeal should be decided. */
const TARGET_DAYS = 7;

/** Of whom it is, and against what. */
type Filed = Pick<Appeal, 'appellantId' | 'flagId' | 'text'> & { decision: Decision };

export const newAppeal = ({ decision: { id: decisionId, companyId }, ...filed }: Filed, now: Date): Appeal =>
  Object.assign(new Appeal(), {
    ...{ id: newId(), companyId, decisionId, ...filed, state: AppealState.OPEN, createdAt: now, version: 1 },
    ...{ decidedById: null, deciderRole: null, reasons: null, decidedAt: null },
    dueAt: new Date(now.getTime() + TARGET_DAYS * 86_400_000),
  });

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
    await this.note(tx, appeal, decision, { entry: LogEvent.APPEALED, at: appeal.createdAt, role: null });
    const { id, companyId, appellantId } = appeal;
    const fact = { companyId, aggregateId: decision.reviewId, actorId: appellantId, occurredAt: appeal.createdAt };
    await this.outbox.append(tx, AppealFiled({ ...fact, payload: { appealId: id, decisionId: decision.id } }));
  }

  async close(tx: Transaction, appeal: Appeal, decision: Decision, outcome: Outcome): Promise<void> {
    const at = this.clock.now();
    const change = { ...outcome, decidedAt: at, version: appeal.version + 1 };
    await tx.update(Appeal, appeal.id, change);
    Object.assign(appeal, change);
    const news = { entry: LogEvent.APPEAL_DECIDED, at, outcome: outcome.state, role: outcome.deciderRole };
    await this.note(tx, appeal, decision, news);
    const { id: appealId, companyId, appellantId, flagId, state } = appeal;
    const fact = { companyId, aggregateId: decision.reviewId, actorId: outcome.decidedById, occurredAt: at };
    const overturned = state === AppealState.OVERTURNED;
    const payload = { appealId, decisionId: decision.id, appellantId, flagId, overturned };
    await this.outbox.append(tx, AppealDecided({ ...fact, payload }));
  }

  /** A decision that was taken back leaves nothing to appeal against: so ends what waits. */
  async settle(
    tx: Transaction,
    decision: Decision,
    { user, membership }: Access,
    outcome: Pick<Appeal, 'state' | 'reasons'>,
  ): Promise<void> {
    const by = { ...outcome, decidedById: user.id, deciderRole: membership.role };
    const open = { decisionId: decision.id, state: AppealState.OPEN };
    for (const appeal of await tx.find(Appeal, { where: open, order: { id: 'ASC' } }))
      await this.close(tx, appeal, decision, by);
  }

  /** A line in the log: of a complaint also which, as of notices, since there may be several about a decision. */
  private async note(tx: Transaction, { id, flagId }: Appeal, decision: Decision, news: News): Promise<void> {
    const line = lineOf(decision, await Grounds.ofDecision(tx, decision), news);
    await this.log.add(tx, decision.companyId, [
      {
        ...line, // the id of a report would tell when somebody made it
        noticeId: flagId && id,
      },
    ]);
  }
}
