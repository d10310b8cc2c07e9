import { existsSync } from 'node:fs';
import path from 'node:path';
import { verifyAll } from '../src/cli/verify.js';
import { importCommunity } from '../src/import/importer.js';
import { createUser } from './support/accounts.factory.js';
import { startTestApp, type TestApp } from './support/app.js';
import { createCompany } from './support/companies.factory.js';

const ROOT = path.resolve(import.meta.dirname, '..');
const FOLDER = path.resolve(ROOT, '../shared/data/decide-madrid-2019');
const there = existsSync(FOLDER);
if (!there) console.warn('Real data: skipped, there is no ../shared/data/decide-madrid-2019 beside the repository');

/** Real citizens' proposals and threads; their texts are no part of the repository. */
(there ? describe : describe.skip)('80 proposals and 5,633 comments of Madrid', () => {
  let t: TestApp;
  const run = (company: string, dryRun = false) =>
    importCommunity(t.app, {
      company,
      mapping: path.join(ROOT, 'docs/import-decide-madrid.json'),
      files: { ideas: path.join(FOLDER, 'proposals.csv'), comments: path.join(FOLDER, 'comments.csv') },
      dryRun,
    });

  beforeAll(async () => {
    t = await startTestApp();
  }, 60_000);
  afterAll(() => t.close());

  it('arrive whole; orphans are named and kept as top-level; a second run brings nothing', async () => {
    const { slug, id } = await createCompany(t, { owner: await createUser(t) });
    const rehearsed = await run(slug, true);
    expect(rehearsed.counts.get('comments')).toEqual({ read: 5633, added: 5633, known: 0 });
    expect(await t.database.query('SELECT FROM idea WHERE company_id = $1', [id])).toEqual([]);

    const report = await run(slug);
    expect(report.problems).toEqual([]);
    expect(Object.fromEntries(report.counts)).toEqual({
      ideas: { read: 80, added: 80, known: 0 },
      comments: { read: 5633, added: 5633, known: 0 },
      users: { read: 0, added: 2272, known: 0 },
    });
    expect(report.notices.filter((line) => line.includes('is not there: kept as a top-level comment'))).toHaveLength(
      268,
    );
    expect(report.notices.filter((line) => line.includes('is empty'))).toHaveLength(62);
    const [row] = await t.database.query(
      `SELECT count(*)::int AS comments, count(*) FILTER (WHERE parent_id IS NULL)::int AS top, max(depth) AS depth,
         (SELECT sum(comment_count)::int FROM idea_tally WHERE company_id = $1) AS counted
       FROM comment WHERE company_id = $1`,
      [id],
    );
    expect(row).toEqual({ comments: 5633, top: 2663 + 268, depth: 24, counted: 5633 });
    // counts of support without the people behind them are no votes
    expect(report.unused.get('proposals.csv')).toContain('numSupports');
    expect(await verifyAll(t.app)).toEqual([]);

    const again = await run(slug);
    expect(again.counts.get('ideas')).toEqual({ read: 80, added: 0, known: 80 });
    expect(again.counts.get('comments')).toEqual({ read: 5633, added: 0, known: 5633 });
  }, 120_000);
});
