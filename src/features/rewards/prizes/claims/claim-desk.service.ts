import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../../../shared/auth/viewer.js';
import { Sealer } from '../../../../shared/crypto/sealed.js';
import { Database, type Transaction } from '../../../../shared/database/database.js';
import { commonErrors } from '../../../../shared/errors/common.errors.js';
import type { Connection } from '../../../../shared/graphql/connection.js';
import { MembershipsService } from '../../../companies/memberships.service.js';
import { EXCLUSION } from '../../exclusions.js';
import { prizesErrors } from '../prizes.errors.js';
import { ClaimActs } from './claim-acts.js';
import { ClaimWriter, FORGOTTEN } from './claim-writer.js';
import type {
  ClaimIdInput,
  ClaimVersionInput,
  DeliveryDetails,
  MarkPrizeSentInput,
  PrizeClaimsArgs,
} from './claim.inputs.js';
import { ClaimsQueries } from './claims.queries.js';
import { sealedFor } from './claims.service.js';
import { ClaimState, type PrizeClaim } from './prize-claim.entity.js';

/** How long a delivery may need what is known of it, where nobody says that it arrived. */
const FORGET_AFTER_DAYS = 30;

/** Managers send prizes. */
@Injectable()
export class ClaimDesk {
  constructor(
    private readonly database: Database,
    private readonly queries: ClaimsQueries,
    private readonly memberships: MembershipsService,
    private readonly writer: ClaimWriter,
    private readonly sealer: Sealer,
    private readonly acts: ClaimActs,
  ) {}

  /** @throws DomainError NOT_FOUND, FORBIDDEN, MEMBER_SUSPENDED */
  async list(viewer: Viewer, args: PrizeClaimsArgs): Promise<Connection<PrizeClaim>> {
    await this.memberships.require(viewer, args.companyId, 'challenge.manage');
    return this.queries.page(args);
  }

  /**
   * Where a prize is to go. That it was read is kept (docs/audit.md).
   * @throws DomainError NOT_FOUND, FORBIDDEN, CLAIM_STATE where there is nothing to read
   */
  reveal(viewer: Viewer, { claimId }: ClaimIdInput): Promise<DeliveryDetails> {
    return this.database.transaction(async (tx) => {
      const { claim, access } = await this.take(tx, viewer, claimId);
      if (!claim.details && !claim.tracking) throw prizesErrors.CLAIM_STATE();
      const { details, tracking } = claim;
      const opened = details && this.sealer.open(details, sealedFor(claim, 'details'));
      await this.acts.record(tx, viewer, access, claim, 'prize.reveal');
      return {
        ...(opened ? (JSON.parse(opened) as DeliveryDetails) : {}),
        tracking: tracking && this.sealer.open(tracking, sealedFor(claim, 'tracking')),
      };
    });
  }

  /**
   * It was sent or paid.
   * @throws DomainError NOT_FOUND, FORBIDDEN, CLAIM_STATE unless it was accepted, CLAIM_EXCLUDED, CONFLICT
   */
  sent(viewer: Viewer, { claimId, version, tracking }: MarkPrizeSentInput): Promise<PrizeClaim> {
    return this.database.transaction(async (tx) => {
      const { claim, access } = await this.take(tx, viewer, claimId, version);
      if (claim.state !== ClaimState.ACCEPTED) throw prizesErrors.CLAIM_STATE();
      const now = this.acts.now();
      const excluded = await this.database.query(EXCLUSION, [claim.companyId, claim.userId, now], tx);
      if (excluded.length > 0) throw prizesErrors.CLAIM_EXCLUDED();
      const note = tracking ? this.sealer.seal(tracking, sealedFor(claim, 'tracking')) : null;
      const eraseAt = claim.details || note ? new Date(now.getTime() + FORGET_AFTER_DAYS * 86_400_000) : null;
      const change = { state: ClaimState.SENT, sentAt: now, tracking: note, eraseAt };
      await this.acts.record(tx, viewer, access, claim, 'prize.sent');
      return this.writer.change(tx, claim, change, viewer.userId);
    });
  }

  /**
   * The company knows that it has arrived: where it was sent is forgotten.
   * @throws DomainError NOT_FOUND, FORBIDDEN, CLAIM_STATE unless it was sent, CONFLICT
   */
  received(viewer: Viewer, { claimId, version }: ClaimVersionInput): Promise<PrizeClaim> {
    return this.database.transaction(async (tx) => {
      const { claim, access } = await this.take(tx, viewer, claimId, version);
      if (claim.state !== ClaimState.SENT) throw prizesErrors.CLAIM_STATE();
      await this.acts.record(tx, viewer, access, claim, 'prize.received');
      const change = { state: ClaimState.RECEIVED, receivedAt: this.acts.now(), ...FORGOTTEN };
      return this.writer.change(tx, claim, change, viewer.userId);
    });
  }

  private async take(tx: Transaction, viewer: Viewer, id: string, version?: number) {
    const claim = await this.queries.hold(tx, id);
    const access = await this.memberships.require(viewer, claim.companyId, 'challenge.manage', tx);
    if (version !== undefined && claim.version !== version) throw commonErrors.CONFLICT();
    return { claim, access };
  }
}
