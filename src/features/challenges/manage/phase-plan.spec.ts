import { PHASE_DEFAULTS } from '../challenge.policy.js';
import { type Phase, PhaseKind } from '../phase.entity.js';
import { slugOf } from './challenge-slug.js';
import type { CriterionInput, PhaseInput } from './edit-challenge.inputs.js';
import { criteriaProblems, planPhases } from './phase-plan.js';

const day = (n: number) => new Date(Date.UTC(2026, 0, n));
const input = (from: number, to: number, changes: Partial<PhaseInput> = {}): PhaseInput => ({
  kind: PhaseKind.IDEATION,
  startsAt: day(from),
  endsAt: day(to),
  ...changes,
});
const owner = { id: 'c', companyId: 'k' };
const stored = (...inputs: PhaseInput[]): Phase[] => planPhases(owner, [], inputs, null).phases;
const codes = (problems: { path: string; code: string }[]) => problems.map(({ path, code }) => `${path} ${code}`);

describe('a list of phases', () => {
  it('gets what its kinds allow, unless told otherwise', () => {
    const [first, second] = stored(input(1, 2), input(2, 3, { kind: PhaseKind.VOTING, countsVisible: true }));
    expect(first).toMatchObject(PHASE_DEFAULTS.IDEATION);
    expect(second).toMatchObject({ ...PHASE_DEFAULTS.VOTING, countsVisible: true });
  });

  it('is in order, without overlap; one may start when the one before ends', () => {
    const check = (...inputs: PhaseInput[]) => codes(planPhases(owner, [], inputs, null).problems);
    expect(check(input(1, 2), input(2, 3))).toEqual([]);
    expect(check(input(1, 3), input(2, 4))).toEqual(['phases.1.startsAt PHASES_OVERLAP']);
    expect(check(input(5, 6), input(1, 2))).toEqual(['phases.1.startsAt PHASES_OVERLAP']);
    expect(check(input(2, 2))).toEqual(['phases.0.endsAt PHASE_END_BEFORE_START']);
  });

  it('keeps the ids of the phases it had, by id or by place', () => {
    const before = stored(input(1, 2), input(2, 3));
    const byPlace = planPhases(owner, before, [input(1, 2), input(4, 5)], null);
    expect(byPlace.phases.map(({ id }) => id)).toEqual(before.map(({ id }) => id));
    const byId = planPhases(owner, before, [input(2, 3, { id: before[1]!.id })], null);
    expect(byId.phases[0]!.id).toBe(before[1]!.id);
    expect(byId.removed).toEqual([before[0]]);
    const strange = planPhases(owner, before, [input(1, 2, { id: 'another' })], null);
    expect(codes(strange.problems)).toEqual(['phases.0.id UNKNOWN_PHASE']);
  });

  it('of a public challenge leaves alone what has started', () => {
    const before = stored(input(1, 10), input(10, 20));
    const check = (...inputs: PhaseInput[]) => codes(planPhases(owner, before, inputs, day(5)).problems);
    expect(check(input(1, 10), input(12, 22), input(22, 23))).toEqual([]);
    expect(check(input(1, 10))).toEqual([]);
    expect(check(input(1, 11), input(11, 20))).toEqual(['phases.0 PHASE_STARTED']);
    expect(check(input(1, 10, { mayVote: false }))).toEqual(['phases.0 PHASE_STARTED']);
    expect(check(input(10, 20, { id: before[1]!.id }))).toEqual(['phases PHASE_STARTED']);
    expect(check()).toEqual(['phases PHASE_STARTED', 'phases PHASES_NEEDED']);
    const late = planPhases(owner, before, [input(1, 10), input(10, 20), input(20, 21)], day(25));
    expect(codes(late.problems)).toEqual(['phases.2.startsAt PHASE_IN_PAST', 'phases PHASES_OVER']);
  });
});

it('weights add up to 100, where there are any', () => {
  const of = (...weights: number[]) =>
    criteriaProblems(weights.map((weight) => ({ name: 'x', weight }) as CriterionInput));
  expect(of()).toEqual([]);
  expect(of(60, 40)).toEqual([]);
  expect(codes(of(60, 30))).toEqual(['criteria WEIGHTS_NOT_100']);
});

it('an address is plain, short and never empty', () => {
  expect(slugOf('¿Cómo mejorar  el día a día?')).toBe('como-mejorar-el-dia-a-dia');
  expect(slugOf('Città & perché')).toBe('citta-perche');
  expect(slugOf('日本語')).toBe('challenge');
  expect(slugOf(`${'a'.repeat(59)} b`)).toBe('a'.repeat(59));
});
