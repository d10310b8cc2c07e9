import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import { useLingui } from '@lingui/react';
import type { WinnersBy } from '@/gql/graphql';
import type { Part } from './challenge-values';
import type { Advice, Problem } from './checks';
import type { Step } from './editor-search';

const PROBLEMS: Record<Problem, MessageDescriptor> = {
  NO_TITLE: msg`Write the question.`,
  NO_BRIEF: msg`Write the brief: what is asked, and why.`,
  NO_PHASES: msg`Add at least one phase.`,
  PRIZE_UNNAMED: msg`Say what this place wins.`,
  NO_AMOUNT: msg`A prize in money needs its amount.`,
  NOT_AN_AMOUNT: msg`This is not an amount.`,
  NO_POINTS: msg`A prize in points needs their number.`,
  NO_SHARE: msg`A share of revenue needs its percentage, as 2.5.`,
  CLAIM_DAYS: msg`A whole number of days from 7 to 365.`,
  NO_EXPERTS: msg`A jury is made of experts, and there is none: make a member an expert first, or find the winners otherwise.`,
  CRITERION_UNNAMED: msg`Give this criterion a name.`,
  WEIGHT: msg`A whole number from 1 to 100.`,
  WEIGHTS: msg`The weights of the criteria should make 100 %.`,
  NOT_A_DATE: msg`This is not a date.`,
  LOCKED: msg`What has begun stays as it is. A running phase can be extended, with a public reason.`,
  END_BEFORE_START: msg`A phase lasts until after its start.`,
  OVERLAP: msg`Two phases would overlap: one has to end before the next begins.`,
  PAST: msg`A phase that is still to come cannot begin in the past.`,
  OVER: msg`The last phase would be over already.`,
  BEFORE_PUBLICATION: msg`The first phase would begin before the challenge is public.`,
};

const ADVICE: Record<Advice, MessageDescriptor> = {
  NO_SUMMARY: msg`A sentence or two below the question: people read them in lists before they open the challenge.`,
  NO_COVER: msg`A cover image: without one the challenge has your company’s colour.`,
  NO_IDEATION: msg`No phase takes new ideas.`,
  NO_PRIZES: msg`A prize: being named is one too.`,
  NO_CRITERIA: msg`Criteria: they tell people what a good answer is, and experts what to look at.`,
  NO_TERMS: msg`Terms: whose the ideas are, and how winners are chosen.`,
};

const STEP_NAMES: Record<Step, MessageDescriptor> = {
  question: msg`Question`,
  phases: msg`Phases`,
  prizes: msg`Prizes`,
  terms: msg`Terms`,
  check: msg`Check`,
};

const PARTS: Record<Part, MessageDescriptor> = {
  title: msg`Question`,
  summary: msg`Summary`,
  brief: msg`Brief`,
  cover: msg`Cover image`,
  language: msg`Language`,
  tags: msg`Tags`,
  terms: msg`Terms`,
  prizes: msg`Prizes`,
  winnersBy: msg`How winners are found`,
  claimDays: msg`Days to accept a prize`,
  criteria: msg`Criteria`,
  phases: msg`Phases`,
};

/** What the editor says of problems, steps and parts. */
export function useWords() {
  const { i18n } = useLingui();
  return {
    problem: (problem: Problem) => i18n._(PROBLEMS[problem]),
    advice: (advice: Advice) => i18n._(ADVICE[advice]),
    step: (step: Step) => i18n._(STEP_NAMES[step]),
    part: (part: Part) => i18n._(PARTS[part]),
  };
}

/** How winners are found, in the words of the terms. */
export function useWinnersBy(): Record<WinnersBy, string> {
  const { i18n } = useLingui();
  return {
    TALLY: i18n._(msg`The ideas with the most votes win`),
    JURY: i18n._(msg`Our experts choose, as a jury`),
    MANAGER: i18n._(msg`We choose, and say why`),
  };
}
