import { RewardRule } from './reward-rule.entity.js';

/** What a rule gives, and to how much at most. */
export interface RewardTerms {
  rule: RewardRule;
  points: number;
  every: number | null;
  dailyCap: number | null;
  lifetimeCap: number | null;
}

/** The same from a moment on. */
export interface DatedTerms extends RewardTerms {
  startsAt: Date;
}

const terms = (
  rule: RewardRule,
  points: number,
  { every = null, dailyCap = null, lifetimeCap = null }: Partial<RewardTerms> = {},
): RewardTerms => ({ rule, points, every, dailyCap, lifetimeCap });

/**
 * What holds where a company has said nothing. Outcomes outweigh activity by far: an idea that is delivered earns what 36
 * published ones do, and those of one day are capped, because what is paid by the piece is made by the piece, while
 * nobody can make the company deliver. docs/rewards.md has the reasons.
 */
const DEFAULTS: readonly RewardTerms[] = [
  terms(RewardRule.IDEA_PUBLISHED, 5, { dailyCap: 20 }),
  terms(RewardRule.FIRST_VOTE, 2, { dailyCap: 10 }),
  terms(RewardRule.VOTES, 5, { every: 10, dailyCap: 50 }),
  terms(RewardRule.COMMENT_APPRECIATED, 1, { dailyCap: 20 }),
  terms(RewardRule.ANSWER_GIVEN, 3, { dailyCap: 15 }),
  terms(RewardRule.SIMILAR_FOUND, 3, { dailyCap: 15 }),
  terms(RewardRule.FLAG_UPHELD, 3, { dailyCap: 15 }),
  terms(RewardRule.IDEA_SHORTLISTED, 20),
  terms(RewardRule.IDEA_PLANNED, 60),
  terms(RewardRule.IDEA_DELIVERED, 120),
  terms(RewardRule.WINNER, 200),
];
const DEFAULT_OF = new Map(DEFAULTS.map((one) => [one.rule, one]));

/** In the order that they are shown in. */
export const ALL_RULES: readonly RewardRule[] = DEFAULTS.map(({ rule }) => rule);

/** What somebody else decides about an idea, in the end: told as soon as it is earned. */
export const OUTCOMES: readonly RewardRule[] = [
  RewardRule.IDEA_SHORTLISTED,
  RewardRule.IDEA_PLANNED,
  RewardRule.IDEA_DELIVERED,
  RewardRule.WINNER,
];

/** Who reports what breaks a rule is nobody's business: what others see does not count it, or who has nothing else is known. */
const UNSEEN = RewardRule.FLAG_UPHELD;

/** Whether what others see counts it: leaderboards, levels and secret badges. */
export const isSeen = (rule: RewardRule): boolean => rule !== UNSEEN;

/** `isSeen` in a statement. */
export const seenSql = (rule: string): string => `${rule} <> '${UNSEEN}'`;

/** All that a company has ever said of its rules. */
export class RuleBook {
  private readonly byRule = new Map<RewardRule, DatedTerms[]>();

  /** @param versions of one company, in any order */
  constructor(versions: readonly DatedTerms[]) {
    for (const version of versions.toSorted((a, b) => +b.startsAt - +a.startsAt))
      this.byRule.set(version.rule, [...(this.byRule.get(version.rule) ?? []), version]);
  }

  /** What a rule gave, or gives, at a moment. */
  at(rule: RewardRule, moment: Date): RewardTerms & { startsAt: Date | null } {
    const version = this.byRule.get(rule)?.find(({ startsAt }) => startsAt <= moment);
    return version ?? { ...DEFAULT_OF.get(rule)!, startsAt: null };
  }

  /** The first change of a rule that is to come. */
  next(rule: RewardRule, moment: Date): DatedTerms | null {
    return this.byRule.get(rule)?.findLast(({ startsAt }) => startsAt > moment) ?? null;
  }

  /** For each how many votes an idea has earned something from one moment to another. */
  steps(from: Date, to: Date): number[] {
    const later = (this.byRule.get(RewardRule.VOTES) ?? []).filter(({ startsAt }) => startsAt > from && startsAt <= to);
    return [this.at(RewardRule.VOTES, from), ...later].map(({ every }) => every!);
  }
}
