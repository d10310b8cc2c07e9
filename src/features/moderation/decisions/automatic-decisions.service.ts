import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import type { Transaction } from '../../../shared/database/database.js';
import type { Access } from '../../companies/memberships.service.js';
import { HoldReason } from '../../companies/company.policy.js';
import { AppealState } from '../appeals/appeal.entity.js';
import { type Review, ReviewState } from '../reviews/review.entity.js';
import { ReviewsService } from '../reviews/reviews.service.js';
import { Decision, DecisionAct, FoundBy, UndoneBecause } from './decision.entity.js';
import { Aspect, aspectsOf } from './decision.policy.js';
import { DecisionWriter, type Ruling } from './decision-writer.js';
import { HIDDEN_AS, type Item } from './effects.js';
import { Grounds } from './grounds.js';
import { ItemEffects } from './item-effects.service.js';

/** What is decided without a person, until a person decides. Under the locks of the item and its review. */
@Injectable()
export class AutomaticDecisions {
  constructor(
    private readonly reviews: ReviewsService,
    private readonly effects: ItemEffects,
    private readonly writer: DecisionWriter,
  ) {}

  /**
   * Takes an item from sight; its review goes on waiting for a person, and its author may appeal to one.
   * @param heldFor what screening found in it: its author may go on changing it
   */
  async hide(
    tx: Transaction,
    review: Review,
    item: Item,
    { grounds, heldFor }: { grounds: Grounds; heldFor?: HoldReason },
  ): Promise<Decision> {
    const flagCount = await this.reviews.touch(tx, review);
    const found = heldFor && { heldFor, foundBy: FoundBy.SCREENING };
    return this.writer.make(tx, review, item, { act: DecisionAct.HIDE, grounds, access: null, flagCount, ...found });
  }

  /** Covers words of an item. A review that was opened for it is closed; one that waits for other reasons goes on. */
  async mask(
    tx: Transaction,
    review: Review,
    item: Item,
    { grounds, details, waits }: Pick<Ruling, 'grounds' | 'details'> & { waits: boolean },
  ): Promise<Decision> {
    const found = { reason: HoldReason.WATCHED_WORD, note: grounds.note, state: ReviewState.APPROVED };
    if (waits) await this.reviews.touch(tx, review);
    else await this.reviews.close(tx, review, null, found);
    const ruling = { act: DecisionAct.MASK, grounds, access: null, details, foundBy: FoundBy.SCREENING, waits };
    return this.writer.make(tx, review, item, ruling);
  }

  /** The one that keeps the item of a review from sight. */
  async holding(tx: Transaction, { id: reviewId }: Review): Promise<Decision | null> {
    const where = { reviewId, automatic: true, undoneAt: IsNull() };
    const made = await tx.find(Decision, { where, order: { id: 'DESC' } });
    return made.find((one) => aspectsOf(one).includes(Aspect.SIGHT)) ?? null;
  }

  /** A person decides in its place: the item is as it was before; who appealed has their answer. */
  async giveWay(
    tx: Transaction,
    decision: Decision,
    access: Access,
    { act, grounds }: { act: DecisionAct; grounds: Grounds },
  ): Promise<void> {
    const because = act === DecisionAct.KEEP ? UndoneBecause.RECONSIDERED : UndoneBecause.REPLACED;
    const isConfirmed = HIDDEN_AS[act] !== undefined;
    const appeal = isConfirmed ? { state: AppealState.UPHELD, reasons: grounds.toAuthor() } : undefined;
    await this.writer.takeBack(tx, decision, access, { because, appeal });
  }

  /** The decision in its place was taken back: it is made anew, unless something else keeps the item from sight. */
  async remake(tx: Transaction, review: Review, id: string): Promise<void> {
    const before = await tx.findOneByOrFail(Decision, { id });
    const item = await this.effects.read(tx, review);
    const { heldFor } = before.effect;
    if (!(heldFor ? ['PUBLISHED'] : ['PUBLISHED', 'MERGED']).includes(item.visibility)) return;
    await this.hide(tx, review, item, { grounds: await Grounds.ofDecision(tx, before), heldFor });
  }
}
