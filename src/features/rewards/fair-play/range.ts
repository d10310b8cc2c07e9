import { FairPlayRule } from './fair-play.policy.js';
import type { IdeaVotes, Step } from './fair-play.queries.js';
import type { Finding } from './findings.service.js';
import type { MemberPoints, VotePoints, VotesForPoints } from './points-range.queries.js';

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

/** What members' points would lose: by rule, and without all that is questioned. */
export type Lost = Map<string, { all: number; rules: Map<FairPlayRule, number> }>;

/** Points for votes fall where fewer votes would remain than they ask for; who is excluded counts for none already. */
export function lostBy(awards: VotePoints[], votes: VotesForPoints[], questioned: Questioned): Lost {
  const known = new Map(votes.map((one) => [one.ideaId, one]));
  const lost: Lost = new Map();
  for (const { ideaId, userId, points, needed } of awards) {
    const { votes: count, excluded } = known.get(ideaId)!;
    const falls = (voters: Iterable<string>) => needed > count - new Set([...excluded, ...voters]).size;
    const rules = [...questioned.get(ideaId)!];
    if (!falls(rules.flatMap(([, voters]) => [...voters]))) continue;
    const own = lost.get(userId) ?? { all: 0, rules: new Map<FairPlayRule, number>() };
    own.all += points;
    for (const [rule, voters] of rules) if (falls(voters)) own.rules.set(rule, (own.rules.get(rule) ?? 0) + points);
    lost.set(userId, own);
  }
  return lost;
}

/** Of a member's points. */
export function pointsRangeOf({ userId, points }: MemberPoints, lost: Lost, steps: Step[]): Range {
  const { all = 0, rules } = lost.get(userId) ?? {};
  return placed(
    points,
    points - all,
    [...(rules ?? [])].map(([rule, amount]) => ({ rule, amount })),
    steps,
  );
}
