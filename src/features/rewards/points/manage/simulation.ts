import type { Fact, Part } from '../settlement/facts.js';
import { judge, Room, capsOf, type Span } from '../settlement/judge.js';
import type { RewardRule } from '../rules/reward-rule.entity.js';
import { ALL_RULES, type RewardTerms, RuleBook } from '../rules/reward-rule.policy.js';
import type { RewardSimulation } from './simulation.types.js';

const MOST_MEMBERS = 10;
const ALWAYS = new Date(0);

/** What was given to somebody, and stands. */
export interface Given {
  userId: string;
  rule: RewardRule;
  points: number;
}

/** What happened, with who had a part in it, and who of them could earn something. */
export interface Happened {
  fact: Fact;
  people: Part[];
  earning: Set<string>;
}

/** Sums by rule, and by member. */
class Sums {
  readonly rules = new Map<RewardRule, number>();
  readonly members = new Map<string, number>();

  add({ userId, rule, points }: Given): void {
    this.rules.set(rule, (this.rules.get(rule) ?? 0) + points);
    this.members.set(userId, (this.members.get(userId) ?? 0) + points);
  }
}

/** Spans of a life, in which points of before count. */
export const lifetimesOf = (happened: Happened[], tried: RewardTerms[]): Span[] => {
  const terms = new Map(tried.filter(({ lifetimeCap }) => lifetimeCap !== null).map((one) => [one.rule, one]));
  return happened.flatMap(({ fact, people }) => {
    const found = terms.get(fact.rule);
    return found ? people.flatMap(({ userId }) => capsOf({ ...fact, userId }, { ...found, dailyCap: null })) : [];
  });
};

/**
 * Judges what happened by other terms: divided and capped as it is when it happens. Rules that are not tried give what
 * they gave.
 * @param before points of before, by span, for caps of a life
 */
export function simulate(
  given: Given[],
  happened: Happened[],
  tried: RewardTerms[],
  before: Map<string, number>,
): Omit<RewardSimulation, 'since'> {
  const [now, then] = [new Sums(), new Sums()];
  const rules = new Set(tried.map(({ rule }) => rule));
  for (const one of given) {
    now.add(one);
    if (!rules.has(one.rule)) then.add(one);
  }
  const book = new RuleBook(tried.map((terms) => ({ ...terms, startsAt: ALWAYS })));
  const room = new Room(before);
  for (const { fact, people, earning } of happened.toSorted((a, b) => +a.fact.at - +b.fact.at)) {
    for (const { userId, points } of judge(fact, people, book, (id) => earning.has(id), room))
      then.add({ userId, rule: fact.rule, points });
  }
  return { ...total(now, then), ...differences(now, then) };
}

const total = (now: Sums, then: Sums) => {
  const sum = ({ rules }: Sums) => [...rules.values()].reduce((all, points) => all + points, 0);
  const rules = ALL_RULES.map((rule) => ({ rule, now: now.rules.get(rule) ?? 0, then: then.rules.get(rule) ?? 0 }));
  return { now: sum(now), then: sum(then), rules };
};

const differences = (now: Sums, then: Sums) => {
  const ids = [...new Set([...now.members.keys(), ...then.members.keys()])];
  const all = ids.map((userId) => ({ userId, now: now.members.get(userId) ?? 0, then: then.members.get(userId) ?? 0 }));
  const change = (one: { now: number; then: number }) => one.then - one.now;
  const changed = all.filter((one) => change(one) !== 0);
  changed.sort((a, b) => Math.abs(change(b)) - Math.abs(change(a)) || (a.userId < b.userId ? -1 : 1));
  return {
    gaining: changed.filter((one) => change(one) > 0).length,
    losing: changed.filter((one) => change(one) < 0).length,
    members: changed.slice(0, MOST_MEMBERS),
  };
};
