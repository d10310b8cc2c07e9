import { Injectable } from '@nestjs/common';
import { Audit } from '../../../shared/audit/audit.js';
import { AuditSubject } from '../../../shared/audit/audit-entry.entity.js';
import type { Viewer } from '../../../shared/auth/viewer.js';
import { Clock } from '../../../shared/config/clock.js';
import { Database, type Transaction } from '../../../shared/database/database.js';
import { newId } from '../../../shared/database/ids.js';
import { Outbox } from '../../../shared/events/outbox.js';
import { fillIn } from '../../../shared/text/fill-in.js';
import { detectLanguage } from '../../../shared/text/language.js';
import type { Company } from '../../companies/company.entity.js';
import type { Access } from '../../companies/memberships.service.js';
import type { Idea } from '../idea.entity.js';
import { IdeaAnswered } from '../ideas.events.js';
import type { AnswerText } from './answer-idea.input.js';

type Said = AnswerText & { idempotencyKey?: string };

const PLACE = /\{name\}/;

/** Writes the company's answers: the same, however many ideas get one. */
@Injectable()
export class AnswerWriter {
  constructor(
    private readonly database: Database,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** Answers ideas of the company, which `tx` has locked; each is an event of its own. */
  async write(tx: Transaction, viewer: Viewer, access: Access, ideas: Idea[], said: Said): Promise<void> {
    if (ideas.length === 0) return;
    const { company } = access;
    const { status, pinned, savedReplyId, idempotencyKey = null } = said;
    const now = this.clock.now();
    const ids = ideas.map(({ id }) => id);
    const bodies = await this.bodies(tx, company, ideas, said.body);
    // whatever language the names and titles in it are in
    const language = detectLanguage(said.body, company.defaultLanguage);
    const answers = ideas.map(({ id: ideaId, authorId }, at) => ({ id: newId(), ideaId, authorId, body: bodies[at]! }));
    const run = (sql: string, ...params: unknown[]) => this.database.query(sql, params, tx);
    if (pinned) await run('UPDATE answer SET pinned = false WHERE idea_id = ANY ($1) AND pinned', ids);
    await run(
      `INSERT INTO answer (id, company_id, idea_id, author_id, status, body, language, pinned, idempotency_key, created_at)
       SELECT a.id, $3, a.idea_id, $4, $5, a.body, $10, $6, $7, $8 FROM unnest($1::uuid[], $2::uuid[], $9::text[]) a (id, idea_id, body)`,
      ...[answers.map(({ id }) => id), ids, company.id, viewer.userId, status, pinned, idempotencyKey, now, bodies],
      language,
    );
    await run(
      `UPDATE idea SET status = $2, answered_at = $3, first_answered_at = coalesce(first_answered_at, $3),
         delivered_at = CASE WHEN $2 = 'DELIVERED' THEN coalesce(delivered_at, $3) END, version = version + 1
       WHERE id = ANY ($1)`,
      ...[ids, status, now],
    );
    // in the order of the ideas' ids, as everybody who takes several tallies
    await run(
      `WITH mine AS (SELECT idea_id FROM idea_tally WHERE idea_id = ANY ($1) ORDER BY idea_id FOR NO KEY UPDATE)
       UPDATE idea_tally t SET answered = true FROM mine WHERE t.idea_id = mine.idea_id`,
      ids,
    );
    if (savedReplyId)
      await run(
        'UPDATE saved_reply SET used_count = used_count + $3, last_used_at = $4 WHERE id = $1 AND company_id = $2',
        ...[savedReplyId, company.id, ideas.length, now],
      );
    const fact = { companyId: company.id, actorId: viewer.userId, occurredAt: now };
    const events = answers.map(({ id: answerId, ideaId, authorId }) =>
      IdeaAnswered({ ...fact, aggregateId: ideaId, payload: { answerId, status, authorId } }),
    );
    await this.outbox.append(tx, ...events);
    // what was said is in the answer
    const acts = answers.map(({ id: answerId, ideaId }, at) => ({
      ...({ action: 'idea.answer', subject: AuditSubject.IDEA, subjectId: ideaId } as const),
      ...{ was: { status: ideas[at]!.status }, is: { status, pinned, answerId } },
    }));
    await this.audit.record(tx, viewer, access, ...acts);
  }

  /** The text for each idea, with what belongs in its places. */
  private async bodies(tx: Transaction, company: Company, ideas: Idea[], body: string): Promise<string[]> {
    const people = PLACE.test(body) ? await this.names(tx, ideas) : new Map<string, string>();
    return ideas.map(({ authorId, title }) =>
      fillIn(body, { name: people.get(authorId) ?? '', title, company: company.name }),
    );
  }

  private async names(tx: Transaction, ideas: Idea[]): Promise<Map<string, string>> {
    const rows = await this.database.query<{ id: string; name: string }>(
      `SELECT id, CASE WHEN erased_at IS NULL THEN display_name ELSE '' END AS name FROM "user" WHERE id = ANY ($1)`,
      [ideas.map(({ authorId }) => authorId)],
      tx,
    );
    return new Map(rows.map(({ id, name }) => [id, name]));
  }
}
