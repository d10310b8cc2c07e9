import { Injectable } from '@nestjs/common';
import { IsNull, MoreThanOrEqual, Not } from 'typeorm';
import type { Viewer } from '../../../shared/auth/viewer.js';
import { Clock } from '../../../shared/config/clock.js';
import { Database } from '../../../shared/database/database.js';
import { MembershipsService } from '../../companies/memberships.service.js';
import { NETWORK_DAYS } from '../trust/networks.js';
import type { EvasionSignal, SanctionAdvice, SanctionAdviceArgs } from './advice.type.js';
import { Sanction, SanctionKind } from './sanction.entity.js';
import { countedSince, nextStep } from './sanction.policy.js';

const MOST = 50;

const EVASION = `
SELECT other.user_id AS "userId", m.suspended_until AS "suspendedUntil", max(other.day)::text AS day
FROM member_day own JOIN member_day other ON other.company_id = own.company_id AND other.network = own.network AND other.user_id <> own.user_id
JOIN membership m ON m.company_id = other.company_id AND m.user_id = other.user_id AND m.suspended_until > $4
WHERE own.company_id = $1 AND own.user_id = $2 AND own.day >= $3::date AND other.day >= $3::date AND own.network IS NOT NULL
GROUP BY 1, 2 ORDER BY 3 DESC, 1 LIMIT ${MOST}`;

/** What would be fair for a member, given what came before. */
@Injectable()
export class SanctionAdviceService {
  constructor(
    private readonly database: Database,
    private readonly memberships: MembershipsService,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError as `require` */
  async of(viewer: Viewer, { companyId, userId }: SanctionAdviceArgs): Promise<SanctionAdvice> {
    await this.memberships.require(viewer, companyId, 'review.decide');
    const counted = await this.database.manager.find(Sanction, {
      where: {
        ...{ companyId, userId, liftedAt: IsNull(), kind: Not(SanctionKind.EXCLUSION) },
        startsAt: MoreThanOrEqual(countedSince(this.clock.now())),
      },
      order: { startsAt: 'DESC', id: 'DESC' },
      take: MOST,
    });
    return { ...nextStep(counted), counted };
  }

  /**
   * Suspended accounts that came from the same network lately. Nothing follows from it but what a moderator decides.
   * @throws DomainError as `require`
   */
  async evasion(viewer: Viewer, { companyId, userId }: SanctionAdviceArgs): Promise<EvasionSignal[]> {
    await this.memberships.require(viewer, companyId, 'review.decide');
    const now = this.clock.now();
    const since = new Date(+now - NETWORK_DAYS * 24 * 3_600_000);
    return this.database.query<EvasionSignal>(EVASION, [companyId, userId, since, now]);
  }
}
