import { RuleSeverity } from '../../companies/rule.entity.js';
import { ScreeningCode } from '../screening/screening-code.js';
import { ReviewState } from './review.entity.js';
import { claimant, claimBy, dueAfter, isOverdue, rankAt, scoreOf } from './review.policy.js';

const { LOW, MEDIUM, HIGH } = RuleSeverity;
const nothing = { weight: 0, severities: [], reasons: [], reach: 0 };
const FREE = { claimedById: null, claimedSince: null };
const NOON = new Date('2026-05-05T12:00:00Z');
const later = (minutes: number) => new Date(NOON.getTime() + minutes * 60_000);

describe('the score of a review', () => {
  it('is nothing where nobody has reported what nobody has seen', () => {
    expect(scoreOf(nothing)).toBe(0);
  });

  it('adds up weights, the gravest rule alone, and the logarithm of the reach', () => {
    expect(scoreOf({ ...nothing, weight: 6.5 })).toBe(6.5);
    expect(scoreOf({ ...nothing, severities: [LOW] })).toBe(0);
    expect(scoreOf({ ...nothing, severities: [LOW, HIGH, MEDIUM, MEDIUM] })).toBe(10);
    expect(scoreOf({ ...nothing, reach: 1023 })).toBe(10);
    expect(scoreOf({ ...nothing, weight: 2, severities: [MEDIUM], reach: 7 })).toBe(10);
  });

  it('counts what screening found by how grave and how sure it is, and no more than the gravest rule', () => {
    const found = (code: ScreeningCode, score: number) => ({ code, score });
    const [policy, links] = [found(ScreeningCode.NEWCOMER, 0.1), found(ScreeningCode.MANY_LINKS, 0.5)];
    const word = found(ScreeningCode.WATCHED_WORD, 0.7);
    expect(scoreOf({ ...nothing, reasons: [policy] })).toBe(0);
    expect(scoreOf({ ...nothing, reasons: [policy, links] })).toBe(2.5);
    expect(scoreOf({ ...nothing, reasons: [word, links] })).toBe(7);
    expect(scoreOf({ ...nothing, reasons: [word], severities: [HIGH] })).toBe(10);
  });

  it('grows no further with a storm of flags', () => {
    expect(scoreOf({ ...nothing, weight: 10_000 })).toBe(48);
  });
});

it('each point brings a review forward by an hour', () => {
  expect(rankAt(NOON, 1.5)).toEqual(later(-90));
  expect(rankAt(NOON, 0)).toEqual(NOON);
});

it('what is held has a day', () => {
  expect(dueAfter(NOON)).toEqual(later(24 * 60));
});

it('a claim holds for a quarter of an hour, of what waits', () => {
  const claim = { state: ReviewState.PENDING, ...claimBy('nora', FREE, NOON) };
  expect(claimant(claim, later(14))).toBe('nora');
  expect(claimant(claim, later(15))).toBeNull();
  expect(claimant({ ...claim, state: ReviewState.APPROVED }, NOON)).toBeNull();
  expect(claimant({ ...claim, claimedById: null, claimedUntil: null }, NOON)).toBeNull();
});

it('a claim is taken again for an hour in all; then others have an hour to take it', () => {
  let claim = claimBy('nora', FREE, NOON);
  for (const minutes of [10, 20, 30, 40, 50]) claim = claimBy('nora', claim, later(minutes));
  expect(claim.claimedUntil).toEqual(later(60));
  // left and taken anew is no way around it
  expect(claimBy('nora', { ...claim, claimedUntil: null } as typeof claim, later(70)).claimedUntil).toEqual(later(60));
  expect(claimBy('otto', claim, later(70))).toEqual({
    ...{ claimedById: 'otto', claimedUntil: later(85), claimedSince: later(70) },
  });
  expect(claimBy('nora', claim, later(120)).claimedUntil).toEqual(later(135));
});

it('only what waits is overdue', () => {
  expect(isOverdue({ state: ReviewState.PENDING, dueAt: NOON }, later(-1))).toBe(false);
  expect(isOverdue({ state: ReviewState.PENDING, dueAt: NOON }, NOON)).toBe(true);
  expect(isOverdue({ state: ReviewState.REJECTED, dueAt: NOON }, later(9))).toBe(false);
});
