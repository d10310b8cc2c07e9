import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../../../shared/auth/viewer.js';
import { Clock } from '../../../../shared/config/clock.js';
import { Database } from '../../../../shared/database/database.js';
import { RateLimits } from '../../../../shared/ratelimit/rate-limits.js';
import { MembershipsService } from '../../../companies/memberships.service.js';
import type { Award } from '../award.entity.js';
import { RewardRule } from '../rules/reward-rule.entity.js';
import type { RewardTerms } from '../rules/reward-rule.policy.js';
import { checkRules } from '../rules/reward-rules.checks.js';
import { AuthorParts } from '../settlement/author-parts.service.js';
import { excludedVoices } from '../../exclusions.js';
import { type Fact, keyOf } from '../settlement/facts.js';
import { SettlementQueries } from '../settlement/settlement.queries.js';
import { type Happened, lifetimesOf, simulate } from './simulation.js';
import type { RewardSimulation, SimulateRewardsInput } from './simulation.types.js';

const TRIES = { name: 'simulate-rewards', points: 120, seconds: 3600 };
const DAYS = 90;
const DAY = 86_400_000;

const AWARDS = `SELECT user_id AS "userId", rule, cause, points, parts, eligible, at FROM award
WHERE company_id = $1 AND at >= $2 AND standing`;

/** Each vote of the time that made a full number of them, whatever it was before. Numbered are those of ideas that had some in that time. */
const VOTES = `
SELECT idea_id AS "ideaId", at FROM (
  SELECT v.idea_id, v.created_at AS at, row_number() OVER (PARTITION BY v.idea_id ORDER BY v.created_at, v.user_id) AS number
  FROM vote v JOIN idea i ON i.id = v.idea_id AND i.visibility = 'PUBLISHED'
  WHERE v.idea_id IN (SELECT idea_id FROM vote WHERE company_id = $1 AND created_at >= $2) AND v.value = 1
    AND v.user_id <> ALL (${excludedVoices('$1', '$4')})
) o WHERE number % $3::integer = 0 AND at >= $2`;

type AwardRow = Pick<Award, 'userId' | 'rule' | 'cause' | 'points' | 'parts' | 'eligible' | 'at'>;

/** Tries rules on what happened lately; nothing is changed by that. */
@Injectable()
export class SimulationService {
  constructor(
    private readonly database: Database,
    private readonly memberships: MembershipsService,
    private readonly queries: SettlementQueries,
    private readonly authors: AuthorParts,
    private readonly limits: RateLimits,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError as `require`, VALIDATION_FAILED, RATE_LIMITED */
  async try(viewer: Viewer, { companyId, rules }: SimulateRewardsInput): Promise<RewardSimulation> {
    await this.memberships.require(viewer, companyId, 'company.manage');
    checkRules(rules);
    await this.limits.take(TRIES, viewer.userId);
    const now = this.clock.now();
    // whole days, as the caps have them
    const since = new Date(+now - (+now % DAY) - DAYS * DAY);
    const tried = rules.map(({ every = null, dailyCap = null, lifetimeCap = null, ...rest }): RewardTerms => ({
      ...rest,
      ...{ every, dailyCap, lifetimeCap },
    }));
    const given = await this.database.query<AwardRow>(AWARDS, [companyId, since]);
    const happened = happenedIn(companyId, given, new Set(tried.map(({ rule }) => rule)));
    const votes = tried.find(({ rule }) => rule === RewardRule.VOTES);
    if (votes) happened.push(...(await this.votes(companyId, votes.every!, since, now)));
    const spans = lifetimesOf(happened, tried).map((span) => ({ ...span, to: since }));
    const before = await this.queries.used(this.database.manager, spans);
    return { since, ...simulate(given, happened, tried, before) };
  }

  /** What its votes earn an idea: divided among those who are its authors now. */
  private async votes(companyId: string, every: number, since: Date, now: Date): Promise<Happened[]> {
    const tx = this.database.manager;
    const rows = await this.database.query<{ ideaId: string; at: Date }>(VOTES, [companyId, since, every, now]);
    const ideas = [...new Set(rows.map(({ ideaId }) => ideaId))].map((ideaId) => ({ ideaId, at: now }));
    const parts = new Map([...(await this.authors.of(tx, ideas))].map(([{ ideaId }, people]) => [ideaId, people]));
    const all = [...new Set([...parts.values()].flat().map(({ userId }) => userId))];
    const standing = await this.queries.standing(
      tx,
      all.map((userId) => ({ companyId, userId })),
      now,
    );
    const earning = new Set(all.filter((userId) => standing.earns(companyId, userId)));
    return rows.map(({ ideaId, at }) => ({
      fact: factOf(companyId, RewardRule.VOTES, ideaId, at),
      people: parts.get(ideaId)!,
      earning,
    }));
  }
}

/** What awards were for, each once: with all who had a part in it. */
function happenedIn(companyId: string, awards: AwardRow[], rules: Set<RewardRule>): Happened[] {
  const found = new Map<string, Happened>();
  for (const { userId, rule, cause, parts, eligible, at } of awards) {
    if (!rules.has(rule) || rule === RewardRule.VOTES) continue;
    const key = keyOf(cause);
    const one = found.get(key) ?? { fact: factOf(companyId, rule, key, at), people: [], earning: new Set<string>() };
    one.people.push({ userId, parts });
    if (eligible) one.earning.add(userId);
    found.set(key, one);
  }
  return [...found.values()];
}

const factOf = (companyId: string, rule: RewardRule, key: string, at: Date): Fact => ({
  ...{ companyId, rule, key, at },
  ...{ ideaId: null, commentId: null, flagId: null, challengeId: null, votes: null },
});
