/** What there is for the staff, in the order of the tabs. */
export const MANAGE_REWARDS_PARTS = ['queue', 'catalogue', 'prizes', 'thanks', 'points', 'badges', 'fairplay'] as const;
export type ManageRewardsPart = (typeof MANAGE_REWARDS_PARTS)[number];

/** What moderators do, too: the rest is for managers. */
export const FOR_MODERATORS: readonly ManageRewardsPart[] = ['thanks'];
