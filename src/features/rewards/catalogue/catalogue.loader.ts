import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Database } from '../../../shared/database/database.js';
import type { GraphqlContext } from '../../../shared/graphql/context.js';
import { RequestLoader } from '../../../shared/graphql/loader.js';
import { MembershipLoader } from '../../companies/companies.loader.js';
import { Redeemers } from './redemptions/redeemers.service.js';
import { Reward } from './reward.entity.js';
import { RewardCodes } from './reward-codes.service.js';
import type { Redeemer } from './reward.policy.js';

/** Rewards by id, also such as are no more in the catalogue. */
@Injectable()
export class RewardLoader extends RequestLoader<string, Reward> {
  constructor(private readonly database: Database) {
    super();
  }

  protected async fetch(ids: readonly string[]): Promise<Map<string, Reward>> {
    const rows = await this.database.manager.findBy(Reward, { id: In([...ids]) });
    return new Map(rows.map((row) => [row.id, row]));
  }
}

/** What a member has, by `${companyId}/${userId}`; nothing of who is none. */
@Injectable()
export class MeansLoader extends RequestLoader<string, Omit<Redeemer, 'redeemed'>> {
  constructor(
    private readonly database: Database,
    private readonly memberships: MembershipLoader,
    private readonly redeemers: Redeemers,
  ) {
    super();
  }

  protected async fetch(
    keys: readonly string[],
    context: GraphqlContext,
  ): Promise<Map<string, Omit<Redeemer, 'redeemed'>>> {
    const found = await this.memberships.of(context).loadMany(keys);
    const members = found.flatMap((one) => (one && !(one instanceof Error) ? [one] : []));
    const means = members.map((one) => this.redeemers.meansOf(this.database.manager, one));
    const all = await Promise.all(means);
    return new Map(members.map(({ companyId, userId }, at) => [`${companyId}/${userId}`, all[at]!]));
  }
}

/** How many of a reward the viewer has redeemed that were not ended, by `${userId}/${rewardId}`, of one viewer. */
@Injectable()
export class RedeemedLoader extends RequestLoader<string, number> {
  constructor(
    private readonly database: Database,
    private readonly redeemers: Redeemers,
  ) {
    super();
  }

  protected async fetch(keys: readonly string[]): Promise<Map<string, number>> {
    const [userId] = keys[0]!.split('/');
    const counts = await this.redeemers.redeemedOf(
      this.database.manager,
      userId!,
      keys.map((key) => key.split('/')[1]!),
    );
    return new Map([...counts].map(([id, count]) => [`${userId}/${id}`, count]));
  }
}

/** Codes by redemption, null where one cannot be opened any more; only for whose they are. */
@Injectable()
export class CodeLoader extends RequestLoader<string, string | null> {
  constructor(private readonly codes: RewardCodes) {
    super();
  }

  protected fetch(ids: readonly string[]): Promise<Map<string, string | null>> {
    return this.codes.of(ids);
  }
}
