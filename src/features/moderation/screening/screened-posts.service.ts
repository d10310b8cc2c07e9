import { Injectable } from '@nestjs/common';
import { IsNull, Not } from 'typeorm';
import type { Transaction } from '../../../shared/database/database.js';
import type { Locale } from '../../../shared/errors/locale.js';
import { fold } from '../../../shared/text/fold.js';
import { unmaskedIn } from '../../../shared/text/mask.js';
import { Company } from '../../companies/company.entity.js';
import { AutomaticActs, type CoveredPost } from '../../ideas/automatic-acts.port.js';
import { type HeldPost, ReviewDesk } from '../../ideas/review-desk.port.js';
import type { Covered } from '../../ideas/screening.port.js';
import { AutomaticDecisions } from '../decisions/automatic-decisions.service.js';
import { Decision, DecisionAct } from '../decisions/decision.entity.js';
import { Grounds } from '../decisions/grounds.js';
import { ItemEffects } from '../decisions/item-effects.service.js';
import { ReviewKind } from '../reviews/review.entity.js';
import { aboutItem, type ReviewedItem } from '../reviews/reviewed-items.service.js';
import { ReviewsService } from '../reviews/reviews.service.js';

/** Decides without a person about what screening finds; what a person has uncovered stays so. */
@Injectable()
export class ScreenedPosts extends AutomaticActs {
  constructor(
    private readonly desk: ReviewDesk,
    private readonly reviews: ReviewsService,
    private readonly effects: ItemEffects,
    private readonly decisions: AutomaticDecisions,
  ) {
    super();
  }

  override async hold(tx: Transaction, post: HeldPost): Promise<void> {
    const { companyId, kind, ideaId, commentId, reason: heldFor } = post;
    await this.desk.hold(tx, post);
    const review = await this.reviews.waiting(tx, kind === 'IDEA' ? { ideaId } : { commentId });
    const item = await this.effects.read(tx, review);
    const grounds = Grounds.readFirst(await languageOf(tx, companyId));
    await this.decisions.hide(tx, review, item, { grounds, heldFor });
  }

  override async mask(tx: Transaction, { covers, kind, ...post }: CoveredPost): Promise<void> {
    const ideaId = kind === 'IDEA' ? post.ideaId! : null;
    const { companyId, authorId, commentId = null } = post;
    const about: ReviewedItem = { companyId, authorId, kind: ReviewKind[kind], ideaId, commentId, profileId: null };
    const details = await this.unseen(tx, about, covers);
    if (details.passages.length + details.attachmentIds.length === 0) return;
    const language = await languageOf(tx, companyId);
    const grounds = Grounds.words(language);
    const { review, isNew } = await this.reviews.pendingOf(tx, about);
    const item = await this.effects.read(tx, review);
    await this.decisions.mask(tx, review, item, { grounds, details, waits: !isNew });
  }

  /** Without what was covered in it before, and uncovered by a person. */
  private async unseen(tx: Transaction, about: ReviewedItem, { passages, attachmentIds }: Covered): Promise<Covered> {
    // words that follow each other may have a masked one between them
    const parts = [...new Set(passages.flatMap(unmaskedIn))];
    const undone = await tx.findBy(Decision, {
      ...aboutItem(about),
      ...{ act: DecisionAct.MASK, automatic: true, undoneAt: Not(IsNull()) },
    });
    const masks = undone.flatMap(({ effect }) => effect.maskedIdea ?? effect.maskedComment ?? []);
    const words = new Set(masks.flatMap((mask) => mask.passages.map(fold)));
    const files = new Set(undone.flatMap(({ effect }) => effect.maskedIdea?.attachmentIds ?? []));
    return {
      passages: parts.filter((part) => !words.has(fold(part))),
      attachmentIds: attachmentIds.filter((id) => !files.has(id)),
    };
  }
}

async function languageOf(tx: Transaction, id: string): Promise<Locale> {
  return (await tx.findOneOrFail(Company, { where: { id }, select: { defaultLanguage: true } })).defaultLanguage;
}
