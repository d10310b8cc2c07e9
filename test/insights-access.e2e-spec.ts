import type { Company } from '../src/features/companies/company.entity.js';
import { Role } from '../src/shared/auth/role.js';
import { createUser, type TestUser } from './support/accounts.factory.js';
import { startTestApp, type TestApp } from './support/app.js';
import { createChallenge } from './support/challenges.factory.js';
import { addMember, createCompany } from './support/companies.factory.js';
import { codeOf, fieldsOf } from './support/ideas.api.js';
import { createIdea } from './support/ideas.factory.js';
import { statementsOf } from './support/statements.js';

let t: TestApp;
let company: Company;
let ana: TestUser;
let manager: TestUser;

beforeAll(async () => {
  t = await startTestApp();
  [ana, manager] = [await createUser(t), await createUser(t)];
  company = await createCompany(t);
  await addMember(t, company, manager, Role.MANAGER);
}, 60_000);
afterAll(() => t.close());
afterEach(() => t.clock.set(null));

const idea = (at: string, options: Partial<Parameters<typeof createIdea>[1]> = {}) =>
  createIdea(t, { company, author: ana, publishedAt: new Date(at), ...options });
const PERIOD = { from: '2026-03-01', to: '2026-03-03', unit: 'DAY', timeZone: 'UTC' };
const ask = (args: object = {}, user: TestUser | null = manager) =>
  t.ask(
    `query ($companyId: ID!, $challengeId: ID, $from: String!, $to: String!, $unit: InsightUnit!, $timeZone: String!) {
      insights(companyId: $companyId, challengeId: $challengeId, from: $from, to: $to, unit: $unit, timeZone: $timeZone) {
        participation { people } } }`,
    { companyId: company.id, ...PERIOD, ...args },
    { token: user?.token },
  );

describe('who may ask, and for what', () => {
  it('are managers of that company, of its own challenges', async () => {
    const moderator = await createUser(t);
    await addMember(t, company, moderator, Role.MODERATOR);
    const stranger = await createUser(t);
    const theirs = await createCompany(t, { owner: stranger });
    expect(codeOf(await ask({}, moderator))).toBe('FORBIDDEN');
    expect(codeOf(await ask({}, stranger))).toBe('FORBIDDEN');
    expect(codeOf(await ask({}, null))).toBe('UNAUTHENTICATED');
    const challenge = await createChallenge(t, theirs);
    expect(codeOf(await ask({ challengeId: challenge.id }))).toBe('NOT_FOUND');
  });

  it('is at most two years, that begin before they end, in a time zone that there is', async () => {
    const refused = async (args: object) => fieldsOf(await ask(args));
    expect(await refused({ to: '2026-02-28' })).toEqual(['to:BEFORE_FROM']);
    expect(await refused({ from: '2024-01-01', to: '2026-01-02' })).toEqual(['to:TOO_LONG']);
    expect(await refused({ from: '2024-01-01', to: '2025-12-31' })).toBeUndefined();
    expect(await refused({ from: '2026-02-30' })).toEqual(['from:NOT_DAY']);
    expect(await refused({ timeZone: 'Mars/Phobos' })).toEqual(['timeZone:UNKNOWN']);
    expect(await refused({ timeZone: "UTC'; DROP TABLE idea" })).toEqual(['timeZone:MATCHES']);
  });
});

describe('what waits for managers', () => {
  it('is counted: unanswered ideas, those beyond the company’s own time, held items', async () => {
    const now = new Date('2026-03-31T12:00:00Z');
    t.clock.set(now);
    await t.database.query('UPDATE company SET answer_days = 10 WHERE id = $1', [company.id]);
    await idea('2026-03-30T10:00:00Z');
    await idea('2026-03-21T12:00:00Z');
    await idea('2026-03-21T11:59:59Z');
    await idea('2026-01-01T00:00:00Z', { status: 'PLANNED' });
    await idea('2026-01-01T00:00:00Z', { visibility: 'HELD' });
    const { data } = await t.ask(
      'query ($companyId: ID!) { companyDesk(companyId: $companyId) { waitingCount overdueCount waitingSince heldCount } }',
      { companyId: company.id },
      { token: manager.token },
    );
    expect(data).toEqual({
      companyDesk: { waitingCount: 3, overdueCount: 1, waitingSince: '2026-03-21T11:59:59.000Z', heldCount: 0 },
    });
  });
});

describe('participation, which is dear to count,', () => {
  it('is counted once for all who ask within five minutes, and says when', async () => {
    const other = await createUser(t);
    await addMember(t, company, other, Role.MANAGER);
    const counted = async ({ token }: TestUser, to = PERIOD.to) => {
      const { data } = await t.ask<{ insights: { participation: { countedAt: string; people: number } } }>(
        `query ($companyId: ID!, $to: String!) { insights(companyId: $companyId, from: "2026-03-01", to: $to, unit: DAY, timeZone: "UTC") {
          participation { countedAt people } } }`,
        { companyId: company.id, to },
        { token },
      );
      return data!.insights.participation;
    };
    const { result, statements } = await statementsOf(() => Promise.all([counted(manager), counted(other)]));
    expect(result[0]).toEqual(result[1]);
    expect(statements.filter((sql) => sql.includes('FROM vote') || sql.includes(', vote v'))).toHaveLength(1);
    await idea('2026-03-01T10:00:00Z');
    expect(await counted(manager)).toEqual(result[0]);
    const later = await counted(manager, '2026-03-02');
    expect(later.people).toBe(1);
    expect(Date.parse(later.countedAt)).toBeGreaterThan(Date.parse(result[0].countedAt));
  });

  it('is not counted for ever other periods without end', async () => {
    const day = (n: number) => new Date(Date.UTC(2026, 0, n)).toISOString().slice(0, 10);
    const busy = await createCompany(t);
    await addMember(t, busy, manager, Role.MANAGER);
    const codes = await Promise.all(
      Array.from({ length: 62 }, async (_, n) =>
        codeOf(await ask({ companyId: busy.id, from: day(1), to: day(n + 1) })),
      ),
    );
    expect(codes.filter((code) => code === 'RATE_LIMITED')).toHaveLength(2);
    expect(codeOf(await ask())).toBeNull();
  });

  it('counts each of its points as one of the items that a request may ask for', async () => {
    const points = (count: number) =>
      Array.from({ length: count }, (_, n) => `a${n}: participation { points { day } }`).join(' ');
    const code = async (count: number) =>
      (
        await t.ask(
          `{ insights(companyId: "${company.id}", from: "2026-03-01", to: "2026-03-02", unit: DAY, timeZone: "UTC") { ${points(count)} } }`,
          {},
          { token: manager.token },
        )
      ).errors?.[0]?.extensions.code;
    expect([await code(13), await code(14)]).toEqual([undefined, 'GRAPHQL_VALIDATION_FAILED']);
  });
});
