import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../shared/database/database.js';
import type { StoredEvent } from '../../shared/events/domain-event.js';
import { OnEvent } from '../../shared/events/on-event.js';
import { AccountErased } from '../accounts/accounts.events.js';
import { CoauthorInvited, IdeaPublished } from '../ideas/ideas.events.js';
import { FactsQueries } from './facts.queries.js';
import { NotificationKind } from './notification.entity.js';
import { coauthorInvitedMail, ideaPublishedMail } from './notifications.mails.js';
import { NotificationsService } from './notifications.service.js';
import { RecipientsQueries } from './recipients.queries.js';
import { Teller } from './teller.service.js';

/** Tells people what became of their ideas. Nobody is told of their own acts. */
@Injectable()
export class IdeaNotifications {
  constructor(
    private readonly facts: FactsQueries,
    private readonly recipients: RecipientsQueries,
    private readonly teller: Teller,
    private readonly notifications: NotificationsService,
  ) {}

  @OnEvent(IdeaPublished)
  async ideaPublished(event: StoredEvent<{ authorId: string }>, tx: Transaction): Promise<void> {
    // at once, without a moderator: its author was there
    if (event.actorId === event.payload.authorId) return;
    const { aggregateId: ideaId } = event;
    const idea = await this.facts.idea(tx, ideaId);
    if (!idea) return;
    const kind = NotificationKind.IDEA_PUBLISHED;
    // who of the moderators decided is not told
    const recipients = await this.recipients.ofDecision(tx, event.companyId!, ideaId, kind, event.actorId);
    await this.teller.tell(tx, event, recipients, {
      ideaId,
      groupOf: () => ideaId,
      path: `/i/${ideaId}`,
      write: (to) => ideaPublishedMail(to.locale, { ...to, title: idea.title }),
    });
  }

  @OnEvent(CoauthorInvited)
  async coauthorInvited(event: StoredEvent<{ userId: string }>, tx: Transaction): Promise<void> {
    const { aggregateId: ideaId } = event;
    const { userId } = event.payload;
    const idea = await this.facts.idea(tx, ideaId);
    if (!idea || !(await this.facts.invitation(tx, ideaId, userId))) return;
    const { title, author } = idea;
    const kind = NotificationKind.COAUTHOR_INVITED;
    await this.teller.tell(tx, event, await this.recipients.one(tx, event.companyId!, userId, kind), {
      ideaId,
      actorId: event.actorId,
      groupOf: () => ideaId,
      path: `/i/${ideaId}`,
      write: (to) => coauthorInvitedMail(to.locale, { ...to, title, author }),
    });
  }

  /** What somebody was told is theirs alone. */
  @OnEvent(AccountErased)
  forget({ aggregateId }: StoredEvent, tx: Transaction): Promise<void> {
    return this.notifications.forget(tx, aggregateId);
  }
}
