import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../shared/database/database.js';
import type { StoredEvent } from '../../shared/events/domain-event.js';
import { OnEvent } from '../../shared/events/on-event.js';
import { excerpt } from '../../shared/text/excerpt.js';
import { AccountErased } from '../accounts/accounts.events.js';
import { PhaseStarted } from '../challenges/challenges.events.js';
import { CoauthorInvited, IdeaAnswered, IdeaPublished, IdeaRejected } from '../ideas/ideas.events.js';
import { FactsQueries } from './facts.queries.js';
import { NotificationKind } from './notification.entity.js';
import { coauthorInvitedMail, ideaAnsweredMail, ideaPublishedMail, ideaRejectedMail } from './notifications.mails.js';
import { NotificationsService } from './notifications.service.js';
import { phaseStartedMail } from './conversation.mails.js';
import { RecipientsQueries } from './recipients.queries.js';
import { Teller } from './teller.service.js';

export const QUOTED = 600;

/** Tells people what became of their ideas and of what they follow. Nobody is told of their own acts. */
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
    await this.decided(tx, event, NotificationKind.IDEA_PUBLISHED);
  }

  @OnEvent(IdeaRejected)
  ideaRejected(event: StoredEvent, tx: Transaction): Promise<void> {
    return this.decided(tx, event, NotificationKind.IDEA_REJECTED);
  }

  @OnEvent(IdeaAnswered)
  async ideaAnswered(event: StoredEvent<{ answerId: string }>, tx: Transaction): Promise<void> {
    const { aggregateId: ideaId } = event;
    const [idea, answered] = [await this.facts.idea(tx, ideaId), await this.facts.answer(tx, event.payload.answerId)];
    if (!idea || !answered) return;
    const facts = { title: idea.title, status: answered.status, answer: excerpt(answered.body, QUOTED) };
    const recipients = await this.recipients.ofAnswer(tx, event.companyId!, ideaId, event.actorId);
    await this.teller.tell(tx, event, recipients, {
      ideaId,
      detail: answered.status,
      groupOf: () => ideaId,
      path: `/i/${ideaId}`,
      write: (to) => ideaAnsweredMail(to.locale, { ...to, ...facts }),
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

  @OnEvent(PhaseStarted)
  async phaseStarted(event: StoredEvent<{ phaseId: string; kind: string }>, tx: Transaction): Promise<void> {
    const { aggregateId: challengeId } = event;
    const challenge = await this.facts.challenge(tx, challengeId);
    if (!challenge) return;
    const { title, path } = challenge;
    const phase = event.payload.kind;
    const recipients = await this.recipients.ofChallenge(tx, event.companyId!, challengeId, event.actorId);
    await this.teller.tell(tx, event, recipients, {
      challengeId,
      detail: phase,
      groupOf: () => challengeId,
      path,
      write: (to) => phaseStartedMail(to.locale, { ...to, title, phase }),
    });
  }

  /** What somebody was told is theirs alone. */
  @OnEvent(AccountErased)
  forget({ aggregateId }: StoredEvent, tx: Transaction): Promise<void> {
    return this.notifications.forget(tx, aggregateId);
  }

  /** Who of the moderators decided is not told. */
  private async decided(tx: Transaction, event: StoredEvent, kind: NotificationKind): Promise<void> {
    const { aggregateId: ideaId } = event;
    const idea = await this.facts.idea(tx, ideaId);
    if (!idea) return;
    const { title, reason } = idea;
    const recipients = await this.recipients.ofDecision(tx, event.companyId!, ideaId, kind, event.actorId);
    await this.teller.tell(tx, event, recipients, {
      ideaId,
      groupOf: () => ideaId,
      path: `/i/${ideaId}`,
      write: (to) =>
        kind === NotificationKind.IDEA_PUBLISHED
          ? ideaPublishedMail(to.locale, { ...to, title })
          : ideaRejectedMail(to.locale, { ...to, title, reason: reason ?? '' }),
    });
  }
}
