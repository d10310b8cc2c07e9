import { Injectable } from '@nestjs/common';
import { Audit, type StaffAct } from '../../../../shared/audit/audit.js';
import { AuditSubject } from '../../../../shared/audit/audit-entry.entity.js';
import { Role, roleAtLeast } from '../../../../shared/auth/role.js';
import type { Viewer } from '../../../../shared/auth/viewer.js';
import { Clock } from '../../../../shared/config/clock.js';
import { Database, type Transaction } from '../../../../shared/database/database.js';
import { commonErrors } from '../../../../shared/errors/common.errors.js';
import { type Access, MembershipsService } from '../../../companies/memberships.service.js';
import { catalogueErrors } from '../catalogue.errors.js';
import { Deliveries } from './deliveries.service.js';
import { Redemption, RedemptionEnd } from './redemption.entity.js';
import type { EndRedemptionInput, FulfilRedemptionInput, RedemptionDelivery } from './redemption.inputs.js';
import { RedemptionWriter } from './redemption-writer.js';

type RedemptionAct = Pick<StaffAct, 'was' | 'is'> & { action: string };

/** The queue of what is to be handed over. Every act leaves an entry, without a word of what was said to the member. */
@Injectable()
export class RedemptionDesk {
  constructor(
    private readonly database: Database,
    private readonly memberships: MembershipsService,
    private readonly writer: RedemptionWriter,
    private readonly deliveries: Deliveries,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /**
   * That it was handed over.
   * @throws DomainError NOT_FOUND, as `require`, REDEMPTION_STATE, REDEEMER_EXCLUDED as long as its member is
   */
  fulfil(viewer: Viewer, { redemptionId, note }: FulfilRedemptionInput): Promise<Redemption> {
    return this.database.transaction(async (tx) => {
      const { access } = await this.find(tx, viewer, redemptionId);
      const redemption = await this.writer.lock(tx, redemptionId);
      await this.writer.fulfil(tx, redemption, note || null, { actorId: viewer.userId, at: this.clock.now() });
      return this.done(tx, viewer, access, redemption, 'fulfil');
    });
  }

  /** Ends what waits; the points are back. @throws as `fulfil` */
  refuse(viewer: Viewer, input: EndRedemptionInput): Promise<Redemption> {
    return this.database.transaction(async (tx) => {
      const { access, found } = await this.find(tx, viewer, input.redemptionId);
      await this.writer.lockMember(tx, found.companyId, found.userId);
      await this.writer.lockRewards(tx, [found.rewardId]);
      const redemption = await this.writer.lock(tx, found.id);
      await this.writer.cancel(tx, redemption, this.ending(viewer, input));
      return this.done(tx, viewer, access, redemption, 'cancel');
    });
  }

  /**
   * Gives the points of what was handed over back; a code is not handed out again.
   * @throws as `fulfil`, REDEEMER_EXCLUDED also where they would come to who is gone
   */
  refund(viewer: Viewer, input: EndRedemptionInput): Promise<Redemption> {
    return this.database.transaction(async (tx) => {
      const { access, found } = await this.find(tx, viewer, input.redemptionId);
      await this.writer.lockMember(tx, found.companyId, found.userId);
      if (!(await this.memberships.find(found.companyId, found.userId, tx))) throw catalogueErrors.REDEEMER_EXCLUDED();
      const redemption = await this.writer.lock(tx, found.id);
      await this.writer.refund(tx, redemption, this.ending(viewer, input));
      return this.done(tx, viewer, access, redemption, 'refund');
    });
  }

  /** Where to, on the record; null where nothing was said, or nothing is known any more. @throws DomainError as `fulfil` */
  reveal(viewer: Viewer, redemptionId: string): Promise<RedemptionDelivery | null> {
    return this.database.transaction(async (tx) => {
      const { access, found } = await this.find(tx, viewer, redemptionId);
      const delivery = this.deliveries.open(found);
      await this.record(tx, viewer, access, found, { action: 'reveal' });
      return delivery;
    });
  }

  /** Of this company, and somebody else's; to all but its managers there is nothing. */
  private async find(tx: Transaction, viewer: Viewer, id: string): Promise<{ found: Redemption; access: Access }> {
    const found = await tx.findOneBy(Redemption, { id });
    if (!found) throw commonErrors.NOT_FOUND();
    const sight = await this.memberships.visible(viewer, found.companyId, tx);
    if (!roleAtLeast(sight.membership?.role, Role.MANAGER)) throw commonErrors.NOT_FOUND();
    const access = this.memberships.check(sight, 'reward.manage');
    // else a manager could have codes and their points too
    if (found.userId === viewer.userId) throw commonErrors.FORBIDDEN();
    return { found, access };
  }

  private ending({ userId }: Viewer, { reason }: EndRedemptionInput) {
    return { ended: RedemptionEnd.BY_STAFF, reason, actorId: userId, at: this.clock.now() };
  }

  private async done(
    tx: Transaction,
    viewer: Viewer,
    access: Access,
    redemption: Redemption,
    action: string,
  ): Promise<Redemption> {
    await this.record(tx, viewer, access, redemption, { action, is: { state: redemption.state } });
    return redemption;
  }

  private record(
    tx: Transaction,
    viewer: Viewer,
    access: Access,
    { id }: Redemption,
    { action, ...act }: RedemptionAct,
  ): Promise<void> {
    const about = { action: `redemption.${action}`, subject: AuditSubject.REDEMPTION, subjectId: id } as const;
    return this.audit.record(tx, viewer, access, { ...about, ...act });
  }
}
