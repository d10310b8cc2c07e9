import { Injectable } from '@nestjs/common';
import { IsNull, Not } from 'typeorm';
import type { Transaction } from '../../../shared/database/database.js';
import { fold } from '../../../shared/text/fold.js';
import { Company } from '../../companies/company.entity.js';
import { AutomaticMasking, type CoveredPost } from '../../ideas/automatic-masking.port.js';
import type { Covered } from '../../ideas/screening.port.js';
import { AutomaticDecisions } from '../decisions/automatic-decisions.service.js';
import { Decision, DecisionAct } from '../decisions/decision.entity.js';
import { Grounds } from '../decisions/grounds.js';
import { ItemEffects } from '../decisions/item-effects.service.js';
import { ReviewKind } from '../reviews/review.entity.js';
import { aboutItem, type ReviewedItem } from '../reviews/reviewed-items.service.js';
import { ReviewsService } from '../reviews/reviews.service.js';

/** Covers watched words of what was written; what a person has uncovered in it stays so. */
@Injectable()
export class WatchedWordMasking extends AutomaticMasking {
  constructor(
    private readonly reviews: ReviewsService,
    private readonly effects: ItemEffects,
    private readonly decisions: AutomaticDecisions,
  ) {
    super();
  }

  override async mask(tx: Transaction, { covers, kind, ...post }: CoveredPost): Promise<void> {
    const ideaId = kind === 'IDEA' ? post.ideaId! : null;
    const { companyId, authorId, commentId = null } = post;
    const about: ReviewedItem = { companyId, authorId, kind: ReviewKind[kind], ideaId, commentId, profileId: null };
    const details = await this.unseen(tx, about, covers);
    if (details.passages.length + details.attachmentIds.length === 0) return;
    const company = await tx.findOneOrFail(Company, { where: { id: companyId }, select: { defaultLanguage: true } });
    const grounds = Grounds.words(details.passages, details.attachmentIds.length, company.defaultLanguage);
    const { review, isNew } = await this.reviews.pendingOf(tx, about);
    const item = await this.effects.read(tx, review);
    await this.decisions.mask(tx, review, item, { grounds, details, waits: !isNew });
  }

  /** Without what was covered in it before, and uncovered by a person. */
  private async unseen(tx: Transaction, about: ReviewedItem, { passages, attachmentIds }: Covered): Promise<Covered> {
    const undone = await tx.findBy(Decision, {
      ...aboutItem(about),
      ...{ act: DecisionAct.MASK, automatic: true, undoneAt: Not(IsNull()) },
    });
    const masks = undone.flatMap(({ effect }) => effect.maskedIdea ?? effect.maskedComment ?? []);
    const words = new Set(masks.flatMap((mask) => mask.passages.map(fold)));
    const files = new Set(undone.flatMap(({ effect }) => effect.maskedIdea?.attachmentIds ?? []));
    return {
      passages: passages.filter((passage) => !words.has(fold(passage))),
      attachmentIds: attachmentIds.filter((id) => !files.has(id)),
    };
  }
}
