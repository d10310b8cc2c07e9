import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../shared/database/database.js';
import { commonErrors } from '../../shared/errors/common.errors.js';
import { Outbox } from '../../shared/events/outbox.js';
import { HoldReason } from '../companies/company.policy.js';
import { Comment, CommentVisibility } from './comment.entity.js';
import { CommentPublishing } from './comment-publishing.service.js';
import { CommentHidden, CommentRejected, CommentRestored } from './comments.events.js';

/** Where a comment stood, for undoing. */
export type CommentStanding = Pick<Comment, 'visibility' | 'holdReason' | 'rejectionReason'>;

const { HELD, PUBLISHED, REJECTED, HIDDEN, DELETED } = CommentVisibility;

/** What decisions do to comments. Nothing is lost: each act says what was there, and `restore` puts it back. */
@Injectable()
export class CommentModeration {
  constructor(
    private readonly publishing: CommentPublishing,
    private readonly outbox: Outbox,
  ) {}

  /** The comment, with the lock of its conversation. @throws DomainError NOT_FOUND */
  lock(tx: Transaction, id: string): Promise<Comment> {
    return this.publishing.lock(tx, id);
  }

  /** Publishes a held comment. @throws DomainError CONFLICT when it is not held any more */
  async publishHeld(tx: Transaction, id: string, actorId: string): Promise<CommentStanding> {
    const comment = await this.publishing.lock(tx, id);
    if (comment.visibility !== HELD) throw commonErrors.CONFLICT();
    const told = await this.publishing.publish(tx, comment, actorId);
    await this.stand(tx, comment, { visibility: PUBLISHED });
    await this.outbox.append(tx, told);
    return standingOf(comment);
  }

  /**
   * Takes a held or published comment from the public; its author reads the reason.
   * @param to HELD: its author changes it first; HIDDEN: REJECTED of what was never public; REMOVED
   * @param unread whether nobody has read its text yet: what had held it has just given way
   * @throws DomainError CONFLICT when it is neither held nor published any more
   */
  async hide(
    tx: Transaction,
    id: string,
    actorId: string | null,
    { to, reason, unread = false }: { to: CommentVisibility; reason: string; unread?: boolean },
  ): Promise<CommentStanding> {
    const comment = await this.publishing.lock(tx, id);
    if (![HELD, PUBLISHED].includes(comment.visibility)) throw commonErrors.CONFLICT();
    const wasPublic = comment.visibility === PUBLISHED;
    const visibility = to === HIDDEN && !wasPublic ? REJECTED : to;
    const holdReason = to === HELD ? HoldReason.EDIT_REQUESTED : comment.holdReason;
    await this.stand(tx, comment, { visibility, holdReason, rejectionReason: reason }, unread);
    if (wasPublic) await this.publishing.count(tx, comment, -1);
    const fact = this.publishing.fact(comment, actorId);
    const payload = { commentId: id, authorId: comment.authorId };
    await this.outbox.append(
      tx,
      wasPublic ? CommentHidden({ ...fact, payload: { commentId: id } }) : CommentRejected({ ...fact, payload }),
    );
    return standingOf(comment);
  }

  /** Takes a published comment from the public until a moderator has read its new text. */
  async hold(tx: Transaction, id: string, holdReason: HoldReason): Promise<CommentStanding> {
    const comment = await this.publishing.lock(tx, id);
    if (comment.visibility !== PUBLISHED) throw commonErrors.CONFLICT();
    await this.stand(tx, comment, { visibility: HELD, holdReason }, true);
    await this.publishing.count(tx, comment, -1);
    await this.outbox.append(tx, this.publishing.held(comment, holdReason));
    return standingOf(comment);
  }

  /** Puts a comment back where it stood, unless its author has deleted it meanwhile. */
  async restore(tx: Transaction, id: string, actorId: string | null, before: CommentStanding): Promise<void> {
    const comment = await this.publishing.lock(tx, id);
    if (comment.visibility === DELETED) return;
    await this.stand(tx, comment, before);
    if (comment.visibility === HELD && before.visibility === PUBLISHED && !comment.wasRead) {
      // whom its text mentions since it waited has not been told
      await this.outbox.append(tx, await this.publishing.publish(tx, comment, actorId));
      return;
    }
    const by = Number(before.visibility === PUBLISHED) - Number(comment.visibility === PUBLISHED);
    if (by !== 0) await this.publishing.count(tx, comment, by as 1 | -1);
    const fact = this.publishing.fact(comment, actorId);
    await this.outbox.append(tx, CommentRestored({ ...fact, payload: { commentId: id } }));
  }

  private async stand(
    tx: Transaction,
    { id, version, visibility, wasRead }: Comment,
    change: Partial<CommentStanding>,
    unread = false,
  ): Promise<void> {
    const isRead = wasRead || (visibility === PUBLISHED && !unread);
    const changes = { ...change, version: version + 1, wasRead: isRead && change.visibility !== PUBLISHED };
    await tx.update(Comment, id, changes);
  }
}

const standingOf = ({ visibility, holdReason, rejectionReason }: Comment): CommentStanding => ({
  visibility,
  holdReason,
  rejectionReason,
});
