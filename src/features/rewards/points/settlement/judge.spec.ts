import fc from 'fast-check';
import { RewardRule } from '../rules/reward-rule.entity.js';
import { RuleBook } from '../rules/reward-rule.policy.js';
import type { Fact } from './facts.js';
import { judge, Room } from './judge.js';

const at = (text: string) => new Date(`2026-03-${text}:00Z`);
const fact = (rule: RewardRule, moment: Date): Fact => ({
  ...{ companyId: 'c', rule, key: 'k', at: moment },
  ...{ ideaId: null, commentId: null, flagId: null, challengeId: null, votes: null },
});
const since = (startsAt: Date, points: number, dailyCap: number | null, lifetimeCap: number | null = null) => ({
  ...{ rule: RewardRule.IDEA_PUBLISHED, points, every: null, dailyCap, lifetimeCap, startsAt },
});
const everybody = () => true;
const points = (verdicts: { points: number }[]) => verdicts.map((verdict) => verdict.points);

describe('what a fact earns', () => {
  it('is what the rule gave at its moment', () => {
    const book = new RuleBook([since(at('10T00:00'), 7, null), since(at('20T00:00'), 9, null)]);
    const earned = (moment: string) =>
      points(
        judge(
          fact(RewardRule.IDEA_PUBLISHED, at(moment)),
          [{ userId: 'a', parts: 1 }],
          book,
          everybody,
          new Room(new Map()),
        ),
      );
    expect(['09T23:59', '10T00:00', '19T23:59', '20T00:00'].map(earned)).toEqual([[5], [7], [7], [9]]);
  });

  it('is divided by the parts, and what lapses goes to nobody', () => {
    const people = [
      { userId: 'a', parts: 2 },
      { userId: 'staff', parts: 1 },
      { userId: 'b', parts: 1 },
    ];
    const verdicts = judge(
      fact(RewardRule.IDEA_PLANNED, at('01T10:00')),
      people,
      new RuleBook([]),
      (userId) => userId !== 'staff',
      new Room(new Map()),
    );
    expect(points(verdicts)).toEqual([30, 0, 15]);
    expect(verdicts.map(({ eligible, capped }) => [eligible, capped])).toEqual([
      [true, false],
      [false, false],
      [true, false],
    ]);
  });

  it('never passes a cap, of the day or of a life, whatever comes in which order', () => {
    const moments = fc.integer({ min: 0, max: 5 * 24 - 1 });
    fc.assert(
      fc.property(fc.array(moments, { maxLength: 60 }), fc.nat(30), fc.nat(60), (hours, daily, lifetime) => {
        const book = new RuleBook([since(at('01T00:00'), 7, daily + 1, lifetime + 1)]);
        const room = new Room(new Map());
        const days = new Map<number, number>();
        for (const hour of hours) {
          const moment = new Date(+at('02T00:00') + hour * 3_600_000);
          const [verdict] = judge(
            fact(RewardRule.IDEA_PUBLISHED, moment),
            [{ userId: 'a', parts: 1 }],
            book,
            everybody,
            room,
          );
          const day = Math.floor(hour / 24);
          days.set(day, (days.get(day) ?? 0) + verdict!.points);
          expect(verdict!.capped).toBe(verdict!.points < 7);
        }
        for (const sum of days.values()) expect(sum).toBeLessThanOrEqual(daily + 1);
        expect([...days.values()].reduce((all, sum) => all + sum, 0)).toBeLessThanOrEqual(lifetime + 1);
      }),
    );
  });
});
