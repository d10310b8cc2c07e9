import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../../shared/database/database.js';
import { RateLimits } from '../../../shared/ratelimit/rate-limits.js';
import type { Access } from '../../companies/memberships.service.js';
import { AutomaticActs } from '../automatic-acts.port.js';
import { type Idea, IdeaVisibility } from '../idea.entity.js';
import { ReviewDesk } from '../review-desk.port.js';
import type { NamedFile } from '../attachments/attachments.service.js';
import { type Origin, type Screened, Screening } from '../screening.port.js';

/** An idea on its way to others, with all that they read of it. */
interface Written extends Pick<Idea, 'id' | 'title' | 'body' | 'tags' | 'language'> {
  /** of a change */
  note: string | null;
  /** the names of its files; of a change, of the new ones */
  files: NamedFile[];
}
type Place = Pick<Idea, 'id' | 'companyId' | 'authorId'>;

const EDITS = { name: 'idea-edit', points: 60, seconds: 3600 };

/** What screening means for ideas. */
@Injectable()
export class IdeaScreening {
  constructor(
    private readonly screening: Screening,
    private readonly desk: ReviewDesk,
    private readonly acts: AutomaticActs,
    private readonly limits: RateLimits,
  ) {}

  /** @param origin null of a change. @throws DomainError VALIDATION_FAILED with BLOCKED_WORDS, of a change RATE_LIMITED */
  async screen(tx: Transaction, access: Access, written: Written, origin: Origin | null): Promise<Screened> {
    if (!origin) await this.limits.take(EDITS, access.user.id);
    const { id: itemId, title, body, tags, note, files, language } = written;
    const beside = [
      ...tags.map((text) => ({ field: 'tags', text })),
      ...(note ? [{ field: 'note', text: note }] : []),
      ...files.map(({ id: fileId, name: text }) => ({ field: 'attachmentIds', text, fileId })),
    ];
    return this.screening.screen(tx, { access, kind: 'IDEA', itemId, title, body, beside, language, origin });
  }

  /** Lays what was found, if anything was, before the moderators; and covers what nobody shall read. */
  async tell(
    tx: Transaction,
    { id, companyId, authorId }: Place,
    { review, reasons, covers }: Screened,
  ): Promise<void> {
    const post = { companyId, kind: 'IDEA' as const, ideaId: id, authorId };
    if (review) await this.desk.hold(tx, { ...post, reason: review, reasons });
    if (covers) await this.acts.mask(tx, { ...post, covers });
  }

  /**
   * After an idea's text was changed: who decides about the text before is refused. What screening would hold of a
   * published idea takes the whole idea from the public until a moderator has decided: with the text before it would
   * say what its author says no more, and with the new one it would be public unread.
   */
  async changed(tx: Transaction, idea: Idea, screened: Screened | null): Promise<void> {
    const { id: ideaId, visibility, companyId, authorId } = idea;
    await this.desk.changeIdea(tx, ideaId);
    if (!screened) return;
    const { hold: reason, reasons } = screened;
    if (reason && visibility === IdeaVisibility.PUBLISHED)
      await this.acts.hold(tx, { companyId, kind: 'IDEA', ideaId, authorId, reason, reasons });
    await this.tell(tx, idea, screened);
  }
}
