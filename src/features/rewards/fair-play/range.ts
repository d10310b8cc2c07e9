import { FairPlayRule } from './fair-play.policy.js';
import type { IdeaVotes, Step } from './fair-play.queries.js';
import type { Finding } from './findings.service.js';

/** How many of something one rule questions. */
export interface Part {
  rule: FairPlayRule;
  amount: number;
}

/** As it is counted, and what remains without all that is questioned; the truth lies between. */
export interface Range {
  counted: number;
  lowest: number;
  place: number;
  lowestPlace: number;
  questioned: Part[];
}

/** Who questioned voters of each idea are: by rule. */
export type Questioned = Map<string, Map<FairPlayRule, Set<string>>>;

/** A vote that two findings of one rule question is questioned once. */
export function questionedBy(findings: Finding[]): Questioned {
  const all: Questioned = new Map();
  for (const { rule, votes } of findings)
    for (const { ideaId, voters } of votes) {
      const rules = all.get(ideaId) ?? new Map<FairPlayRule, Set<string>>();
      const known = rules.get(rule) ?? new Set<string>();
      for (const voter of voters) known.add(voter);
      all.set(ideaId, rules.set(rule, known));
    }
  return all;
}

/** A place is one more than how many are above: who has the same shares it. */
export const placeOf = (amount: number, steps: Step[]): number =>
  1 + steps.reduce((above, step) => above + (step.amount > amount ? step.holders : 0), 0);

/** Of an idea's votes. Those of excluded members are questioned, too, unless another rule has told them already. */
export function rangeOf({ ideaId, votes, excluded }: IdeaVotes, questioned: Questioned, steps: Step[]): Range {
  const rules = new Map(questioned.get(ideaId));
  if (excluded.length > 0) rules.set(FairPlayRule.EXCLUDED_MEMBERS, new Set(excluded));
  const parts = [...rules].map(([rule, voters]) => ({ rule, amount: voters.size }));
  const all = new Set([...rules.values()].flatMap((voters) => [...voters]));
  return placed(votes, Math.max(0, votes - all.size), parts, steps);
}

/** A range with its places: the lowest as if nothing else were questioned. */
export const placed = (counted: number, lowest: number, questioned: Part[], steps: Step[]): Range => ({
  ...{ counted, lowest, questioned },
  // it is not above itself
  ...{ place: placeOf(counted, steps), lowestPlace: placeOf(lowest, steps) - (counted > lowest ? 1 : 0) },
});
