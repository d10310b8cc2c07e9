import { Injectable } from '@nestjs/common';
import { Clock } from '../../../shared/config/clock.js';
import type { Role } from '../../../shared/auth/role.js';
import type { Transaction } from '../../../shared/database/database.js';
import { newId } from '../../../shared/database/ids.js';
import { Outbox } from '../../../shared/events/outbox.js';
import type { HoldReason } from '../../companies/company.policy.js';
import type { Access } from '../../companies/memberships.service.js';
import { type Appeal, AppealState } from '../appeals/appeal.entity.js';
import { AppealDesk } from '../appeals/appeal-desk.js';
import { LogEvent } from '../log/log-entry.entity.js';
import { ModerationLog } from '../log/moderation-log.service.js';
import { NoticeLog } from '../log/notice-log.js';
import { DecisionMade, DecisionUndone } from '../moderation.events.js';
import { endOf, type Term } from '../sanctions/sanction.policy.js';
import type { Review } from '../reviews/review.entity.js';
import { Decision, type DecisionAct, type Effect, FoundBy, type UndoneBecause } from './decision.entity.js';
import type { Details } from './decision.inputs.js';
import { appealUntil, contentProof, handDown, textHash } from './decision.policy.js';
import type { Item } from './effects.js';
import { Grounds } from './grounds.js';
import { ItemEffects } from './item-effects.service.js';

/** What is decided, why, and by whom; null: by nobody, but automatically. */
export interface Ruling {
  act: DecisionAct;
  grounds: Grounds;
  access: Access | null;
  /** of a sanction */
  term?: Term | null;
  /** of what the act alone does not say */
  details?: Details;
  /** how many had reported the item */
  flagCount?: number;
  /** where that is not seen from the review */
  foundBy?: FoundBy;
  /** whether the review goes on waiting, although the act would end it */
  waits?: boolean;
  /** the automatic decision whose place it takes */
  replacesId?: string;
  /** what screening found */
  heldFor?: HoldReason;
}

/** Why a decision holds no more. */
interface TakingBack {
  because: UndoneBecause;
  /** what was decided since, and stays: it is undone to what was before this one */
  later?: Decision[];
  /** what an open appeal against it hears */
  appeal?: Pick<Appeal, 'state' | 'reasons'>;
}

/** Writes decisions and carries them out, each with its line in the log and its event. */
@Injectable()
export class DecisionWriter {
  constructor(
    private readonly effects: ItemEffects,
    private readonly log: ModerationLog,
    private readonly notices: NoticeLog,
    private readonly appeals: AppealDesk,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** Decides, with the locks of the item and its review. */
  async make(
    tx: Transaction,
    review: Review,
    item: Item,
    { act, grounds, access, term = null, details = {}, flagCount = 0, replacesId, ...how }: Ruling,
  ): Promise<Decision> {
    const { id: reviewId, companyId, kind, ideaId, commentId, profileId, authorId: subjectId, reason } = review;
    const now = this.clock.now();
    const decision: Omit<Decision, 'effect'> = {
      ...{ id: newId(), companyId, reviewId, kind, ideaId, commentId, profileId, subjectId, act },
      ...{ ruleId: grounds.rule?.id ?? null, legalGround: grounds.legalGround, note: grounds.note },
      ...{ foundBy: how.foundBy ?? foundBy(flagCount, reason), flagCount, automatic: !access },
      ...{ decidedById: access?.user.id ?? null, deciderRole: access?.membership.role ?? null },
      ...{ ...contentProof(item.text), textHash: textHash(item.text) },
      ...{ endsAt: endOf(term, now), createdAt: now, appealUntil: appealUntil(now) },
      ...{ undoneAt: null, undoneById: null, undoneBecause: null, replacesId: replacesId ?? null },
    };
    const { heldFor, waits } = how;
    const reasons = { reason: grounds.toAuthor(), details, access, heldFor };
    const effect: Effect = { ...(await this.effects.apply(tx, item, decision, reasons)), ...(waits && { waits }) };
    const made = await tx.save(Decision, Object.assign(new Decision(), { ...decision, effect }));
    if (term) await this.effects.sanction(tx, made, term);
    await this.log.append(tx, made, grounds, { entry: LogEvent.DECIDED, at: now });
    if (flagCount > 0) await this.notices.settled(tx, made, grounds);
    await this.outbox.append(tx, DecisionMade(this.fact(made, made.decidedById)));
    return made;
  }

  /** Tells the log what became of the notices that it settles, once a person has confirmed it. */
  settleNotices(tx: Transaction, decision: Decision, grounds: Grounds, role: Role): Promise<void> {
    return this.notices.settled(tx, decision, grounds, { at: this.clock.now(), role });
  }

  /** A decision holds no more; there is nothing left to appeal against. */
  async takeBack(
    tx: Transaction,
    decision: Decision,
    access: Access,
    { because, later = [], appeal = { state: AppealState.OVERTURNED, reasons: null } }: TakingBack,
  ): Promise<void> {
    const { id: userId } = access.user;
    const now = this.clock.now();
    await this.effects.undo(tx, decision, userId, later);
    handDown(decision, later);
    for (const { id, effect } of later) await tx.update(Decision, id, { effect });
    const change = { undoneAt: now, undoneById: userId, undoneBecause: because };
    await tx.update(Decision, decision.id, change);
    Object.assign(decision, change);
    const grounds = await Grounds.ofDecision(tx, decision);
    await this.log.append(tx, decision, grounds, {
      ...{ entry: LogEvent.UNDONE, at: now, outcome: because, role: access.membership.role },
    });
    const fact = this.fact(decision, userId);
    await this.outbox.append(tx, DecisionUndone({ ...fact, payload: { ...fact.payload, because } }));
    await this.appeals.settle(tx, decision, access, appeal);
  }

  private fact(decision: Decision, actorId: string | null) {
    const { id: decisionId, companyId, reviewId, kind, ideaId, commentId, subjectId, act } = decision;
    const payload = { decisionId, kind, ideaId, commentId, subjectId, act };
    return { companyId, aggregateId: reviewId, actorId, occurredAt: this.clock.now(), payload };
  }
}

const foundBy = (flagCount: number, reason: Review['reason']): FoundBy =>
  flagCount > 0 ? FoundBy.FLAGS : reason ? FoundBy.SCREENING : FoundBy.STAFF;
