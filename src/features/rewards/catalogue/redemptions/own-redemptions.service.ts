import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../../../shared/auth/viewer.js';
import { Clock } from '../../../../shared/config/clock.js';
import { Database, type Transaction } from '../../../../shared/database/database.js';
import { commonErrors } from '../../../../shared/errors/common.errors.js';
import { UsersService } from '../../../accounts/users.service.js';
import { catalogueErrors } from '../catalogue.errors.js';
import { Reward } from '../reward.entity.js';
import { Deliveries } from './deliveries.service.js';
import { Redemption, RedemptionEnd, RedemptionState } from './redemption.entity.js';
import type { SetRedemptionDeliveryInput } from './redemption.inputs.js';
import { RedemptionWriter } from './redemption-writer.js';

/** What members do with what they have redeemed; also the suspended, and who has left. */
@Injectable()
export class OwnRedemptions {
  constructor(
    private readonly database: Database,
    private readonly users: UsersService,
    private readonly writer: RedemptionWriter,
    private readonly deliveries: Deliveries,
    private readonly clock: Clock,
  ) {}

  /** Ends what waits; the points are back. @throws DomainError NOT_FOUND, REDEMPTION_STATE */
  cancel(viewer: Viewer, redemptionId: string): Promise<Redemption> {
    return this.database.transaction(async (tx) => {
      const { id, companyId, userId, rewardId } = await this.find(tx, viewer, redemptionId);
      await this.writer.lockMember(tx, companyId, userId);
      await this.writer.lockRewards(tx, [rewardId]);
      const redemption = await this.writer.lock(tx, id);
      const ending = { ended: RedemptionEnd.BY_MEMBER, reason: null, actorId: userId, at: this.clock.now() };
      await this.writer.cancel(tx, redemption, ending);
      return redemption;
    });
  }

  /** Says where to, or somewhere else, while it waits. @throws as `cancel` */
  setDelivery(viewer: Viewer, { redemptionId, delivery }: SetRedemptionDeliveryInput): Promise<Redemption> {
    return this.database.transaction(async (tx) => {
      const { id, rewardId } = await this.find(tx, viewer, redemptionId);
      const redemption = await this.writer.lock(tx, id);
      const { needsAddress } = await tx.findOneByOrFail(Reward, { id: rewardId });
      if (redemption.state !== RedemptionState.REQUESTED || !needsAddress) throw catalogueErrors.REDEMPTION_STATE();
      redemption.delivery = this.deliveries.seal(id, delivery);
      await tx.update(Redemption, id, { delivery: redemption.delivery });
      return redemption;
    });
  }

  private async find(tx: Transaction, viewer: Viewer, id: string): Promise<Redemption> {
    const { id: userId } = await this.users.ofViewer(viewer, tx);
    const redemption = await tx.findOneBy(Redemption, { id, userId });
    if (!redemption) throw commonErrors.NOT_FOUND();
    return redemption;
  }
}
