import { Injectable } from '@nestjs/common';
import { validateSync } from 'class-validator';
import { Clock } from '../../../shared/config/clock.js';
import { Database, type Transaction } from '../../../shared/database/database.js';
import type { Locale } from '../../../shared/errors/locale.js';
import { validationFailed } from '../../../shared/errors/validation.js';
import { Outbox } from '../../../shared/events/outbox.js';
import { detectLanguage } from '../../../shared/text/language.js';
import type { Access } from '../../companies/memberships.service.js';
import { AttachmentsService } from '../attachments/attachments.service.js';
import type { Idea } from '../idea.entity.js';
import { IdeaHeld, IdeaPublished, IdeaSubmitted } from '../ideas.events.js';
import type { Origin, Screened } from '../screening.port.js';
import { normaliseTags } from '../tags.js';
import { IdeaScreening } from './idea-screening.service.js';
import { type IdeaText, PublicText } from './idea.inputs.js';

/** An idea that is ready to be written down as submitted. */
export interface Submission {
  companyId: string;
  challengeId: string | null;
  authorId: string;
  title: string;
  body: string;
  tags: string[];
  language: Locale | null;
  attachmentIds: string[] | null;
  idempotencyKey: string | null;
  draftVersion: number | null;
}

/** The same, and what was found in it. */
export type ScreenedSubmission = Submission & { screened: Screened };

/** The first revision, of whichever way the idea came in. */
const REVISION = `INSERT INTO idea_revision (idea_id, number, company_id, title, body, tags, editor_id, created_at)
  SELECT id, 1, company_id, title, body, tags, author_id, $9::timestamptz FROM submitted`;

/** Authors follow what they write; so do those who joined while it was a draft. */
const FOLLOW = `INSERT INTO idea_follow (company_id, idea_id, user_id, since)
  SELECT company_id, id, author_id, $9::timestamptz FROM submitted
  UNION SELECT s.company_id, s.id, ca.user_id, $9::timestamptz FROM submitted s
    JOIN coauthor ca ON ca.idea_id = s.id AND ca.state = 'ACCEPTED'
  RETURNING idea_id`;

/** One statement: the idea, its tally, its followers and its first revision. No row where the idempotency key was used in the meantime. */
const INSERT = `WITH submitted AS (
  INSERT INTO idea (id, company_id, challenge_id, author_id, title, body, tags, language, visibility, hold_reason,
    idempotency_key, revision_count, created_at, published_at, search)
  VALUES ($1, $2, $3, $4, $5, $6, $7::text[], $8, CASE WHEN $10::text IS NULL THEN 'PUBLISHED' ELSE 'HELD' END, $10,
    $11, 1, $9::timestamptz, CASE WHEN $10::text IS NULL THEN $9::timestamptz END, idea_search($8, $5, $7::text[], $6))
  ON CONFLICT (company_id, author_id, idempotency_key) DO NOTHING RETURNING *
), followers AS (${FOLLOW}), tally AS (
  INSERT INTO idea_tally (idea_id, company_id, challenge_id, listed, published_at, trending, follower_count)
  SELECT id, company_id, challenge_id, published_at IS NOT NULL, published_at, coalesce(trending_score(0, 0, 0, published_at), 0),
    (SELECT count(*) FROM followers)
  FROM submitted
), revision AS (${REVISION})
SELECT id FROM submitted`;

const UPDATE = `WITH submitted AS (
  UPDATE idea SET title = $5, body = $6, tags = $7::text[], language = $8, version = version + 1, revision_count = 1,
    visibility = CASE WHEN $10::text IS NULL THEN 'PUBLISHED' ELSE 'HELD' END, hold_reason = $10, idempotency_key = $11,
    published_at = CASE WHEN $10::text IS NULL THEN $9::timestamptz END, search = idea_search($8, $5, $7::text[], $6)
  WHERE id = $1 AND company_id = $2 AND challenge_id IS NOT DISTINCT FROM $3::uuid AND author_id = $4 RETURNING *
), followers AS (${FOLLOW}), tally AS (
  UPDATE idea_tally t SET listed = s.published_at IS NOT NULL, published_at = s.published_at,
    trending = coalesce(trending_score(0, 0, 0, s.published_at), 0), follower_count = (SELECT count(*) FROM followers)
  FROM submitted s WHERE t.idea_id = s.id
), revision AS (${REVISION})
SELECT id FROM submitted`;

/** Writes submitted ideas, with all that belongs to them. */
@Injectable()
export class SubmissionWriter {
  constructor(
    private readonly database: Database,
    private readonly attachments: AttachmentsService,
    private readonly screening: IdeaScreening,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /**
   * Completes what was written, from the draft and by itself.
   * @throws DomainError VALIDATION_FAILED
   */
  prepare(
    { company, user }: Access,
    challengeId: string | null,
    input: IdeaText & { idempotencyKey?: string | null },
    draft: Idea | null,
  ): Submission {
    const { title, body } = checkText({ title: input.title ?? draft?.title, body: input.body ?? draft?.body });
    const language = input.language ?? draft?.language ?? detectLanguage(`${title}\n${body}`, company.defaultLanguage);
    return {
      companyId: company.id,
      challengeId,
      authorId: user.id,
      title,
      body,
      tags: input.tags ? normaliseTags(input.tags) : (draft?.tags ?? []),
      language,
      attachmentIds: input.attachmentIds ?? null,
      idempotencyKey: draft ? null : (input.idempotencyKey ?? null),
      draftVersion: draft?.version ?? null,
    };
  }

  /** To be called before anything is locked. @throws DomainError VALIDATION_FAILED with BLOCKED_WORDS */
  async screen(
    tx: Transaction,
    access: Access,
    id: string,
    submission: Submission,
    origin: Origin,
  ): Promise<ScreenedSubmission> {
    const { attachmentIds, draftVersion } = submission;
    const isEmpty = attachmentIds ? attachmentIds.length === 0 : draftVersion === null;
    const files = isEmpty ? [] : await this.attachments.names(tx, id, attachmentIds);
    const screened = await this.screening.screen(tx, access, { ...submission, id, note: null, files }, origin);
    return { ...submission, screened };
  }

  /** The idea that this key of the author's stands for already. */
  async known(companyId: string, authorId: string, key: string, tx?: Transaction): Promise<string | null> {
    const [row] = await this.database.query<{ id: string }>(
      'SELECT id FROM idea WHERE company_id = $1 AND author_id = $2 AND idempotency_key = $3',
      [companyId, authorId, key],
      tx,
    );
    return row?.id ?? null;
  }

  /** Writes an idea that had no draft; the one with the same key, if there is one by now. */
  async insert(tx: Transaction, id: string, submission: ScreenedSubmission): Promise<string> {
    const [row] = await this.write(tx, INSERT, id, submission);
    if (row) {
      await this.tell(tx, id, submission);
      return id;
    }
    const { companyId, authorId, idempotencyKey } = submission;
    return (await this.known(companyId, authorId, idempotencyKey!, tx))!;
  }

  /** Turns a locked draft into the submitted idea. */
  async update(tx: Transaction, id: string, submission: ScreenedSubmission): Promise<void> {
    await this.write(tx, UPDATE, id, submission);
    await this.tell(tx, id, submission);
  }

  private write(tx: Transaction, sql: string, id: string, s: ScreenedSubmission): Promise<{ id: string }[]> {
    const params = [
      id,
      s.companyId,
      s.challengeId,
      s.authorId,
      s.title,
      s.body,
      s.tags,
      s.language,
      this.clock.now(),
      s.screened.hold,
    ];
    return this.database.query<{ id: string }>(sql, [...params, s.idempotencyKey], tx);
  }

  private async tell(tx: Transaction, id: string, submission: ScreenedSubmission): Promise<void> {
    const { companyId, challengeId, authorId, attachmentIds, screened, draftVersion } = submission;
    if (attachmentIds?.length || (attachmentIds && draftVersion !== null))
      await this.attachments.set(tx, { id, companyId }, attachmentIds, authorId);
    await this.screening.tell(tx, { id, companyId, authorId }, screened);
    const fact = { companyId, aggregateId: id, actorId: authorId, occurredAt: this.clock.now() };
    await this.outbox.append(
      tx,
      IdeaSubmitted({ ...fact, payload: { challengeId } }),
      screened.hold
        ? IdeaHeld({ ...fact, payload: { reason: screened.hold } })
        : IdeaPublished({ ...fact, payload: { challengeId, authorId } }),
    );
  }
}

/** @throws DomainError VALIDATION_FAILED when the text may not be shown to others like this */
export function checkText(text: { title?: string | null; body?: string | null }): PublicText {
  const checked = Object.assign(new PublicText(), { title: text.title ?? '', body: text.body ?? '' });
  const errors = validateSync(checked);
  if (errors.length > 0) throw validationFailed(errors);
  return checked;
}
