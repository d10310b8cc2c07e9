import type { FieldProblem } from '../../../shared/errors/domain-error.js';
import { problem } from '../challenges.errors.js';
import type { PrizeInput } from './prize.input.js';

/**
 * What is wrong with a list of prizes.
 * @param promised those that the public knows already: what they lack is not asked of them
 */
export const prizeProblems = (prizes: PrizeInput[], promised: PrizeInput[] = []): FieldProblem[] =>
  prizes.flatMap(({ place, kind, amountMinor, currency, points, shareBasisPoints }, index) => {
    const path = `prizes.${index}`;
    if (prizes.findIndex((other) => other.place === place) !== index) return [problem(`${path}.place`, 'PLACE_TWICE')];
    if (kind === 'MONEY' && !amountMinor) return [problem(`${path}.amountMinor`, 'AMOUNT_NEEDED')];
    if (kind === 'POINTS' && !points) return [problem(`${path}.points`, 'POINTS_NEEDED')];
    // there were shares of revenue before they had a percentage
    const old = promised.some((prize) => prize.place === place && !prize.shareBasisPoints);
    if (kind === 'REVENUE_SHARE' && !shareBasisPoints && !old)
      return [problem(`${path}.shareBasisPoints`, 'SHARE_NEEDED')];
    return amountMinor && !currency ? [problem(`${path}.currency`, 'CURRENCY_NEEDED')] : [];
  });

const AMOUNTS = ['amountMinor', 'points', 'shareBasisPoints'] as const;
const FIXED = ['title', 'kind'] as const;

/**
 * What would break a promise: people take part because of the prizes, so each stays what it is and can only grow, and
 * new ones come after the others, so that no place is worth less than it was.
 */
export function promiseProblems(promised: PrizeInput[], prizes: PrizeInput[]): FieldProblem[] {
  const last = Math.max(0, ...promised.map(({ place }) => place));
  const removed = promised.filter(({ place }) => prizes.every((prize) => prize.place !== place));
  const problems = removed.map(({ place }) => problem('prizes', 'PRIZE_REMOVED', { place }));
  prizes.forEach((prize, index) => {
    const before = promised.find(({ place }) => place === prize.place);
    if (before) problems.push(...changedProblems(before, prize, `prizes.${index}`));
    else if (prize.place < last) problems.push(problem(`prizes.${index}.place`, 'PRIZE_PLACE'));
  });
  return problems;
}

function changedProblems(before: PrizeInput, prize: PrizeInput, path: string): FieldProblem[] {
  const changed = FIXED.filter((name) => before[name] !== prize[name]).map((name) => `${path}.${name}`);
  if (before.currency && before.currency !== prize.currency) changed.push(`${path}.currency`);
  const lowered = AMOUNTS.filter((name) => (prize[name] ?? 0) < (before[name] ?? 0));
  return [
    ...changed.map((field) => problem(field, 'FROZEN')),
    ...lowered.map((name) => problem(`${path}.${name}`, 'PRIZE_LOWERED')),
  ];
}
