import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../../../shared/auth/viewer.js';
import { Clock } from '../../../../shared/config/clock.js';
import { Sealer } from '../../../../shared/crypto/sealed.js';
import { Database, type Transaction } from '../../../../shared/database/database.js';
import { commonErrors } from '../../../../shared/errors/common.errors.js';
import { Challenge } from '../../../challenges/challenge.entity.js';
import { termsHash } from '../../../challenges/challenge.policy.js';
import { isExcluded } from '../../../companies/company.policy.js';
import { MembershipsService } from '../../../companies/memberships.service.js';
import { prizesErrors } from '../prizes.errors.js';
import { DELIVERY } from './claim.policy.js';
import { ClaimWriter, FORGOTTEN } from './claim-writer.js';
import type { AcceptPrizeInput, ClaimVersionInput, DeliveryInput } from './claim.inputs.js';
import { ClaimsQueries } from './claims.queries.js';
import { ClaimState, PrizeClaim } from './prize-claim.entity.js';

/** For whom a claim's texts are sealed: they open nowhere else. */
export const sealedFor = ({ id }: Pick<PrizeClaim, 'id'>, what: 'details' | 'tracking'): string =>
  `prize-claim:${id}:${what}`;

/** What winners do with their prizes. */
@Injectable()
export class ClaimsService {
  constructor(
    private readonly database: Database,
    private readonly queries: ClaimsQueries,
    private readonly memberships: MembershipsService,
    private readonly writer: ClaimWriter,
    private readonly sealer: Sealer,
    private readonly clock: Clock,
  ) {}

  /**
   * Accepts a prize, and says where it should go; once more where that cannot be opened any more.
   * @throws DomainError NOT_FOUND, CLAIM_STATE once it lapsed, CONFLICT, CLAIM_EXCLUDED, MEMBER_SUSPENDED, FORBIDDEN for
   * who has left, VALIDATION_FAILED where something is missing that its kind needs
   */
  accept(viewer: Viewer, { claimId, version, delivery }: AcceptPrizeInput): Promise<PrizeClaim> {
    return this.database.transaction(async (tx) => {
      const now = this.clock.now();
      const claim = await this.own(tx, viewer, { claimId, version }, (one) =>
        one.state === ClaimState.ACCEPTED ? this.isLost(one) : one.state === ClaimState.PENDING && one.dueAt > now,
      );
      const { membership } = await this.memberships.require(viewer, claim.companyId, 'challenge.participate', tx);
      if (isExcluded(membership, now)) throw prizesErrors.CLAIM_EXCLUDED();
      const given = needed(claim, delivery ?? {});
      const details = given && this.sealer.seal(JSON.stringify(given), sealedFor(claim, 'details'));
      const terms = termsHash(await tx.findOneByOrFail(Challenge, { id: claim.challengeId }));
      const accepted = { state: ClaimState.ACCEPTED, acceptedAt: now, termsHash: terms, details };
      return this.writer.change(tx, claim, accepted, viewer.userId);
    });
  }

  /**
   * Does not want it, or does not want it any more.
   * @throws DomainError NOT_FOUND, CLAIM_STATE once it was sent, CONFLICT
   */
  decline(viewer: Viewer, input: ClaimVersionInput): Promise<PrizeClaim> {
    return this.database.transaction(async (tx) => {
      const claim = await this.own(
        tx,
        viewer,
        input,
        ({ state }) => state === ClaimState.PENDING || state === ClaimState.ACCEPTED,
      );
      return this.writer.change(tx, claim, { state: ClaimState.DECLINED, ...FORGOTTEN }, viewer.userId);
    });
  }

  /**
   * It has arrived: where it was sent is forgotten.
   * @throws DomainError NOT_FOUND, CLAIM_STATE while it was not sent, CONFLICT
   */
  confirm(viewer: Viewer, input: ClaimVersionInput): Promise<PrizeClaim> {
    return this.database.transaction(async (tx) => {
      const claim = await this.own(tx, viewer, input, ({ state }) => state === ClaimState.SENT);
      const received = { state: ClaimState.RECEIVED, receivedAt: this.clock.now(), ...FORGOTTEN };
      return this.writer.change(tx, claim, received, viewer.userId);
    });
  }

  /** How to find what was sent; for the winner. */
  tracking(claim: PrizeClaim, viewer: Viewer | undefined): string | null {
    if (!claim.tracking || claim.userId !== viewer?.userId) return null;
    return this.sealer.tryOpen(claim.tracking, sealedFor(claim, 'tracking'));
  }

  /** Whether what is needed next cannot be opened any more: where an accepted prize goes, how to find one that was sent. */
  isLost(claim: PrizeClaim): boolean {
    const what = claim.state === ClaimState.ACCEPTED ? 'details' : 'tracking';
    return claim[what] !== null && this.sealer.tryOpen(claim[what], sealedFor(claim, what)) === null;
  }

  private async own(
    tx: Transaction,
    viewer: Viewer,
    { claimId, version }: ClaimVersionInput,
    fits: (claim: PrizeClaim) => boolean,
  ): Promise<PrizeClaim> {
    const claim = await this.queries.hold(tx, claimId);
    if (claim.userId !== viewer.userId) throw commonErrors.NOT_FOUND();
    if (!fits(claim)) throw prizesErrors.CLAIM_STATE();
    if (claim.version !== version) throw commonErrors.CONFLICT();
    return claim;
  }
}

/** Of what was given that which a prize of this kind needs; null where that is nothing. */
function needed({ kind }: PrizeClaim, given: DeliveryInput): DeliveryInput | null {
  const { needed: must, optional } = DELIVERY[kind];
  const nameOf = (field: string) => field.toLowerCase() as keyof DeliveryInput;
  const missing = must.map(nameOf).filter((name) => !given[name]);
  const fields = missing.map((name) => ({ path: `delivery.${name}`, code: 'EMPTY', message: MISSING }));
  if (fields.length > 0) throw commonErrors.VALIDATION_FAILED({ fields });
  const kept = [...must, ...optional].map(nameOf).filter((name) => given[name]);
  return kept.length > 0 ? Object.fromEntries(kept.map((name) => [name, given[name]])) : null;
}

const MISSING = {
  en: 'The company needs this to hand over the prize.',
  es: 'La empresa lo necesita para entregar el premio.',
  it: 'L’azienda ne ha bisogno per consegnare il premio.',
};
