import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { verifyAll } from '../src/cli/verify.js';
import { createUser } from './support/accounts.factory.js';
import { startTestApp, type TestApp } from './support/app.js';
import { createComment } from './support/comments.factory.js';
import { createCompany } from './support/companies.factory.js';
import { createIdea } from './support/ideas.factory.js';
import { createMembers, vote } from './support/votes.factory.js';

let t: TestApp;
beforeAll(async () => {
  t = await startTestApp();
}, 60_000);
afterAll(() => t.close());

it('verify recounts every stored figure, and names each that is wrong', async () => {
  const author = await createUser(t);
  const company = await createCompany(t, { owner: author });
  const [voter] = await createMembers(t, company, 1);
  const idea = await createIdea(t, { company, author });
  await vote(t, voter!, idea.id, 'UP');
  const root = await createComment(t, { idea, author });
  await createComment(t, { idea, author: voter!, parent: root });
  expect(await verifyAll(t.app)).toEqual([]);

  const wrong = [
    ['idea_tally', 'idea_id', 'up_count', 'up_count + 1'],
    ['idea_tally', 'idea_id', 'down_count', 'down_count + 1'],
    ['idea_tally', 'idea_id', 'score', 'score + 1'],
    ['idea_tally', 'idea_id', 'follower_count', 'follower_count + 1'],
    ['idea_tally', 'idea_id', 'comment_count', 'comment_count + 1'],
    ['idea_tally', 'idea_id', 'listed', 'NOT listed'],
    ['idea_tally', 'idea_id', 'answered', 'NOT answered'],
    ['idea_tally', 'idea_id', 'trending', 'trending + 1'],
    ['idea', 'id', 'revision_count', 'revision_count + 1'],
    ['idea', 'id', 'first_answered_at', 'now()'],
    ['idea', 'id', 'delivered_at', 'now()'],
    ['comment', 'id', 'appreciation_count', 'appreciation_count + 1'],
    ['comment', 'id', 'reply_count', 'reply_count + 1'],
  ] as const;
  for (const [table, key, column, value] of wrong) {
    const id = table === 'comment' ? root.id : idea.id;
    const [before] = await t.database.query<{ value: unknown }>(
      `SELECT ${column} AS value FROM ${table} WHERE ${key} = $1`,
      [id],
    );
    await t.database.query(`UPDATE ${table} SET ${column} = ${value} WHERE ${key} = $1`, [id]);
    expect(await verifyAll(t.app)).toContainEqual(expect.objectContaining({ id, column }));
    await t.database.query(`UPDATE ${table} SET ${column} = $2 WHERE ${key} = $1`, [id, before!.value]);
  }
  expect(await verifyAll(t.app)).toEqual([]);
});

it('as a command it works on the database of the settings, and ends with 1 where a count is wrong', async () => {
  const run = () => {
    const cli = path.resolve(import.meta.dirname, '../dist/src/cli.js');
    const env = { ...process.env, DATABASE_URL: t.config.databaseUrl, DATA_DIR: t.dataDir };
    const { status, stdout } = spawnSync(process.execPath, [cli, 'verify'], { env, encoding: 'utf8' });
    return { status, stdout };
  };
  expect(run()).toEqual({ status: 0, stdout: 'Every count equals its rows, and every decision is in the log.\n' });
  const [row] = await t.database
    .query<{ id: string }>(
      'UPDATE idea_tally SET up_count = 5 WHERE idea_id = (SELECT idea_id FROM idea_tally LIMIT 1) RETURNING idea_id AS id',
    )
    .then(([rows]) => rows as unknown as { id: string }[]);
  const wrong = run();
  expect(wrong.status).toBe(1);
  expect(wrong.stdout).toContain(`${row!.id} up_count: stored 5, counted 1`);
}, 60_000);
