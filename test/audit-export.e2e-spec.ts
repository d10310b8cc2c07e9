import type { Company } from '../src/features/companies/company.entity.js';
import { AuditEntry } from '../src/shared/audit/audit-entry.entity.js';
import { newId } from '../src/shared/database/ids.js';
import { somebody } from './support/access/personas.js';
import { createUser, type TestUser } from './support/accounts.factory.js';
import { startTestApp, type TestApp } from './support/app.js';
import { createCompany } from './support/companies.factory.js';

let t: TestApp;
let owner: TestUser;
let company: Company;

beforeAll(async () => {
  t = await startTestApp();
  owner = await createUser(t, { displayName: '=Olga' });
  company = await createCompany(t, { owner });
});
afterAll(() => t.close());

async function take(filter: object = {}, who: TestUser | null = owner, language = 'en') {
  const response = await t.app.inject({
    method: 'POST',
    url: '/exports/audit',
    headers: { 'accept-language': language, ...(who && { authorization: `Bearer ${who.token}` }) },
    payload: { companyId: company.id, ...filter },
  });
  return { status: response.statusCode, headers: response.headers, text: response.body };
}
const lines = (text: string) => text.trim().split('\r\n').slice(1);
/** As many entries as there may be in a busy year. */
const fill = (count: number, action: string) =>
  t.database.query(
    `INSERT INTO audit_entry (id, company_id, at, actor_id, actor_role, action, subject_kind, subject_id, before, after)
     SELECT gen_random_uuid(), $1, $2::timestamptz - n * interval '1 minute', $3, 'OWNER', $4, 'COMPANY', $1, '{"name": "A"}', '{"name": "B"}'
     FROM generate_series(1, $5::integer) n`,
    [company.id, t.clock.now(), owner.id, action, count],
  );

describe('the export of the audit', () => {
  it('has all of it, however long, once each and the latest first', async () => {
    await fill(1201, 'test.many');
    const { status, headers, text } = await take({ action: 'test.many' });
    expect([status, headers['content-type'], headers['cache-control']]).toEqual([
      200,
      'text/csv; charset=utf-8',
      'no-store',
    ]);
    expect(text.startsWith('\ufeffat,actor_id,actor,role,action')).toBe(true);
    const rows = lines(text);
    expect(rows).toHaveLength(1201);
    expect(new Set(rows.map((row) => row.split(',').at(-1))).size).toBe(1201);
    expect([...rows].sort().reverse()).toEqual(rows);
    expect(rows[0]).toContain(`,${owner.id},'=Olga,OWNER,test.many,COMPANY,${company.id},"{""name"":""A""}"`);
  });

  it('is of what was asked for, and parts its cells as the reader’s spreadsheet wants it', async () => {
    await fill(3, 'test.few');
    const half = new Date(t.clock.now().getTime() - 150_000).toISOString();
    expect(lines((await take({ action: 'test.few', from: half })).text)).toHaveLength(2);
    expect(lines((await take({ action: 'test.few', to: half })).text)).toHaveLength(1);
    expect(lines((await take({ subjectId: newId() })).text)).toEqual([]);
    expect(lines((await take({ action: 'test.few' }, owner, 'es')).text)[0]).toContain(`;${owner.id};`);
    expect((await take({ from: 'yesterday' })).status).toBe(400);
    expect((await take({ companyId: 'x' })).status).toBe(400);
  });

  it('leaves an entry that says what was taken, and is not in itself', async () => {
    const { text, headers } = await take({ action: 'audit.export' });
    const [entry] = await t.database.manager.findBy(AuditEntry, { requestId: String(headers['x-request-id']) });
    expect(entry).toMatchObject({ action: 'audit.export', actorId: owner.id, after: { action: 'audit.export' } });
    expect(text).not.toContain(entry!.id);
    expect((await take({ action: 'audit.export' })).text).toContain(entry!.id);
  });

  it('is for managers of the company alone, and who is refused leaves no entry', async () => {
    const before = await t.database.manager.countBy(AuditEntry, { companyId: company.id });
    expect((await take({}, null)).status).toBe(401);
    for (const persona of ['customer', 'expert', 'moderator', 'otherOwner'] as const)
      expect((await take({}, (await somebody(t, company, persona))!)).status).toBe(403);
    expect(await t.database.manager.countBy(AuditEntry, { companyId: company.id })).toBe(before);
    expect((await take({}, (await somebody(t, company, 'manager'))!)).status).toBe(200);
  });
});
