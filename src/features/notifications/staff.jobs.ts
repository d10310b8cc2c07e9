import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../shared/database/database.js';
import type { StoredEvent } from '../../shared/events/domain-event.js';
import { OnEvent } from '../../shared/events/on-event.js';
import { ReviewsOverdue } from '../moderation/moderation.events.js';
import { ModerationFacts } from './moderation.queries.js';
import { NotificationKind } from './notification.entity.js';
import { RecipientsQueries } from './recipients.queries.js';
import { reviewsOverdueMail } from './staff.mails.js';
import { Teller } from './teller.service.js';

/** Tells a company's managers what they have to see to. */
@Injectable()
export class StaffNotifications {
  constructor(
    private readonly facts: ModerationFacts,
    private readonly recipients: RecipientsQueries,
    private readonly teller: Teller,
  ) {}

  /** What was not read yet is brought up to date, here; each day is a mail. */
  @OnEvent(ReviewsOverdue)
  async reviewsOverdue(event: StoredEvent<{ count: number; since: string }>, tx: Transaction): Promise<void> {
    const { count, since } = event.payload;
    const companyId = event.companyId!;
    const hours = Math.floor((event.occurredAt.getTime() - Date.parse(since)) / 3_600_000);
    const people = await this.recipients.ofManagers(tx, companyId, NotificationKind.REVIEWS_OVERDUE, event.occurredAt);
    await this.teller.tell(tx, event, people, {
      detail: `${count} ${since}`,
      groupOf: () => companyId,
      path: `/${await this.facts.companySlug(tx, companyId)}/review`,
      write: (to) => reviewsOverdueMail(to.locale, { ...to, title: '', count, hours }),
    });
  }
}
