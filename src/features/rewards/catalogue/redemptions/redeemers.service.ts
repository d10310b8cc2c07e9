import { Injectable } from '@nestjs/common';
import { In, IsNull } from 'typeorm';
import type { Viewer } from '../../../../shared/auth/viewer.js';
import { Clock } from '../../../../shared/config/clock.js';
import type { Transaction } from '../../../../shared/database/database.js';
import { isExcluded } from '../../../companies/company.policy.js';
import type { Membership } from '../../../companies/membership.entity.js';
import { type Access, MembershipsService } from '../../../companies/memberships.service.js';
import { LevelsService } from '../../honours/levels/levels.service.js';
import { LedgerService } from '../../ledger/ledger.service.js';
import type { Redeemer } from '../reward.policy.js';
import { Redemption, RedemptionState } from './redemption.entity.js';

/** What a member has, wherever they want something for it. */
type Means = Omit<Redeemer, 'redeemed'>;

/** Members as those who redeem. */
@Injectable()
export class Redeemers {
  constructor(
    private readonly memberships: MembershipsService,
    private readonly ledger: LedgerService,
    private readonly levels: LevelsService,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError as `require` */
  require(viewer: Viewer, companyId: string, tx?: Transaction): Promise<Access> {
    return this.memberships.require(viewer, companyId, 'reward.redeem', tx);
  }

  /** Of a member, as they are at this moment. */
  async meansOf(tx: Transaction, membership: Membership): Promise<Means> {
    const { companyId, userId } = membership;
    const now = this.clock.now();
    const balance = await this.ledger.balance(tx, companyId, userId);
    const level = await this.levels.levelOf(tx, companyId, userId, now);
    return { balance, level, excluded: isExcluded(membership, now) };
  }

  /** How many of each of these rewards a member has redeemed for points that were not given back. */
  async redeemedOf(tx: Transaction, userId: string, rewardIds: readonly string[]): Promise<Map<string, number>> {
    const state = In([RedemptionState.REQUESTED, RedemptionState.FULFILLED]);
    const rows = await tx.find(Redemption, {
      where: { userId, rewardId: In([...rewardIds]), state, grantedById: IsNull() },
      select: { rewardId: true },
    });
    return new Map(rewardIds.map((id) => [id, rows.filter(({ rewardId }) => rewardId === id).length]));
  }
}
