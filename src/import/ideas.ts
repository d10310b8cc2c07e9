import { checkText } from '../features/ideas/submission/submission-writer.js';
import { LONGEST_TAG, MOST_TAGS, normaliseTags } from '../features/ideas/tags.js';
import { newId } from '../shared/database/ids.js';
import { cleanLine, cleanProse } from '../shared/text/clean.js';
import { detectLanguage } from '../shared/text/language.js';
import { type ImportContext, inBatches } from './context.js';
import { nameOf, type Row } from './csv-rows.js';
import type { People } from './people.js';
import { RowProblem } from './report.js';
import { fieldProblem, remember } from './texts.js';

interface ReadIdea {
  sourceId: string;
  author: string;
  title: string;
  body: string;
  tags: string[];
  at: Date;
}

/** As one submitted and published here: tally, first revision and what happened to it; what is there already stays. */
const INSERT = `
WITH added AS (
  INSERT INTO idea (id, company_id, challenge_id, source_id, author_id, title, body, tags, language, visibility,
    revision_count, created_at, published_at, search)
  SELECT id, $1, $2::uuid, source_id, author_id, title, body, tags, language, 'PUBLISHED', 1, at, at, idea_search(language, title, tags, body)
  FROM (
    SELECT id, source_id, author_id, title, body, language, at, ARRAY (SELECT jsonb_array_elements_text(tag_list)) AS tags
    FROM unnest($3::uuid[], $4::text[], $5::uuid[], $6::text[], $7::text[], $8::jsonb[], $9::text[], $10::timestamptz[])
      AS i (id, source_id, author_id, title, body, tag_list, language, at)
  ) AS i
  ON CONFLICT (company_id, source_id) DO NOTHING
  RETURNING *
), tally AS (
  INSERT INTO idea_tally (idea_id, company_id, challenge_id, listed, published_at, trending)
  SELECT id, company_id, challenge_id, true, published_at, trending_score(0, 0, 0, published_at) FROM added
), revision AS (
  INSERT INTO idea_revision (idea_id, number, company_id, title, body, tags, editor_id, created_at)
  SELECT id, 1, company_id, title, body, tags, author_id, created_at FROM added
)
SELECT source_id AS "sourceId", id, author_id AS "authorId", created_at AS at FROM added`;

/** The ideas of a company that came from elsewhere, by their source ids. */
export class ImportedIdeas {
  readonly known = new Map<string, { id: string; authorId: string }>();

  private constructor(
    private readonly context: ImportContext,
    private readonly people: People,
  ) {}

  /** With those of earlier runs. */
  static async load(context: ImportContext, people: People): Promise<ImportedIdeas> {
    const ideas = new ImportedIdeas(context, people);
    const rows = await context.database.query<{ sourceId: string; id: string; authorId: string }>(
      'SELECT source_id AS "sourceId", id, author_id AS "authorId" FROM idea WHERE company_id = $1 AND source_id IS NOT NULL',
      [context.company.id],
    );
    for (const { sourceId, ...idea } of rows) ideas.known.set(sourceId, idea);
    return ideas;
  }

  async importFile(rows: AsyncIterable<Row>): Promise<void> {
    const { report } = this.context;
    const seen = new Set<string>();
    const read = (row: Row): ReadIdea | null => {
      const idea = this.read(row);
      if (seen.has(idea.sourceId))
        throw new RowProblem(nameOf(this.context.mapping.ideas!.id), `“${idea.sourceId}” is there twice`);
      seen.add(idea.sourceId);
      if (!this.known.has(idea.sourceId)) return idea;
      report.of('ideas').known++;
      return null;
    };
    await inBatches(this.context, 'ideas', rows, read, (batch) => this.write(batch));
  }

  private read(row: Row): ReadIdea {
    const fields = this.context.mapping.ideas!;
    const title = cleanLine(row.required(fields.title));
    const body = cleanProse(row.required(fields.body));
    fieldProblem(() => checkText({ title, body }), { title: nameOf(fields.title), body: nameOf(fields.body) });
    const given =
      row
        .optional(fields.tags)
        ?.split(fields.tagSeparator)
        .map((tag) => tag.trim())
        .filter(Boolean) ?? [];
    const fitting = given.filter((tag) => tag.length <= LONGEST_TAG).slice(0, MOST_TAGS);
    if (fitting.length < given.length) {
      this.context.report.notice(
        row.file,
        row.line,
        nameOf(fields.tags!),
        `${given.length - fitting.length} tag(s) too long or too many are left out`,
      );
    }
    const author = this.people.check(fields.author, row.required(fields.author));
    return {
      sourceId: row.required(fields.id),
      author,
      title,
      body,
      tags: normaliseTags(fitting),
      at: row.time(fields.createdAt),
    };
  }

  private async write(batch: ReadIdea[]): Promise<void> {
    const { company, challengeId, mapping, database, report, save } = this.context;
    const added = await save(async (tx) => {
      const users = await this.people.resolve(
        tx,
        batch.map(({ author, at }) => ({ sourceId: author, at })),
      );
      const rows = await database.query<{ sourceId: string; id: string; authorId: string; at: Date }>(
        INSERT,
        [
          company.id,
          challengeId,
          batch.map(() => newId()),
          batch.map(({ sourceId }) => sourceId),
          batch.map(({ author }) => users.get(author)),
          batch.map(({ title }) => title),
          batch.map(({ body }) => body),
          batch.map(({ tags }) => JSON.stringify(tags)),
          batch.map(
            ({ title, body }) => mapping.language ?? detectLanguage(`${title}\n${body}`, company.defaultLanguage),
          ),
          batch.map(({ at }) => at),
        ],
        tx,
      );
      await database.query('SELECT index_ideas($1::uuid[])', [rows.map(({ id }) => id)], tx);
      await remember(
        this.context,
        tx,
        rows.map((idea) => ({
          ...idea,
          aggregateId: idea.id,
          type: 'IdeaPublished',
          payload: { challengeId, authorId: idea.authorId },
        })),
      );
      return rows;
    });
    for (const { sourceId, id, authorId } of added) this.known.set(sourceId, { id, authorId });
    report.of('ideas').added += added.length;
    report.of('ideas').known += batch.length - added.length;
  }
}
