import { JwtService } from '@nestjs/jwt';
import { WebSocket } from 'ws';
import type { Company } from '../src/features/companies/company.entity.js';
import { CompanyVisibility } from '../src/features/companies/company.entity.js';
import { newId } from '../src/shared/database/ids.js';
import { LIMITS } from '../src/shared/graphql/request-limits.js';
import { Connections, MOST_CONNECTIONS } from '../src/shared/graphql/subscriptions/connections.js';
import { MOST_SUBSCRIPTIONS, SubscriptionServer } from '../src/shared/graphql/subscriptions/subscription-server.js';
import { accountsApi } from './support/accounts.api.js';
import { createUser, type TestUser } from './support/accounts.factory.js';
import { startTestApp, type TestApp } from './support/app.js';
import { companiesApi } from './support/companies.api.js';
import { addMember, createCompany } from './support/companies.factory.js';
import { createIdea } from './support/ideas.factory.js';
import { addressOf, askAny, liveClient, Onlooker } from './support/live.js';
import { operationsOf } from './support/schema.js';
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

const look = (of: { id: string }, viewer: { token: string } | null, ideaIds: string[] = []) =>
  Onlooker.at(t, { companyId: of.id, ideaIds }, { token: viewer?.token });
const makePrivate = ({ id: companyId, version }: Company) =>
  companiesApi(t).mutate(owner, 'updateCompany', { companyId, version: version ?? 1, visibility: 'PRIVATE' });
const signed = (options: object) =>
  t.app.get(JwtService, { strict: false }).sign({ sub: member.id, sid: newId() }, options);

describe('who may look', () => {
  it('at a private company its members, and nobody hears of it who is told that there is nothing', async () => {
    const { id } = await createIdea(t, { company, author: owner });
    expect(await (await look(company, null, [id])).end).toBe('NOT_FOUND');
    expect(await (await look(company, await createUser(t), [id])).end).toBe('NOT_FOUND');
    expect(await (await look({ id: newId() }, null)).end).toBe('NOT_FOUND');
    expect((await look(company, member, [id])).messages[0]!.ideas).toHaveLength(1);
    const other = await createCompany(t, { owner });
    // an idea of another company than the one that was entered
    expect((await look(other, null, [id])).messages[0]!.ideas).toEqual([]);
  });

  it('ends for who leaves, and for visitors when the company becomes private', async () => {
    const open = await createCompany(t, { owner });
    const [visitor, inside] = [await look(open, null), await look(open, owner)];
    const leaver = await createUser(t);
    await addMember(t, company, leaver);
    const left = await look(company, leaver);
    await companiesApi(t).mutate(leaver, 'leaveCompany', { companyId: company.id }, '{ ok }');
    expect(await left.end).toBe('complete');
    await makePrivate(open);
    expect(await visitor.end).toBe('complete');
    const { id } = await createIdea(t, { company: open, author: member });
    const still = await look(open, owner, [id]);
    const heard = still.hearsOf(id);
    await vote(t, owner, id, 'UP');
    expect((await heard).idea).toMatchObject({ upCount: 1 });
    inside.stop();
    still.stop();
  });

  it('ends for who erases their account', async () => {
    const gone = await createUser(t);
    await addMember(t, company, gone);
    const look = await Onlooker.at(t, { companyId: company.id }, { token: gone.token });
    expect(look.messages).toHaveLength(1);
    await accountsApi(t).eraseAccount({ password: gone.password }, gone);
    expect(await look.end).toBe('complete');
  });

  it('ends with the access token; a bad one opens nothing', async () => {
    const short = await look(company, { token: signed({ expiresIn: 2 }) });
    expect(short.messages).toHaveLength(1);
    expect(await short.end).toBe('4403');
    for (const token of ['nonsense', signed({ expiresIn: -1 }), `${member.token}x`]) {
      expect(await (await look(company, { token })).end).toBe('4403');
    }
  });
});

describe('the limits', () => {
  const code = async (query: string, variables: object = {}) => {
    const operation = operationsOf(t).find(({ kind }) => kind === 'subscription')!;
    const client = await liveClient(t);
    const answer = await new Promise<string>((resolve) =>
      client.subscribe(
        { query, variables: variables as Record<string, unknown> },
        {
          next: ({ errors }) => resolve(String(errors?.[0]?.extensions?.code ?? 'ok')),
          error: (errors) => resolve(String((errors as { extensions: { code: string } }[])[0]?.extensions.code)),
          complete: () => undefined,
        },
      ),
    );
    await client.dispose();
    expect(operation.name).toBe('liveChanges');
    return answer;
  };

  it('of every request hold here too', async () => {
    const open = await createCompany(t, { owner });
    const live = (selection: string) => `subscription { liveChanges(companyId: "${open.id}") { ${selection} } }`;
    expect(await code(live('whole'))).toBe('ok');
    expect(await code(live('nothing'))).toBe('GRAPHQL_VALIDATION_FAILED');
    expect(await code('subscription {')).toBe('GRAPHQL_PARSE_FAILED');
    expect(await code('{ companies { totalCount } }')).toBe('OPERATION_RESOLUTION_FAILURE');
    expect(await code('mutation { signOut { ok } }')).toBe('OPERATION_RESOLUTION_FAILURE');
    expect(await code(live('whole '.repeat(LIMITS.tokens)))).toBe('GRAPHQL_PARSE_FAILED');
    const aliases = Array.from({ length: LIMITS.aliases + 1 }, (_, n) => `a${n}: whole`).join(' ');
    expect(await code(live(aliases))).toBe('GRAPHQL_VALIDATION_FAILED');
    expect(await code(live('ideas { idea { title } }'))).toBe('GRAPHQL_VALIDATION_FAILED');
    expect(await code(live('ideas { idea { ...on Idea { up: upCount } } idea { viewerVote } }'))).toBe(
      'GRAPHQL_VALIDATION_FAILED',
    );
    expect(await code(live('ideas { idea { __typename ...on Idea { up: upCount } } }'))).toBe('ok');
    const many = 'ideas { idea { comments(first: 100) { edges { node { id } } } } }';
    expect(await code(live(many))).toBe('GRAPHQL_VALIDATION_FAILED');
    expect(await code('subscription ($id: ID!) { liveChanges(companyId: $id) { whole } }', { id: 7.5 })).toBe(
      'BAD_USER_INPUT',
    );
    const tooMany = Array.from({ length: 101 }, newId);
    const operation = operationsOf(t).find(({ kind }) => kind === 'subscription')!;
    const { errors } = await askAny(t, operation, { companyId: open.id, ideaIds: tooMany }, {});
    expect(errors![0]!.extensions).toMatchObject({ code: 'VALIDATION_FAILED', fields: [{ path: 'ideaIds' }] });
  });

  it('over HTTP a subscription is refused in words', async () => {
    const { status, errors } = await t.ask(`subscription { liveChanges(companyId: "${company.id}") { whole } }`);
    expect([status, errors![0]!.extensions.code]).toEqual([400, 'OPERATION_RESOLUTION_FAILURE']);
  });

  it('so many subscriptions on a connection, and not one more', async () => {
    const open = await createCompany(t, { owner });
    const client = await liveClient(t);
    const query = `subscription { liveChanges(companyId: "${open.id}") { whole } }`;
    const answers = Array.from(
      { length: MOST_SUBSCRIPTIONS + 1 },
      () =>
        new Promise<string>((resolve) =>
          client.subscribe(
            { query },
            { next: () => resolve('ok'), error: () => resolve('refused'), complete: () => undefined },
          ),
        ),
    );
    const said = await Promise.all(answers);
    expect(said.filter((answer) => answer === 'refused')).toHaveLength(1);
    await client.dispose();
  });

  /** How a connection ends on which this is said. */
  const closing = async (say: (socket: WebSocket) => void, options: object = {}, path = '/graphql') => {
    const socket = new WebSocket(`ws://${await addressOf(t)}${path}`, 'graphql-transport-ws', options);
    return new Promise<number | undefined>((resolve) => {
      socket.on('unexpected-response', (_, { statusCode }) => resolve(statusCode));
      socket.on('open', () => say(socket));
      socket.on('close', resolve);
      socket.on('error', () => undefined);
    });
  };

  it('ends connections that say nothing, too much, or nonsense', async () => {
    const silent = closing(() => undefined);
    expect(await closing((socket) => socket.send('x'.repeat(20_000)))).toBe(1009);
    expect(await closing((socket) => socket.send('nonsense'))).toBe(4400);
    expect(await closing((socket) => socket.send('{"type":"subscribe","id":"1","payload":{"query":"{a}"}}'))).toBe(
      4401,
    );
    expect(await silent).toBe(4408);
  });

  it('ends connections that have introduced themselves and ask for nothing, and no others', async () => {
    const server = t.app.get(SubscriptionServer, { strict: false });
    const { idleMs } = server;
    Object.assign(server, { idleMs: 50 });
    try {
      const client = await liveClient(t);
      const wholes: unknown[] = [];
      const query = `subscription { liveChanges(companyId: "${(await createCompany(t, { owner })).id}") { whole } }`;
      let ended = false;
      client.subscribe(
        { query },
        { next: (value) => wholes.push(value), error: () => (ended = true), complete: () => (ended = true) },
      );
      const introduced = (socket: WebSocket) => socket.send('{"type":"connection_init"}');
      expect(await closing(introduced)).toBe(1000);
      expect(await closing(introduced)).toBe(1000);
      expect(ended).toBe(false);
      await client.dispose();
    } finally {
      Object.assign(server, { idleMs });
    }
  });

  it('lets no other site’s page connect, and serves nothing at other addresses', async () => {
    const host = await addressOf(t);
    const end = (socket: WebSocket) => socket.close(1000);
    expect(await closing(end, { origin: 'https://elsewhere.example' })).toBe(403);
    expect(await closing(end, { origin: `http://${host}` })).toBe(1000);
    expect(await closing(end, { origin: t.config.publicUrl })).toBe(1000);
    expect(await closing(end, {}, '/other')).toBe(404);
  });

  it('so many connections from a network, told by the proxy where there is one', () => {
    const from = (remoteAddress: string, forwarded?: string) =>
      ({ socket: { remoteAddress }, headers: { 'x-forwarded-for': forwarded } }) as never;
    const direct = new Connections(false);
    const leaves = Array.from({ length: MOST_CONNECTIONS }, () => direct.enter(from('192.0.2.1', 'x')));
    expect(leaves.every(Boolean)).toBe(true);
    expect(direct.enter(from('192.0.2.1'))).toBeUndefined();
    expect(direct.enter(from('192.0.2.2'))).toBeDefined();
    leaves[0]!();
    expect(direct.enter(from('192.0.2.1'))).toBeDefined();
    const behind = new Connections(true);
    const named = () => behind.enter(from('127.0.0.1', '198.51.100.9, 192.0.2.1'));
    for (let n = 0; n < MOST_CONNECTIONS; n++) named();
    expect(named()).toBeUndefined();
    expect(behind.enter(from('127.0.0.1', '192.0.2.1, 198.51.100.9'))).toBeDefined();
  });
});
