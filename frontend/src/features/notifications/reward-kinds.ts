import type { NotificationKind } from '@/gql/graphql';

/** Where one's own rewards show what each kind is about. */
const PARTS = {
  POINTS_EARNED: 'points',
  POINTS_EXPIRING: 'points',
  LEVEL_REACHED: 'badges',
  BADGE_EARNED: 'badges',
  PRIZE_WON: 'prizes',
  PRIZE_CLAIM: 'prizes',
  REDEMPTION: 'redemptions',
  GIFT: 'notes',
} as const satisfies Partial<Record<NotificationKind, string>>;

type Mine = keyof typeof PARTS;

/** The part of one's rewards that a notification leads to; null of what is about something else. */
export const partOf = (kind: NotificationKind): (typeof PARTS)[Mine] | null =>
  kind in PARTS ? PARTS[kind as Mine] : null;

/** What somebody may want to hear of what comes back for their help. */
export const isReward = (kind: NotificationKind): boolean =>
  kind in PARTS || kind === 'WINNERS_ANNOUNCED' || kind === 'HANDOUT_WAITING';
