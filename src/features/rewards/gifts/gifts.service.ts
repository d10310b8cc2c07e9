import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../../shared/auth/viewer.js';
import { Clock } from '../../../shared/config/clock.js';
import { Database } from '../../../shared/database/database.js';
import { newId } from '../../../shared/database/ids.js';
import { commonErrors } from '../../../shared/errors/common.errors.js';
import { RateLimits } from '../../../shared/ratelimit/rate-limits.js';
import { GiftBook } from './gift-book.js';
import { GiftBudgets } from './gift-budgets.service.js';
import { Gift } from './gift.entity.js';
import type { GiveGiftInput, TakeBackGiftInput } from './gift.inputs.js';
import { isTheirs, mayTakeBack, pointsOf } from './gift.policy.js';
import { GiftPeople } from './gift-people.service.js';
import { giftsErrors } from './gifts.errors.js';

/** What is written by hand is not written faster. */
const GIVING = { name: 'gift', points: 60, seconds: 3600 };

/** Gifts: given by moderators and managers with a note, to members, whatever these think of the company. */
@Injectable()
export class GiftsService {
  constructor(
    private readonly database: Database,
    private readonly people: GiftPeople,
    private readonly budgets: GiftBudgets,
    private readonly book: GiftBook,
    private readonly limits: RateLimits,
    private readonly clock: Clock,
  ) {}

  /**
   * Gives a member something; sent again with the same key, once.
   * @throws DomainError as `require`, NOT_FOUND, GIFT_TO_STAFF, RECEIVER_EXCLUDED, GIFT_BUDGET_SPENT, RATE_LIMITED,
   * VALIDATION_FAILED
   */
  async give(viewer: Viewer, input: GiveGiftInput): Promise<Gift> {
    const { companyId, userId: receiverId, kind, note, because = null, idempotencyKey = null } = input;
    const points = pointsOf(input);
    await this.limits.take(GIVING, viewer.userId);
    await this.people.staff(viewer, companyId);
    const occasion = await this.people.occasion(viewer, input);
    return this.database.transaction(async (tx) => {
      const access = await this.people.giver(tx, viewer, companyId);
      const giverId = viewer.userId;
      const before = idempotencyKey && (await tx.findOneBy(Gift, { companyId, giverId, idempotencyKey }));
      if (before) return before;
      await this.people.receiver(tx, companyId, receiverId);
      if (points > 0) await this.budgets.check(tx, access, points);
      const gift = Object.assign(new Gift(), {
        ...{ id: newId(), companyId, giverId, receiverId, kind, points, note, because, ...occasion, idempotencyKey },
        ...{ at: this.clock.now(), seenAt: null, takenBackAt: null, takenBackById: null, takenBackBecause: null },
      });
      await this.book.give(tx, viewer, access, gift);
      return gift;
    });
  }

  /**
   * Takes a gift back that was a mistake: within 24 hours, and not once it has been used.
   * @throws DomainError NOT_FOUND, as `require`, CONFLICT where it was taken back, GIFT_TOO_LATE, GIFT_USED
   */
  takeBack(viewer: Viewer, { giftId, reason: takenBackBecause }: TakeBackGiftInput): Promise<Gift> {
    return this.database.transaction(async (tx) => {
      const gift = await tx.findOne(Gift, { where: { id: giftId }, lock: { mode: 'for_no_key_update' } });
      if (!gift) throw commonErrors.NOT_FOUND();
      const access = await this.people.staff(viewer, gift.companyId, tx);
      // of others’ gifts moderators know nothing
      if (!mayTakeBack(gift, viewer.userId, access.membership.role)) throw commonErrors.NOT_FOUND();
      if (gift.takenBackAt) throw commonErrors.CONFLICT();
      const now = this.clock.now();
      if (isTheirs(gift, now)) throw giftsErrors.GIFT_TOO_LATE();
      const back = { takenBackAt: now, takenBackById: viewer.userId, takenBackBecause };
      await this.book.takeBack(tx, viewer, access, gift, back);
      return Object.assign(gift, back);
    });
  }
}
