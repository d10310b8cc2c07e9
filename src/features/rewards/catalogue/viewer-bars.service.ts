import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../../shared/auth/viewer.js';
import { Clock } from '../../../shared/config/clock.js';
import type { GraphqlContext } from '../../../shared/graphql/context.js';
import { UserLoader } from '../../accounts/users.loader.js';
import { MembershipLoader } from '../../companies/companies.loader.js';
import { isSuspended } from '../../companies/company.policy.js';
import { MeansLoader, RedeemedLoader } from './catalogue.loader.js';
import type { Reward } from './reward.entity.js';
import { barOf, closedBy, RewardBar } from './reward.policy.js';

/** What stands between the viewer and each reward of a list; it says the same as redeeming does. */
@Injectable()
export class ViewerBars {
  constructor(
    private readonly users: UserLoader,
    private readonly memberships: MembershipLoader,
    private readonly means: MeansLoader,
    private readonly redeemed: RedeemedLoader,
    private readonly clock: Clock,
  ) {}

  async of(reward: Reward, viewer: Viewer | null, context: GraphqlContext): Promise<RewardBar | null> {
    const now = this.clock.now();
    const closed = closedBy(reward, now);
    if (!viewer) return closed ?? RewardBar.MEMBERS_ONLY;
    const key = `${reward.companyId}/${viewer.userId}`;
    const membership = await this.memberships.of(context).load(key);
    if (!membership) return closed ?? RewardBar.MEMBERS_ONLY;
    if (isSuspended(membership, now)) return RewardBar.SUSPENDED;
    const means = await this.means.of(context).load(key);
    const redeemed = (await this.redeemedBy(reward, viewer, context)) ?? 0;
    const bar = barOf(reward, { ...means!, redeemed }, now);
    if (bar) return bar;
    const user = await this.users.of(context).load(viewer.userId);
    return user?.emailVerifiedAt ? null : RewardBar.EMAIL_NOT_VERIFIED;
  }

  /** Null to who is signed out. */
  async redeemedBy({ id }: Reward, viewer: Viewer | null, context: GraphqlContext): Promise<number | null> {
    if (!viewer) return null;
    return (await this.redeemed.of(context).load(`${viewer.userId}/${id}`)) ?? 0;
  }

  /** Null to who is no member. */
  async missing({ companyId, cost }: Reward, viewer: Viewer | null, context: GraphqlContext): Promise<number | null> {
    const means = viewer && (await this.means.of(context).load(`${companyId}/${viewer.userId}`));
    return means ? Math.max(0, cost - means.balance) : null;
  }
}
