import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../shared/database/database.js';
import type { StoredEvent } from '../../shared/events/domain-event.js';
import { OnEvent } from '../../shared/events/on-event.js';
import { excerpt } from '../../shared/text/excerpt.js';
import {
  CommentAppreciated,
  CommentDeleted,
  CommentEdited,
  CommentHeld,
  CommentPublished,
  CommentHidden,
  CommentUnappreciated,
} from '../comments/comments.events.js';
import { appreciatedMail, commentedMail, mentionedMail, repliedMail } from './conversation.mails.js';
import { ConversationQueries } from './conversation.queries.js';
import { type CommentFacts, FactsQueries } from './facts.queries.js';
import { NotificationKind } from './notification.entity.js';
import { QUOTED } from './mail-frame.js';
import { commentPublishedMail } from './notifications.mails.js';
import { type Recipient, RecipientsQueries } from './recipients.queries.js';
import { Teller } from './teller.service.js';

const { COMMENT_APPRECIATED, COMMENT_PUBLISHED, COMMENT_REPLIED, MENTIONED } = NotificationKind;

/** What discussions are grouped by until they are read: mentions each for itself, all else by where it is. */
const groupOf = (kind: NotificationKind, ideaId: string, commentId: string, parentId: string | null): string =>
  kind === MENTIONED ? commentId : kind === COMMENT_REPLIED ? (parentId ?? commentId) : ideaId;

const pathOf = (ideaId: string, commentId: string) => `/i/${ideaId}?comment=${commentId}`;

/** Tells people what was said to them, and what became of what they said. Nobody is told of their own acts. */
@Injectable()
export class ConversationNotifications {
  constructor(
    private readonly facts: FactsQueries,
    private readonly recipients: RecipientsQueries,
    private readonly teller: Teller,
    private readonly queries: ConversationQueries,
  ) {}

  @OnEvent(CommentPublished)
  async commentPublished(
    event: StoredEvent<{
      commentId: string;
      authorId: string;
      parentId: string | null;
      inReplyToId: string | null;
      mentionedIds: string[];
      first: boolean;
    }>,
    tx: Transaction,
  ): Promise<void> {
    const { commentId, authorId, parentId, inReplyToId, mentionedIds, first } = event.payload;
    const comment = await this.facts.comment(tx, commentId);
    if (!comment?.isPublic) return;
    const told = { ...comment, inReplyToId, mentionedIds, first };
    const recipients = await this.recipients.ofComment(tx, event.companyId!, told);
    await this.said(tx, event, recipients, { commentId, parentId, comment });
    if (event.actorId !== authorId) await this.published(tx, event, commentId, comment);
  }

  /** Whom a comment mentions from now on. */
  @OnEvent(CommentEdited)
  async commentEdited(
    event: StoredEvent<{ commentId: string; mentionedIds: string[] }>,
    tx: Transaction,
  ): Promise<void> {
    const { commentId, mentionedIds } = event.payload;
    const comment = mentionedIds.length > 0 ? await this.facts.comment(tx, commentId) : undefined;
    if (!comment?.isPublic) return;
    const told = { ...comment, inReplyToId: null, mentionedIds, first: false };
    const recipients = await this.recipients.ofComment(tx, event.companyId!, told);
    await this.said(tx, event, recipients, { commentId, parentId: null, comment });
  }

  @OnEvent(CommentHeld, CommentHidden, CommentDeleted)
  moveOn({ companyId, payload }: StoredEvent<{ commentId: string }>, tx: Transaction): Promise<void> {
    return this.queries.moveOn(tx, companyId!, payload.commentId);
  }

  @OnEvent(CommentAppreciated)
  async commentAppreciated(event: StoredEvent<{ authorId: string }>, tx: Transaction): Promise<void> {
    const { aggregateId: commentId, actorId } = event;
    const comment = await this.facts.comment(tx, commentId);
    const actor = actorId && (await this.facts.person(tx, actorId));
    if (!comment || !actor) return;
    const { ideaId, title, authorId, body } = comment;
    const recipients = await this.recipients.one(tx, event.companyId!, authorId, COMMENT_APPRECIATED);
    await this.teller.tell(tx, event, recipients, {
      ideaId,
      commentId,
      actorId,
      groupOf: () => commentId,
      path: pathOf(ideaId, commentId),
      write: (to) => appreciatedMail(to.locale, { ...to, title, author: actor.name, comment: excerpt(body, QUOTED) }),
    });
  }

  @OnEvent(CommentUnappreciated)
  commentUnappreciated(event: StoredEvent<{ authorId: string }>, tx: Transaction): Promise<void> {
    return this.teller.takeBack(tx, event, event.payload.authorId, `${COMMENT_APPRECIATED}:${event.aggregateId}`);
  }

  private async said(
    tx: Transaction,
    event: StoredEvent,
    recipients: Recipient[],
    { commentId, parentId, comment }: { commentId: string; parentId: string | null; comment: CommentFacts },
  ): Promise<void> {
    const { ideaId, title, author, authorId, body } = comment;
    await this.teller.tell(tx, event, recipients, {
      ideaId,
      commentId,
      actorId: authorId,
      groupOf: ({ kind }) => groupOf(kind, ideaId, commentId, parentId),
      path: pathOf(ideaId, commentId),
      write: (to) => {
        const mail = to.kind === MENTIONED ? mentionedMail : to.kind === COMMENT_REPLIED ? repliedMail : commentedMail;
        return mail(to.locale, { ...to, title, author, comment: excerpt(body, QUOTED) });
      },
    });
  }

  /** Who of the moderators decided is not told. */
  private async published(
    tx: Transaction,
    event: StoredEvent,
    commentId: string,
    { ideaId, title, authorId, body }: CommentFacts,
  ): Promise<void> {
    await this.teller.tell(tx, event, await this.recipients.one(tx, event.companyId!, authorId, COMMENT_PUBLISHED), {
      ideaId,
      commentId,
      groupOf: () => commentId,
      path: pathOf(ideaId, commentId),
      write: (to) => commentPublishedMail(to.locale, { ...to, title, comment: excerpt(body, QUOTED) }),
    });
  }
}
