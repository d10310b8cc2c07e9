import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../shared/database/database.js';
import type { Access } from '../companies/memberships.service.js';
import { AutomaticMasking } from '../ideas/automatic-masking.port.js';
import { ReviewDesk } from '../ideas/review-desk.port.js';
import { type Origin, type Screened, Screening } from '../ideas/screening.port.js';
import type { Comment } from './comment.entity.js';

type Text = Pick<Comment, 'id' | 'body' | 'language'>;
type Place = Pick<Comment, 'id' | 'companyId' | 'ideaId' | 'authorId'>;

/** What screening means for comments. */
@Injectable()
export class CommentScreening {
  constructor(
    private readonly screening: Screening,
    private readonly desk: ReviewDesk,
    private readonly masking: AutomaticMasking,
  ) {}

  /** To be called before anything is locked. @throws DomainError VALIDATION_FAILED with BLOCKED_WORDS */
  screen(tx: Transaction, access: Access, text: Text, origin: Origin | null): Promise<Screened> {
    const { id: itemId, body, language } = text;
    return this.screening.screen(tx, {
      access,
      kind: 'COMMENT',
      itemId,
      title: '',
      body,
      beside: [],
      language,
      origin,
    });
  }

  /** Lays what was found, if anything was, before the moderators; and covers what nobody shall read. */
  async tell(tx: Transaction, comment: Place, { review, reasons, covers }: Screened): Promise<void> {
    const { id: commentId, companyId, ideaId, authorId } = comment;
    const post = { companyId, kind: 'COMMENT' as const, ideaId, commentId, authorId };
    if (review) await this.desk.hold(tx, { ...post, reason: review, reasons });
    if (covers) await this.masking.mask(tx, { ...post, covers });
  }
}
