/** What a level of trust asks for. */
export enum TrustNeedKind {
  ACTIVE_DAYS = 'ACTIVE_DAYS',
  IDEAS_READ = 'IDEAS_READ',
  ACCEPTED_POSTS = 'ACCEPTED_POSTS',
  APPRECIATIONS = 'APPRECIATIONS',
  RULES_BROKEN = 'RULES_BROKEN',
  WRONG_FLAGS = 'WRONG_FLAGS',
  RECENT_ACTIVE_DAYS = 'RECENT_ACTIVE_DAYS',
  RECENT_ACCEPTED_POSTS = 'RECENT_ACCEPTED_POSTS',
}

/** What a member has done in a company. */
export interface TrustRecord {
  /** days on which they opened an idea of others', of the last 400 */
  activeDays: number;
  ideasRead: number;
  /** ideas and comments that are public now */
  acceptedPosts: number;
  /** of their comments, and support of their ideas */
  appreciations: number;
  /** times that it was decided, in the last 90 days, that they broke a rule, and still holds */
  rulesBroken: number;
  /** of their reports that moderators decided in the last 90 days, how many more were rejected than upheld */
  wrongFlags: number;
  recentActiveDays: number;
  recentAcceptedPosts: number;
}

/** Windows of the record, in days: of rules broken and wrong reports, of what is recent, of all. */
export const BROKEN_DAYS = 90;
export const RECENT_DAYS = 100;
export const KEPT_DAYS = 400;
/** Whoever falls below a level keeps it this long: time to come back from a holiday. */
export const GRACE_DAYS = 14;
export const HIGHEST = 3;

interface Rule {
  need: TrustNeedKind;
  have: (record: TrustRecord) => number;
  wanted: number;
  /** not at least, but at most */
  atMost?: true;
}

const need = (kind: TrustNeedKind, have: Rule['have'], wanted: number): Rule => ({ need: kind, have, wanted });
const broken = (wanted: number): Rule => ({
  ...need(TrustNeedKind.RULES_BROKEN, ({ rulesBroken }) => rulesBroken, wanted),
  atMost: true,
});

/** Everybody errs; whoever mostly reports what stays is not to weigh more for it. */
const WRONG: Rule = {
  ...need(TrustNeedKind.WRONG_FLAGS, ({ wrongFlags }) => wrongFlags, 3),
  atMost: true,
};

/**
 * What each level asks of who has the one before. Discourse, from which the shape is taken, asks for 5 topics and 30
 * posts read (1), 15 days and 20 topics (2), 50 of 100 days (3). A community of ideas is visited less often and has
 * longer texts than a forum, so fewer are asked for here; posts that were accepted, which Discourse does not ask for
 * before level 3, are what a company has to rely on when it lets somebody write unread.
 */
const EARNED: Record<1 | 2 | 3, Rule[]> = {
  1: [
    need(TrustNeedKind.ACTIVE_DAYS, ({ activeDays }) => activeDays, 3),
    need(TrustNeedKind.IDEAS_READ, ({ ideasRead }) => ideasRead, 10),
    need(TrustNeedKind.ACCEPTED_POSTS, ({ acceptedPosts }) => acceptedPosts, 2),
    broken(0),
  ],
  2: [
    need(TrustNeedKind.ACTIVE_DAYS, ({ activeDays }) => activeDays, 15),
    need(TrustNeedKind.ACCEPTED_POSTS, ({ acceptedPosts }) => acceptedPosts, 10),
    need(TrustNeedKind.APPRECIATIONS, ({ appreciations }) => appreciations, 5),
    broken(1),
    WRONG,
  ],
  3: [
    need(TrustNeedKind.RECENT_ACTIVE_DAYS, ({ recentActiveDays }) => recentActiveDays, 40),
    need(TrustNeedKind.RECENT_ACCEPTED_POSTS, ({ recentAcceptedPosts }) => recentAcceptedPosts, 25),
    broken(1),
    WRONG,
  ],
};

/** What each level asks of who has it: the first two are lost by breaking rules, the second by wrong reports as well, not by staying away. */
const KEPT: Record<1 | 2 | 3, Rule[]> = { 1: [broken(2)], 2: [broken(1), WRONG], 3: EARNED[3] };

const isMet = (record: TrustRecord, { have, wanted, atMost }: Rule): boolean =>
  atMost ? have(record) <= wanted : have(record) >= wanted;
const meets = (record: TrustRecord, rules: Rule[]): boolean => rules.every((rule) => isMet(record, rule));

/** One thing that a level asks for. */
export interface TrustNeed {
  need: TrustNeedKind;
  have: number;
  wanted: number;
  atMost: boolean;
  met: boolean;
}

/** What the next level asks for; nothing from the highest on. */
export function needsAfter(level: number, record: TrustRecord): TrustNeed[] {
  const rules = EARNED[(level + 1) as 1 | 2 | 3] as Rule[] | undefined;
  return (rules ?? []).map((rule) => ({
    ...{ need: rule.need, have: rule.have(record), wanted: rule.wanted },
    ...{ atMost: rule.atMost ?? false, met: isMet(record, rule) },
  }));
}

/** Where somebody stands: their level, and since when they have been below what it asks. */
export interface Standing {
  level: number;
  belowSince: Date | null;
}

/** Where they stand from now on: up at once, step by step; down only after the days of grace. */
export function nextStanding({ level, belowSince }: Standing, record: TrustRecord, now: Date): Standing {
  let to = level;
  while (to < HIGHEST && meets(record, EARNED[(to + 1) as 1 | 2 | 3])) to++;
  if (to > level) return { level: to, belowSince: null };
  while (to > 0 && !meets(record, KEPT[to as 1 | 2 | 3])) to--;
  if (to === level) return { level, belowSince: null };
  const since = belowSince ?? now;
  return now >= fallsAt(since) ? { level: to, belowSince: null } : { level, belowSince: since };
}

/** When who has been below since then loses the level. */
export const fallsAt = (belowSince: Date): Date => new Date(+belowSince + GRACE_DAYS * 24 * 3_600_000);
