import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../shared/database/database.js';
import type { Access } from '../companies/memberships.service.js';
import { AutomaticActs } from '../ideas/automatic-acts.port.js';
import { type HeldPost, ReviewDesk } from '../ideas/review-desk.port.js';
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
    private readonly acts: AutomaticActs,
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

  /** Lays what was found in a comment, if anything was, before the moderators; and covers what nobody shall read. */
  async tell(tx: Transaction, comment: Place, { review, reasons, covers }: Screened): Promise<void> {
    if (review) await this.desk.hold(tx, { ...placeOf(comment), reason: review, reasons });
    if (covers) await this.acts.mask(tx, { ...placeOf(comment), covers });
  }

  /** What is public waits for a moderator with its new text, where screening would hold it. */
  async changed(tx: Transaction, comment: Place, screened: Screened, isPublic: boolean): Promise<void> {
    if (screened.hold && isPublic)
      await this.acts.hold(tx, { ...placeOf(comment), reason: screened.hold, reasons: screened.reasons });
    await this.tell(tx, comment, screened);
  }

  /** Tells the moderators that a comment before them has changed; before the idea's lock is taken, as moderators do. */
  changeReview(tx: Transaction, id: string): Promise<void> {
    return this.desk.changeComment(tx, id);
  }

  /** Takes a comment from the moderators' desk; before the idea's lock is taken, as moderators do. */
  dropReview(tx: Transaction, id: string): Promise<void> {
    return this.desk.dropComment(tx, id);
  }
}

const placeOf = ({ id: commentId, companyId, ideaId, authorId }: Place): Omit<HeldPost, 'reason' | 'reasons'> => ({
  ...{ companyId, kind: 'COMMENT', ideaId, commentId, authorId },
});
