import type { IdeaStatus, IdeaVisibility } from '../../src/features/ideas/idea.entity.js';
import { newId } from '../../src/shared/database/ids.js';
import type { TestApp } from './app.js';

interface IdeaOptions {
  company: { id: string };
  challenge?: { id: string } | null;
  author: { id: string };
  title?: string;
  body?: string;
  tags?: string[];
  language?: string | null;
  visibility?: keyof typeof IdeaVisibility;
  status?: keyof typeof IdeaStatus;
  publishedAt?: Date;
  /** only the tally: there are no votes behind it */
  score?: number;
}

/** An idea as the database holds it, with its tally and first revision; published unless told otherwise. */
export async function createIdea(t: TestApp, options: IdeaOptions): Promise<{ id: string; title: string }> {
  const id = newId();
  const {
    company,
    challenge,
    author,
    title = `Idea ${id}`,
    body = 'It would help.',
    tags = [],
    language = 'en',
  } = options;
  const { visibility = 'PUBLISHED', status = 'OPEN', score = 0, publishedAt = t.clock.now() } = options;
  const published = visibility === 'PUBLISHED' ? publishedAt : null;
  const submitted = visibility !== 'DRAFT';
  await t.database.query(
    `INSERT INTO idea (id, company_id, challenge_id, author_id, title, body, tags, language, visibility, status, published_at,
       created_at, answered_at, revision_count, first_answered_at, delivered_at, search)
     VALUES ($1, $2, $3, $4, $5, $6, $7::text[], $8, $9, $10, $11, $12, $13::timestamptz, $14, $13, CASE WHEN $10 = 'DELIVERED' THEN $13 END, idea_search($8, $5, $7::text[], $6))`,
    [
      id,
      company.id,
      challenge?.id ?? null,
      author.id,
      title,
      body,
      tags,
      language,
      visibility,
      status,
      published,
      publishedAt,
      status === 'OPEN' ? null : publishedAt,
      submitted ? 1 : 0,
    ],
  );
  await t.database.query(
    `INSERT INTO idea_tally (idea_id, company_id, challenge_id, listed, answered, up_count, score, trending, published_at)
     VALUES ($1, $2, $3, $4, $5, $6, $6, CASE WHEN $4 THEN trending_score($6, 0, 0, $7) ELSE 0 END, $7)`,
    [id, company.id, challenge?.id ?? null, visibility === 'PUBLISHED', status !== 'OPEN', score, published],
  );
  if (submitted) {
    await t.database.query(
      `INSERT INTO idea_revision (idea_id, number, company_id, title, body, tags, editor_id, created_at)
       VALUES ($1, 1, $2, $3, $4, $5, $6, $7)`,
      [id, company.id, title, body, tags, author.id, publishedAt],
    );
  }
  if (published) await t.database.query('SELECT index_ideas(ARRAY[$1::uuid])', [id]);
  return { id, title };
}
