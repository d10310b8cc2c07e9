import { defineEvent } from '../../shared/events/domain-event.js';

/** An outcome (shortlisted, planned, delivered, won) earned points, for the first time. Aggregate: the award. */
export const PointsAwarded = defineEvent<{
  awardId: string;
  userId: string;
  rule: string;
  points: number;
  ideaId: string | null;
}>('PointsAwarded');
/** A member came to a level that they had never reached before. Aggregate: the membership. */
export const LevelReached = defineEvent<{ userId: string; level: number }>('LevelReached');
/** Aggregate: that they hold it. */
export const BadgeEarned = defineEvent<{ holdingId: string; badgeId: string; userId: string }>('BadgeEarned');
/** Points of a member will expire, unless they are used. Aggregate: the membership. */
export const PointsExpiring = defineEvent<{ userId: string; points: number; at: string }>('PointsExpiring');

/** It is public who has won. Aggregate: the challenge. */
export const WinnersAnnounced = defineEvent('WinnersAnnounced');
/** The date of a planned announcement came, and what was chosen is not right any more. Aggregate: the challenge. */
export const WinnersHeldBack = defineEvent('WinnersHeldBack');
/** An author (the actor) proposed to the co-authors how to share a prize. Aggregate: the idea. */
export const SharesProposed = defineEvent('SharesProposed');
/** An idea that had won was removed: it is no winner any more, until that is undone. Aggregate of both: the challenge. */
export const WinnerRevoked = defineEvent<{ winnerId: string; ideaId: string }>('WinnerRevoked');
export const WinnerRestored = defineEvent<{ winnerId: string; ideaId: string }>('WinnerRestored');
/** Aggregate: the claim of a prize, as the next. */
export const PrizeClaimChanged = defineEvent<{ claimId: string; userId: string; state: string; challengeId: string }>(
  'PrizeClaimChanged',
);
/** A prize that was not claimed yet lapses soon. */
export const PrizeClaimDue = defineEvent<{ claimId: string; userId: string; challengeId: string }>('PrizeClaimDue');

interface OfRedemption {
  redemptionId: string;
  userId: string;
  rewardId: string;
}

/** Aggregate: the redemption, as the next two; `manual`: somebody of the company hands it over. */
export const RewardRedeemed = defineEvent<OfRedemption & { manual: boolean }>('RewardRedeemed');
export const RedemptionFulfilled = defineEvent<OfRedemption>('RedemptionFulfilled');
export const RedemptionCancelled = defineEvent<OfRedemption & { byStaff: boolean }>('RedemptionCancelled');

/** Somebody of the company (the actor) gave a member something. Aggregate: the gift, as the next. */
export const GiftGiven = defineEvent<{ giftId: string; userId: string }>('GiftGiven');
export const GiftTakenBack = defineEvent<{ giftId: string; userId: string }>('GiftTakenBack');
