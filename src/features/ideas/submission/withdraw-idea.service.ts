import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../../shared/auth/viewer.js';
import { Clock } from '../../../shared/config/clock.js';
import { Database } from '../../../shared/database/database.js';
import { commonErrors } from '../../../shared/errors/common.errors.js';
import { Outbox } from '../../../shared/events/outbox.js';
import { IdeaVisibility } from '../idea.entity.js';
import { canWithdraw } from '../idea.policy.js';
import { IdeaWithdrawn } from '../ideas.events.js';
import { ideasErrors } from '../ideas.errors.js';
import { IdeasService } from '../ideas.service.js';
import { ReviewDesk } from '../review-desk.port.js';

/** Authors who take back what they submitted. */
@Injectable()
export class WithdrawIdeaService {
  constructor(
    private readonly database: Database,
    private readonly ideas: IdeasService,
    private readonly desk: ReviewDesk,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /**
   * Takes an idea out of the public. Nothing is deleted: its authors and the moderators still see it. Refused once the
   * company has decided about it (anything beyond UNDER_REVIEW): the decision and its reason stay public.
   * @throws DomainError NOT_FOUND, EMAIL_NOT_VERIFIED, FORBIDDEN, MEMBER_SUSPENDED, IDEA_STATE, IDEA_DECIDED, CONFLICT
   */
  async withdraw(viewer: Viewer, ideaId: string, version: number): Promise<void> {
    await this.database.transaction(async (tx) => {
      const { idea, who } = await this.ideas.writable(viewer, ideaId, tx);
      if (idea.authorId !== viewer.userId) throw commonErrors.FORBIDDEN();
      if (![IdeaVisibility.HELD, IdeaVisibility.PUBLISHED].includes(idea.visibility)) throw ideasErrors.IDEA_STATE();
      if (!canWithdraw(idea, who)) throw ideasErrors.IDEA_DECIDED();
      if (version !== idea.version) throw commonErrors.CONFLICT();
      await this.database.query(
        `WITH gone AS (UPDATE idea SET visibility = 'WITHDRAWN', version = version + 1 WHERE id = $1)
         UPDATE idea_tally SET listed = false WHERE idea_id = $1`,
        [ideaId],
        tx,
      );
      await this.desk.dropIdea(tx, ideaId);
      const { companyId, challengeId } = idea;
      const fact = { companyId, aggregateId: ideaId, actorId: viewer.userId, occurredAt: this.clock.now() };
      await this.outbox.append(tx, IdeaWithdrawn({ ...fact, payload: { challengeId } }));
    });
  }
}
