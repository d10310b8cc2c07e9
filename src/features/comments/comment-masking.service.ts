import { Injectable } from '@nestjs/common';
import { Database, type Transaction } from '../../shared/database/database.js';
import { Outbox } from '../../shared/events/outbox.js';
import { isIn, mask, restored, type Swap, swapOf } from '../../shared/text/mask.js';
import { notInText } from '../ideas/ideas.errors.js';
import { Comment, CommentVisibility } from './comment.entity.js';
import { CommentRevision } from './comment-revision.entity.js';
import { CommentPublishing } from './comment-publishing.service.js';
import { CommentMasked, CommentRestored } from './comments.events.js';
import { MENTION, mentionedIds } from './mentions.js';

/** What was masked, for undoing. */
export interface MaskedComment {
  passages: string[];
  asWords?: true;
  body?: Swap;
  revisions: { number: number; body: Swap }[];
  /** whom it mentioned, and does no more */
  mentioned: string[];
}

type WordsToMask = Pick<MaskedComment, 'passages' | 'asWords'>;

/** Makes parts of comments unreadable to all, in every version, and readable again. */
@Injectable()
export class CommentMasking {
  constructor(
    private readonly database: Database,
    private readonly publishing: CommentPublishing,
    private readonly outbox: Outbox,
  ) {}

  /** @throws DomainError VALIDATION_FAILED where it does not say that */
  async mask(tx: Transaction, id: string, actorId: string | null, what: WordsToMask): Promise<MaskedComment> {
    const comment = await this.publishing.lock(tx, id);
    const revisions = await tx.findBy(CommentRevision, { commentId: id });
    const bodies = [comment, ...revisions].map(({ body }) => body);
    const missing = what.passages.find((passage) => !isIn(bodies, passage));
    if (missing !== undefined) throw notInText(missing);
    return this.maskAgain(tx, id, actorId, what);
  }

  /** What was masked already, whatever of it is still there. */
  async maskAgain(tx: Transaction, id: string, actorId: string | null, what: WordsToMask): Promise<MaskedComment> {
    const { passages, asWords } = what;
    const comment = await this.publishing.lock(tx, id);
    const revisions = await tx.findBy(CommentRevision, { commentId: id });
    // a mention shows the name of now, whatever stands in it
    const masked = (body: string) => swapOf(body, mask(body, passages, { whole: MENTION, asWords }));
    const swaps = revisions.flatMap(({ number, body }) => {
      const swap = masked(body);
      return swap ? [{ number, body: swap }] : [];
    });
    const body = masked(comment.body);
    for (const { number, body: swap } of swaps) await this.rewrite(tx, id, number, swap.is);
    const mentioned = await this.write(tx, comment, body?.is ?? comment.body);
    const fact = this.publishing.fact(comment, actorId);
    await this.outbox.append(tx, CommentMasked({ ...fact, payload: { commentId: id } }));
    return { passages, ...(asWords && { asWords }), body, revisions: swaps, mentioned };
  }

  /** Puts back what was there; what its author has written anew since stays. */
  async unmask(tx: Transaction, id: string, actorId: string | null, before: MaskedComment): Promise<void> {
    const comment = await this.publishing.lock(tx, id);
    const known = new Map(before.revisions.map(({ number, body }) => [number, body]));
    for (const { number, body } of await tx.findBy(CommentRevision, { commentId: id })) {
      const back = restored(body, known.get(number) ?? before.body);
      if (back !== body) await this.rewrite(tx, id, number, back);
    }
    const body = restored(comment.body, before.body);
    await this.write(tx, comment, body);
    const still = new Set(comment.visibility === CommentVisibility.DELETED ? [] : mentionedIds(body));
    await this.database.query(
      'INSERT INTO comment_mention (company_id, comment_id, user_id) SELECT $1, $2, unnest($3::uuid[]) ON CONFLICT DO NOTHING',
      [comment.companyId, id, before.mentioned.filter((userId) => still.has(userId))],
      tx,
    );
    const fact = this.publishing.fact(comment, actorId);
    await this.outbox.append(tx, CommentRestored({ ...fact, payload: { commentId: id } }));
  }

  /** @returns whom it mentions no more */
  private async write(tx: Transaction, { id, version }: Comment, body: string): Promise<string[]> {
    await tx.update(Comment, id, { body, version: version + 1 });
    const gone = await this.database.query<{ id: string }>(
      `WITH gone AS (DELETE FROM comment_mention WHERE comment_id = $1 AND NOT user_id = ANY ($2::uuid[]) RETURNING user_id)
       SELECT user_id AS id FROM gone`,
      [id, mentionedIds(body)],
      tx,
    );
    return gone.map((one) => one.id);
  }

  private async rewrite(tx: Transaction, commentId: string, number: number, body: string): Promise<void> {
    await tx.update(CommentRevision, { commentId, number }, { body });
  }
}
