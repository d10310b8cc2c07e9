import type { FieldProblem } from '../../../shared/errors/domain-error.js';
import { newId } from '../../../shared/database/ids.js';
import type { Challenge } from '../challenge.entity.js';
import { PHASE_DEFAULTS } from '../challenge.policy.js';
import { problem } from '../challenges.errors.js';
import type { CriterionInput, PhaseInput } from './edit-challenge.inputs.js';
import type { Phase } from '../phase.entity.js';

/** What a list of phases from a manager comes to. */
export interface PhasePlan {
  phases: Phase[];
  removed: Phase[];
  problems: FieldProblem[];
}

const RIGHTS = ['maySubmit', 'mayEdit', 'mayComment', 'mayVote', 'countsVisible'] as const;

/**
 * The phases as they would be, and what is wrong with them.
 * @param fixedUntil for a public challenge: what has started by this moment stays as it is; null for a draft
 */
export function planPhases(
  { id: challengeId, companyId }: Pick<Challenge, 'id' | 'companyId'>,
  existing: Phase[],
  inputs: PhaseInput[],
  fixedUntil: Date | null,
): PhasePlan {
  const byPlace = inputs.every(({ id }) => !id);
  const before = inputs.map((input, index) =>
    byPlace ? existing[index] : existing.find(({ id }) => input.id && id === input.id),
  );
  const phases = inputs.map((input, position) =>
    phaseOf(input, position, before[position], { challengeId, companyId }),
  );
  const removed = existing.filter((phase) => !before.includes(phase));
  const problems = inputs.flatMap(({ id }, index) => {
    const twice = before[index] !== undefined && before.indexOf(before[index]) !== index;
    return id && (!before[index] || twice) ? [problem(`phases.${index}.id`, 'UNKNOWN_PHASE')] : [];
  });
  if (fixedUntil) problems.push(...fixedProblems(existing, phases, removed, fixedUntil));
  return { phases, removed, problems: [...problems, ...orderProblems(phases)] };
}

function phaseOf(
  { kind, startsAt, endsAt, ...rights }: PhaseInput,
  position: number,
  before: Phase | undefined,
  owner: Pick<Phase, 'challengeId' | 'companyId'>,
): Phase {
  const fallback = before?.kind === kind ? before : PHASE_DEFAULTS[kind];
  const chosen = Object.fromEntries(RIGHTS.map((right) => [right, rights[right] ?? fallback[right]])) as Pick<
    Phase,
    (typeof RIGHTS)[number]
  >;
  const { id, startedEventAt, endedEventAt } = before ?? { id: newId(), startedEventAt: null, endedEventAt: null };
  return { id, ...owner, kind, position, startsAt, endsAt, ...chosen, startedEventAt, endedEventAt };
}

function fixedProblems(existing: Phase[], phases: Phase[], removed: Phase[], now: Date): FieldProblem[] {
  const problems = removed.some(({ startsAt }) => startsAt <= now) ? [problem('phases', 'PHASE_STARTED')] : [];
  phases.forEach((phase, index) => {
    const before = existing.find(({ id }) => id === phase.id);
    const started = before !== undefined && before.startsAt <= now;
    if (started && !samePhase(before, phase)) problems.push(problem(`phases.${index}`, 'PHASE_STARTED'));
    if (!started && phase.startsAt <= now) problems.push(problem(`phases.${index}.startsAt`, 'PHASE_IN_PAST'));
  });
  if (phases.length > 0 && phases.at(-1)!.endsAt <= now) problems.push(problem('phases', 'PHASES_OVER'));
  if (phases.length === 0) problems.push(problem('phases', 'PHASES_NEEDED'));
  return problems;
}

const samePhase = (a: Phase, b: Phase): boolean =>
  a.kind === b.kind &&
  a.position === b.position &&
  +a.startsAt === +b.startsAt &&
  +a.endsAt === +b.endsAt &&
  RIGHTS.every((right) => a[right] === b[right]);

const orderProblems = (phases: Phase[]): FieldProblem[] =>
  phases.flatMap(({ startsAt, endsAt }, index) => {
    if (endsAt <= startsAt) return [problem(`phases.${index}.endsAt`, 'PHASE_END_BEFORE_START')];
    const before = phases[index - 1];
    return before && startsAt < before.endsAt ? [problem(`phases.${index}.startsAt`, 'PHASES_OVERLAP')] : [];
  });

/** What is wrong with a list of criteria: their weights are percents of the whole. */
export function criteriaProblems(criteria: CriterionInput[]): FieldProblem[] {
  const sum = criteria.reduce((total, { weight }) => total + weight, 0);
  return criteria.length > 0 && sum !== 100 ? [problem('criteria', 'WEIGHTS_NOT_100', { sum })] : [];
}
