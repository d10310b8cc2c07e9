/** What there is for customers, in the order of the tabs. */
export const REWARDS_PARTS = ['catalogue', 'leaderboard', 'badges', 'points'] as const;
export type RewardsPart = (typeof REWARDS_PARTS)[number];

/** What there is of one's own, in the order of the tabs. */
export const MY_PARTS = ['points', 'badges', 'redemptions', 'prizes', 'notes'] as const;
export type MyPart = (typeof MY_PARTS)[number];
