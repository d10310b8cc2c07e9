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
    ['idea_tally', 'idea_id', 'comment_count', 'comment_count + 1'],
    ['idea_tally', 'idea_id', 'listed', 'NOT listed'],
    ['idea_tally', 'idea_id', 'answered', 'NOT answered'],
    ['idea_tally', 'idea_id', 'trending', 'trending + 1'],
    ['idea', 'id', 'revision_count', 'revision_count + 1'],
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
