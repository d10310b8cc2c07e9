import { BLANK_PRIZE, blankChallenge, type ChallengeValues } from './challenge-values';
import { adviceOf, findingsOf, sendable, stepOf, stepStates } from './checks';
import type { Limits } from './plan';

const limits: Limits = { now: Date.now(), isPublic: false, publishAt: null };
const good: ChallengeValues = { ...blankChallenge('EN'), title: 'What now?', brief: 'Why.' };
const problems = (changes: Partial<ChallengeValues>) =>
  findingsOf({ ...good, ...changes }, limits, 'en').map(({ path, problem }) => `${path} ${problem}`);
const criterion = (weight: string, name = 'Use') => ({ name, description: '', weight });

test('a question, a brief and a plan are all that a challenge needs', () => {
  expect(problems({})).toEqual([]);
  expect(problems({ title: ' ', brief: '', phases: [] })).toEqual([
    'title NO_TITLE',
    'brief NO_BRIEF',
    'phases NO_PHASES',
  ]);
});

test('prizes have names, and those in money an amount', () => {
  const prize = { ...BLANK_PRIZE, title: 'Bread', kind: 'MONEY' as const };
  expect(problems({ prizes: [prize] })).toEqual(['prizes.0.amountMinor NO_AMOUNT']);
  expect(problems({ prizes: [{ ...prize, title: '', amountMinor: 'much' }] })).toEqual([
    'prizes.0.title PRIZE_UNNAMED',
    'prizes.0.amountMinor NOT_AN_AMOUNT',
  ]);
  expect(problems({ prizes: [{ ...prize, amountMinor: '12.50' }] })).toEqual([]);
});

test('prizes in points say how many, shares of revenue which', () => {
  const points = (text: string) => problems({ prizes: [{ ...BLANK_PRIZE, title: 'A', kind: 'POINTS', points: text }] });
  expect(['300', '', '0', '1.5', 'many'].map((text) => points(text).length)).toEqual([0, 1, 1, 1, 1]);
  const share = (text: string) =>
    problems({ prizes: [{ ...BLANK_PRIZE, title: 'A', kind: 'REVENUE_SHARE', shareBasisPoints: text }] });
  expect(['2.5', '100 %', '', '101', '2,5'].map((text) => share(text).length)).toEqual([0, 0, 1, 1, 1]);
});

test('winners have 7 to 365 days to accept', () => {
  expect(['7', '365', '6', '366', '', '1.5'].map((claimDays) => problems({ claimDays }).length)).toEqual([
    ...[0, 0, 1, 1, 1, 1],
  ]);
});

test('a jury that awards prizes needs somebody who could be it', () => {
  const values = { ...good, winnersBy: 'JURY' as const, prizes: [{ ...BLANK_PRIZE, title: 'Bread' }] };
  const lacking = (changes: Partial<ChallengeValues>, hasExperts?: boolean) =>
    findingsOf({ ...values, ...changes }, { ...limits, hasExperts }, 'en').map(
      ({ step, problem }) => `${step} ${problem}`,
    );
  expect(lacking({}, false)).toEqual(['prizes NO_EXPERTS']);
  expect([lacking({}, true), lacking({}), lacking({ prizes: [] }, false)]).toEqual([[], [], []]);
  expect(lacking({ winnersBy: 'TALLY' }, false)).toEqual([]);
});

test('criteria have names, and their weights make 100', () => {
  expect(problems({ criteria: [criterion('60'), criterion('40')] })).toEqual([]);
  expect(problems({ criteria: [criterion('60'), criterion('30')] })).toEqual(['criteria WEIGHTS']);
  expect(problems({ criteria: [criterion('100', ''), criterion('0')] })).toEqual([
    'criteria.0.name CRITERION_UNNAMED',
    'criteria.1.weight WEIGHT',
  ]);
});

test('a part that would be refused waits; the others are saved', () => {
  const values = { ...good, brief: '', criteria: [criterion('60')] };
  expect(sendable(findingsOf(values, limits, 'en'), ['title', 'brief', 'criteria'])).toEqual(['title', 'brief']);
});

test('a step shows whether it is complete, wrong, or still to do', () => {
  const states = (values: ChallengeValues, errors = {}) => stepStates(values, findingsOf(values, limits, 'en'), errors);
  expect(states({ ...good, title: '' })).toMatchObject({
    question: 'open',
    phases: 'done',
    prizes: 'open',
    terms: 'open',
  });
  expect(states({ ...good, criteria: [criterion('60')] })).toMatchObject({ question: 'done', prizes: 'wrong' });
  expect(states(good, { 'phases.0.startsAt': 'Too late.' })).toMatchObject({ phases: 'wrong' });
});

test('every field of the API is in a step', () => {
  expect(
    ['title', 'coverFileId', 'phases.0.endsAt', 'prizes.1.title', 'criteria', 'terms', 'publishAt'].map(stepOf),
  ).toEqual([...['question', 'question', 'phases', 'prizes', 'prizes', 'terms', 'check']]);
});

test('what is missing but not needed is only advised', () => {
  expect(adviceOf(good).map(([what]) => what)).toEqual([
    'NO_SUMMARY',
    'NO_COVER',
    'NO_PRIZES',
    'NO_CRITERIA',
    'NO_TERMS',
  ]);
});
