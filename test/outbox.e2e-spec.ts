import { jest } from '@jest/globals';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { IdeaPublished } from '../src/features/ideas/ideas.events.js';
import { newId } from '../src/shared/database/ids.js';
import { Dispatcher } from '../src/shared/events/dispatcher.js';
import { defineEvent, type StoredEvent } from '../src/shared/events/domain-event.js';
import { EventHandlers } from '../src/shared/events/event-handlers.js';
import { Outbox } from '../src/shared/events/outbox.js';
import { Jobs } from '../src/shared/jobs/jobs.js';
import { createUser } from './support/accounts.factory.js';
import { startTestApp, type TestApp } from './support/app.js';
import { addMember, createCompany } from './support/companies.factory.js';
import { createIdea } from './support/ideas.factory.js';
import { kill, startWorker, surviveKills } from './support/killable-worker.js';
import { mailsTo } from './support/mails.js';

jest.setTimeout(300_000);

const Probe = defineEvent<{ number: number }>('ProbeHappened');
const Flaky = defineEvent('FlakyHappened');

let t: TestApp;
beforeAll(async () => {
  t = await startTestApp();
  await t.database.query(`CREATE TABLE probe (at bigserial, event_id uuid, aggregate_id uuid, handler text)`);
});
afterAll(() => t.close());

const fact = (aggregateId: string, actorId: string | null = null) => ({
  aggregateId,
  actorId,
  companyId: null,
  occurredAt: new Date(),
});
const count = async (sql: string): Promise<number> =>
  (await t.database.query<{ count: number }>(`SELECT count(*)::integer AS count FROM ${sql}`))[0]!.count;
const outbox = () => t.app.get(Outbox, { strict: false });
const nothingLeft = async () =>
  (await count('event WHERE dispatched_at IS NULL')) + (await count('graphile_worker.jobs')) === 0;

describe('a worker that is killed again and again', () => {
  it('has each handler act once per event, and in order per aggregate', async () => {
    const handlers = t.app.get(EventHandlers, { strict: false });
    // here they only make the outbox wait for the worker, which has the real ones
    for (const name of ['first', 'second']) {
      handlers.register('ProbeHappened', {
        name: `Probe.${name}`,
        handle: () => Promise.reject(new Error('not here')),
      });
    }
    const aggregates = Array.from({ length: 20 }, newId);
    for (let number = 0; number < 15; number++) {
      const events = aggregates.map((id) => Probe({ ...fact(id), payload: { number } }));
      await t.database.transaction((tx) => outbox().append(tx, ...events));
    }
    const hits = await surviveKills(t, 'test/support/outbox-worker.mjs', 5, nothingLeft);
    expect(hits).toBeGreaterThan(1);

    const rows = await t.database.query<{ aggregate: string; number: number; handler: string }>(
      `SELECT p.aggregate_id AS aggregate, (e.payload->>'number')::integer AS number, p.handler
       FROM probe p JOIN event e ON e.id = p.event_id ORDER BY p.at`,
    );
    const expected = Array.from({ length: 15 }, (_, number) => [`${number} first`, `${number} second`]).flat();
    for (const id of aggregates) {
      const acts = rows
        .filter(({ aggregate }) => aggregate === id)
        .map(({ number, handler }) => `${number} ${handler}`);
      expect(acts).toEqual(expected);
    }
    expect(await count(`event_delivery WHERE handler LIKE 'Probe.%'`)).toBe(20 * 15 * 2);
  });

  it('sends each mail once', async () => {
    const [author, moderator] = [await createUser(t, { email: 'author@example.org' }), await createUser(t)];
    const company = await createCompany(t, { owner: moderator });
    await addMember(t, company, author);
    const ideas: string[] = [];
    for (let round = 0; round < 100; round++) {
      const { id } = await createIdea(t, { company, author, title: `Idea ${round}` });
      const payload = { challengeId: null, authorId: author.id };
      const published = IdeaPublished({ ...fact(id, moderator.id), companyId: company.id, payload });
      await t.database.transaction((tx) => outbox().append(tx, published));
      ideas.push(id);
    }
    const hits = await surviveKills(t, 'dist/src/main.js', 4, nothingLeft);
    expect(hits).toBeGreaterThan(1);
    expect(await count(`event_delivery WHERE handler = 'IdeaNotifications.ideaPublished'`)).toBe(100);
    const mails = mailsTo(t, author.email);
    expect(mails).toHaveLength(100);
    expect(new Set(mails.map(({ key }) => key)).size).toBe(100);
    for (const id of ideas) expect(mails.filter(({ text }) => text.includes(id))).toHaveLength(1);
    expect(readdirSync(path.join(t.dataDir, 'mail')).filter((name) => name.endsWith('.json'))).toHaveLength(100);
  });
});

describe('what a killed worker held', () => {
  it('is taken over within seconds, not hours', async () => {
    const dead = await startWorker(t, 'dist/src/main.js');
    await t.database.query(`SELECT graphile_worker.add_job('send-mail', '{}'::json, 'held')`);
    await t.database.query(`SELECT graphile_worker.add_job('send-mail', '{}'::json, 'held')`);
    await kill(dead);
    // as if the kill had come in the middle of them
    await t.database.query(`UPDATE graphile_worker._private_jobs SET locked_at = now(), locked_by = 'worker-gone'`);
    await t.database.query(
      `UPDATE graphile_worker._private_job_queues SET locked_at = now(), locked_by = 'worker-gone'`,
    );
    const next = await startWorker(t, 'dist/src/main.js');
    const freed = async () => (await count(`graphile_worker.jobs WHERE locked_by = 'worker-gone'`)) === 0;
    for (let waited = 0; waited < 15_000 && !(await freed()); waited += 100)
      await new Promise((go) => setTimeout(go, 100));
    expect(await freed()).toBe(true);
    await kill(next);
    await t.database.query('DELETE FROM graphile_worker._private_jobs');
  });
});

describe('a handler that fails', () => {
  const acts: string[] = [];
  let broken = true;

  beforeAll(() => {
    const handlers = t.app.get(EventHandlers, { strict: false });
    const act = (name: string) => (event: StoredEvent) => {
      if (name === 'flaky' && broken) throw new Error('broken');
      acts.push(`${(event.payload as { number: number }).number} ${name}`);
      return Promise.resolve();
    };
    for (const name of ['before', 'flaky', 'after']) handlers.register('FlakyHappened', { name, handle: act(name) });
  });
  const retryNow = () =>
    t.database.query('UPDATE graphile_worker._private_jobs SET run_at = now() WHERE locked_at IS NULL');

  it('is tried again, without those that have finished, and holds back what comes after', async () => {
    const id = newId();
    const add = (number: number) =>
      t.database.transaction((tx) =>
        outbox().append(tx, { ...Flaky({ ...fact(id), payload: {} }), payload: { number } }),
      );
    await add(1);
    await add(2);
    const other = newId();
    await t.runJobs();
    await retryNow();
    await t.runJobs();
    expect(acts).toEqual(['1 before']);
    broken = false;
    await t.database.transaction((tx) =>
      outbox().append(tx, { ...Flaky({ ...fact(other), payload: {} }), payload: { number: 9 } }),
    );
    await retryNow();
    await t.runJobs();
    const own = acts.filter((act) => !act.startsWith('9'));
    expect(own).toEqual(['1 before', '1 flaky', '1 after', '2 before', '2 flaky', '2 after']);
    expect(acts).toHaveLength(9);
    expect(await nothingLeft()).toBe(true);
  });

  it('that failed until the queue gave up is taken up again later', async () => {
    broken = true;
    acts.length = 0;
    const event = { ...Flaky({ ...fact(newId()), payload: {} }), payload: { number: 3 } };
    await t.database.transaction((tx) => outbox().append(tx, event));
    await t.runJobs();
    await t.database.query('UPDATE graphile_worker._private_jobs SET attempts = max_attempts');
    broken = false;
    const dispatcher = t.app.get(Dispatcher, { strict: false });
    await dispatcher.dispatchLeft();
    await t.runJobs();
    expect(acts).toEqual(['3 before']); // it is not an hour old
    t.clock.set(new Date(Date.now() + 3_700_000));
    await dispatcher.dispatchLeft();
    await dispatcher.dispatchLeft();
    await t.runJobs();
    t.clock.set(null);
    expect(acts).toEqual(['3 before', '3 flaky', '3 after']);
  });
});

it('an event whose transaction fails never was', async () => {
  const id = newId();
  const failing = t.database.transaction(async (tx) => {
    await outbox().append(tx, Probe({ ...fact(id), payload: { number: 1 } }));
    throw new Error('rolled back');
  });
  await expect(failing).rejects.toThrow('rolled back');
  expect(await count(`event WHERE aggregate_id = '${id}'`)).toBe(0);
});

describe('jobs that are added together', () => {
  const pending = (name: string) =>
    t.database.query<{ payload: { n: number } }>(
      `SELECT payload FROM graphile_worker._private_jobs j JOIN graphile_worker._private_tasks k ON k.id = j.task_id
       WHERE k.identifier = $1`,
      [name],
    );

  it('all wait, in whatever order; of those of one key only the last', async () => {
    const name = `probe-${newId()}`;
    const job = (n: number, key?: string) => ({ name, payload: { n }, ...(key && { key }) });
    const jobs = t.app.get(Jobs, { strict: false });
    await t.database.transaction(async (tx) => {
      await jobs.addAll(tx, [job(1), job(2, name), job(3), job(4, name)]);
      await jobs.addAll(tx, [job(5, name), job(6)]);
    });
    const payloads = (await pending(name)).map(({ payload }) => payload.n).sort();
    await t.database.query('DELETE FROM graphile_worker._private_jobs WHERE key = $1', [name]);
    expect(payloads).toEqual([1, 3, 5, 6]);
  });
});
