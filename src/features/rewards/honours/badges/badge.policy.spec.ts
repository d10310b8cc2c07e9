import { Locale } from '../../../../shared/errors/locale.js';
import { badgeWords, LADDER_WORDS, LEVEL_WORDS, SECRET_WORDS } from '../honours.words.js';
import { LEVELS } from '../levels/level.policy.js';
import {
  BadgeMetric,
  BUILT_INS,
  earnedBuiltIns,
  earnsOwn,
  type Figures,
  isForAllToSee,
  LADDERS,
  ladderOf,
  Secret,
} from './badge.policy.js';

const figures = (some: Partial<Figures> = {}): Figures => ({
  ...(Object.fromEntries(Object.values(BadgeMetric).map((metric) => [metric, 0])) as Figures),
  ...some,
});

describe('badges', () => {
  it('are earned step by step, and none for nothing', () => {
    expect(earnedBuiltIns({ figures: figures(), secrets: [] })).toEqual([]);
    expect(earnedBuiltIns({ figures: figures({ IDEAS_ACCEPTED: 14, YEARS: 2 }), secrets: [] })).toEqual([
      'IDEAS_ACCEPTED_1',
      'IDEAS_ACCEPTED_5',
      'YEARS_1',
      'YEARS_2',
    ]);
    expect(earnedBuiltIns({ figures: figures(), secrets: [Secret.BULLSEYE] })).toEqual(['BULLSEYE']);
  });

  it('have ladders that only rise', () => {
    for (const steps of Object.values(LADDERS)) expect([...steps]).toEqual([...steps].sort((a, b) => a - b));
    expect(LADDERS.IDEAS_ACCEPTED).toEqual([1, 5, 15, 30, 50]);
    expect(new Set(BUILT_INS).size).toBe(BUILT_INS.length);
    expect(ladderOf('IDEAS_ACCEPTED_15')).toEqual({ metric: 'IDEAS_ACCEPTED', threshold: 15, step: 3 });
    expect(ladderOf('BULLSEYE')).toBeNull();
  });

  it('of a company are earned by its rule, until it is retired; those by hand are not', () => {
    const badge = { id: '1', metric: BadgeMetric.ANSWERS_GIVEN, threshold: 3, retiredAt: null };
    const facts = { figures: figures({ ANSWERS_GIVEN: 3 }), secrets: [] };
    expect(earnsOwn(badge, facts)).toBe(true);
    expect(earnsOwn({ ...badge, threshold: 4 }, facts)).toBe(false);
    expect(earnsOwn({ ...badge, retiredAt: new Date() }, facts)).toBe(false);
    expect(earnsOwn({ ...badge, metric: null, threshold: null }, facts)).toBe(false);
  });

  it('for reports are for their holder alone', () => {
    expect(Object.values(BadgeMetric).filter((metric) => !isForAllToSee(metric))).toEqual(['FLAGS_UPHELD']);
    expect(isForAllToSee(null)).toBe(true);
  });

  it('and levels have names in each language, each its own', () => {
    for (const locale of Object.values(Locale)) {
      expect(new Set(LEVEL_WORDS.map((words) => words[locale])).size).toBe(LEVELS.length);
      const names = BUILT_INS.map((builtIn) => badgeWords(builtIn, locale).name);
      expect(new Set(names).size).toBe(BUILT_INS.length);
    }
    expect(Object.keys(LADDER_WORDS)).toEqual(Object.values(BadgeMetric));
    expect(Object.keys(SECRET_WORDS)).toEqual(Object.values(Secret));
  });
});
