import { createHash } from 'node:crypto';
import { type Company, CompanyVisibility } from '../src/features/companies/company.entity.js';
import { LogJobs } from '../src/features/moderation/log/log.jobs.js';
import { ModerationLog } from '../src/features/moderation/log/moderation-log.service.js';
import { createUser, type TestUser } from './support/accounts.factory.js';
import type { TestApp } from './support/app.js';
import { addMember, createCompany } from './support/companies.factory.js';
import { type DecisionsApi, decisionsStage } from './support/decisions.stage.js';
import { given } from './support/ideas.api.js';
import type { IdeasStage } from './support/ideas.stage.js';
import { fileNotice } from './support/notices.api.js';

let t: TestApp;
let stage: IdeasStage;
let api: DecisionsApi;
let slug: string;
beforeAll(async () => {
  ({ t, stage, api } = await decisionsStage());
  slug = stage.company.slug;
  const { id } = await api.discussed();
  await given(api.undo(await api.decideOn({ ideaId: id }, 'HIDE')));
  const noticed = await api.discussed();
  await fileNotice(t, { ideaId: noticed.id });
  await api.decideOn({ ideaId: noticed.id }, 'REMOVE');
  await api.decideOn({ ideaId: (await api.discussed()).id }, 'LOCK');
});
afterAll(() => t.close());
afterEach(() => t.clock.set(null));
beforeEach(() => t.database.query('DELETE FROM rate_limit'));

const get = (url: string, headers: Record<string, string> = {}) => t.app.inject({ url, headers });
const publish = () => t.app.get(LogJobs, { strict: false }).publishHeads();
const verify = () => t.app.get(ModerationLog, { strict: false }).verify();

interface Line {
  position: number;
  previousHash: string;
  hash: string;
}
const linesOf = (body: string) =>
  body
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Line & Record<string, unknown>);

const FILES = [
  ...['lines.jsonl', 'lines.csv', 'heads.jsonl', 'feed.atom'],
  ...['report.csv?period=2026', 'report.json?period=2026'],
];

/** As docs/moderation-log.md says it, from nothing but the file: where it breaks, or null. */
function broken(lines: Line[]): number | null {
  let [last, before] = [0, ''];
  for (const line of lines) {
    const { previousHash, hash, ...told } = line;
    const text = `${before}\n${JSON.stringify(Object.values(told))}`;
    const computed = createHash('sha256').update(text, 'utf8').digest('hex');
    if (line.position !== last + 1 || previousHash !== before || hash !== computed) return line.position;
    [last, before] = [line.position, hash];
  }
  return null;
}

describe('the download of the log', () => {
  it('has every line in order, and is enough to compute the chain again', async () => {
    const { statusCode, headers, body } = await get(`/${slug}/log/lines.jsonl`);
    expect([statusCode, headers['content-type']]).toEqual([200, 'application/x-ndjson; charset=utf-8']);
    const lines = linesOf(body);
    expect(lines.map(({ entry, act }) => [entry, act])).toEqual([
      ['DECIDED', 'HIDE'],
      ['UNDONE', 'HIDE'],
      ['NOTICE_RECEIVED', null],
      ['DECIDED', 'REMOVE'],
      ['NOTICE_SETTLED', 'REMOVE'],
      ['DECIDED', 'LOCK'],
    ]);
    expect(broken(lines)).toBeNull();
    expect(broken(lines.map((line) => (line.position === 4 ? { ...line, act: 'KEEP' } : line)))).toBe(4);
    expect(broken(lines.filter(({ position }) => position !== 2))).toBe(3);
  });

  it('goes on after the lines that one has, and is not sent again while nothing has changed', async () => {
    const { headers, body } = await get(`/${slug}/log/lines.jsonl?after=4`);
    expect(linesOf(body).map(({ position }) => position)).toEqual([5, 6]);
    const etag = String(headers.etag);
    expect((await get(`/${slug}/log/lines.jsonl?after=4`, { 'if-none-match': etag })).statusCode).toBe(304);
    expect((await get(`/${slug}/log/lines.jsonl`, { 'if-none-match': etag })).statusCode).toBe(200);
  });

  it('opens in a spreadsheet, too', async () => {
    const { body } = await get(`/${slug}/log/lines.csv`);
    const [heading, first] = body.split('\r\n');
    expect(heading).toMatch(/^position,at,entry,decisionId,.*,previousHash,hash$/);
    expect(first).toMatch(/^1,\d{4}-\d\d-\d\dT[\d:.]+Z,DECIDED,.*,HIDE,Be kind,false,MODERATOR,/);
  });

  it('is not there of what is no company, and not for whoever asks all the time', async () => {
    for (const file of FILES)
      for (const place of ['no-such-place', "it's"]) expect((await get(`/${place}/log/${file}`)).statusCode).toBe(404);
    for (let i = 0; i < 60; i++) await get(`/${slug}/log/lines.csv?after=5`);
    expect((await get(`/${slug}/log/lines.csv`)).statusCode).toBe(429);
  });
});

describe('the log of a private company', () => {
  let hidden: Company;
  let member: TestUser;
  beforeAll(async () => {
    member = await createUser(t);
    hidden = await createCompany(t, { visibility: CompanyVisibility.PRIVATE, owner: await createUser(t) });
    await addMember(t, hidden, member);
  });

  const read = (file: string, who?: TestUser) =>
    get(`/${hidden.slug}/log/${file}`, who ? { authorization: `Bearer ${who.token}` } : {});
  const QUERIES = [
    'moderationLog(companyId: $companyId) { totalCount }',
    'moderationLogHeads(companyId: $companyId) { edges { node { day } } }',
    'moderationLogRules(companyId: $companyId)',
    'transparencyReport(companyId: $companyId, period: "2026") { period }',
  ];
  const ask = async (query: string, who?: TestUser) => {
    const { errors } = await t.ask(`query ($companyId: ID!) { ${query} }`, { companyId: hidden.id }, who);
    return errors?.[0]?.extensions.code ?? null;
  };

  it('is a secret before visitors and members of other companies', async () => {
    for (const stranger of [undefined, stage.ana, stage.moderator]) {
      for (const file of FILES) expect((await read(file, stranger)).statusCode).toBe(404);
      for (const query of QUERIES) expect(await ask(query, stranger)).toBe('NOT_FOUND');
    }
    for (const page of ['log', 'log/report'])
      expect((await get(`/${hidden.slug}/${page}`)).body).not.toContain(hidden.name);
    expect((await get(`/sitemap/${hidden.slug}-1.xml`)).statusCode).toBe(404);
  });

  it('is there for its members, and nobody else may keep it', async () => {
    for (const file of FILES) {
      const { statusCode, headers } = await read(file, member);
      expect([file, statusCode]).toEqual([file, 200]);
      expect(headers['cache-control']).toBe('private, no-cache');
    }
    for (const query of QUERIES) expect(await ask(query, member)).toBeNull();
  });
});

describe('the head of the log', () => {
  const heads = async () => {
    const { data } = await t.ask<{ moderationLogHeads: { edges: { node: { day: string; position: number } }[] } }>(
      `query ($companyId: ID!) { moderationLogHeads(companyId: $companyId) { edges { node { day position hash } } } }`,
      { companyId: stage.company.id },
    );
    return data!.moderationLogHeads.edges.map(({ node }) => node);
  };

  it('is published on each day on which the log has grown, once', async () => {
    t.clock.set(new Date('2031-01-01T00:05:00Z'));
    await Promise.all([publish(), publish()]);
    t.clock.set(new Date('2031-01-02T00:05:00Z'));
    await publish();
    await api.decideOn({ ideaId: (await api.discussed()).id }, 'HIDE');
    t.clock.set(new Date('2031-01-03T00:05:00Z'));
    await publish();
    const [line] = await api.log();
    expect(await heads()).toEqual([
      { day: '2031-01-03', position: line!.position, hash: line!.hash },
      { day: '2031-01-01', position: line!.position - 1, hash: line!.previousHash },
    ]);
    expect(linesOf((await get(`/${slug}/log/heads.jsonl`)).body)[0]).toMatchObject({ hash: line!.hash });
    expect(await verify()).toEqual([]);
  });

  it('can be changed by nobody; one that is not in the chain is found', async () => {
    for (const sql of [`UPDATE published_log_head SET hash = ''`, 'DELETE FROM published_log_head'])
      await expect(t.database.query(sql)).rejects.toThrow('may only grow');
    await t.database.query(
      `INSERT INTO published_log_head VALUES ($1, '2031-02-01', 1, 'not this', '2031-02-01T00:05:00Z')`,
      [stage.company.id],
    );
    expect(await verify()).toEqual([
      expect.objectContaining({ column: 'published_log_head 2031-02-01', stored: 'not this' }),
    ]);
  });
});

describe('the log as it is read', () => {
  const page = async (filter: string) => {
    const { data, errors } = await t.ask<{
      moderationLog: { totalCount: number; edges: { node: { position: number; act: string | null } }[] };
    }>(
      `query ($companyId: ID!) { moderationLog(companyId: $companyId ${filter}) { totalCount edges { node { position act automatic } } } }`,
      { companyId: stage.company.id },
    );
    expect(errors).toBeUndefined();
    const { edges, totalCount } = data!.moderationLog;
    expect(totalCount).toBe(edges.length);
    return edges.map(({ node }) => node.act);
  };

  it('can be filtered by act, rule, period, and whether a person decided', async () => {
    expect(await page('act: LOCK')).toEqual(['LOCK']);
    expect(await page('act: HIDE, before: "2031-01-01T00:00:00Z"')).toEqual(['HIDE', 'HIDE']);
    expect(await page('since: "2031-01-01T00:00:00Z"')).toEqual(['HIDE']);
    expect(await page('rule: "Be kind", act: REMOVE')).toEqual(['REMOVE', 'REMOVE']);
    expect(await page('rule: "No such rule"')).toEqual([]);
    expect(await page('automatic: true')).toEqual([]);
    expect(await page('automatic: false, act: LOCK')).toEqual(['LOCK']);
  });

  it('names the rules that one can choose from', async () => {
    const { data } = await t.ask<{ moderationLogRules: string[] }>(
      'query ($companyId: ID!) { moderationLogRules(companyId: $companyId) }',
      { companyId: stage.company.id },
    );
    expect(data!.moderationLogRules).toEqual(['Be kind']);
  });

  it('is a feed, with the heads', async () => {
    const { headers, body } = await get(`/${slug}/log/feed.atom`);
    expect(headers['content-type']).toBe('application/atom+xml; charset=utf-8');
    const titles = [...body.matchAll(/<title>(.*?)<\/title>/g)].map(([, title]) => title);
    expect(titles).toContain('Notice received: idea');
    expect(titles).toContain('Locked: idea');
    expect(titles.some((title) => title!.startsWith('Head of 2031-01-03'))).toBe(true);
    expect(body).toContain('Be kind · MODERATOR');
    for (const { id, displayName } of [stage.ana, stage.moderator]) {
      expect(body).not.toContain(id);
      expect(body).not.toContain(displayName);
    }
  });
});
