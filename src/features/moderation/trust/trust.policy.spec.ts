import fc from 'fast-check';
import { fallsAt, needsAfter, nextStanding, type TrustRecord } from './trust.policy.js';

const NOW = new Date('2026-05-01T03:00:00Z');
const DAY = 86_400_000;
const NOTHING: TrustRecord = {
  activeDays: 0,
  ideasRead: 0,
  acceptedPosts: 0,
  appreciations: 0,
  rulesBroken: 0,
  wrongFlags: 0,
  recentActiveDays: 0,
  recentAcceptedPosts: 0,
};
const BASIC = { ...NOTHING, activeDays: 3, ideasRead: 10, acceptedPosts: 2 };
const MEMBER = { ...BASIC, activeDays: 15, acceptedPosts: 10, appreciations: 5 };
const REGULAR = { ...MEMBER, recentActiveDays: 40, recentAcceptedPosts: 25 };
const after = (level: number, record: TrustRecord, belowSince: Date | null = null) =>
  nextStanding({ level, belowSince }, record, NOW);
const aRecord = fc.record(
  Object.fromEntries(Object.keys(NOTHING).map((name) => [name, fc.nat(60)])),
) as unknown as fc.Arbitrary<TrustRecord>;

describe('levels of trust', () => {
  it.each([
    ['nothing', NOTHING, 0],
    ['a few days, some reading and two posts', BASIC, 1],
    ['many days and posts that others liked', MEMBER, 2],
    ['being here often, and lately', REGULAR, 3],
    ['a broken rule', { ...BASIC, rulesBroken: 1 }, 0],
    ['posts without reading', { ...MEMBER, ideasRead: 0 }, 0],
  ])('come from %s', (_, record, level) => {
    expect(after(0, record)).toEqual({ level, belowSince: null });
  });

  it('are kept without coming, but for the highest', () => {
    for (const level of [1, 2]) expect(after(level, NOTHING)).toEqual({ level, belowSince: null });
    expect(after(3, MEMBER)).toEqual({ level: 3, belowSince: NOW });
  });

  it('are lost after fourteen days below, and not when one comes back before', () => {
    const [early, late] = [new Date(+NOW - 13 * DAY), new Date(+NOW - 14 * DAY)];
    expect(after(3, MEMBER, early)).toEqual({ level: 3, belowSince: early });
    expect(after(3, MEMBER, late)).toEqual({ level: 2, belowSince: null });
    expect(after(3, REGULAR, early)).toEqual({ level: 3, belowSince: null });
    expect(fallsAt(late)).toEqual(NOW);
  });

  it('are lost by breaking rules, one or all', () => {
    const late = new Date(+NOW - 20 * DAY);
    expect(after(2, { ...MEMBER, rulesBroken: 1 }, late)).toMatchObject({ level: 2 });
    expect(after(2, { ...MEMBER, rulesBroken: 2 }, late)).toMatchObject({ level: 1 });
    expect(after(2, { ...MEMBER, rulesBroken: 3 }, late)).toMatchObject({ level: 0 });
  });

  it('are not earned, and not kept, by who mostly reports what stays; the first one is', () => {
    const late = new Date(+NOW - 20 * DAY);
    expect(after(1, { ...REGULAR, wrongFlags: 3 })).toMatchObject({ level: 3 });
    expect(after(1, { ...REGULAR, wrongFlags: 4 })).toMatchObject({ level: 1 });
    expect(after(3, { ...REGULAR, wrongFlags: 4 })).toEqual({ level: 3, belowSince: NOW });
    expect(after(3, { ...REGULAR, wrongFlags: 4 }, late)).toMatchObject({ level: 1 });
    expect(after(0, { ...BASIC, wrongFlags: 40 })).toMatchObject({ level: 1 });
  });

  it('never leave the scale, never fall at once, and stand still once they have moved', () => {
    fc.assert(
      fc.property(aRecord, fc.nat(3), (record, level) => {
        const next = after(level, record);
        expect(next.level).toBeGreaterThanOrEqual(level);
        expect(next.level).toBeLessThanOrEqual(3);
        if (next.level > level) expect(after(next.level, record)).toEqual(next);
      }),
    );
  });
});

describe('what is missing', () => {
  it('is what the next level asks for', () => {
    expect(needsAfter(0, { ...BASIC, ideasRead: 4 })).toEqual([
      { need: 'ACTIVE_DAYS', have: 3, wanted: 3, atMost: false, met: true },
      { need: 'IDEAS_READ', have: 4, wanted: 10, atMost: false, met: false },
      { need: 'ACCEPTED_POSTS', have: 2, wanted: 2, atMost: false, met: true },
      { need: 'RULES_BROKEN', have: 0, wanted: 0, atMost: true, met: true },
    ]);
    expect(needsAfter(3, REGULAR)).toEqual([]);
  });

  it('is met by exactly those who rise', () => {
    fc.assert(
      fc.property(aRecord, fc.nat(2), (record, level) => {
        const met = needsAfter(level, record).every((need) => need.met);
        expect(after(level, record).level > level).toBe(met);
      }),
    );
  });
});
