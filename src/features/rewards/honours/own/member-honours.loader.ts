import { Injectable } from '@nestjs/common';
import { Role } from '../../../../shared/auth/role.js';
import { Clock } from '../../../../shared/config/clock.js';
import { Database } from '../../../../shared/database/database.js';
import type { GraphqlContext } from '../../../../shared/graphql/context.js';
import { RequestLoader } from '../../../../shared/graphql/loader.js';
import { excludedSql } from '../../../companies/company.policy.js';
import { MemberCompaniesLoader } from '../../../ideas/people/members.loader.js';
import { BadgeHolding } from '../badges/badge-holding.entity.js';
import { BadgeMetric } from '../badges/badge.policy.js';
import { levelAt } from '../levels/level.policy.js';
import { Level } from '../levels/level.type.js';
import type { MemberHonours } from './viewer-honours.type.js';

const MOST = 100;

/** Of each place, the level to be shown and the badges that others may see. */
const HONOURS = `
SELECT p.user_id AS "userId", p.company_id AS "companyId", l.contribution, coalesce(h.badges, '[]') AS badges
FROM unnest($1::uuid[], $2::uuid[]) p (user_id, company_id)
LEFT JOIN (member_level l JOIN membership m ON m.company_id = l.company_id AND m.user_id = l.user_id AND NOT m.leaderboard_opt_out
    AND m.role IN ('${Role.CUSTOMER}', '${Role.EXPERT}') AND NOT ${excludedSql('m', '$3')})
  ON l.company_id = p.company_id AND l.user_id = p.user_id
LEFT JOIN LATERAL (
  SELECT json_agg(json_build_object('id', x.id, 'badgeId', x.badge_id, 'earnedAt', x.earned_at, 'givenById', x.given_by_id)) AS badges FROM (
    SELECT b.* FROM badge_holding b JOIN badge k ON k.id = b.badge_id
    WHERE b.user_id = p.user_id AND b.company_id = p.company_id
      AND coalesce(k.built_in, k.metric, '') NOT LIKE '${BadgeMetric.FLAGS_UPHELD}%'
    ORDER BY b.earned_at DESC, b.id DESC LIMIT ${MOST}) x) h ON true`;

interface Row {
  userId: string;
  companyId: string;
  contribution: number | null;
  badges: (Pick<BadgeHolding, 'id' | 'badgeId' | 'givenById'> & { earnedAt: string })[];
}

/** What people have come to with the companies where the viewer may know of them. */
@Injectable()
export class MemberHonoursLoader extends RequestLoader<string, MemberHonours[]> {
  constructor(
    private readonly database: Database,
    private readonly companies: MemberCompaniesLoader,
    private readonly clock: Clock,
  ) {
    super();
  }

  protected async fetch(ids: readonly string[], context: GraphqlContext): Promise<Map<string, MemberHonours[]>> {
    const places = await Promise.all(
      ids.map(async (userId) => {
        const companies = (await this.companies.of(context).load(userId)) ?? [];
        return companies.map(({ id }) => ({ userId, companyId: id }));
      }),
    );
    const all = places.flat();
    const now = this.clock.now();
    const columns = [all.map(({ userId }) => userId), all.map(({ companyId }) => companyId)];
    const rows = await this.database.query<Row>(HONOURS, [...columns, now]);
    const byPlace = new Map(rows.map((row) => [`${row.userId}/${row.companyId}`, row]));
    const of = (userId: string): MemberHonours[] =>
      all
        .filter((place) => place.userId === userId)
        .map((place) => honoursOf(byPlace.get(`${userId}/${place.companyId}`)!, now))
        .filter(({ level, badges }) => level !== null || badges.length > 0);
    return new Map(ids.map((id) => [id, of(id)]));
  }
}

function honoursOf({ userId, companyId, contribution, badges }: Row, now: Date): MemberHonours {
  const level = contribution === null ? null : Level.of(levelAt(contribution, now));
  const held = badges.map((badge) =>
    Object.assign(new BadgeHolding(), badge, { userId, companyId, earnedAt: new Date(badge.earnedAt) }),
  );
  return { companyId, level, badges: held };
}
