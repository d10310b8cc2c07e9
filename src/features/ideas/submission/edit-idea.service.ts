import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../../shared/auth/viewer.js';
import { Clock } from '../../../shared/config/clock.js';
import { Database, type Transaction } from '../../../shared/database/database.js';
import { commonErrors } from '../../../shared/errors/common.errors.js';
import { Outbox } from '../../../shared/events/outbox.js';
import { detectLanguage } from '../../../shared/text/language.js';
import { challengeErrors } from '../../challenges/challenges.errors.js';
import type { Company } from '../../companies/company.entity.js';
import { AttachmentsService } from '../attachments/attachments.service.js';
import { Idea, IdeaVisibility } from '../idea.entity.js';
import { isAuthor } from '../idea.policy.js';
import { IdeaEdited } from '../ideas.events.js';
import { ideasErrors } from '../ideas.errors.js';
import { IdeasService } from '../ideas.service.js';
import { normaliseTags } from '../tags.js';
import { IdeaScreening } from './idea-screening.service.js';
import type { EditIdeaInput } from './idea.inputs.js';
import { checkText } from './submission-writer.js';

type Text = Pick<Idea, 'title' | 'body' | 'tags' | 'language'>;

const UPDATE = `WITH edited AS (
  UPDATE idea SET title = $2, body = $3, tags = $4::text[], language = $5, version = version + 1,
    revision_count = revision_count + 1, edited_at = $6::timestamptz, search = idea_search($5, $2, $4::text[], $3)
  WHERE id = $1 RETURNING id, company_id, revision_count, visibility
), replaced AS (
  UPDATE idea_revision r SET was_public = false FROM edited e
  WHERE r.idea_id = e.id AND r.number = e.revision_count - 1 AND e.visibility = 'HELD'
)
INSERT INTO idea_revision (idea_id, number, company_id, title, body, tags, editor_id, note, created_at)
SELECT id, revision_count, company_id, $2, $3, $4::text[], $7::uuid, $8, $6::timestamptz FROM edited`;

/** Changes of submitted ideas; every text that an idea had is kept. */
@Injectable()
export class EditIdeaService {
  constructor(
    private readonly database: Database,
    private readonly ideas: IdeasService,
    private readonly attachments: AttachmentsService,
    private readonly screening: IdeaScreening,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /**
   * Changes a held or published idea, by its author or a co-author, while the phase allows it. A held one stays held,
   * in its new text, and is not decided by who has seen the one before. A published one stays published, with its votes,
   * also where new ideas of its author would be held; unless screening finds something in its new text: then the idea
   * waits for a moderator; the names of new files are read, too. A text that is the same makes no revision.
   * @throws DomainError NOT_FOUND, EMAIL_NOT_VERIFIED, FORBIDDEN, MEMBER_SUSPENDED, IDEA_STATE, IDEA_LOCKED, CHALLENGE_CLOSED,
   * IDEA_BOX_CLOSED, CONFLICT, RATE_LIMITED, VALIDATION_FAILED
   */
  async edit(viewer: Viewer, input: EditIdeaInput): Promise<string> {
    return this.database.transaction(async (tx) => {
      const { idea, who, ...access } = await this.ideas.writable(viewer, input.ideaId, tx);
      const { company } = access;
      if (!isAuthor(idea, who)) throw commonErrors.FORBIDDEN();
      if (![IdeaVisibility.HELD, IdeaVisibility.PUBLISHED].includes(idea.visibility)) throw ideasErrors.IDEA_STATE();
      if (idea.locked) throw ideasErrors.IDEA_LOCKED();
      const { challenge, permissions } = await this.ideas.stage(company, idea.challengeId, tx);
      if (!permissions.edit) throw challenge ? challengeErrors.CHALLENGE_CLOSED() : ideasErrors.IDEA_BOX_CLOSED();
      if (input.version !== idea.version) throw commonErrors.CONFLICT();
      const written = textOf(input, idea, company);
      const rewritten = isChanged(idea, written);
      const note = (rewritten && input.note) || null;
      const { attachmentIds } = input;
      const files = attachmentIds?.length ? await this.attachments.namesOfNew(tx, idea.id, attachmentIds) : [];
      const isNew = rewritten || files.length > 0;
      const screened = isNew
        ? await this.screening.screen(tx, access, { ...written, id: idea.id, note, files }, null)
        : null;
      if (rewritten) await this.write(tx, viewer, idea, written, note);
      const refiled = !!attachmentIds && (await this.attachments.set(tx, idea, attachmentIds, viewer.userId));
      if (refiled && !rewritten) await tx.increment(Idea, { id: idea.id }, 'version', 1);
      if (refiled || rewritten) await this.screening.changed(tx, idea, screened);
      return idea.id;
    });
  }

  private async write(tx: Transaction, viewer: Viewer, idea: Idea, text: Text, note: string | null): Promise<void> {
    const now = this.clock.now();
    const { title, body, tags, language } = text;
    await this.database.query(UPDATE, [idea.id, title, body, tags, language, now, viewer.userId, note], tx);
    const fact = { companyId: idea.companyId, aggregateId: idea.id, actorId: viewer.userId, occurredAt: now };
    await this.outbox.append(tx, IdeaEdited({ ...fact, payload: { revision: idea.revisionCount + 1 } }));
  }
}

/** The language stays as it was unless another is chosen, or null asks to detect it anew. */
function textOf(input: EditIdeaInput, idea: Idea, company: Company): Text {
  const { title, body } = checkText({ title: input.title ?? idea.title, body: input.body ?? idea.body });
  const detected = () => detectLanguage(`${title}\n${body}`, company.defaultLanguage);
  const language = input.language === undefined ? idea.language : (input.language ?? detected());
  return { title, body, tags: input.tags ? normaliseTags(input.tags) : idea.tags, language };
}

const isChanged = (idea: Text, { title, body, tags, language }: Text): boolean =>
  idea.title !== title || idea.body !== body || idea.tags.join() !== tags.join() || idea.language !== language;
