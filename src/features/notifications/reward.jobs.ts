import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../shared/database/database.js';
import type { EventKind, StoredEvent } from '../../shared/events/domain-event.js';
import { OnEvent } from '../../shared/events/on-event.js';
import {
  GiftGiven,
  PrizeClaimChanged,
  PrizeClaimDue,
  RedemptionCancelled,
  RedemptionFulfilled,
  RewardRedeemed,
  WinnersAnnounced,
} from '../rewards/rewards.events.js';
import { FactsQueries } from './facts.queries.js';
import { ModerationFacts } from './moderation.queries.js';
import { NotificationKind } from './notification.entity.js';
import { RecipientsQueries } from './recipients.queries.js';
import { giftMail, handoutMail, prizeClaimMail, prizeWonMail, redemptionMail } from './reward.mails.js';
import { RewardFacts } from './reward.queries.js';
import { Teller } from './teller.service.js';

type EventOf<K> = K extends EventKind<infer P> ? StoredEvent<P> : never;

const { GIFT, HANDOUT_WAITING, PRIZE_CLAIM, PRIZE_WON, REDEMPTION } = NotificationKind;

/** What a claim comes to that its winner has not done: of what they did themselves they know. */
const TOLD_CLAIMS: ReadonlySet<string> = new Set(['SENT', 'LAPSED', 'REVOKED']);

/** Tells people, each time, of what they have won, redeemed and been given; and managers of what they have to hand out. */
@Injectable()
export class RewardNotifications {
  constructor(
    private readonly facts: RewardFacts,
    private readonly ideas: FactsQueries,
    private readonly companies: ModerationFacts,
    private readonly recipients: RecipientsQueries,
    private readonly teller: Teller,
  ) {}

  /** The note is told by mail, too: it is from one person to another. */
  @OnEvent(GiftGiven)
  async giftGiven(event: EventOf<typeof GiftGiven>, tx: Transaction): Promise<void> {
    const { giftId, userId } = event.payload;
    const gift = await this.facts.gift(tx, giftId);
    if (!gift) return;
    await this.teller.tell(tx, event, await this.recipients.one(tx, event.companyId!, userId, GIFT), {
      subjectId: giftId,
      actorId: event.actorId,
      groupOf: () => giftId,
      path: await this.myRewards(tx, event, 'notes'),
      write: (to) => giftMail(to.locale, { ...to, title: '', ...gift }),
    });
  }

  /** What is handed over by hand waits for a manager; a code is there at once. */
  @OnEvent(RewardRedeemed)
  async redeemed(event: EventOf<typeof RewardRedeemed>, tx: Transaction): Promise<void> {
    if (event.payload.manual) await this.waiting(tx, event, 'REWARDS');
    else await this.redemption(tx, event);
  }

  @OnEvent(RedemptionFulfilled, RedemptionCancelled)
  redemptionEnded(event: EventOf<typeof RedemptionFulfilled>, tx: Transaction): Promise<void> {
    return this.redemption(tx, event);
  }

  /** Where it stands now, whatever has happened since; of a cancellation of one's own nothing. */
  private async redemption(tx: Transaction, event: EventOf<typeof RedemptionFulfilled>): Promise<void> {
    const { redemptionId, userId } = event.payload;
    const redemption = await this.facts.redemption(tx, redemptionId);
    const cancelledByThem = redemption?.state === 'CANCELLED' && event.actorId === userId;
    if (!redemption || cancelledByThem || redemption.state === 'REQUESTED') return;
    await this.teller.tell(tx, event, await this.recipients.one(tx, event.companyId!, userId, REDEMPTION), {
      subjectId: redemptionId,
      groupOf: () => redemptionId,
      path: await this.myRewards(tx, event, 'redemptions'),
      write: (to) => redemptionMail(to.locale, { ...to, ...redemption }),
    });
  }

  /** Each author of an idea that won: all else is told to the crowd. */
  @OnEvent(WinnersAnnounced)
  async won(event: StoredEvent, tx: Transaction): Promise<void> {
    const { aggregateId: challengeId, companyId, occurredAt } = event;
    const [winners, challenge] = [
      await this.facts.winners(tx, challengeId, occurredAt),
      await this.ideas.challenge(tx, challengeId),
    ];
    const path = await this.myRewards(tx, event, 'prizes');
    for (const { id, ideaId, title, prize, reason } of winners) {
      await this.teller.tell(tx, event, await this.recipients.ofDecision(tx, companyId!, ideaId, PRIZE_WON, null), {
        ...{ ideaId, challengeId, path },
        subjectId: id,
        groupOf: () => id,
        write: (to) => prizeWonMail(to.locale, { ...to, title, prize, reason, challenge: challenge?.title ?? '' }),
      });
    }
  }

  @OnEvent(PrizeClaimChanged)
  async claimChanged(event: EventOf<typeof PrizeClaimChanged>, tx: Transaction): Promise<void> {
    const { state, userId } = event.payload;
    if (state === 'ACCEPTED') await this.waiting(tx, event, 'PRIZES');
    else if (TOLD_CLAIMS.has(state) && event.actorId !== userId) await this.claim(tx, event);
  }

  @OnEvent(PrizeClaimDue)
  claimDue(event: EventOf<typeof PrizeClaimDue>, tx: Transaction): Promise<void> {
    return this.claim(tx, event);
  }

  private async claim(tx: Transaction, event: EventOf<typeof PrizeClaimDue>): Promise<void> {
    const { claimId, userId, challengeId } = event.payload;
    const claim = await this.facts.claim(tx, claimId);
    if (!claim) return;
    await this.teller.tell(tx, event, await this.recipients.one(tx, event.companyId!, userId, PRIZE_CLAIM), {
      challengeId,
      subjectId: claimId,
      groupOf: () => claimId,
      path: await this.myRewards(tx, event, 'prizes'),
      write: (to) => prizeClaimMail(to.locale, { ...to, title: claim.prize, ...claim }),
    });
  }

  /** To all managers, until one of them has looked. */
  private async waiting(tx: Transaction, event: StoredEvent, what: 'PRIZES' | 'REWARDS'): Promise<void> {
    const companyId = event.companyId!;
    const slug = await this.companies.companySlug(tx, companyId);
    const people = await this.recipients.ofManagers(tx, companyId, HANDOUT_WAITING, event.occurredAt);
    await this.teller.tell(tx, event, people, {
      detail: what,
      groupOf: () => what,
      path: `/${slug}/manage/rewards?part=${what === 'PRIZES' ? 'prizes' : 'queue'}`,
      write: (to) => handoutMail(to.locale, { ...to, title: '', what }),
    });
  }

  private async myRewards(tx: Transaction, { companyId }: StoredEvent, part: string): Promise<string> {
    return `/me?tab=rewards&part=${part}&company=${await this.companies.companySlug(tx, companyId!)}`;
  }
}
