import { Injectable, Logger } from '@nestjs/common';
import { In } from 'typeorm';
import type { Viewer } from '../../../shared/auth/viewer.js';
import { Database } from '../../../shared/database/database.js';
import { DomainError } from '../../../shared/errors/domain-error.js';
import { MembershipsService } from '../../companies/memberships.service.js';
import { Review } from '../reviews/review.entity.js';
import type {
  DecideReviewsInput,
  DecideReviewsPayload,
  Refusal,
  UndoDecisionsInput,
  UndoDecisionsPayload,
} from './bulk.types.js';
import { Decision } from './decision.entity.js';
import { checkDetails } from './grounds.js';
import { DecisionsService } from './decisions.service.js';

const log = new Logger('BulkDecisions');

/** The same for many: each in a transaction of its own, so that one that is refused, or fails, does not hold up the others. */
@Injectable()
export class BulkDecisions {
  constructor(
    private readonly database: Database,
    private readonly memberships: MembershipsService,
    private readonly decisions: DecisionsService,
  ) {}

  /** @throws DomainError NOT_FOUND, UNAUTHENTICATED, FORBIDDEN, MEMBER_SUSPENDED, VALIDATION_FAILED */
  async decide(viewer: Viewer, { companyId, reviews, ...ruling }: DecideReviewsInput): Promise<DecideReviewsPayload> {
    await this.memberships.require(viewer, companyId, 'review.decide');
    checkDetails(ruling);
    const ids = reviews.map(({ reviewId }) => reviewId);
    const here = await this.database.manager.find(Review, { select: { id: true }, where: { id: In(ids), companyId } });
    const { done, refused } = await this.each(viewer, ids, here, (id, at) =>
      this.decisions.decide(viewer, { ...ruling, reviewId: id, version: reviews[at]!.version }),
    );
    return { decided: done, refused };
  }

  /** The latest first, as they cover each other. @throws DomainError as `decide` */
  async undo(viewer: Viewer, { companyId, decisionIds }: UndoDecisionsInput): Promise<UndoDecisionsPayload> {
    await this.memberships.require(viewer, companyId, 'review.decide');
    const ids = [...decisionIds].sort().reverse();
    const here = await this.database.manager.find(Decision, {
      select: { id: true },
      where: { id: In(ids), companyId },
    });
    const { done, refused } = await this.each(viewer, ids, here, (decisionId) =>
      this.decisions.undo(viewer, { decisionId }),
    );
    return { undone: done, refused };
  }

  private async each<T>(
    { request }: Viewer,
    ids: string[],
    here: { id: string }[],
    act: (id: string, at: number) => Promise<T>,
  ) {
    const known = new Set(here.map(({ id }) => id));
    const [done, refused]: [T[], Refusal[]] = [[], []];
    for (const [at, id] of ids.entries()) {
      try {
        if (known.has(id)) done.push(await act(id, at));
        else refused.push({ id, code: 'NOT_FOUND' });
      } catch (error) {
        // what was done before stays done, and who asked has to know of it
        if (!(error instanceof DomainError)) log.error(`${request?.id} ${String((error as Error).stack ?? error)}`);
        refused.push({ id, code: error instanceof DomainError ? error.code : 'INTERNAL' });
      }
    }
    return { done, refused };
  }
}
