import { Injectable } from '@nestjs/common';
import { Config } from '../../shared/config/config.js';
import type { Transaction } from '../../shared/database/database.js';
import type { StoredEvent } from '../../shared/events/domain-event.js';
import { OnEvent } from '../../shared/events/on-event.js';
import type { MailContent } from '../../shared/mail/layout.js';
import { Mailer } from '../../shared/mail/mailer.js';
import { excerpt } from '../../shared/text/excerpt.js';
import { CommentPublished, CommentRejected } from '../comments/comments.events.js';
import { CoauthorInvited, IdeaAnswered, IdeaPublished, IdeaRejected } from '../ideas/ideas.events.js';
import {
  coauthorInvitedMail,
  commentPublishedMail,
  commentRejectedMail,
  ideaAnsweredMail,
  ideaPublishedMail,
  ideaRejectedMail,
} from './notifications.mails.js';
import { type Notice, NotificationsQueries } from './notifications.queries.js';

const QUOTED = 600;

/** Tells people by mail what became of what they wrote. Nobody is told of their own acts. */
@Injectable()
export class MailNotifications {
  constructor(
    private readonly queries: NotificationsQueries,
    private readonly mailer: Mailer,
    private readonly config: Config,
  ) {}

  @OnEvent(IdeaPublished)
  async ideaPublished(event: StoredEvent, tx: Transaction): Promise<void> {
    const notices = await this.queries.ideaAuthors(tx, event.aggregateId, event.actorId);
    await this.send(tx, event, notices, (notice) => ideaPublishedMail(notice.locale, notice));
  }

  @OnEvent(IdeaRejected)
  async ideaRejected(event: StoredEvent, tx: Transaction): Promise<void> {
    const notices = await this.queries.ideaAuthors(tx, event.aggregateId, event.actorId);
    await this.send(tx, event, notices, (notice) =>
      ideaRejectedMail(notice.locale, { ...notice, reason: notice.reason ?? '' }),
    );
  }

  @OnEvent(IdeaAnswered)
  async ideaAnswered(event: StoredEvent<{ answerId: string }>, tx: Transaction): Promise<void> {
    const answered = await this.queries.answer(tx, event.payload.answerId);
    if (!answered) return;
    const facts = { status: answered.status, answer: excerpt(answered.body, QUOTED) };
    const notices = await this.queries.ideaAuthors(tx, event.aggregateId, event.actorId);
    await this.send(tx, event, notices, (notice) => ideaAnsweredMail(notice.locale, { ...notice, ...facts }));
  }

  @OnEvent(CoauthorInvited)
  async coauthorInvited(event: StoredEvent<{ userId: string }>, tx: Transaction): Promise<void> {
    const notices = await this.queries.invitedCoauthor(tx, event.aggregateId, event.payload.userId);
    await this.send(tx, event, notices, (notice) => coauthorInvitedMail(notice.locale, notice));
  }

  @OnEvent(CommentPublished)
  async commentPublished(event: StoredEvent<{ commentId: string }>, tx: Transaction): Promise<void> {
    const notices = await this.queries.commentAuthor(tx, event.payload.commentId, event.actorId);
    await this.send(tx, event, notices, (notice) =>
      commentPublishedMail(notice.locale, { ...notice, comment: excerpt(notice.body, QUOTED) }),
    );
  }

  @OnEvent(CommentRejected)
  async commentRejected(event: StoredEvent<{ commentId: string }>, tx: Transaction): Promise<void> {
    const notices = await this.queries.commentAuthor(tx, event.payload.commentId, event.actorId);
    await this.send(tx, event, notices, (notice) =>
      commentRejectedMail(notice.locale, { ...notice, reason: notice.reason ?? '' }),
    );
  }

  /** One mail per event and person, whatever runs again. */
  private send<N extends Notice>(
    tx: Transaction,
    { id }: StoredEvent,
    notices: N[],
    write: (notice: N & { url: string }) => MailContent,
  ): Promise<void> {
    const mails = notices.map((notice) => {
      const { email: to, locale, userId, ideaId } = notice;
      const content = write({ ...notice, url: `${this.config.publicUrl}/i/${ideaId}` });
      return { to, locale, key: `${id}-${userId}`, ...content };
    });
    return this.mailer.sendAll(tx, mails);
  }
}
