import { buildSchema } from 'graphql';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { AuditEntry } from '../src/shared/audit/audit-entry.entity.js';
import { newId } from '../src/shared/database/ids.js';
import type { Company } from '../src/features/companies/company.entity.js';
import { somebody } from './support/access/personas.js';
import { ROWS } from './support/access/rows.js';
import { Scene } from './support/access/scene.js';
import { createUser, type TestUser } from './support/accounts.factory.js';
import { startTestApp, type TestApp } from './support/app.js';
import { addMember, createCompany } from './support/companies.factory.js';
import { askAny } from './support/live.js';
import { operationsOf } from './support/schema.js';

let t: TestApp;
let owner: TestUser;
let author: TestUser;
let company: Company;

beforeAll(async () => {
  t = await startTestApp();
  [owner, author] = [await createUser(t), await createUser(t)];
  company = await createCompany(t, { owner });
  await addMember(t, company, author);
});
afterAll(() => t.close());

const entries = (requestId: unknown) => t.database.manager.findBy(AuditEntry, { requestId: String(requestId) });
const settings = async (description: string, who = owner, version?: number) =>
  t.ask(
    'mutation ($input: UpdateCompanyInput!) { updateCompany(input: $input) { version } }',
    { input: { companyId: company.id, version: version ?? (await current()), description } },
    { token: who.token },
  );
async function current(): Promise<number> {
  const [row] = await t.database.query<{ version: number }>('SELECT version FROM company WHERE id = $1', [company.id]);
  return row!.version;
}

interface Page {
  auditEntries: {
    totalCount: number;
    pageInfo: { hasNextPage: boolean; endCursor: string };
    edges: {
      node: {
        id: string;
        at: string;
        action: string;
        actor: { id: string } | null;
        actorRole: string;
        subjectId: string;
        network: string;
        requestId: string;
        changes: { name: string; before: string | null; after: string | null }[];
      };
    }[];
  };
}
async function read(filter: object = {}, who = owner) {
  const { data, errors } = await t.ask<Page>(
    `query ($companyId: ID!, $actorId: ID, $action: String, $subjectId: ID, $from: DateTime, $to: DateTime, $first: Int, $after: String) {
       auditEntries(companyId: $companyId, actorId: $actorId, action: $action, subjectId: $subjectId, from: $from, to: $to, first: $first, after: $after) {
         totalCount pageInfo { hasNextPage endCursor }
         edges { node { id at action actor { id } actorRole subjectId network requestId changes { name before after } } } } }`,
    { companyId: company.id, ...filter },
    { token: who.token },
  );
  if (errors) throw new Error(errors[0]!.extensions.code);
  return { ...data!.auditEntries, nodes: data!.auditEntries.edges.map(({ node }) => node) };
}

const SCHEMA = path.resolve(import.meta.dirname, '../schema.graphql');
const MUTATIONS = buildSchema(readFileSync(SCHEMA, 'utf8')).getMutationType()!.getFields();
// Who looks at what: it changes nothing for anybody, and ends by itself.
const LEAVE_NONE = ['claimReview', 'releaseReview'];
/** What only staff may change. */
const STAFF = Object.entries(ROWS).filter(
  ([name, { outcomes }]) =>
    name in MUTATIONS && !LEAVE_NONE.includes(name) && outcomes.customer !== 'ok' && outcomes.owner === 'ok',
);

describe('every act of the staff', () => {
  for (const [name, row] of STAFF) {
    it(`${name} leaves its entry`, async () => {
      const operation = operationsOf(t).find((one) => one.name === name)!;
      const me = (await somebody(t, company, 'owner'))!;
      const scene = new Scene(t, company, author, me);
      const variables = await row.vars(scene);
      const { errors, headers } = await askAny(t, operation, variables, { token: me.token });
      expect(errors).toBeUndefined();
      const left = await entries(headers['x-request-id']);
      expect(left).toMatchObject([
        { companyId: company.id, actorId: me.id, actorRole: 'OWNER', network: '127.0.0.0/24' },
      ]);
      expect(left[0]!.action).toMatch(/^[a-z]+(-[a-z]+)*\.[a-z]+(-[a-z]+)*$/);
      expect(JSON.stringify(left)).not.toContain('@example.org');
    });
  }

  it('that is refused leaves none', async () => {
    const before = (await read()).totalCount;
    expect((await settings('Too late', owner, 0)).errors![0]!.extensions.code).toBe('CONFLICT');
    expect((await settings('Not mine', author)).errors![0]!.extensions.code).toBe('FORBIDDEN');
    expect((await read()).totalCount).toBe(before);
  });

  it('that changes nothing leaves none', async () => {
    await settings('The same');
    const before = (await read()).totalCount;
    expect((await settings('The same')).errors).toBeUndefined();
    expect((await read()).totalCount).toBe(before);
  });
});

describe('the audit', () => {
  it('tells what has changed, and how it was before', async () => {
    await settings('As it was');
    await settings('As it is');
    const { nodes } = await read({ action: 'company.update', first: 1 });
    expect(nodes[0]).toMatchObject({
      ...{ actor: { id: owner.id }, actorRole: 'OWNER', subjectId: company.id },
      changes: [{ name: 'description', before: '"As it was"', after: '"As it is"' }],
    });
  });

  it('is searched by who, what, to what and when, and paged without gaps', async () => {
    const other = (await somebody(t, company, 'manager'))!;
    const [start] = [t.clock.now()];
    for (const text of ['One', 'Two', 'Three']) await settings(text, other);
    expect((await read({ actorId: other.id })).nodes.map(({ action }) => action)).toEqual(
      Array(3).fill('company.update'),
    );
    expect((await read({ actorId: other.id, action: 'company.rules' })).nodes).toEqual([]);
    expect((await read({ subjectId: newId() })).totalCount).toBe(0);
    expect((await read({ from: start.toISOString() })).totalCount).toBe(3);
    expect((await read({ to: start.toISOString(), actorId: other.id })).totalCount).toBe(0);
    const all = (await read({ first: 100 })).nodes.map(({ id }) => id);
    const paged: string[] = [];
    for (let after: string | null = null; ;) {
      const page: Awaited<ReturnType<typeof read>> = await read({ first: 4, after });
      paged.push(...page.nodes.map(({ id }) => id));
      after = page.pageInfo.endCursor;
      if (!page.pageInfo.hasNextPage) break;
    }
    expect(paged).toEqual(all);
  });

  it('is for managers of the company alone', async () => {
    for (const persona of ['customer', 'expert', 'moderator', 'otherOwner'] as const)
      await expect(read({}, (await somebody(t, company, persona))!)).rejects.toThrow('FORBIDDEN');
  });

  it('is changed by nobody', async () => {
    for (const sql of ['UPDATE audit_entry SET reason = NULL', 'DELETE FROM audit_entry', 'TRUNCATE audit_entry'])
      await expect(t.database.query(sql)).rejects.toThrow('may only grow');
  });

  it('is read by an index in its order, however it is filtered', async () => {
    for (const filter of ['', 'AND actor_id = $2', 'AND subject_id = $2']) {
      const rows = await t.database.transaction(async (tx) => {
        await tx.query('SET LOCAL enable_seqscan = off');
        return t.database.query<{ 'QUERY PLAN': string }>(
          `EXPLAIN SELECT * FROM audit_entry WHERE company_id = $1 ${filter} ORDER BY at DESC, id DESC LIMIT 21`,
          filter ? [company.id, owner.id] : [company.id],
          tx,
        );
      });
      const plan = rows.map((row) => row['QUERY PLAN']).join('\n');
      expect(plan).toContain('Index Scan Backward');
      expect(plan).not.toContain('Sort');
    }
  });
});
