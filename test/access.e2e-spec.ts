import { ModulesContainer } from '@nestjs/core';
import { ACCESS } from '../src/shared/auth/allow.js';
import { newId } from '../src/shared/database/ids.js';
import { type Company, CompanyVisibility } from '../src/features/companies/company.entity.js';
import { withoutCookie } from './support/access/accounts.rows.js';
import { anybody, inPrivate, type Outcome } from './support/access/outcomes.js';
import { OUTSIDERS, type Persona, PERSONAS, somebody } from './support/access/personas.js';
import type { Row } from './support/access/row.js';
import { OTHERS, ROWS } from './support/access/rows.js';
import { Scene } from './support/access/scene.js';
import { createUser, type TestUser } from './support/accounts.factory.js';
import { type ApiResult, startTestApp, type TestApp } from './support/app.js';
import { addMember, createCompany } from './support/companies.factory.js';
import { askAny } from './support/live.js';
import { type Operation, operationsOf } from './support/schema.js';
import { watchWrites } from './support/writes.js';

const UUID = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;

let t: TestApp;
let written: () => Promise<string[]>;
let author: TestUser;
const companies = {} as Record<CompanyVisibility, Company>;

beforeAll(async () => {
  t = await startTestApp();
  const owner = await createUser(t);
  author = await createUser(t);
  for (const visibility of Object.values(CompanyVisibility)) {
    companies[visibility] = await createCompany(t, { owner, visibility });
    await addMember(t, companies[visibility], author);
  }
  written = await watchWrites(t);
});
afterAll(() => t.close());

describe('every handler', () => {
  /** The methods that Nest calls from outside: of resolvers by kind, of controllers by path. */
  const handlers = () =>
    [...t.app.get(ModulesContainer).values()]
      .flatMap((module) => [...module.providers.values(), ...module.controllers.values()])
      .flatMap(({ metatype }) =>
        typeof metatype === 'function' && metatype.prototype ? [metatype.prototype as object] : [],
      )
      .flatMap((prototype) =>
        Object.getOwnPropertyNames(prototype).flatMap((name) => {
          if (name === 'constructor') return [];
          const method = Object.getOwnPropertyDescriptor(prototype, name)?.value as object | undefined;
          if (typeof method !== 'function') return [];
          const kind = Reflect.getMetadata('graphql:resolver_type', method) as string | undefined;
          const route = Reflect.getMetadata('path', method) as string | undefined;
          const access = (Reflect.getMetadata(ACCESS, method) ??
            Reflect.getMetadata(ACCESS, prototype.constructor)) as unknown;
          return [{ name: `${prototype.constructor.name}.${name}`, kind, route, access }];
        }),
      );

  it('says who may call it', () => {
    const operations = handlers().filter(
      ({ kind }) => kind === 'Query' || kind === 'Mutation' || kind === 'Subscription',
    );
    const routes = handlers().filter(({ route }) => route !== undefined);
    expect(new Set(operations.map(({ name }) => name)).size).toBe(operationsOf(t).length);
    expect(routes.length).toBeGreaterThan(3);
    expect([...operations, ...routes].filter(({ access }) => !access).map(({ name }) => name)).toEqual([]);
  });
});

async function call(operation: Operation, row: Row, scene: Scene, variables: object): Promise<ApiResult> {
  const cookie = row.cookie && (await row.cookie(scene));
  return askAny(t, operation, variables, cookie ? { cookie } : { token: scene.me?.token });
}

const outcomeOf = ({ errors }: ApiResult): Outcome => errors?.[0]?.extensions.code ?? 'ok';

/** What tells an answer apart from another, the request's own id aside. */
const looks = ({ errors, status }: ApiResult) => [
  status,
  errors?.map(({ message, path, extensions: { requestId: _, ...extensions } }) => [message, path, extensions]),
];

/** The same call about things that do not exist. */
const elsewhere = (variables: object, { company }: Scene): object =>
  JSON.parse(
    JSON.stringify(variables)
      .replaceAll(UUID, () => newId())
      .replaceAll(`"${company.slug}"`, '"nowhere"'),
  ) as object;

async function attempt(operation: Operation, row: Row, company: Company, persona: Persona): Promise<Outcome> {
  const scene = new Scene(t, company, author, await somebody(t, company, persona));
  const variables = await row.vars(scene);
  if (row.cookie) await row.cookie(scene);
  await written();
  const result = await call(operation, row, scene, variables);
  const outcome = outcomeOf(result);
  const tables = await written();
  if (outcome !== 'ok' && tables.length > 0) return `${outcome}, but wrote ${tables.join()}`;
  if (outcome !== 'NOT_FOUND' || company.visibility === CompanyVisibility.PUBLIC || !OUTSIDERS.includes(persona))
    return outcome;
  const unknown = await call(operation, row, scene, elsewhere(variables, scene));
  expect(looks(result)).toEqual(looks(unknown));
  return outcome;
}

async function matrix(operation: Operation, row: Row, company: Company): Promise<Record<string, Outcome>> {
  await t.database.query('DELETE FROM rate_limit');
  const found: Record<string, Outcome> = {};
  for (const persona of PERSONAS) found[persona] = await attempt(operation, row, company, persona);
  return found;
}

describe('role × operation', () => {
  it('has a row for every operation, and no other', () => {
    expect(Object.keys(ROWS).sort()).toEqual(
      operationsOf(t)
        .map(({ name }) => name)
        .sort(),
    );
  });

  for (const [name, row] of Object.entries(ROWS)) {
    it(name, async () => {
      const operation = operationsOf(t).find((one) => one.name === name)!;
      expect(await matrix(operation, row, companies.PUBLIC)).toEqual(row.outcomes);
      if (row.free) return;
      expect(await matrix(operation, row, companies.PRIVATE)).toEqual(row.inPrivate ?? inPrivate(row.outcomes));
    });
  }

  it('refreshSession, without its cookie', async () => {
    const operation = operationsOf(t).find((one) => one.name === 'refreshSession')!;
    expect(await matrix(operation, withoutCookie, companies.PUBLIC)).toEqual(withoutCookie.outcomes);
  });
});

describe('what is somebody else’s', () => {
  for (const { title, by, operation: name, vars, outcome } of OTHERS) {
    it(`${by}: ${title}`, async () => {
      const operation = operationsOf(t).find((one) => one.name === name)!;
      const row = { vars, outcomes: anybody };
      expect(await attempt(operation, row, companies.PUBLIC, by)).toBe(outcome);
    });
  }
});
