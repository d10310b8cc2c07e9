import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../../shared/auth/viewer.js';
import { Clock } from '../../../shared/config/clock.js';
import { Database } from '../../../shared/database/database.js';
import { newId } from '../../../shared/database/ids.js';
import { commonErrors } from '../../../shared/errors/common.errors.js';
import { Outbox } from '../../../shared/events/outbox.js';
import { MembershipsService } from '../../companies/memberships.service.js';
import { Idea, IdeaStatus, IdeaVisibility } from '../idea.entity.js';
import { IdeaAnswered } from '../ideas.events.js';
import { ideasErrors } from '../ideas.errors.js';
import { IdeasService } from '../ideas.service.js';
import type { AnswerIdeaInput } from './answer-idea.input.js';
import { Answer } from './answer.entity.js';

/** The company's official replies. */
@Injectable()
export class AnswersService {
  constructor(
    private readonly database: Database,
    private readonly ideas: IdeasService,
    private readonly memberships: MembershipsService,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /**
   * Answers an idea: gives it a status, with the public reason. Earlier answers stay readable; a pinned one takes the
   * place of the one pinned before.
   * @throws DomainError NOT_FOUND, UNAUTHENTICATED, FORBIDDEN, MEMBER_SUSPENDED, IDEA_STATE, CONFLICT
   */
  async answer(viewer: Viewer, { ideaId, version, status, body, pinned }: AnswerIdeaInput): Promise<void> {
    await this.database.transaction(async (tx) => {
      const sight = await this.ideas.visibleForUpdate(viewer, ideaId, tx);
      this.memberships.check(sight, 'idea.answer');
      const { idea } = sight;
      if (idea.visibility !== IdeaVisibility.PUBLISHED) throw ideasErrors.IDEA_STATE();
      if (version !== idea.version) throw commonErrors.CONFLICT();
      const now = this.clock.now();
      const { companyId, authorId } = idea;
      if (pinned) await tx.update(Answer, { ideaId, pinned: true }, { pinned: false });
      const answer = { id: newId(), companyId, ideaId, authorId: viewer.userId, status, body, pinned, createdAt: now };
      await tx.insert(Answer, answer);
      const firstAnsweredAt = idea.firstAnsweredAt ?? now;
      const deliveredAt = status === IdeaStatus.DELIVERED ? (idea.deliveredAt ?? now) : null;
      await tx.update(Idea, ideaId, { status, answeredAt: now, firstAnsweredAt, deliveredAt, version: version + 1 });
      await this.database.query('UPDATE idea_tally SET answered = true WHERE idea_id = $1', [ideaId], tx);
      const fact = { companyId, aggregateId: ideaId, actorId: viewer.userId, occurredAt: now };
      await this.outbox.append(tx, IdeaAnswered({ ...fact, payload: { answerId: answer.id, status, authorId } }));
    });
  }
}
