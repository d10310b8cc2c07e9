import { Injectable } from '@nestjs/common';
import { Clock } from '../../../shared/config/clock.js';
import { Database, type Transaction } from '../../../shared/database/database.js';
import { commonErrors } from '../../../shared/errors/common.errors.js';
import type { DomainEvent } from '../../../shared/events/domain-event.js';
import { Outbox } from '../../../shared/events/outbox.js';
import { HoldReason } from '../../companies/company.policy.js';
import { type Idea, IdeaVisibility } from '../idea.entity.js';
import { IdeaHeld, IdeaHidden, IdeaPublished, IdeaRejected, IdeaRestored } from '../ideas.events.js';
import { IdeasService } from '../ideas.service.js';

/** Where an idea stood, for undoing. */
export interface IdeaStanding {
  visibility: IdeaVisibility;
  publishedAt: string | null;
  holdReason: HoldReason | null;
  rejectionReason: string | null;
}

const { HELD, PUBLISHED, REJECTED, HIDDEN } = IdeaVisibility;

const STAND = `WITH stood AS (
  UPDATE idea SET visibility = $2, published_at = $3::timestamptz, hold_reason = $4, rejection_reason = $5, version = version + 1 WHERE id = $1
)
UPDATE idea_tally SET listed = $2 = 'PUBLISHED', published_at = $3::timestamptz,
  trending = coalesce(CASE WHEN $2 = 'PUBLISHED' THEN trending_score(up_count, down_count, comment_count, $3::timestamptz) END, trending)
WHERE idea_id = $1`;

/** What decisions do to ideas. Nothing is lost: each act says what was there, and `restore` puts it back. */
@Injectable()
export class IdeaModeration {
  constructor(
    private readonly database: Database,
    private readonly ideas: IdeasService,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /**
   * Publishes a held idea; one that was public before, with the date of then.
   * @throws DomainError CONFLICT when it is not held any more
   */
  async publishHeld(tx: Transaction, ideaId: string, actorId: string): Promise<IdeaStanding> {
    const idea = await this.ideas.forUpdate(tx, ideaId);
    if (idea.visibility !== HELD) throw commonErrors.CONFLICT();
    const { challengeId, authorId } = idea;
    const publishedAt = (idea.publishedAt ?? this.clock.now()).toISOString();
    await this.stand(tx, idea, { visibility: PUBLISHED, publishedAt });
    await this.outbox.append(tx, IdeaPublished({ ...this.fact(idea, actorId), payload: { challengeId, authorId } }));
    return standingOf(idea);
  }

  /**
   * Takes a held or published idea from the public; its authors read the reason.
   * @param to HELD: its authors change it first; HIDDEN: REJECTED of what was never public; REMOVED
   * @throws DomainError CONFLICT when it is neither held nor published any more
   */
  async hide(
    tx: Transaction,
    ideaId: string,
    actorId: string | null,
    { to, reason }: { to: IdeaVisibility; reason: string },
  ): Promise<IdeaStanding> {
    const idea = await this.ideas.forUpdate(tx, ideaId);
    const { challengeId, authorId } = idea;
    if (![HELD, PUBLISHED].includes(idea.visibility)) throw commonErrors.CONFLICT();
    const visibility = to === HIDDEN && idea.visibility === HELD ? REJECTED : to;
    await this.stand(tx, idea, {
      visibility,
      rejectionReason: reason,
      ...(to === HELD && { holdReason: HoldReason.EDIT_REQUESTED }),
    });
    const fact = this.fact(idea, actorId);
    const event: DomainEvent =
      idea.visibility === PUBLISHED
        ? IdeaHidden({ ...fact, payload: { challengeId } })
        : IdeaRejected({ ...fact, payload: { authorId } });
    await this.outbox.append(tx, event);
    return standingOf(idea);
  }

  /** Takes a published idea from the public until a moderator has read its new text; its votes and its date stay. */
  async hold(tx: Transaction, ideaId: string, actorId: string, holdReason: HoldReason): Promise<void> {
    const idea = await this.ideas.forUpdate(tx, ideaId);
    await this.stand(tx, idea, { visibility: HELD, holdReason });
    const fact = this.fact(idea, actorId);
    const { challengeId } = idea;
    await this.outbox.append(
      tx,
      IdeaHeld({ ...fact, payload: { reason: holdReason } }),
      IdeaHidden({ ...fact, payload: { challengeId } }),
    );
  }

  /** Whether people may vote on it, comment on it and change it. @returns whether it was locked before */
  async lock(tx: Transaction, ideaId: string, locked: boolean): Promise<boolean> {
    const before = await this.ideas.forUpdate(tx, ideaId);
    await this.database.query('UPDATE idea SET locked = $2, version = version + 1 WHERE id = $1', [ideaId, locked], tx);
    return before.locked;
  }

  /** Puts an idea back where it stood, unless its author has taken it back meanwhile. */
  async restore(tx: Transaction, ideaId: string, actorId: string | null, before: IdeaStanding): Promise<void> {
    const idea = await this.ideas.forUpdate(tx, ideaId);
    if (idea.visibility === IdeaVisibility.WITHDRAWN) return;
    await this.stand(tx, idea, before);
    const { challengeId } = idea;
    await this.outbox.append(tx, IdeaRestored({ ...this.fact(idea, actorId), payload: { challengeId } }));
  }

  private async stand(tx: Transaction, idea: Idea, change: Partial<IdeaStanding>): Promise<void> {
    const { visibility, publishedAt, holdReason, rejectionReason } = { ...standingOf(idea), ...change };
    await this.database.query(STAND, [idea.id, visibility, publishedAt, holdReason, rejectionReason], tx);
  }

  private fact({ companyId, id }: Idea, actorId: string | null) {
    return { companyId, aggregateId: id, actorId, occurredAt: this.clock.now() };
  }
}

const standingOf = ({ visibility, publishedAt, holdReason, rejectionReason }: Idea): IdeaStanding => ({
  visibility,
  publishedAt: publishedAt?.toISOString() ?? null,
  holdReason,
  rejectionReason,
});
