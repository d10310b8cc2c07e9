import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../../shared/auth/viewer.js';
import { Clock } from '../../../shared/config/clock.js';
import { Database, type Transaction } from '../../../shared/database/database.js';
import { commonErrors } from '../../../shared/errors/common.errors.js';
import type { EventKind } from '../../../shared/events/domain-event.js';
import { Outbox } from '../../../shared/events/outbox.js';
import { RateLimits } from '../../../shared/ratelimit/rate-limits.js';
import { challengeErrors } from '../../challenges/challenges.errors.js';
import { MembershipsService } from '../../companies/memberships.service.js';
import { type Idea, IdeaVisibility } from '../idea.entity.js';
import { CoauthorDeclined, CoauthorInvited, CoauthorJoined, CoauthorRemoved } from '../ideas.events.js';
import { ideasErrors } from '../ideas.errors.js';
import { type IdeaSight, IdeasService } from '../ideas.service.js';
import { Coauthor, CoauthorState } from './coauthor.entity.js';

/** Co-authors of one idea, asked ones included. */
const MOST_COAUTHORS = 10;

/** Each invitation is a mail to somebody who did not ask for it. */
const INVITATIONS = { name: 'invite-coauthor', points: 30, seconds: 24 * 3600 };

/** Who writes an idea together: asked by its author, and free to refuse. */
@Injectable()
export class CoauthorsService {
  constructor(
    private readonly database: Database,
    private readonly ideas: IdeasService,
    private readonly memberships: MembershipsService,
    private readonly outbox: Outbox,
    private readonly limits: RateLimits,
    private readonly clock: Clock,
  ) {}

  /**
   * Asks a member to be co-author. Who has declined is not asked again.
   * @throws DomainError NOT_FOUND, EMAIL_NOT_VERIFIED, FORBIDDEN, MEMBER_SUSPENDED, IDEA_STATE, CHALLENGE_CLOSED,
   * IDEA_BOX_CLOSED, COAUTHOR_NOT_MEMBER, COAUTHOR_ALREADY, TOO_MANY_COAUTHORS, RATE_LIMITED
   */
  async invite(viewer: Viewer, ideaId: string, userId: string): Promise<void> {
    await this.limits.take(INVITATIONS, viewer.userId);
    await this.database.transaction(async (tx) => {
      const sight = await this.ideas.writable(viewer, ideaId, tx);
      const { idea } = sight;
      if (idea.authorId !== viewer.userId) throw commonErrors.FORBIDDEN();
      if ([IdeaVisibility.REJECTED, IdeaVisibility.WITHDRAWN].includes(idea.visibility)) throw ideasErrors.IDEA_STATE();
      if (idea.visibility !== IdeaVisibility.DRAFT) await this.checkEditable(sight, tx);
      const member = userId === viewer.userId ? null : await this.memberships.find(idea.companyId, userId, tx);
      if (!member) throw ideasErrors.COAUTHOR_NOT_MEMBER({ field: 'userId' });
      const asked = await tx.findBy(Coauthor, { ideaId });
      if (asked.some((coauthor) => coauthor.userId === userId)) throw ideasErrors.COAUTHOR_ALREADY({ field: 'userId' });
      if (asked.length >= MOST_COAUTHORS) throw ideasErrors.TOO_MANY_COAUTHORS({ params: { most: MOST_COAUTHORS } });
      const { companyId } = idea;
      await tx.insert(Coauthor, {
        companyId,
        ideaId,
        userId,
        state: CoauthorState.INVITED,
        invitedAt: this.clock.now(),
      });
      await this.tell(tx, CoauthorInvited, idea, viewer, userId);
    });
  }

  /**
   * Accepts or declines an invitation; the same answer again changes nothing.
   * @returns whether it changed something
   * @throws DomainError NOT_FOUND, EMAIL_NOT_VERIFIED, FORBIDDEN, MEMBER_SUSPENDED, IDEA_STATE
   */
  async answer(viewer: Viewer, ideaId: string, accept: boolean): Promise<boolean> {
    const state = accept ? CoauthorState.ACCEPTED : CoauthorState.DECLINED;
    return this.database.transaction(async (tx) => {
      const idea = await this.ideas.forUpdate(tx, ideaId);
      const asked = await tx.findOneBy(Coauthor, { ideaId, userId: viewer.userId });
      if (!asked) throw commonErrors.NOT_FOUND();
      await this.memberships.require(viewer, idea.companyId, 'idea.write', tx);
      if (asked.state === state) return false;
      if (asked.state !== CoauthorState.INVITED) throw ideasErrors.IDEA_STATE();
      await tx.update(Coauthor, { ideaId, userId: viewer.userId }, { state, answeredAt: this.clock.now() });
      await this.tell(tx, accept ? CoauthorJoined : CoauthorDeclined, idea, viewer, viewer.userId);
      return true;
    });
  }

  /**
   * Ends a co-authorship or an open invitation: by the author, or by the co-author.
   * @throws DomainError NOT_FOUND, EMAIL_NOT_VERIFIED, FORBIDDEN, MEMBER_SUSPENDED
   */
  async remove(viewer: Viewer, ideaId: string, userId: string): Promise<void> {
    await this.database.transaction(async (tx) => {
      const { idea } = await this.ideas.writable(viewer, ideaId, tx);
      if (![idea.authorId, userId].includes(viewer.userId)) throw commonErrors.FORBIDDEN();
      const coauthor = await tx.findOneBy(Coauthor, { ideaId, userId });
      if (!coauthor || coauthor.state === CoauthorState.DECLINED) throw commonErrors.NOT_FOUND();
      await tx.delete(Coauthor, { ideaId, userId });
      await this.tell(tx, CoauthorRemoved, idea, viewer, userId);
    });
  }

  private async checkEditable({ company, idea }: IdeaSight, tx: Transaction): Promise<void> {
    const { challenge, permissions } = await this.ideas.stage(company, idea.challengeId, tx);
    if (!permissions.edit) throw challenge ? challengeErrors.CHALLENGE_CLOSED() : ideasErrors.IDEA_BOX_CLOSED();
  }

  private tell(tx: Transaction, kind: EventKind<{ userId: string }>, idea: Idea, viewer: Viewer, userId: string) {
    const fact = {
      companyId: idea.companyId,
      aggregateId: idea.id,
      actorId: viewer.userId,
      occurredAt: this.clock.now(),
    };
    return this.outbox.append(tx, kind({ ...fact, payload: { userId } }));
  }
}
