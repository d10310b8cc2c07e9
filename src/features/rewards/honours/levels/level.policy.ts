/** The days after which a contribution weighs half as much: a season and the next, so that a pause costs nothing at once. */
export const HALF_LIFE_DAYS = 180;
const HALF_LIFE_MS = HALF_LIFE_DAYS * 24 * 3_600_000;

/**
 * The moment that stored scores are scaled to. A contribution of p points at moment t is stored as p x 2^((t - epoch) /
 * half-life), which never changes: to read a score at any moment, the sum is scaled back to it. So nobody's row is
 * rewritten because time goes by.
 */
const EPOCH = new Date('2026-01-01T00:00:00Z');

/** By how much a sum as it is stored is to be multiplied to be read at a moment. */
export const fading = (now: Date): number => 2 ** (-(+now - +EPOCH) / HALF_LIFE_MS);

/** What is stored of a contribution, in statements. @param points @param at columns */
export const weightSql = (points: string, at: string): string =>
  `${points} * power(2::double precision, (extract(epoch FROM ${at}) - ${+EPOCH / 1000})::double precision / ${HALF_LIFE_MS / 1000})`;

/** The score from which on each level is reached, the first level first. Names: honours.words.ts. */
export const LEVELS = [0, 10, 40, 120, 300, 700, 1500] as const;

/** The level of a score, 1 to 7. */
export const levelOf = (score: number): number => LEVELS.filter((from) => score >= from).length || 1;

/** What a sum as it is stored is worth at a moment. What is left of nothing by rounding is nothing. */
export const scoreAt = (contribution: number, now: Date): number => Math.max(0, contribution * fading(now));

/** The level of a sum as it is stored, at a moment. */
export const levelAt = (contribution: number, now: Date): number => levelOf(round(scoreAt(contribution, now)));

/** From which score on the level after this one is reached; null after the last. */
export const nextFrom = (level: number): number | null => LEVELS[level] ?? null;

/** As it is shown: sums of fractions that should be 10 are 9.999999999 otherwise. */
export const round = (score: number): number => Math.round(score * 100) / 100;
