import type { Company } from '../src/features/companies/company.entity.js';
import { CompanyVisibility } from '../src/features/companies/company.entity.js';
import type { Config } from '../src/shared/config/config.js';
import { newId } from '../src/shared/database/ids.js';
import { PostgresRealtime } from '../src/shared/realtime/postgres-realtime.js';
import { createUser, type TestUser } from './support/accounts.factory.js';
import { startTestApp, type TestApp } from './support/app.js';
import { addMember, createCompany } from './support/companies.factory.js';
import { createIdea } from './support/ideas.factory.js';
import { addressOf, liveClient, Onlooker } from './support/live.js';
import { vote } from './support/votes.factory.js';

let t: TestApp;
let owner: TestUser;
let member: TestUser;
let company: Company;

beforeAll(async () => {
  t = await startTestApp();
  owner = await createUser(t);
  member = await createUser(t);
  company = await createCompany(t, { owner, visibility: CompanyVisibility.PRIVATE });
  await addMember(t, company, member);
});
afterAll(() => t.close());

/** Ends the connections that listen. */
const cut = () =>
  t.database.query(
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'cocrea-realtime' AND datname = current_database()`,
  );

describe('when something breaks', () => {
  it('who listens hears anew what there is, once the database’s connection is back', async () => {
    const { id } = await createIdea(t, { company, author: owner });
    const onlooker = await Onlooker.at(t, { companyId: company.id, ideaIds: [id] }, { token: member.token });
    await t.database.query('UPDATE idea_tally SET up_count = 7, score = 7 WHERE idea_id = $1', [id]);
    const heard = onlooker.hearsOf(id);
    await cut();
    expect((await heard).idea).toMatchObject({ upCount: 7 });
    expect(onlooker.messages.at(-1)).toMatchObject({ whole: true });
    const again = onlooker.hearsOf(id);
    await vote(t, member, id, 'UP');
    expect((await again).idea).toMatchObject({ upCount: 8 });
    onlooker.stop();
  });

  it('nobody reads anew because of an attempt to come back that failed', async () => {
    const nowhere = 'postgres://nobody@127.0.0.1:1/none';
    const urls = [t.config.databaseUrl, nowhere, nowhere];
    const config = Object.create(t.config, {
      databaseUrl: { get: () => urls.shift() ?? t.config.databaseUrl },
    }) as Config;
    const realtime = new PostgresRealtime(Object.assign(config, { runsApi: true }), t.database);
    let missed = 0;
    const heard = new Promise<void>((resolve) =>
      realtime.listen({ hear: () => resolve(), missed: () => (missed += 1) }),
    );
    await realtime.onApplicationBootstrap();
    await cut();
    const speaking = setInterval(() => void realtime.publish([{ access: newId() }]), 50);
    await heard;
    clearInterval(speaking);
    await realtime.onApplicationShutdown();
    expect([missed, urls]).toEqual([1, []]);
  });

  it('a server that stops ends its connections at once, and clients come to the next', async () => {
    const first = await startTestApp({}, t);
    const address = await addressOf(first);
    const client = await liveClient(first, { token: member.token, retryAttempts: 100 });
    const wholes: unknown[] = [];
    let look: () => void = () => undefined;
    client.subscribe(
      { query: `subscription { liveChanges(companyId: "${company.id}") { whole } }` },
      { next: ({ data }) => (wholes.push(data), look()), error: () => undefined, complete: () => undefined },
    );
    const until = async (count: number) => {
      while (wholes.length < count) await new Promise<void>((resolve) => (look = resolve));
    };
    await until(1);
    await first.close();
    const next = await startTestApp({}, t);
    const [, port] = address.split(':');
    await next.app
      .getHttpAdapter()
      .getInstance()
      .listen({ port: Number(port), host: '127.0.0.1' });
    await until(2);
    await client.dispose();
    await next.close();
  });

  it('a worker serves no subscriptions', async () => {
    const worker = await startTestApp({ ROLE: 'worker' }, t);
    expect(worker.app.getHttpAdapter().getInstance().server.listenerCount('upgrade')).toBe(0);
    await worker.close();
  });
});
