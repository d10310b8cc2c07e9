import { Role, roleAtLeast } from '../../../shared/auth/role.js';
import { invalidField } from '../../../shared/errors/validation.js';
import type { Gift, GiftKind } from './gift.entity.js';
import type { GiftBudget } from './gift-budget.entity.js';

/** For how long a gift can be taken back. */
export const TAKE_BACK_HOURS = 24;

/** What somebody in this role may give in a month. */
export const monthlyPoints = (budget: Pick<GiftBudget, 'moderatorPoints' | 'managerPoints'>, role: Role): number =>
  roleAtLeast(role, Role.MANAGER) ? budget.managerPoints : budget.moderatorPoints;

/** The calendar month of a moment, in UTC. */
export function monthOf(moment: Date): { from: Date; to: Date } {
  const [year, month] = [moment.getUTCFullYear(), moment.getUTCMonth()];
  return { from: new Date(Date.UTC(year, month, 1)), to: new Date(Date.UTC(year, month + 1, 1)) };
}

/** Who gave it takes it back, or a manager. */
export const mayTakeBack = (gift: Pick<Gift, 'giverId'>, userId: string, role: Role): boolean =>
  gift.giverId === userId || roleAtLeast(role, Role.MANAGER);

/** Whether the time in which it can be taken back is over. */
export const isTheirs = ({ at }: Pick<Gift, 'at'>, now: Date): boolean => +now - +at >= TAKE_BACK_HOURS * 3_600_000;

/** What has to be said of each kind. */
const NEEDS = { THANKS: null, POINTS: 'points', BADGE: 'badgeId', REWARD: 'rewardId' } as const;

type Asked = { kind: GiftKind; points?: number | null; badgeId?: string | null; rewardId?: string | null };

/** @throws DomainError VALIDATION_FAILED where it is not said what is given, or something of another kind is */
export function checkGoods(asked: Asked): void {
  const needed = NEEDS[asked.kind];
  for (const field of ['points', 'badgeId', 'rewardId'] as const) {
    if (field === needed && asked[field] == null) throw invalidField(field, 'GIFT_NEEDED', NEEDED);
    if (field !== needed && asked[field] != null) throw invalidField(field, 'NOT_OF_GIFT', MISPLACED);
  }
}

const NEEDED = { en: 'Say what you give.', es: 'Indica qué regalas.', it: 'Indica che cosa regali.' };
const MISPLACED = {
  en: 'This does not belong to what you give.',
  es: 'Esto no corresponde a lo que regalas.',
  it: 'Questo non fa parte di ciò che regali.',
};
