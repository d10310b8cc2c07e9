import { newId } from '../src/shared/database/ids.js';
import { Locale } from '../src/shared/errors/locale.js';
import { createUser, type TestUser } from './support/accounts.factory.js';
import { startTestApp, type TestApp } from './support/app.js';
import { createComment } from './support/comments.factory.js';
import { createCompany } from './support/companies.factory.js';
import { createIdea } from './support/ideas.factory.js';
import { statementsOf } from './support/statements.js';

let t: TestApp;
let ana: TestUser;

beforeAll(async () => {
  t = await startTestApp();
  ana = await createUser(t, { locale: Locale.ES });
});
afterAll(() => t.close());

interface Answer {
  status: number;
  code: string | undefined;
  message: string;
  statements: number;
  body: string;
}

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

/** Sends anything at all. */
async function send(
  payload: string | Buffer,
  headers: Record<string, string> = {},
  url = '/graphql',
  method: Method = 'POST',
): Promise<Answer> {
  const { result, statements } = await statementsOf(async () =>
    t.app.inject({ method, url, headers: { 'content-type': 'application/json', ...headers }, payload }),
  );
  let error: { code?: string; message?: string } | undefined;
  try {
    const json = result.json<{
      code?: string;
      message?: string;
      errors?: { message: string; extensions: { code: string } }[];
    }>();
    error = json.errors ? { code: json.errors[0]!.extensions.code, message: json.errors[0]!.message } : json;
  } catch {
    // no JSON: a page, or nothing
  }
  const { statusCode: status, body } = result;
  return { status, code: error?.code, message: error?.message ?? '', statements: statements.length, body };
}

const query = (text: string, headers?: Record<string, string>) => send(JSON.stringify({ query: text }), headers);

describe('a request that is none is refused before anything is read', () => {
  const wrong: [string, () => Promise<Answer>, number, string | undefined][] = [
    ['malformed JSON', () => send('{"query": "{ viewer'), 400, 'BAD_REQUEST'],
    ['an empty body', () => send(''), 400, 'BAD_REQUEST'],
    ['no object', () => send('"query"'), 400, 'BAD_REQUEST'],
    ['null', () => send('null'), 400, 'BAD_REQUEST'],
    ['no query', () => send('{}'), 400, 'BAD_REQUEST'],
    ['a query that is no text', () => send('{"query": 5}'), 400, 'BAD_REQUEST'],
    ['variables that are none', () => send('{"query": "{ viewer { id } }", "variables": [1]}'), 400, 'BAD_REQUEST'],
    [
      'a poisoned prototype',
      () => send('{"query": "{ viewer { id } }", "__proto__": {"admin": true}}'),
      400,
      'BAD_REQUEST',
    ],
    ['a batch', () => send('[{"query": "{ viewer { id } }"}, {"query": "{ viewer { id } }"}]'), 400, 'BAD_REQUEST'],
    [
      'a body over the limit',
      () => send(JSON.stringify({ query: `{ renderMarkdown(text: "${'a'.repeat(1_000_000)}") }` })),
      413,
      'REQUEST_TOO_LARGE',
    ],
    [
      'a form, as other sites may send',
      () => send('query={viewer{id}}', { 'content-type': 'application/x-www-form-urlencoded' }),
      400,
      'BAD_REQUEST',
    ],
    [
      'text, as other sites may send',
      () => send('{"query": "{ viewer { id } }"}', { 'content-type': 'text/plain' }),
      400,
      'BAD_REQUEST',
    ],
    [
      'bytes',
      () => send('{"query": "{ viewer { id } }"}', { 'content-type': 'application/octet-stream' }),
      400,
      'BAD_REQUEST',
    ],
    [
      'a mutation by GET',
      () =>
        send(
          '',
          { 'apollo-require-preflight': 'true' },
          `/graphql?query=${encodeURIComponent('mutation { signOut { ok } }')}`,
          'GET',
        ),
      405,
      'BAD_REQUEST',
    ],
    ['PUT', () => send('{"query": "{ viewer { id } }"}', {}, '/graphql', 'PUT'), 404, 'NOT_FOUND'],
    ['another path', () => send('{}', {}, '/graphql/more'), 404, 'NOT_FOUND'],
    ['an unknown path', () => send('{}', {}, '/api/nothing'), 404, 'NOT_FOUND'],
  ];
  it.each(wrong)('%s', async (_, ask, status, code) => {
    const answer = await ask();
    expect(answer).toMatchObject({ status, code, statements: 0 });
    expect(answer.message).toBeTruthy();
  });

  it('a query by GET without the header that other sites can’t send', async () => {
    expect(await send('', { 'content-type': 'text/plain' }, '/graphql?query={viewer{id}}', 'GET')).toMatchObject({
      status: 400,
      code: 'BAD_REQUEST',
    });
  });

  it('invalid UTF-8 never reaches the database as such', async () => {
    const body = Buffer.concat([
      Buffer.from('{"query":"{ renderMarkdown(text: \\"'),
      Buffer.from([0xc3, 0x28, 0xff]),
      Buffer.from('\\") }"}'),
    ]);
    const { status, body: answer } = await send(body);
    expect(status).toBe(200);
    expect(answer).toContain('\ufffd');
  });

  it('tokens that are none', async () => {
    for (const authorization of [
      'Bearer',
      'Bearer nonsense',
      `Bearer ${ana.token}x`,
      'Basic YTpi',
      `Bearer ${'a'.repeat(5_000)}`,
    ]) {
      expect(await query('{ viewer { id } }', { authorization })).toMatchObject({
        code: 'UNAUTHENTICATED',
        statements: 0,
      });
    }
    const unsigned = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${Buffer.from(JSON.stringify({ sub: ana.id, sid: newId() })).toString('base64url')}.`;
    expect(await query('{ viewer { id } }', { authorization: `Bearer ${unsigned}` })).toMatchObject({
      code: 'UNAUTHENTICATED',
    });
  });
});

describe('a query over the limits is refused before it runs', () => {
  const repeat = (times: number, text: (n: number) => string) =>
    Array.from({ length: times }, (_, n) => text(n)).join(' ');
  const deep = (levels: number): string =>
    levels === 0 ? 'id' : `company { viewerMembership { ${deep(levels - 1)} } }`;
  /** each fragment stands for two of the next one */
  const doubling = (times: number) =>
    `${repeat(times, (n) => `fragment F${n} on Membership { ...F${n + 1} ...F${n + 1} }`)} fragment F${times} on Membership { id role }`;
  const over: [string, string][] = [
    ['too deep', `{ viewer { memberships { ${deep(6)} } } }`],
    ['too costly', `{ viewer { memberships { ...F0 } } } ${doubling(16)}`],
    ['too many aliases', `{ ${repeat(20, (n) => `a${n}: viewer { id }`)} }`],
    ['too many directives', `{ viewer { id ${'@include(if: true) '.repeat(60)} } }`],
    ['too many words', `{ viewer { ${'id '.repeat(2_500)} } }`],
    ['a fragment within itself', '{ viewer { ...A } } fragment A on Viewer { ...A }'],
    ['an unknown field', '{ viewer { passwordHash } }'],
    ['no GraphQL', '{ viewer {'],
    ['two operations without a name', 'query A { viewer { id } } query B { viewer { id } }'],
  ];
  it.each(over)('%s', async (_, text) => {
    const { status, code, statements } = await query(text);
    expect([status, statements]).toEqual([400, 0]);
    expect(code).toMatch(/^(GRAPHQL_(PARSE|VALIDATION)_FAILED|OPERATION_RESOLUTION_FAILURE)$/);
  });
});

describe('pages within pages', () => {
  it.each([
    ['first: 0'],
    ['first: 101'],
    ['first: -1'],
    ['after: "junk"'],
    [`after: "${Buffer.from('["1","2"]').toString('base64url')}"`],
  ])('%s', async (args) => {
    const company = await createCompany(t, { owner: ana });
    const idea = await createIdea(t, { company, author: ana });
    const root = await createComment(t, { idea, author: ana });
    await createComment(t, { idea, author: ana, parent: root });
    const replies = `{ idea(id: "${idea.id}") { comments { edges { node { replies(${args}) { edges { cursor } } } } } } }`;
    expect(await query(`{ idea(id: "${idea.id}") { comments(${args}) { edges { cursor } } } }`)).toMatchObject({
      status: 200,
      code: 'VALIDATION_FAILED',
    });
    expect(await query(replies)).toMatchObject({ status: 200, code: 'VALIDATION_FAILED' });
  });

  it('are of the usual length where none is asked for, or null', async () => {
    const company = await createCompany(t, { owner: ana });
    for (let n = 0; n < 21; n++) await createIdea(t, { company, author: ana });
    for (const args of ['', ', first: null']) {
      const text = `{ ideas(companyId: "${company.id}"${args}) { edges { node { id } } pageInfo { hasNextPage } } }`;
      const { data } = await t.ask<{ ideas: { edges: object[]; pageInfo: object } }>(text);
      expect(data?.ideas.edges).toHaveLength(20);
      expect(data?.ideas.pageInfo).toEqual({ hasNextPage: true });
    }
  });
});

describe('the language of a refusal', () => {
  const refused = async (headers: Record<string, string>) =>
    (await query(`{ idea(id: "${newId()}") { id } }`, headers)).message;
  const [english, spanish, italian] = ['There is nothing here', 'Aquí no hay nada', 'Qui non c’è nulla'];

  it('is one that the client accepts, else the user’s own, else English', async () => {
    const authorization = `Bearer ${ana.token}`;
    expect(await refused({ authorization, 'accept-language': 'it-IT,it;q=0.9,en;q=0.8' })).toContain(italian);
    expect(await refused({ authorization, 'accept-language': 'de' })).toContain(spanish);
    expect(await refused({ authorization, 'accept-language': '*' })).toContain(spanish);
    expect(await refused({ authorization })).toContain(spanish);
    expect(await refused({})).toContain(english);
    expect(await refused({ 'accept-language': 'de' })).toContain(english);
  });

  it('comes with every new access token', async () => {
    const input = { email: ana.email, password: ana.password };
    const { data } = await t.ask<{ signIn: { accessToken: string } }>(
      'mutation ($input: SignInInput!) { signIn(input: $input) { accessToken } }',
      { input },
    );
    expect(await refused({ authorization: `Bearer ${data!.signIn.accessToken}` })).toContain(spanish);
  });
});
