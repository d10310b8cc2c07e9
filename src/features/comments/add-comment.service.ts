import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../shared/auth/viewer.js';
import { Database, type Transaction } from '../../shared/database/database.js';
import { newId } from '../../shared/database/ids.js';
import { commonErrors } from '../../shared/errors/common.errors.js';
import { Outbox } from '../../shared/events/outbox.js';
import { detectLanguage } from '../../shared/text/language.js';
import { isStaff } from '../companies/company.policy.js';
import { Comment, CommentVisibility } from './comment.entity.js';
import { CommentAccess } from './comment-access.service.js';
import { CommentPublishing } from './comment-publishing.service.js';
import { CommentScreening } from './comment-screening.service.js';
import { commentsErrors } from './comments.errors.js';
import { CommentAdded } from './comments.events.js';
import type { AddCommentInput } from './comments.input.js';
import { CommentsQueries } from './comments.queries.js';

/** Writing a comment. */
@Injectable()
export class AddCommentService {
  constructor(
    private readonly database: Database,
    private readonly access: CommentAccess,
    private readonly publishing: CommentPublishing,
    private readonly screening: CommentScreening,
    private readonly queries: CommentsQueries,
    private readonly outbox: Outbox,
  ) {}

  /**
   * Publishes a comment, or holds it where the company reviews what this member writes, or screening asks for it.
   * @param ip the address of the caller
   * @throws DomainError NOT_FOUND, EMAIL_NOT_VERIFIED, FORBIDDEN, MEMBER_SUSPENDED, COMMENTING_CLOSED, COMMENT_STATE
   * (of the one that is answered), RATE_LIMITED, VALIDATION_FAILED
   */
  async add(viewer: Viewer, input: AddCommentInput, ip: string): Promise<Comment> {
    await this.access.takeTurn(viewer);
    const id = await this.database.transaction((tx) => this.write(tx, viewer, input, ip));
    return this.queries.result(viewer, id);
  }

  private async write(tx: Transaction, viewer: Viewer, input: AddCommentInput, ip: string): Promise<string> {
    const { idea, ...access } = await this.access.require(viewer, input.ideaId, tx);
    const { company, membership, user } = access;
    const { body, mentioned } = await this.publishing.readMentions(tx, company.id, input.body);
    const id = newId();
    const language = input.language ?? detectLanguage(body, company.defaultLanguage);
    const { writingMs, website } = input;
    const text = { id, body, language };
    const screened = await this.screening.screen(tx, access, text, { ip, writingMs, website });
    await this.publishing.lockIdea(tx, idea.id);
    const parent = input.parentId ? await this.parentOf(tx, viewer, input.parentId, idea.id) : null;
    const fact = this.publishing.fact({ companyId: company.id, ideaId: idea.id }, user.id);
    const comment = tx.create(Comment, {
      id,
      companyId: company.id,
      ideaId: idea.id,
      parentId: parent?.id ?? null,
      rootId: parent && (parent.rootId ?? parent.id),
      depth: parent ? parent.depth + 1 : 0,
      authorId: user.id,
      fromCompany: isStaff(membership),
      body,
      language,
      visibility: screened.hold ? CommentVisibility.HELD : CommentVisibility.PUBLISHED,
      holdReason: screened.hold,
      idempotencyKey: input.idempotencyKey ?? null,
      createdAt: fact.occurredAt,
    });
    const first = await this.insert(tx, comment);
    if (first !== comment.id) return first;
    if (mentioned.length > 0) await this.publishing.setMentions(tx, comment, mentioned);
    const added = CommentAdded({ ...fact, payload: { commentId: comment.id, parentId: comment.parentId } });
    await this.screening.tell(tx, comment, screened);
    const then = screened.hold
      ? this.publishing.held(comment, screened.hold)
      : await this.publishing.publish(tx, comment, user.id);
    await this.outbox.append(tx, added, then);
    return comment.id;
  }

  /** @returns the id of the comment that this one was sent before as, or its own */
  private async insert(tx: Transaction, comment: Comment): Promise<string> {
    const { companyId, authorId, idempotencyKey } = comment;
    const insert = tx.createQueryBuilder().insert().into(Comment).values(comment).orIgnore();
    const { raw } = await insert.returning('id').execute();
    if ((raw as unknown[]).length > 0 || !idempotencyKey) return comment.id;
    return (await tx.findOneByOrFail(Comment, { companyId, authorId, idempotencyKey })).id;
  }

  /** The comment that is answered; only public ones are. */
  private async parentOf(tx: Transaction, viewer: Viewer, id: string, ideaId: string): Promise<Comment> {
    const parent = await tx.findOneBy(Comment, { id, ideaId });
    const field = 'parentId';
    if (!parent) throw commonErrors.NOT_FOUND({ field });
    if (parent.visibility === CommentVisibility.PUBLISHED) return parent;
    const known = parent.visibility === CommentVisibility.DELETED || parent.authorId === viewer.userId;
    throw known ? commentsErrors.COMMENT_STATE({ field }) : commonErrors.NOT_FOUND({ field });
  }
}
