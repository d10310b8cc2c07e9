import { splitWhole } from '../../ledger/split.js';
import type { RewardRule } from '../rules/reward-rule.entity.js';
import type { RewardTerms, RuleBook } from '../rules/reward-rule.policy.js';
import type { Fact, Part } from './facts.js';

const DAY = 86_400_000;

/** The span that a cap counts in. */
export interface Span {
  companyId: string;
  userId: string;
  rule: RewardRule;
  from: Date;
  to: Date;
}

const ALWAYS = { from: new Date('1900-01-01T00:00:00Z'), to: new Date('3000-01-01T00:00:00Z') };

function dayOf(at: Date): Pick<Span, 'from' | 'to'> {
  const from = new Date(+at - (+at % DAY));
  return { from, to: new Date(+from + DAY) };
}

export const spanKey = ({ companyId, userId, rule, from }: Span): string => [companyId, userId, rule, +from].join('/');

/** What a cap is counted for: somebody, a rule, a moment. */
export interface Claim {
  companyId: string;
  userId: string;
  rule: RewardRule;
  at: Date;
}

/** The spans that a claim has to have room in, with the most points of each. */
export function capsOf({ at, ...who }: Claim, { dailyCap, lifetimeCap }: RewardTerms): (Span & { most: number })[] {
  return [
    ...(dailyCap === null ? [] : [{ ...who, ...dayOf(at), most: dailyCap }]),
    ...(lifetimeCap === null ? [] : [{ ...who, ...ALWAYS, most: lifetimeCap }]),
  ];
}

/** What members may still earn: begins with what stands, and is used up by what is added. */
export class Room {
  /** @param used points that stand, by span */
  constructor(private readonly used: Map<string, number>) {}

  /** How much of these points there is room for. */
  for(claim: Claim, terms: RewardTerms, points: number): number {
    const left = capsOf(claim, terms).map((span) => span.most - (this.used.get(spanKey(span)) ?? 0));
    return Math.max(0, Math.min(points, ...left));
  }

  take(claim: Claim, terms: RewardTerms, points: number): void {
    for (const span of capsOf(claim, terms)) {
      const key = spanKey(span);
      this.used.set(key, (this.used.get(key) ?? 0) + points);
    }
  }
}

/** What somebody gets for a fact, or would but for a cap or what they are. */
export interface Verdict extends Part {
  points: number;
  capped: boolean;
  eligible: boolean;
}

/**
 * Divides what a rule gave at the fact's moment among those who have a part in it. Shares of who earns nothing lapse; the
 * others' are not larger for it. What a cap leaves no room for is not given later.
 */
export function judge(
  fact: Fact,
  people: Part[],
  book: RuleBook,
  earns: (userId: string) => boolean,
  room: Room,
): Verdict[] {
  const terms = book.at(fact.rule, fact.at);
  const shares = splitWhole(
    terms.points,
    people.map(({ parts }) => parts),
  );
  return people.map(({ userId, parts }, index) => {
    const eligible = earns(userId);
    const share = eligible ? shares[index]! : 0;
    const claim = { companyId: fact.companyId, userId, rule: fact.rule, at: fact.at };
    const points = room.for(claim, terms, share);
    room.take(claim, terms, points);
    return { userId, parts, points, capped: points < share, eligible };
  });
}
