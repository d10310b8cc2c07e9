import { Injectable } from '@nestjs/common';
import { Clock } from '../../../shared/config/clock.js';
import { Database, type Transaction } from '../../../shared/database/database.js';
import { commonErrors } from '../../../shared/errors/common.errors.js';
import type { DomainEvent } from '../../../shared/events/domain-event.js';
import { Outbox } from '../../../shared/events/outbox.js';
import { HoldReason } from '../../companies/company.policy.js';
import { type Idea, IdeaVisibility } from '../idea.entity.js';
import { IdeaHeld, IdeaHidden, IdeaMerged, IdeaPublished, IdeaRejected, IdeaRestored } from '../ideas.events.js';
import { IdeasService } from '../ideas.service.js';

/** Where an idea stood, for undoing. */
export interface IdeaStanding {
  visibility: IdeaVisibility;
  publishedAt: string | null;
  holdReason: HoldReason | null;
  rejectionReason: string | null;
  mergedIntoId: string | null;
}

const { HELD, PUBLISHED, REJECTED, HIDDEN, MERGED } = IdeaVisibility;

const STAND = `WITH stood AS (
  UPDATE idea SET visibility = $2, published_at = $3::timestamptz, hold_reason = $4, rejection_reason = $5, merged_into_id = $6, version = version + 1
  WHERE id = $1
)
UPDATE idea_tally SET listed = $2 = 'PUBLISHED', published_at = $3::timestamptz,
  trending = CASE WHEN $3::timestamptz IS NULL THEN 0
    WHEN $2 = 'PUBLISHED' THEN trending_score(up_count, down_count, comment_count, $3::timestamptz) ELSE trending END
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
   * Takes a held or published idea, or one that was merged, from the public; its authors read the reason.
   * @param to HELD: its authors change it first; HIDDEN: REJECTED of what was never public; REMOVED
   * @throws DomainError CONFLICT when it is none of these any more
   */
  async hide(
    tx: Transaction,
    ideaId: string,
    actorId: string | null,
    { to, reason }: { to: IdeaVisibility; reason: string },
  ): Promise<IdeaStanding> {
    const idea = await this.ideas.forUpdate(tx, ideaId);
    const { challengeId, authorId } = idea;
    if (![HELD, PUBLISHED, MERGED].includes(idea.visibility)) throw commonErrors.CONFLICT();
    const wasPublic = idea.visibility !== HELD;
    const visibility = to === HIDDEN && !wasPublic ? REJECTED : to;
    await this.stand(tx, idea, {
      visibility,
      rejectionReason: reason,
      ...(to === HELD && { holdReason: HoldReason.EDIT_REQUESTED }),
    });
    const fact = this.fact(idea, actorId);
    const event: DomainEvent = wasPublic
      ? IdeaHidden({ ...fact, payload: { challengeId } })
      : IdeaRejected({ ...fact, payload: { authorId } });
    await this.outbox.append(tx, event);
    return standingOf(idea);
  }

  /** Takes a published idea from the public until a moderator has read its new text; its votes and its date stay. */
  async hold(tx: Transaction, ideaId: string, actorId: string, holdReason: HoldReason): Promise<IdeaStanding> {
    const idea = await this.ideas.forUpdate(tx, ideaId);
    if (idea.visibility !== PUBLISHED) throw commonErrors.CONFLICT();
    await this.stand(tx, idea, { visibility: HELD, holdReason });
    const fact = this.fact(idea, actorId);
    const { challengeId } = idea;
    await this.outbox.append(
      tx,
      IdeaHeld({ ...fact, payload: { reason: holdReason } }),
      IdeaHidden({ ...fact, payload: { challengeId } }),
    );
    return standingOf(idea);
  }

  /** Whether people may vote on it, comment on it and change it. @returns whether it was locked before */
  async lock(tx: Transaction, ideaId: string, locked: boolean): Promise<boolean> {
    const before = await this.ideas.forUpdate(tx, ideaId);
    await this.database.query('UPDATE idea SET locked = $2, version = version + 1 WHERE id = $1', [ideaId, locked], tx);
    return before.locked;
  }

  /** Puts another in its place: it is in no list any more, and says where it went. */
  async merge(tx: Transaction, ideaId: string, actorId: string, targetId: string): Promise<IdeaStanding> {
    const idea = await this.ideas.forUpdate(tx, ideaId);
    const { challengeId } = idea;
    await this.stand(tx, idea, { visibility: MERGED, mergedIntoId: targetId });
    await this.outbox.append(tx, IdeaMerged({ ...this.fact(idea, actorId), payload: { targetId, challengeId } }));
    return standingOf(idea);
  }

  /** It is in no other's place any more, though it may be gone for another reason. */
  async part(tx: Transaction, ideaId: string): Promise<void> {
    await this.stand(tx, await this.ideas.forUpdate(tx, ideaId), { mergedIntoId: null });
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
    const standing = { ...standingOf(idea), ...change };
    const { visibility, publishedAt, holdReason, rejectionReason, mergedIntoId } = standing;
    await this.database.query(STAND, [idea.id, visibility, publishedAt, holdReason, rejectionReason, mergedIntoId], tx);
  }

  private fact({ companyId, id }: Idea, actorId: string | null) {
    return { companyId, aggregateId: id, actorId, occurredAt: this.clock.now() };
  }
}

const standingOf = ({ visibility, publishedAt, holdReason, rejectionReason, mergedIntoId }: Idea): IdeaStanding => ({
  visibility,
  publishedAt: publishedAt?.toISOString() ?? null,
  holdReason,
  rejectionReason,
  mergedIntoId,
});
