import { NoticesQueries } from '../src/features/moderation/notices/notices.queries.js';
import type { TestApp } from './support/app.js';
import { type DecisionsApi, decisionsStage } from './support/decisions.stage.js';
import { createIdea } from './support/ideas.factory.js';
import type { IdeasStage } from './support/ideas.stage.js';
import { fileNotice } from './support/notices.api.js';

let t: TestApp;
let stage: IdeasStage;
let api: DecisionsApi;
beforeAll(async () => void ({ t, stage, api } = await decisionsStage()));
afterAll(() => t.close());

const anIdea = async () => (await createIdea(t, { company: stage.company, author: stage.ana })).id;
const statusOf = async (token: string) =>
  (
    await t.ask<{ notice: { state: string } }>('query ($token: String!) { notice(token: $token) { state } }', {
      token,
    })
  ).data?.notice;

it('a notice’s name, address and words are forgotten once nobody needs them', async () => {
  const ideaId = await anIdea();
  const [token, open] = [await fileNotice(t, { ideaId }), await fileNotice(t, { ideaId: await anIdea() })];
  await api.decideOn({ ideaId }, 'HIDE');
  const queries = t.app.get(NoticesQueries, { strict: false });
  await queries.removeOld();
  expect(await statusOf(token)).toMatchObject({ state: 'ACTED_ON' });
  await t.database.query(`UPDATE review SET decided_at = now() - interval '9 months' WHERE state = 'REJECTED'`);
  await queries.removeOld();
  expect(await statusOf(token)).toBeUndefined();
  expect(await statusOf(open)).toMatchObject({ state: 'RECEIVED' });
  const flags = await t.database.query('SELECT note, state FROM flag WHERE idea_id = $1', [ideaId]);
  expect(flags).toEqual([{ note: null, state: 'UPHELD' }]);
});

it('is not forgotten while a complaint about it waits, which then is forgotten with it', async () => {
  const ideaId = await anIdea();
  const token = await fileNotice(t, { ideaId });
  await api.decideOn({ ideaId }, 'KEEP');
  const input = { token, text: 'The person is named in the second sentence.' };
  await t.ask('mutation ($input: FileComplaintInput!) { fileComplaint(input: $input) { state } }', { input });
  await t.database.query(`UPDATE review SET decided_at = now() - interval '9 months' WHERE idea_id = $1`, [ideaId]);
  const queries = t.app.get(NoticesQueries, { strict: false });
  await queries.removeOld();
  expect(await statusOf(token)).toMatchObject({ state: 'NOT_ACTED_ON' });
  const written = () =>
    t.database.query('SELECT a.text, f.note FROM appeal a JOIN flag f ON f.id = a.flag_id WHERE f.idea_id = $1', [
      ideaId,
    ]);
  expect(await written()).toEqual([{ text: input.text, note: expect.any(String) as string }]);
  await t.database.query(
    `UPDATE appeal SET state = 'UPHELD' WHERE flag_id IN (SELECT id FROM flag WHERE idea_id = $1)`,
    [ideaId],
  );
  await queries.removeOld();
  expect(await statusOf(token)).toBeUndefined();
  expect(await written()).toEqual([{ text: '', note: null }]);
});
