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
  SharesProposed,
  WinnersHeldBack,
} from '../rewards/rewards.events.js';
import { ModerationFacts } from './moderation.queries.js';
import { NotificationKind } from './notification.entity.js';
import { RecipientsQueries } from './recipients.queries.js';
import { prizeClaimMail, prizeWonMail } from './prize.mails.js';
import { giftMail, handoutMail, redemptionMail } from './reward.mails.js';
import { heldBackMail, prizeFreeMail, sharesMail } from './winner.mails.js';
import { type ClaimFacts, nameOf, RewardFacts } from './reward.queries.js';
import { Teller } from './teller.service.js';

type EventOf<K> = K extends EventKind<infer P> ? StoredEvent<P> : never;

const { GIFT, HANDOUT_WAITING, PRIZE_CLAIM, PRIZE_WON, REDEMPTION, SHARES_PROPOSED, WINNERS_HELD_BACK } =
  NotificationKind;

/** Where a claim holds its prize no more. */
const ENDED = ['LAPSED', 'DECLINED', 'REVOKED'];

/** A claim is made and told by one act: what is told later is that it came again. */
const AT_ONCE = 60_000;

/** Tells people, each time, of what they have won, redeemed and been given; and managers of what they have to hand out. */
@Injectable()
export class RewardNotifications {
  constructor(
    private readonly facts: RewardFacts,
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
      write: (to) => giftMail(to.locale, { ...to, title: '', ...gift, what: nameOf(gift, to.locale) }),
    });
    if (gift.manual) await this.waiting(tx, event, 'REWARDS');
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
    // the decision, or who takes the gift back, tells of it; the points did not come back to them
    if (['EXCLUDED', 'ERASED', 'GIFT_TAKEN_BACK'].includes(redemption.ended ?? '')) return;
    await this.teller.tell(tx, event, await this.recipients.one(tx, event.companyId!, userId, REDEMPTION), {
      subjectId: redemptionId,
      groupOf: () => redemptionId,
      path: await this.myRewards(tx, event, 'redemptions'),
      write: (to) => redemptionMail(to.locale, { ...to, ...redemption }),
    });
  }

  /** Who has won hears so with their claim, each of several authors; what they do with it themselves they know. */
  @OnEvent(PrizeClaimChanged)
  async claimChanged(event: EventOf<typeof PrizeClaimChanged>, tx: Transaction): Promise<void> {
    const { claimId, state, userId } = event.payload;
    if (state === 'ACCEPTED') return this.waiting(tx, event, 'PRIZES');
    if (ENDED.includes(state)) await this.freed(tx, event);
    if (event.actorId === userId) return;
    const claim = await this.facts.claim(tx, claimId);
    if (!claim) return;
    const begun = event.occurredAt.getTime() - claim.createdAt.getTime() < AT_ONCE;
    const isNew = begun && event.actorId === null && ['PENDING', 'RECEIVED'].includes(state);
    if (isNew && claim.state !== 'REVOKED') await this.won(tx, event, claim);
    else await this.claim(tx, event, claim);
  }

  @OnEvent(PrizeClaimDue)
  async claimDue(event: EventOf<typeof PrizeClaimDue>, tx: Transaction): Promise<void> {
    const claim = await this.facts.claim(tx, event.payload.claimId);
    if (claim?.state === 'PENDING') await this.claim(tx, event, claim);
  }

  /** To managers: what was chosen must be chosen again. */
  @OnEvent(WinnersHeldBack)
  async heldBack(event: StoredEvent, tx: Transaction): Promise<void> {
    const { aggregateId: challengeId, companyId } = event;
    const challenge = await this.facts.heldBack(tx, challengeId);
    if (!challenge) return;
    const people = await this.recipients.ofManagers(tx, companyId!, WINNERS_HELD_BACK, event.occurredAt);
    await this.teller.tell(tx, event, people, {
      challengeId,
      groupOf: () => challengeId,
      path: await this.desk(tx, event, challengeId),
      write: (to) => heldBackMail(to.locale, { ...to, ...challenge }),
    });
  }

  /** To the co-authors who have not agreed. */
  @OnEvent(SharesProposed)
  async sharesProposed(event: StoredEvent, tx: Transaction): Promise<void> {
    const { aggregateId: ideaId, companyId, actorId } = event;
    const shared = await this.facts.shared(tx, ideaId);
    if (!shared) return;
    await this.teller.tell(tx, event, await this.recipients.ofShares(tx, companyId!, ideaId, SHARES_PROPOSED), {
      ...{ ideaId, actorId },
      groupOf: () => ideaId,
      path: await this.myRewards(tx, event, 'prizes'),
      write: (to) => sharesMail(to.locale, { ...to, ...shared }),
    });
  }

  private async won(tx: Transaction, event: EventOf<typeof PrizeClaimDue>, claim: ClaimFacts): Promise<void> {
    const { claimId, userId, challengeId } = event.payload;
    await this.teller.tell(tx, event, await this.recipients.one(tx, event.companyId!, userId, PRIZE_WON), {
      ...{ ideaId: claim.ideaId, challengeId, subjectId: claimId },
      groupOf: () => claimId,
      path: await this.myRewards(tx, event, 'prizes'),
      write: (to) => prizeWonMail(to.locale, { ...to, ...claim }),
    });
  }

  private async claim(tx: Transaction, event: EventOf<typeof PrizeClaimDue>, claim: ClaimFacts): Promise<void> {
    const { claimId, userId, challengeId } = event.payload;
    await this.teller.tell(tx, event, await this.recipients.one(tx, event.companyId!, userId, PRIZE_CLAIM), {
      ...{ challengeId, subjectId: claimId },
      groupOf: () => claimId,
      path: await this.myRewards(tx, event, 'prizes'),
      write: (to) => prizeClaimMail(to.locale, { ...to, ...claim, title: claim.prize }),
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

  /** To all managers, once until they have looked or chosen anew: a prize that nobody holds waits for them. */
  private async freed(tx: Transaction, event: EventOf<typeof PrizeClaimChanged>): Promise<void> {
    const { claimId, challengeId } = event.payload;
    const free = await this.facts.freed(tx, claimId);
    if (!free) return;
    const people = await this.recipients.ofManagers(tx, event.companyId!, HANDOUT_WAITING, event.occurredAt);
    await this.teller.tell(tx, event, people, {
      ...{ challengeId, subjectId: claimId, detail: 'PRIZE_FREE' },
      groupOf: () => `${challengeId}:${free.since.toISOString()}`,
      path: await this.desk(tx, event, challengeId),
      write: (to) => prizeFreeMail(to.locale, { ...to, ...free }),
    });
  }

  /** Where managers choose the winners of a challenge. */
  private async desk(tx: Transaction, { companyId }: StoredEvent, challengeId: string): Promise<string> {
    return `/${await this.companies.companySlug(tx, companyId!)}/manage/rewards?part=prizes&challengeId=${challengeId}`;
  }

  private async myRewards(tx: Transaction, { companyId }: StoredEvent, part: string): Promise<string> {
    return `/me?tab=rewards&part=${part}&company=${await this.companies.companySlug(tx, companyId!)}`;
  }
}
