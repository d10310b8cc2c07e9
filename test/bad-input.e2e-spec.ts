import { REQUEST_CODES } from '../src/shared/graphql/error-plugin.js';
import { declaredErrors } from '../src/shared/errors/domain-error.js';
import type { Company } from '../src/features/companies/company.entity.js';
import { somebody } from './support/access/personas.js';
import { ROWS } from './support/access/rows.js';
import { Scene } from './support/access/scene.js';
import { createUser, type TestUser } from './support/accounts.factory.js';
import { type ApiResult, startTestApp, type TestApp } from './support/app.js';
import { type Case, casesOf } from './support/bad-input/fields.js';
import { addMember, createCompany } from './support/companies.factory.js';
import { askAny } from './support/live.js';
import { type Operation, operationsOf } from './support/schema.js';
import { watchWrites } from './support/writes.js';

type Answer = ApiResult<unknown>;

let t: TestApp;
let company: Company;
let author: TestUser;
let written: () => Promise<string[]>;

beforeAll(async () => {
  t = await startTestApp();
  author = await createUser(t);
  company = await createCompany(t, { owner: await createUser(t) });
  await addMember(t, company, author);
  written = await watchWrites(t);
});
afterAll(() => t.close());

/** What was said, by code and field's code: in three languages. */
const said = new Map<string, Set<string>>();

/** What is wrong with the answer to a wrong call; nothing, if it is as it should be. */
function faultOf({ status, errors }: Answer, { refused, path }: Case, kind: Operation['kind']): string | null {
  if (!errors) return refused === 'or not' || (kind !== 'mutation' && refused === 'somehow') ? null : 'was accepted';
  const [{ message, extensions }] = errors as [NonNullable<typeof errors>[number]];
  const { code, fields = [], requestId } = extensions;
  if (code === 'INTERNAL') return 'is INTERNAL';
  if (!declaredErrors().has(code) && !REQUEST_CODES.has(code)) return `has the unknown code ${code}`;
  if (!message || !requestId || ![200, 400].includes(status)) return `is refused with status ${status}: ${message}`;
  if (refused !== 'naming the field' || (kind !== 'mutation' && code === 'NOT_FOUND')) return null;
  // too large a message ends the connection
  if (kind === 'subscription' && code === 'BAD_REQUEST') return null;
  const named = fields.some(
    (field) => field.path.endsWith('nonsense') || path.startsWith(field.path) || field.path.startsWith(path),
  );
  return named ? null : `names ${JSON.stringify(fields.map((field) => field.path))} (${code})`;
}

async function listen(ask: (language: string) => Promise<Answer>, first: Answer): Promise<void> {
  const [error] = first.errors ?? [];
  if (!error || REQUEST_CODES.has(error.extensions.code)) return;
  const key = [error.extensions.code, ...(error.extensions.fields ?? []).map(({ code }) => code)].join(' ');
  if (said.has(key)) return;
  const texts = ({ errors }: Answer) =>
    [errors?.[0]?.message, ...(errors?.[0]?.extensions.fields ?? []).map((field) => field.message)].join(' | ');
  said.set(key, new Set([texts(first), texts(await ask('es')), texts(await ask('it'))]));
}

async function faults(operation: Operation): Promise<string[]> {
  const row = ROWS[operation.name]!;
  const fresh = async () => {
    const scene = new Scene(t, company, author, await somebody(t, company, 'owner'));
    return { token: scene.me!.token, right: await row.vars(scene) };
  };
  let { token, right } = await fresh();
  const mustFail = ({ what, path }: Case) => !(what.endsWith('the id of nothing') && row.told?.includes(path));
  const casesFor = (variables: object) => casesOf(operation, variables).filter(mustFail);
  let cases = casesFor(right);
  const found: string[] = [];
  for (let at = 0; at < cases.length; at++) {
    const wrong = cases[at]!;
    await t.database.query('DELETE FROM rate_limit');
    await written();
    const ask = (language: string) => askAny(t, operation, wrong.variables, { token, language });
    const result = await ask('en');
    const tables = result.errors ? await written() : [];
    const problem = faultOf(result, wrong, operation.kind) ?? (tables.length > 0 ? `wrote ${tables.join()}` : null);
    if (problem) found.push(`${wrong.path}, ${wrong.what}: ${problem}`);
    if (result.errors) await listen(ask, result);
    else if (operation.kind === 'mutation') {
      ({ token, right } = await fresh());
      cases = casesFor(right);
    }
  }
  return found;
}

describe('a wrong value is refused with a code, by its field, and nothing is written', () => {
  for (const name of Object.keys(ROWS))
    it(name, async () => {
      expect(await faults(operationsOf(t).find((one) => one.name === name)!)).toEqual([]);
    });
});

it('every refusal was told in three languages', () => {
  expect(said.size).toBeGreaterThan(15);
  expect([...said].filter(([, texts]) => texts.size < 3)).toEqual([]);
});
