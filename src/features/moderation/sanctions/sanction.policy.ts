import { type Role, roleAtLeast } from '../../../shared/auth/role.js';
import { invalidField } from '../../../shared/errors/validation.js';
import type { DecisionAct } from '../decisions/decision.entity.js';
import { type Sanction, SanctionKind } from './sanction.entity.js';

const DAY = 24 * 3_600_000;

/** What an act imposes on a member; other acts are about an item. */
const IMPOSES: Partial<Record<DecisionAct, SanctionKind>> = {
  WARN: SanctionKind.WARNING,
  SILENCE: SanctionKind.SILENCE,
  SUSPEND: SanctionKind.SUSPENSION,
  EXCLUDE: SanctionKind.EXCLUSION,
};

/** What a sanction is, and how long. */
export type Term = Pick<Sanction, 'kind' | 'openBecause'> & { days: number | null };

/**
 * The term that is asked for; null where the act is no sanction.
 * @throws DomainError VALIDATION_FAILED where it has neither an end nor a reason for none
 */
export function termOf({
  act,
  days,
  openBecause,
}: {
  act: DecisionAct;
  days?: number | null;
  openBecause?: string | null;
}): Term | null {
  const kind = IMPOSES[act];
  if (!kind) return null;
  if (kind === SanctionKind.WARNING) return { kind, days: null, openBecause: null };
  if (days) return { kind, days, openBecause: null };
  if (!openBecause) throw endNeeded();
  return { kind, days: null, openBecause };
}

/** When a term that begins now ends; null where it does not. */
export const endOf = (term: Term | null, now: Date): Date | null =>
  term?.days ? new Date(+now + term.days * DAY) : null;

/** Staff sanction who is below them; who has left can be kept from coming back the same. */
export const maySanction = (actor: Role, target: Role | null): boolean => !roleAtLeast(target, actor);

/** Why the next step is proposed. */
export enum AdviceReason {
  FIRST = 'FIRST',
  AFTER_WARNING = 'AFTER_WARNING',
  AFTER_SHORT_SILENCE = 'AFTER_SHORT_SILENCE',
  AFTER_LONG_SILENCE = 'AFTER_LONG_SILENCE',
  AFTER_SUSPENSION = 'AFTER_SUSPENSION',
}

/** Steps, the mildest first: what is proposed to somebody who has come as far as the step before. */
const LADDER = [
  { kind: SanctionKind.WARNING, days: null, because: AdviceReason.FIRST },
  { kind: SanctionKind.SILENCE, days: 1, because: AdviceReason.AFTER_WARNING },
  { kind: SanctionKind.SILENCE, days: 7, because: AdviceReason.AFTER_SHORT_SILENCE },
  { kind: SanctionKind.SUSPENSION, days: 30, because: AdviceReason.AFTER_LONG_SILENCE },
  { kind: SanctionKind.SUSPENSION, days: 30, because: AdviceReason.AFTER_SUSPENSION },
] as const;

const MONTHS = 12;

/** Since when sanctions count for the next step. */
export function countedSince(now: Date): Date {
  const since = new Date(now);
  since.setUTCMonth(since.getUTCMonth() - MONTHS);
  return since;
}

/** How far up the ladder a sanction stands: what comes next. */
function stepAfter({ kind, startsAt, endsAt }: Pick<Sanction, 'kind' | 'startsAt' | 'endsAt'>): number {
  if (kind === SanctionKind.WARNING) return 1;
  if (kind === SanctionKind.SUSPENSION) return 4;
  return endsAt && +endsAt - +startsAt < 7 * DAY ? 2 : 3;
}

/** The next step for who bore these, of the last twelve months and not lifted. */
export const nextStep = (counted: Parameters<typeof stepAfter>[0][]): (typeof LADDER)[number] =>
  LADDER[Math.max(0, ...counted.map(stepAfter))]!;

const endNeeded = () =>
  invalidField('days', 'END_NEEDED', {
    en: 'Say for how many days, or why it has no end.',
    es: 'Indica por cuántos días, o por qué no tiene fin.',
    it: 'Indica per quanti giorni, o perché non ha una fine.',
  });
