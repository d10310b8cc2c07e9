import { Role, roleAtLeast } from '../../../shared/auth/role.js';
import { invalidField } from '../../../shared/errors/validation.js';
import { type Gift, GiftKind } from './gift.entity.js';
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

/**
 * How many points are asked for.
 * @throws DomainError VALIDATION_FAILED where some are missing, or go with what has none
 */
export function pointsOf({ kind, points }: { kind: GiftKind; points?: number | null }): number {
  if ((kind === GiftKind.POINTS) !== (points != null)) throw misplaced(kind);
  return points ?? 0;
}

const misplaced = (kind: GiftKind) =>
  kind === GiftKind.POINTS
    ? invalidField('points', 'POINTS_NEEDED', {
        en: 'Say how many points.',
        es: 'Indica cuántos puntos.',
        it: 'Indica quanti punti.',
      })
    : invalidField('points', 'NO_POINTS', {
        en: 'Points go only with a gift of points.',
        es: 'Los puntos solo van con un regalo de puntos.',
        it: 'I punti vanno solo con un regalo di punti.',
      });
