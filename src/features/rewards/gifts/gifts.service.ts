import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../../shared/auth/viewer.js';
import { Clock } from '../../../shared/config/clock.js';
import { Database } from '../../../shared/database/database.js';
import { newId } from '../../../shared/database/ids.js';
import { commonErrors } from '../../../shared/errors/common.errors.js';
import { GiftBook } from './gift-book.js';
import { GiftBudgets } from './gift-budgets.service.js';
import { GiftGoods } from './gift-goods.service.js';
import { Gift } from './gift.entity.js';
import type { GiveGiftInput, TakeBackGiftInput } from './gift.inputs.js';
import { checkGoods, isTheirs, mayTakeBack } from './gift.policy.js';
import { GiftPeople } from './gift-people.service.js';
import { giftsErrors } from './gifts.errors.js';

/** Gifts: given by moderators and managers with a note, to members, whatever these think of the company. */
@Injectable()
export class GiftsService {
  constructor(
    private readonly database: Database,
    private readonly people: GiftPeople,
    private readonly goods: GiftGoods,
    private readonly budgets: GiftBudgets,
    private readonly book: GiftBook,
    private readonly clock: Clock,
  ) {}

  /**
   * Gives a member something; sent again with the same key, once.
   * @throws DomainError as `require`, NOT_FOUND, GIFT_TO_STAFF, RECEIVER_EXCLUDED, GIFT_BUDGET_SPENT, RATE_LIMITED,
   * VALIDATION_FAILED, and those of badges and of the catalogue
   */
  async give(viewer: Viewer, input: GiveGiftInput): Promise<Gift> {
    const { companyId, userId: receiverId, kind, note, because = null, idempotencyKey = null } = input;
    checkGoods(input);
    const occasion = await this.people.occasion(viewer, input);
    return this.database.transaction(async (tx) => {
      const access = await this.people.giver(tx, viewer, companyId);
      const giverId = viewer.userId;
      const before = idempotencyKey && (await tx.findOneBy(Gift, { companyId, giverId, idempotencyKey }));
      if (before) return before;
      await this.people.receiver(tx, companyId, receiverId);
      const given = { id: newId(), companyId, giverId, receiverId, ...occasion, at: this.clock.now() };
      const goods = await this.goods.handOver(tx, input, given);
      if (goods.points > 0) await this.budgets.check(tx, access, goods.points);
      const gift = Object.assign(new Gift(), {
        ...{ ...given, kind, ...goods, note, because, idempotencyKey },
        ...{ seenAt: null, takenBackAt: null, takenBackById: null, takenBackBecause: null },
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
      if (!(await this.goods.takeBack(tx, gift, viewer.userId, now))) throw giftsErrors.GIFT_USED();
      const back = { takenBackAt: now, takenBackById: viewer.userId, takenBackBecause };
      await this.book.takeBack(tx, viewer, access, gift, back);
      return Object.assign(gift, back);
    });
  }
}
