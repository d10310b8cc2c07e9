import pg from 'pg';
import { verifyAll } from '../src/cli/verify.js';
import type { Company } from '../src/features/companies/company.entity.js';
import { Rule } from '../src/features/companies/rule.entity.js';
import { weightSql } from '../src/features/rewards/honours/levels/level.policy.js';
import { createDataSource, pgOptions } from '../src/shared/database/data-source.js';
import { newId } from '../src/shared/database/ids.js';
import { migrate } from '../src/shared/database/migrate.js';
import { startTestApp, type TestApp } from './support/app.js';
import { createChallenge } from './support/challenges.factory.js';
import { createIdea } from './support/ideas.factory.js';
import { given } from './support/ideas.api.js';
import { type IdeasStage, ideasStage } from './support/ideas.stage.js';
import { settle } from './support/points.api.js';
import { decide } from './support/reviews.api.js';
import { createMembers, vote } from './support/votes.factory.js';

/** The last of the tables that were there first. */
const FIRST = 'IndexReviewsByAuthor1795300000001';
/** The last before points for reports were kept to oneself. */
const DEVICES = 'SeeDevices1795300000130';

let t: TestApp;
let stage: IdeasStage;
let company: Company;
beforeAll(async () => {
  t = await startTestApp();
  stage = await ideasStage(t);
  company = stage.company;
}, 60_000);
afterAll(() => t.close());

const query = <T>(sql: string, params: unknown[] = []) => t.database.query<T>(sql, params);

/** A community in which everything is that later migrations make something of. */
async function fill(): Promise<void> {
  const [voter, talker, helper] = await createMembers(t, company, 3);
  const { id } = await stage.submit(stage.ana, { title: 'Warm bread for late risers' });
  const { id: open } = await stage.submit(stage.ana, { title: 'A bench in front of the shop' });
  for (const idea of [id, open]) await vote(t, voter!, idea, 'UP');
  const comment = async (parentId?: string) => {
    const input = { ideaId: id, parentId, body: 'I agree.', idempotencyKey: newId() };
    return given(stage.api.mutate(parentId ? helper! : talker!, 'addComment', input, 'id'));
  };
  await comment(String((await comment()).id));
  for (const status of ['PLANNED', 'DELIVERED']) {
    const { version } = await given(stage.api.idea(stage.manager, id));
    await given(stage.api.mutate(stage.manager, 'answerIdea', { ideaId: id, version, status, body: 'Yes.' }));
  }
  await createIdea(t, { company, author: stage.ana, visibility: 'DRAFT' });
  const held = await stage.submit(stage.ana, { companyId: stage.strict.id });
  const edit = { ideaId: held.id, version: held.version, body: 'What was replaced before anybody read it.' };
  await given(stage.api.mutate(stage.ana, 'editIdea', edit));
  await t.runJobs();
}

/** All that the migrations have made of what was there. */
const made = async () => ({
  follows: await query('SELECT idea_id, user_id, by_vote FROM idea_follow ORDER BY 1, 2'),
  counts: await query('SELECT idea_id, follower_count FROM idea_tally ORDER BY 1'),
  dates: await query('SELECT id, first_answered_at, delivered_at FROM idea ORDER BY 1'),
  revisions: await query('SELECT idea_id, number, was_public FROM idea_revision ORDER BY 1, 2'),
  indexed: await query('SELECT idea_id, language, terms FROM indexed_idea ORDER BY 1'),
  indexes: await query(
    `SELECT indexrelid::regclass::text AS name, indisvalid FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid
     WHERE c.relnamespace = 'public'::regnamespace ORDER BY 1`,
  ),
});

async function undoAfter(name: string): Promise<void> {
  const source = await (await createDataSource({ url: t.config.databaseUrl, pool: 2, prepared: false })).initialize();
  const last = async () =>
    (await query<{ name: string }>('SELECT name FROM migration ORDER BY timestamp DESC LIMIT 1'))[0]!.name;
  try {
    while ((await last()) !== name) await source.undoLastMigration({ transaction: 'each' });
  } finally {
    await source.destroy();
  }
}

it('migrations make of a community that is there already what the application would have made', async () => {
  await fill();
  const before = await made();
  expect(before.follows).toHaveLength(7);
  expect(before.revisions).toContainEqual(expect.objectContaining({ number: 1, was_public: false }));
  await undoAfter(FIRST);
  await expect(query('SELECT FROM idea_follow')).rejects.toThrow('does not exist');
  expect((await migrate(t.config.databaseUrl)).length).toBeGreaterThan(8);
  expect(await made()).toEqual(before);
  expect(await verifyAll(t.app)).toEqual([]);
});

it('a migration that was cut off is done again, and what it had left undone too', async () => {
  const before = await made();
  await query(`DELETE FROM migration WHERE timestamp > 1795300000001 AND name ~ '^(Fill|AddInsight|IndexAnswer)'`);
  await query('DELETE FROM idea_follow WHERE by_vote');
  await query('UPDATE idea_tally SET follower_count = 0');
  await query('UPDATE idea SET first_answered_at = NULL, delivered_at = NULL');
  await query('TRUNCATE indexed_idea, idea_term, search_term');
  // what building an index beside the others leaves when it is ended
  await query('DROP INDEX vote_insight_idx');
  await expect(query('CREATE UNIQUE INDEX CONCURRENTLY vote_insight_idx ON vote (company_id)')).rejects.toThrow();
  expect(await migrate(t.config.databaseUrl)).toEqual(expect.arrayContaining(['FillFollowing1795300000031']));
  expect(await made()).toEqual(before);
  expect(await verifyAll(t.app)).toEqual([]);
});

/** Ana reports what breaks a rule, in a challenge in which she has an idea as well. */
async function report(): Promise<void> {
  const challenge = await createChallenge(t, company);
  await stage.submit(stage.ana, { challengeId: challenge.id });
  const { id: ideaId } = await stage.submit(stage.bea, { challengeId: challenge.id });
  const { id: ruleId } = await t.database.manager.findOneByOrFail(Rule, { companyId: company.id });
  // one who has other points, too, and one who has nothing else
  const [reader] = await createMembers(t, company, 1);
  for (const who of [stage.ana, reader!]) await given(stage.api.mutate(who, 'flagItem', { ideaId, ruleId }, 'id'));
  const review = await given(stage.api.mutate(stage.moderator, 'openReview', { ideaId }, 'id version'));
  expect((await decide(t, stage.moderator, 'HIDE', review, { ruleId })).code).toBeUndefined();
  await settle(t);
  await t.runJobs();
}

/** What leaderboards and levels count, by person. */
const counted = async () => ({
  scores: await query<{ points: number }>(
    'SELECT user_id, scope, points FROM score WHERE points <> 0 ORDER BY user_id, scope',
  ),
  levels: await query<{ points: number }>(
    'SELECT user_id, round(contribution::numeric, 6)::float AS points FROM member_level WHERE contribution <> 0 ORDER BY 1',
  ),
});
/** What they would if every award counted, those for reports too. */
const everything = async () => ({
  scores: await query(
    `SELECT user_id, scope, sum(points)::integer AS points FROM award
     CROSS JOIN LATERAL (VALUES ('ALL'), (to_char(at AT TIME ZONE 'UTC', 'YYYY-MM')), (challenge_id::text)) s (scope)
     WHERE standing AND scope IS NOT NULL GROUP BY 1, 2 HAVING sum(points) <> 0 ORDER BY 1, 2`,
  ),
  levels: await query(
    `SELECT user_id, round(sum(${weightSql('points', 'at')})::numeric, 6)::float AS points FROM award
     WHERE standing GROUP BY 1 HAVING sum(points) <> 0 ORDER BY 1`,
  ),
});

it('points for reports leave scores and levels by a migration, and are back exactly where that is undone', async () => {
  await report();
  const before = await counted();
  expect(before).not.toEqual(await everything());
  await undoAfter(DEVICES);
  expect(await counted()).toEqual(await everything());
  await migrate(t.config.databaseUrl);
  expect(await counted()).toEqual(before);
  expect(await verifyAll(t.app)).toEqual([]);
});

it('who votes does not wait while an index of votes is built, nor do two that migrate for each other', async () => {
  await query(`DELETE FROM migration WHERE name LIKE 'AddInsightIndexes%'`);
  await query('DROP INDEX vote_insight_idx');
  const { id } = await createIdea(t, { company, author: stage.ana });
  const clients = await Promise.all(
    Array.from({ length: 2 }, async () => {
      const client = new pg.Client(pgOptions(t.config.databaseUrl));
      await client.connect();
      return client;
    }),
  );
  const voters = await createMembers(t, company, 2);
  const voteOf = (n: number) =>
    clients[n]!.query('INSERT INTO vote VALUES ($1, $2, $3, 1, now(), now())', [company.id, id, voters[n]!.id]);
  await clients[0]!.query('BEGIN');
  await voteOf(0);
  const migrating = Promise.all([migrate(t.config.databaseUrl), migrate(t.config.databaseUrl)]);
  const isBuilding = `SELECT FROM pg_stat_activity WHERE query LIKE 'CREATE INDEX%vote_insight_idx%' AND wait_event_type = 'Lock' AND datname = current_database()`;
  while ((await query(isBuilding)).length === 0) await new Promise((resolve) => setTimeout(resolve, 20));
  await clients[1]!.query(`SET lock_timeout = '5s'`);
  await voteOf(1);
  await clients[0]!.query('COMMIT');
  await Promise.all(clients.map((client) => client.end()));
  expect((await migrating).flat()).toEqual(['AddInsightIndexes1795300000022']);
});
