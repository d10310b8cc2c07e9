import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../../../shared/auth/viewer.js';
import { Clock } from '../../../../shared/config/clock.js';
import { Database } from '../../../../shared/database/database.js';
import type { Locale } from '../../../../shared/errors/locale.js';
import { isStaff } from '../../../companies/company.policy.js';
import { Membership } from '../../../companies/membership.entity.js';
import { MembershipsService } from '../../../companies/memberships.service.js';
import { Badge } from '../badges/badge.entity.js';
import { BadgeHolding } from '../badges/badge-holding.entity.js';
import { BadgeMetric, type Figures, isForAllToSee, LADDERS, stepOf } from '../badges/badge.policy.js';
import { badgeWords, LADDER_WORDS } from '../honours.words.js';
import { levelAt, nextFrom, round, scoreAt } from '../levels/level.policy.js';
import { Level } from '../levels/level.type.js';
import { MemberLevel } from '../levels/member-level.entity.js';
import { FactsQueries } from '../settling/facts.queries.js';
import type { BadgeGoal, BadgeLadder, LeaderboardOptOutInput, ViewerHonours } from './viewer-honours.type.js';

/** What members see of their own levels and badges. */
@Injectable()
export class ViewerHonoursService {
  constructor(
    private readonly database: Database,
    private readonly memberships: MembershipsService,
    private readonly facts: FactsQueries,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError as `require` */
  async of(viewer: Viewer, companyId: string, locale: Locale): Promise<ViewerHonours> {
    const { membership } = await this.memberships.require(viewer, companyId, 'company.member');
    const { userId } = viewer;
    const now = this.clock.now();
    const facts = await this.facts.of(companyId, userId, now);
    const held = await this.held(companyId, userId);
    const badges = held.map(({ holding }) => holding);
    const seen = facts.seenAt ?? membership.joinedAt;
    const number = levelAt(facts.contribution, now);
    const next = nextFrom(number) === null ? null : Level.of(number + 1);
    const risen = facts.reachedAt !== null && facts.reachedAt > seen && facts.highestLevel === number;
    return {
      ...{ userId, companyId, level: Level.of(number), next, badges },
      score: round(scoreAt(facts.contribution, now)),
      leaderboardOptOut: membership.leaderboardOptOut,
      takesPart: !isStaff(membership) || badges.length > 0,
      ladders: laddersOf(facts.figures, held, locale),
      goals: await this.goals(companyId, facts.figures, new Set(badges.map(({ badgeId }) => badgeId))),
      unseen: badges.filter(({ earnedAt }) => earnedAt > seen),
      unseenLevel: risen ? Level.of(number) : null,
    };
  }

  /**
   * The viewer has seen what there is until now.
   * @throws DomainError as `require`
   */
  async seen(viewer: Viewer, companyId: string): Promise<void> {
    const { membership } = await this.memberships.require(viewer, companyId, 'company.member');
    const { userId } = membership;
    await this.database.manager.upsert(MemberLevel, { companyId, userId, seenAt: this.clock.now() }, [
      'companyId',
      'userId',
    ]);
  }

  /**
   * Takes the viewer off the leaderboards, or puts them back.
   * @throws DomainError as `require`
   */
  async optOut(viewer: Viewer, { companyId, optOut }: LeaderboardOptOutInput): Promise<Membership> {
    const { membership } = await this.memberships.require(viewer, companyId, 'company.member');
    await this.database.manager.update(Membership, membership.id, { leaderboardOptOut: optOut });
    return Object.assign(new Membership(), membership, { leaderboardOptOut: optOut });
  }

  private async held(companyId: string, userId: string): Promise<{ holding: BadgeHolding; builtIn: string | null }[]> {
    const { entities, raw } = await this.database.manager
      .createQueryBuilder(BadgeHolding, 'h')
      .innerJoin(Badge, 'b', 'b.id = h.badge_id')
      .addSelect('b.built_in', 'built_in')
      .where({ companyId, userId })
      .orderBy({ 'h.earned_at': 'DESC', 'h.id': 'DESC' })
      .getRawAndEntities<{ built_in: string | null }>();
    return entities.map((holding, at) => ({ holding, builtIn: raw[at]!.built_in }));
  }

  private async goals(companyId: string, figures: Figures, has: Set<string>): Promise<BadgeGoal[]> {
    const badges = await this.database.manager
      .createQueryBuilder(Badge, 'b')
      .where('b.company_id = :companyId AND b.metric IS NOT NULL AND b.retired_at IS NULL', { companyId })
      .orderBy('b.id')
      .getMany();
    return badges.filter(({ id }) => !has.has(id)).map((badge) => ({ badge, have: figures[badge.metric!] }));
  }
}

type Held = { holding: BadgeHolding; builtIn: string | null }[];

/** The ladders with what was earned; those of what nobody but its holder may see say so. */
function laddersOf(figures: Figures, held: Held, locale: Locale): BadgeLadder[] {
  const earned = new Map(held.flatMap(({ holding, builtIn }) => (builtIn ? [[builtIn, holding.earnedAt]] : [])));
  return Object.values(BadgeMetric).map((metric) => {
    const { title, how } = LADDER_WORDS[metric][locale];
    const steps = LADDERS[metric].map((threshold) => {
      const builtIn = stepOf(metric, threshold);
      return { threshold, name: badgeWords(builtIn, locale).name, earnedAt: earned.get(builtIn) ?? null };
    });
    return { metric, title, how, have: figures[metric], onlyForThem: !isForAllToSee(metric), steps };
  });
}
