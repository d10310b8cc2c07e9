import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../../shared/auth/viewer.js';
import { Clock } from '../../../shared/config/clock.js';
import { Database, type Transaction } from '../../../shared/database/database.js';
import { newId } from '../../../shared/database/ids.js';
import { commonErrors } from '../../../shared/errors/common.errors.js';
import { invalidField } from '../../../shared/errors/validation.js';
import type { StoredEvent } from '../../../shared/events/domain-event.js';
import { OnEvent } from '../../../shared/events/on-event.js';
import { AccountErased } from '../../accounts/accounts.events.js';
import { ChallengesService } from '../../challenges/challenges.service.js';
import { MembershipsService } from '../../companies/memberships.service.js';
import { AttachmentsService } from '../attachments/attachments.service.js';
import { Idea, IdeaVisibility } from '../idea.entity.js';
import { isAuthor } from '../idea.policy.js';
import { ideasErrors } from '../ideas.errors.js';
import { IdeasService } from '../ideas.service.js';
import type { SaveIdeaDraftInput } from '../submission/idea.inputs.js';
import { normaliseTags } from '../tags.js';

/** Drafts of one person in one company. */
const MOST_DRAFTS = 20;
/** The drafts of a person in a company are counted under the lock of their membership. */
const LOCK = 'SELECT 1 FROM membership WHERE id = $1 FOR NO KEY UPDATE';
const COUNT = `SELECT count(*)::integer AS count FROM idea WHERE author_id = $1 AND company_id = $2 AND visibility = 'DRAFT'`;

/** Ideas that are still being written. */
@Injectable()
export class DraftsService {
  constructor(
    private readonly database: Database,
    private readonly ideas: IdeasService,
    private readonly memberships: MembershipsService,
    private readonly challenges: ChallengesService,
    private readonly attachments: AttachmentsService,
    private readonly clock: Clock,
  ) {}

  /**
   * Saves a draft as it stands; a new one where no `ideaId` is given. Needs no open phase: who writes early may.
   * @returns its id
   * @throws DomainError NOT_FOUND, EMAIL_NOT_VERIFIED, FORBIDDEN, MEMBER_SUSPENDED, TOO_MANY_DRAFTS, IDEA_STATE,
   * CONFLICT, VALIDATION_FAILED
   */
  save(viewer: Viewer, input: SaveIdeaDraftInput): Promise<string> {
    return this.database.transaction((tx) =>
      input.ideaId ? this.change(tx, viewer, input.ideaId, input) : this.create(tx, viewer, input),
    );
  }

  /** Deletes a draft for good: nobody else was meant to read it yet. */
  async delete(viewer: Viewer, ideaId: string): Promise<void> {
    await this.database.transaction(async (tx) => {
      const { idea } = await this.ideas.visibleForUpdate(viewer, ideaId, tx);
      if (idea.authorId !== viewer.userId) throw commonErrors.FORBIDDEN();
      if (idea.visibility !== IdeaVisibility.DRAFT) throw ideasErrors.IDEA_STATE();
      await this.remove(tx, idea);
    });
  }

  /** What an erased person never submitted nobody else was meant to read; what co-authors write too stays theirs. */
  @OnEvent(AccountErased)
  async forget({ aggregateId: userId }: StoredEvent, tx: Transaction): Promise<void> {
    const drafts = await this.database.query<Pick<Idea, 'id' | 'companyId'>>(
      `SELECT i.id, i.company_id AS "companyId" FROM idea i WHERE i.author_id = $1 AND i.visibility = 'DRAFT'
         AND NOT EXISTS (SELECT FROM coauthor a WHERE a.idea_id = i.id AND a.state = 'ACCEPTED') ORDER BY i.id FOR UPDATE`,
      [userId],
      tx,
    );
    for (const draft of drafts) await this.remove(tx, draft);
  }

  private async remove(tx: Transaction, draft: Pick<Idea, 'id' | 'companyId'>): Promise<void> {
    await this.attachments.clear(tx, draft);
    await tx.delete(Idea, draft.id);
  }

  private async create(tx: Transaction, viewer: Viewer, input: SaveIdeaDraftInput): Promise<string> {
    if (!input.companyId) throw companyMissing();
    const { companyId, challengeId = null, title, body, tags, language = null, attachmentIds } = input;
    const { membership } = await this.memberships.require(viewer, companyId, 'idea.write', tx);
    if (challengeId) await this.challenges.withPhases(companyId, challengeId, tx);
    await this.database.query(LOCK, [membership.id], tx);
    const [drafts] = await this.database.query<{ count: number }>(COUNT, [viewer.userId, companyId], tx);
    if (drafts!.count >= MOST_DRAFTS) throw ideasErrors.TOO_MANY_DRAFTS({ params: { most: MOST_DRAFTS } });
    const id = newId();
    await this.database.query(
      `WITH new AS (
         INSERT INTO idea (id, company_id, challenge_id, author_id, title, body, tags, language, visibility, created_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 'DRAFT', $9))
       INSERT INTO idea_tally (idea_id, company_id, challenge_id, listed) VALUES ($1, $2, $3, false)`,
      [
        id,
        companyId,
        challengeId,
        viewer.userId,
        title ?? '',
        body ?? '',
        normaliseTags(tags ?? []),
        language,
        this.clock.now(),
      ],
      tx,
    );
    if (attachmentIds?.length) await this.attachments.set(tx, { id, companyId }, attachmentIds, viewer.userId);
    return id;
  }

  private async change(tx: Transaction, viewer: Viewer, ideaId: string, input: SaveIdeaDraftInput): Promise<string> {
    const { idea, who } = await this.ideas.writable(viewer, ideaId, tx);
    if (!isAuthor(idea, who)) throw commonErrors.FORBIDDEN();
    if (idea.visibility !== IdeaVisibility.DRAFT) throw ideasErrors.IDEA_STATE();
    if (input.version != null && input.version !== idea.version) throw commonErrors.CONFLICT();
    const challengeId = input.challengeId === undefined ? idea.challengeId : input.challengeId;
    if (challengeId && challengeId !== idea.challengeId)
      await this.challenges.withPhases(idea.companyId, challengeId, tx);
    await tx.update(Idea, ideaId, {
      challengeId,
      title: input.title ?? idea.title,
      body: input.body ?? idea.body,
      tags: input.tags ? normaliseTags(input.tags) : idea.tags,
      language: input.language === undefined ? idea.language : input.language,
      version: idea.version + 1,
    });
    if (challengeId !== idea.challengeId) {
      await this.database.query(
        'UPDATE idea_tally SET challenge_id = $2 WHERE idea_id = $1',
        [ideaId, challengeId],
        tx,
      );
    }
    if (input.attachmentIds) await this.attachments.set(tx, idea, input.attachmentIds, viewer.userId);
    return ideaId;
  }
}

/** A new idea must say where it belongs. */
export const companyMissing = () =>
  invalidField('companyId', 'EMPTY', {
    en: 'Please say which company it is for.',
    es: 'Indica para qué empresa es.',
    it: 'Indica per quale azienda è.',
  });
