import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { Viewer } from '../../../shared/auth/viewer.js';
import { Database, type Transaction } from '../../../shared/database/database.js';
import { commonErrors } from '../../../shared/errors/common.errors.js';
import type { Connection } from '../../../shared/graphql/connection.js';
import type { Selection } from '../../../shared/graphql/selection.js';
import { MembershipsService } from '../../companies/memberships.service.js';
import { Idea, IdeaVisibility } from '../idea.entity.js';
import { ideasErrors } from '../ideas.errors.js';
import { IdeasService } from '../ideas.service.js';
import type { AnswerIdeaInput } from './answer-idea.input.js';
import { type AnswerIdeasInput, AnswerRefusal, type UnansweredIdea } from './answer-ideas.input.js';
import type { AnswerQueueArgs } from './answer-queue.args.js';
import { AnswerQueueQueries } from './answer-queue.queries.js';
import { AnswerWriter } from './answer-writer.js';
import { Answer } from './answer.entity.js';

/** The company's official replies, and what still waits for one. */
@Injectable()
export class AnswersService {
  constructor(
    private readonly database: Database,
    private readonly ideas: IdeasService,
    private readonly memberships: MembershipsService,
    private readonly queue: AnswerQueueQueries,
    private readonly writer: AnswerWriter,
  ) {}

  /**
   * What waits for an answer.
   * @throws DomainError NOT_FOUND, UNAUTHENTICATED, FORBIDDEN, MEMBER_SUSPENDED
   */
  async waiting(viewer: Viewer, args: AnswerQueueArgs, asked: Selection): Promise<Connection<Idea>> {
    const { company } = await this.memberships.require(viewer, args.companyId, 'idea.answer');
    return this.queue.page(viewer, company, args, asked);
  }

  /**
   * Answers an idea: gives it a status, with the public reason. Earlier answers stay readable; a pinned one takes the
   * place of the one pinned before.
   * @throws DomainError NOT_FOUND, UNAUTHENTICATED, FORBIDDEN, MEMBER_SUSPENDED, IDEA_STATE, CONFLICT
   */
  async answer(viewer: Viewer, { ideaId, version, ...said }: AnswerIdeaInput): Promise<void> {
    await this.database.transaction(async (tx) => {
      const sight = await this.ideas.visibleForUpdate(viewer, ideaId, tx);
      const access = this.memberships.check(sight, 'idea.answer');
      if (sight.idea.visibility !== IdeaVisibility.PUBLISHED) throw ideasErrors.IDEA_STATE();
      if (version !== sight.idea.version) throw commonErrors.CONFLICT();
      await this.writer.write(tx, viewer, access, [sight.idea], said);
    });
  }

  /**
   * Gives many ideas of a company one answer, in one transaction: all that can have it get it, and of each other it is
   * told why not. The same request sent again answers nothing twice.
   * @returns the ids of those that have it now, and the others
   * @throws DomainError NOT_FOUND, UNAUTHENTICATED, FORBIDDEN, MEMBER_SUSPENDED
   */
  answerMany(
    viewer: Viewer,
    { companyId, ideas, ...said }: AnswerIdeasInput,
  ): Promise<{ answered: string[]; refused: UnansweredIdea[] }> {
    return this.database.transaction(async (tx) => {
      const access = await this.memberships.require(viewer, companyId, 'idea.answer', tx);
      const ids = ideas.map(({ ideaId }) => ideaId);
      const found = await this.locked(tx, companyId, ids);
      // asked after the lock: of two requests at once the second finds what the first has written
      const done = await this.answeredBy(tx, viewer, companyId, said.idempotencyKey, ids);
      const refused: UnansweredIdea[] = [];
      const fit = ideas.flatMap(({ ideaId, version }) => {
        if (done.has(ideaId)) return [];
        const idea = found.get(ideaId);
        const reason = refusalOf(idea, version);
        if (reason) refused.push({ ideaId, reason });
        return reason ? [] : [idea!];
      });
      await this.writer.write(tx, viewer, access, fit, said);
      const without = new Set(refused.map(({ ideaId }) => ideaId));
      return { answered: ids.filter((id) => !without.has(id)), refused };
    });
  }

  private async locked(tx: Transaction, companyId: string, ids: string[]): Promise<Map<string, Idea>> {
    const rows = await tx.find(Idea, {
      where: { companyId, id: In(ids) },
      order: { id: 'ASC' },
      lock: { mode: 'for_no_key_update' },
    });
    return new Map(rows.map((idea) => [idea.id, idea]));
  }

  private async answeredBy(
    tx: Transaction,
    { userId: authorId }: Viewer,
    companyId: string,
    idempotencyKey: string,
    ids: string[],
  ): Promise<Set<string>> {
    const rows = await tx.findBy(Answer, { companyId, authorId, idempotencyKey, ideaId: In(ids) });
    return new Set(rows.map(({ ideaId }) => ideaId));
  }
}

function refusalOf(idea: Idea | undefined, version: number): AnswerRefusal | null {
  // another's draft is nothing that a company knows of
  if (!idea || idea.visibility === IdeaVisibility.DRAFT) return AnswerRefusal.UNKNOWN;
  if (idea.visibility !== IdeaVisibility.PUBLISHED) return AnswerRefusal.NOT_PUBLIC;
  return idea.version === version ? null : AnswerRefusal.CHANGED;
}
