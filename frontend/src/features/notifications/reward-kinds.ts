import type { NotificationKind } from '@/gql/graphql';

/** Where one's own rewards show what each kind is about. */
const PARTS = {
  POINTS_EARNED: 'points',
  POINTS_EXPIRING: 'points',
  LEVEL_REACHED: 'badges',
  BADGE_EARNED: 'badges',
  PRIZE_WON: 'prizes',
  PRIZE_CLAIM: 'prizes',
  SHARES_PROPOSED: 'prizes',
  REDEMPTION: 'redemptions',
  GIFT: 'notes',
} as const satisfies Partial<Record<NotificationKind, string>>;

type Mine = keyof typeof PARTS;

/** The part of one's rewards that a notification leads to; null of what is about something else. */
export const partOf = (kind: NotificationKind): (typeof PARTS)[Mine] | null =>
  kind in PARTS ? PARTS[kind as Mine] : null;

const OF_ALL: readonly NotificationKind[] = ['WINNERS_ANNOUNCED', 'WINNERS_HELD_BACK', 'HANDOUT_WAITING'];

/** What somebody may want to hear of what comes back for their help. */
export const isReward = (kind: NotificationKind): boolean => kind in PARTS || OF_ALL.includes(kind);
