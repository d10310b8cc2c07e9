import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../shared/database/database.js';
import { newId } from '../../shared/database/ids.js';
import type { EventKind, StoredEvent } from '../../shared/events/domain-event.js';
import { OnEvent } from '../../shared/events/on-event.js';
import { Schedule } from '../../shared/jobs/job-handler.js';
import { BadgeEarned, LevelReached, PointsAwarded, PointsExpiring } from '../rewards/rewards.events.js';
import { NotificationKind } from './notification.entity.js';
import { RecipientsQueries } from './recipients.queries.js';
import { RewardNewsMails } from './reward-news.service.js';
import { RewardNews } from './reward-news.entity.js';
import { RewardFacts } from './reward.queries.js';
import { Teller } from './teller.service.js';

type EventOf<K> = K extends EventKind<infer P> ? StoredEvent<P> : never;

const { BADGE_EARNED, LEVEL_REACHED, POINTS_EARNED, POINTS_EXPIRING } = NotificationKind;

/** What is told of a small success. */
interface News {
  kind: NotificationKind;
  userId: string;
  group: string;
  subjectId?: string;
  detail?: string;
}

/**
 * Tells people of the small successes: here at once, and by mail at most once a day, all in one, of what they have not
 * read here by then.
 */
@Injectable()
export class RewardNewsNotifications {
  constructor(
    private readonly recipients: RecipientsQueries,
    private readonly teller: Teller,
    private readonly mails: RewardNewsMails,
    private readonly facts: RewardFacts,
  ) {}

  @OnEvent(PointsAwarded)
  async awarded(event: EventOf<typeof PointsAwarded>, tx: Transaction): Promise<void> {
    const { userId, awardId } = event.payload;
    await this.tell(tx, event, { kind: POINTS_EARNED, userId, group: '', subjectId: awardId });
  }

  @OnEvent(LevelReached)
  levelReached(event: EventOf<typeof LevelReached>, tx: Transaction): Promise<void> {
    const { userId, level } = event.payload;
    return this.tell(tx, event, { kind: LEVEL_REACHED, userId, group: '', detail: String(level) });
  }

  @OnEvent(BadgeEarned)
  async badgeEarned(event: EventOf<typeof BadgeEarned>, tx: Transaction): Promise<void> {
    const { userId, holdingId } = event.payload;
    if (await this.facts.cameWithGift(tx, holdingId)) return;
    await this.tell(tx, event, { kind: BADGE_EARNED, userId, group: '', subjectId: holdingId });
  }

  @OnEvent(PointsExpiring)
  expiring(event: EventOf<typeof PointsExpiring>, tx: Transaction): Promise<void> {
    const { userId, points, at } = event.payload;
    return this.tell(tx, event, { kind: POINTS_EXPIRING, userId, group: at, detail: `${points} ${at}` });
  }

  /** In the early evening of the places where we are at home. */
  @Schedule('mail-reward-news', '17 16 * * *')
  async mail(): Promise<void> {
    while (await this.mails.sendSome());
  }

  private async tell(tx: Transaction, event: StoredEvent, news: News): Promise<void> {
    const { kind, userId, group, ...told } = news;
    const people = await this.recipients.one(tx, event.companyId!, userId, kind);
    await this.teller.note(tx, event, people, { ...told, groupOf: () => group });
    const later = people.filter(({ byMail }) => byMail);
    for (const { userId: to } of later)
      await tx.insert(RewardNews, {
        ...{ id: newId(), companyId: event.companyId!, userId: to, kind, groupKey: `${kind}:${group}` },
        ...{ subjectId: news.subjectId ?? null, detail: news.detail ?? null, at: event.occurredAt },
      });
  }
}
