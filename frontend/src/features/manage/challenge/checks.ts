import { parseAmount, parsePercent } from './amount';
import type { ChallengeValues, Part, PrizeValues } from './challenge-values';
import type { Step } from './editor-search';
import { type Limits, planRefusal, type Refusal } from './plan';

/** What keeps a challenge from being published. */
export type Problem =
  | 'NO_TITLE'
  | 'NO_BRIEF'
  | 'NO_PHASES'
  | 'PRIZE_UNNAMED'
  | 'NO_AMOUNT'
  | 'NOT_AN_AMOUNT'
  | 'NO_POINTS'
  | 'NO_SHARE'
  | 'CLAIM_DAYS'
  | 'NO_EXPERTS'
  | 'CRITERION_UNNAMED'
  | 'WEIGHT'
  | 'WEIGHTS'
  | Refusal;

/** What is only worth a thought. */
export type Advice = 'NO_SUMMARY' | 'NO_COVER' | 'NO_IDEATION' | 'NO_PRIZES' | 'NO_CRITERIA' | 'NO_TERMS';

export interface Finding {
  step: Step;
  part: Part;
  /** the form's field */
  path: string;
  problem: Problem;
}

const PART_STEPS: Record<Part, Step> = {
  title: 'question',
  summary: 'question',
  brief: 'question',
  cover: 'question',
  language: 'question',
  tags: 'question',
  phases: 'phases',
  prizes: 'prizes',
  winnersBy: 'prizes',
  claimDays: 'prizes',
  criteria: 'prizes',
  terms: 'terms',
};

/** The step that a field is in, by the name that the form or the API gives it. */
export const stepOf = (path: string): Step => {
  const [part = ''] = path.split('.');
  if (part === 'coverFileId') return 'question';
  return part in PART_STEPS ? PART_STEPS[part as Part] : 'check';
};

const found = (part: Part, path: string, problem: Problem): Finding => ({
  step: PART_STEPS[part],
  part,
  path,
  problem,
});

const isWhole = (text: string, least: number, most: number): boolean =>
  /^\d+$/.test(text.trim()) && Number(text) >= least && Number(text) <= most;

/** What is wrong with how much a prize is; null where nothing is. */
function amountProblem(prize: PrizeValues, locale: string): [keyof PrizeValues, Problem] | null {
  const { kind, amountMinor, currency, points, shareBasisPoints } = prize;
  if (kind === 'POINTS') return isWhole(points, 1, 10_000_000) ? null : ['points', 'NO_POINTS'];
  if (kind === 'REVENUE_SHARE') return parsePercent(shareBasisPoints, locale) ? null : ['shareBasisPoints', 'NO_SHARE'];
  if (kind !== 'MONEY') return null;
  if (!amountMinor.trim()) return ['amountMinor', 'NO_AMOUNT'];
  return parseAmount(amountMinor, currency, locale) ? null : ['amountMinor', 'NOT_AN_AMOUNT'];
}

function prizeFindings({ prizes, claimDays }: ChallengeValues, locale: string): Finding[] {
  const findings = prizes.flatMap((prize, index) => {
    const named = prize.title.trim() ? [] : [found('prizes', `prizes.${index}.title`, 'PRIZE_UNNAMED')];
    const wrong = amountProblem(prize, locale);
    return wrong ? [...named, found('prizes', `prizes.${index}.${wrong[0]}`, wrong[1])] : named;
  });
  return isWhole(claimDays, 7, 365) ? findings : [...findings, found('claimDays', 'claimDays', 'CLAIM_DAYS')];
}

export const weightSum = ({ criteria }: Pick<ChallengeValues, 'criteria'>): number =>
  criteria.reduce((total, { weight }) => total + (Number(weight) || 0), 0);

const isWeight = (text: string): boolean => isWhole(text, 1, 100);

function criterionFindings(values: ChallengeValues): Finding[] {
  const findings = values.criteria.flatMap(({ name, weight }, index) => [
    ...(name.trim() ? [] : [found('criteria', `criteria.${index}.name`, 'CRITERION_UNNAMED')]),
    ...(isWeight(weight) ? [] : [found('criteria', `criteria.${index}.weight`, 'WEIGHT')]),
  ]);
  const uneven = values.criteria.length > 0 && weightSum(values) !== 100;
  return uneven ? [...findings, found('criteria', 'criteria', 'WEIGHTS')] : findings;
}

function phaseFindings({ phases }: ChallengeValues, limits: Limits): Finding[] {
  if (phases.length === 0) return [found('phases', 'phases', 'NO_PHASES')];
  const wrong = planRefusal(phases, limits);
  return wrong ? [found('phases', `phases.${wrong.index}.${wrong.edge}`, wrong.refusal)] : [];
}

function winnerFindings({ prizes, winnersBy }: ChallengeValues, { hasExperts }: Limits): Finding[] {
  const nobody = prizes.length > 0 && winnersBy === 'JURY' && hasExperts === false;
  return nobody ? [found('winnersBy', 'winnersBy', 'NO_EXPERTS')] : [];
}

/** Everything that is wrong, in the order of the steps. */
export const findingsOf = (values: ChallengeValues, limits: Limits, locale: string): Finding[] => [
  ...(values.title.trim() ? [] : [found('title', 'title', 'NO_TITLE')]),
  ...(values.brief.trim() ? [] : [found('brief', 'brief', 'NO_BRIEF')]),
  ...phaseFindings(values, limits),
  ...prizeFindings(values, locale),
  ...winnerFindings(values, limits),
  ...criterionFindings(values),
];

export function adviceOf({ summary, cover, phases, prizes, criteria, terms }: ChallengeValues): [Advice, Step][] {
  const advice: [boolean, Advice, Step][] = [
    [!summary.trim(), 'NO_SUMMARY', 'question'],
    [!cover, 'NO_COVER', 'question'],
    [phases.length > 0 && !phases.some(({ rights }) => rights.includes('maySubmit')), 'NO_IDEATION', 'phases'],
    [prizes.length === 0, 'NO_PRIZES', 'prizes'],
    [criteria.length === 0, 'NO_CRITERIA', 'prizes'],
    [!terms.trim(), 'NO_TERMS', 'terms'],
  ];
  return advice.filter(([given]) => given).map(([, what, step]) => [what, step]);
}

/** A draft may lack a brief; other faults would be refused, so the part waits on this device until it is right. */
export const sendable = (findings: Finding[], parts: Part[]): Part[] =>
  parts.filter((part) => !findings.some((finding) => finding.part === part && finding.problem !== 'NO_BRIEF'));

export type StepState = 'wrong' | 'done' | 'open';

/** How far a step is. What nobody has come to yet is open, not wrong. */
export function stepStates(
  values: ChallengeValues,
  findings: Finding[],
  errors: Record<string, unknown>,
): Record<Step, StepState> {
  const missing: Problem[] = ['NO_TITLE', 'NO_BRIEF'];
  const stateOf = (step: Step, filled: boolean): StepState => {
    const here = findings.filter((finding) => finding.step === step);
    const refused = Object.entries(errors).some(([path, error]) => error && stepOf(path) === step);
    if (refused || here.some(({ problem }) => !missing.includes(problem))) return 'wrong';
    return filled && here.length === 0 ? 'done' : 'open';
  };
  return {
    question: stateOf('question', true),
    phases: stateOf('phases', true),
    prizes: stateOf('prizes', values.prizes.length + values.criteria.length > 0),
    terms: stateOf('terms', values.terms.trim() !== ''),
    check: 'open',
  };
}
