import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../../shared/auth/viewer.js';
import { Clock } from '../../../shared/config/clock.js';
import { Database, type Transaction } from '../../../shared/database/database.js';
import { commonErrors } from '../../../shared/errors/common.errors.js';
import { RateLimits } from '../../../shared/ratelimit/rate-limits.js';
import { User } from '../../accounts/user.entity.js';
import { CommentsService } from '../../comments/comments.service.js';
import { isExcluded, isStaff, isSuspended } from '../../companies/company.policy.js';
import { Membership } from '../../companies/membership.entity.js';
import { type Access, MembershipsService } from '../../companies/memberships.service.js';
import { Coauthor, CoauthorState } from '../../ideas/coauthors/coauthor.entity.js';
import { IdeasService } from '../../ideas/ideas.service.js';
import type { GiveGiftInput } from './gift.inputs.js';
import { giftsErrors } from './gifts.errors.js';

/** What is written by hand is not written faster. */
const GIVING = { name: 'gift', points: 60, seconds: 3600 };

/** What a gift thanks for. */
export interface Occasion {
  ideaId: string | null;
  commentId: string | null;
}

/** Who may give, whom, and for what. */
@Injectable()
export class GiftPeople {
  constructor(
    private readonly database: Database,
    private readonly memberships: MembershipsService,
    private readonly ideas: IdeasService,
    private readonly comments: CommentsService,
    private readonly limits: RateLimits,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError as `require` */
  staff(viewer: Viewer, companyId: string, tx?: Transaction): Promise<Access> {
    return this.memberships.require(viewer, companyId, 'gift.give', tx);
  }

  /**
   * Who gives, one gift after the other: so no two of them spend the same budget.
   * @throws DomainError as `require`
   */
  async giver(tx: Transaction, viewer: Viewer, companyId: string): Promise<Access> {
    const place = [companyId, viewer.userId];
    const lock = 'SELECT FROM membership WHERE company_id = $1 AND user_id = $2 FOR NO KEY UPDATE';
    await this.database.query('SELECT FROM "user" WHERE id = $1 FOR SHARE', [viewer.userId], tx);
    await this.database.query(lock, place, tx);
    return this.staff(viewer, companyId, tx);
  }

  /**
   * The idea or comment of the receiver’s, which the giver may see in this company. Before the transaction: what becomes
   * of it later changes nothing about the thanks.
   * @throws DomainError as `require`, NOT_FOUND, RATE_LIMITED
   */
  async occasion(viewer: Viewer, { companyId, userId, ideaId, commentId }: GiveGiftInput): Promise<Occasion> {
    await this.limits.take(GIVING, viewer.userId);
    await this.staff(viewer, companyId);
    if (commentId) {
      const comment = await this.comments.visible(viewer, commentId);
      if (comment.authorId !== userId || comment.companyId !== companyId) throw commonErrors.NOT_FOUND();
      return { ideaId: comment.ideaId, commentId };
    }
    if (!ideaId) return { ideaId: null, commentId: null };
    const { idea } = await this.ideas.visible(viewer, ideaId);
    const isTheirs = idea.authorId === userId || (await this.isCoauthor(ideaId, userId));
    if (!isTheirs || idea.companyId !== companyId) throw commonErrors.NOT_FOUND();
    return { ideaId, commentId: null };
  }

  /**
   * Lets a member be given something; until the transaction ends they are neither excluded nor erased.
   * @throws DomainError NOT_FOUND, GIFT_TO_STAFF, RECEIVER_EXCLUDED
   */
  async receiver(tx: Transaction, companyId: string, userId: string): Promise<void> {
    const lock = { mode: 'pessimistic_read' } as const;
    const user = await tx.findOne(User, { where: { id: userId }, lock });
    const member = await tx.findOne(Membership, { where: { companyId, userId }, lock });
    if (!member || !user || user.erasedAt) throw commonErrors.NOT_FOUND();
    if (isStaff(member)) throw giftsErrors.GIFT_TO_STAFF();
    const now = this.clock.now();
    if (isSuspended(member, now) || isExcluded(member, now)) throw giftsErrors.RECEIVER_EXCLUDED();
  }

  private isCoauthor(ideaId: string, userId: string): Promise<boolean> {
    return this.database.manager.existsBy(Coauthor, { ideaId, userId, state: CoauthorState.ACCEPTED });
  }
}
