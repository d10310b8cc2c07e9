import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../../shared/auth/viewer.js';
import { Database, type Transaction } from '../../../shared/database/database.js';
import { commonErrors } from '../../../shared/errors/common.errors.js';
import { invalidField } from '../../../shared/errors/validation.js';
import { RateLimits } from '../../../shared/ratelimit/rate-limits.js';
import { MembershipsService } from '../../companies/memberships.service.js';
import { ReviewPriority } from '../reviews/review-priority.service.js';
import { aboutItem, ReviewedItems } from '../reviews/reviewed-items.service.js';
import { ReviewsService } from '../reviews/reviews.service.js';
import { AutomaticHiding } from './automatic-hiding.service.js';
import { Flag, FlagState } from './flag.entity.js';
import type { FlagItemInput, WithdrawFlagInput } from './flag.inputs.js';
import { type Accuracy, flagWeight } from './flag.policy.js';
import { FlagWriter } from './flag-writer.js';

const FLAGGING = { name: 'flag', points: 30, seconds: 3600 };

// what a machine decided says nothing of who was right
const ACCURACY = `
SELECT count(*) FILTER (WHERE f.state = 'UPHELD')::integer AS upheld, count(*) FILTER (WHERE f.state = 'REJECTED')::integer AS rejected
FROM flag f JOIN review r ON r.id = f.review_id
WHERE f.company_id = $1 AND f.flagger_id = $2 AND f.state IN ('UPHELD', 'REJECTED') AND r.decided_by_id IS NOT NULL`;

/** What members report. */
@Injectable()
export class FlagsService {
  constructor(
    private readonly database: Database,
    private readonly memberships: MembershipsService,
    private readonly items: ReviewedItems,
    private readonly writer: FlagWriter,
    private readonly hiding: AutomaticHiding,
    private readonly limits: RateLimits,
  ) {}

  /**
   * Reports a public item, once.
   * @throws DomainError NOT_FOUND, UNAUTHENTICATED, EMAIL_NOT_VERIFIED, FORBIDDEN, MEMBER_SUSPENDED, OWN_POST,
   * NOT_PUBLIC, ALREADY_FLAGGED, RATE_LIMITED, VALIDATION_FAILED
   */
  async raise(viewer: Viewer, input: FlagItemInput): Promise<Flag> {
    await this.limits.take(FLAGGING, viewer.userId);
    const target = await this.items.find(viewer, input);
    const { ruleId = null, attachmentId = null } = input;
    const note = input.note || null;
    return this.database.transaction(async (tx) => {
      const { company, membership } = await this.memberships.require(viewer, target.companyId, 'flag.raise', tx);
      if (!ruleId && !note) throw noteNeeded();
      const weight = flagWeight(membership, await this.accuracy(tx, target.companyId, viewer.userId));
      const raised = await this.writer.write(tx, target, {
        flaggerId: viewer.userId,
        ruleId,
        note,
        weight,
        attachmentId,
      });
      await this.hiding.consider(tx, company, raised);
      return tx.findOneByOrFail(Flag, { id: raised.flag.id });
    });
  }

  private async accuracy(tx: Transaction, companyId: string, flaggerId: string): Promise<Accuracy> {
    const [row] = await this.database.query<Accuracy>(ACCURACY, [companyId, flaggerId], tx);
    return row!;
  }
}

/** A report of one's own: read, and taken back. */
@Injectable()
export class FlagWithdrawal {
  constructor(
    private readonly database: Database,
    private readonly memberships: MembershipsService,
    private readonly items: ReviewedItems,
    private readonly reviews: ReviewsService,
    private readonly priority: ReviewPriority,
  ) {}

  /** The viewer's own report, unless they took it back. @throws DomainError NOT_FOUND where they may not see the item */
  async own(viewer: Viewer, input: WithdrawFlagInput): Promise<Flag | null> {
    const item = await this.items.find(viewer, input);
    const flag = await this.database.manager.findOneBy(Flag, {
      ...{ companyId: item.companyId, ...aboutItem(item), flaggerId: viewer.userId },
    });
    return flag?.state === FlagState.WITHDRAWN ? null : flag;
  }

  /** @throws DomainError NOT_FOUND, UNAUTHENTICATED, EMAIL_NOT_VERIFIED, FORBIDDEN, MEMBER_SUSPENDED, CONFLICT once it was decided */
  async withdraw(viewer: Viewer, input: WithdrawFlagInput): Promise<Flag> {
    const item = await this.items.find(viewer, input);
    const { companyId } = item;
    return this.database.transaction(async (tx) => {
      await this.memberships.require(viewer, companyId, 'flag.raise', tx);
      const own = { companyId, ...aboutItem(item), flaggerId: viewer.userId };
      const found = await tx.findOneBy(Flag, own);
      if (!found || found.state === FlagState.WITHDRAWN) throw commonErrors.NOT_FOUND();
      await this.reviews.lock(tx, found.reviewId);
      const flag = await tx.findOneByOrFail(Flag, own);
      if (flag.state !== FlagState.OPEN) throw commonErrors.CONFLICT();
      flag.state = FlagState.WITHDRAWN;
      await tx.update(Flag, flag.id, { state: flag.state });
      await this.priority.rank(tx, flag.reviewId);
      return flag;
    });
  }
}

const noteNeeded = () =>
  invalidField('note', 'EMPTY', {
    en: 'Say what is illegal about it.',
    es: 'Di qué tiene de ilegal.',
    it: 'Di’ che cosa ha di illegale.',
  });
