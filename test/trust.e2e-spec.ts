import { Role } from '../src/shared/auth/role.js';
import { PreModeration } from '../src/features/companies/company.entity.js';
import { Membership } from '../src/features/companies/membership.entity.js';
import { ReaderLog } from '../src/features/ideas/reading/reader-log.port.js';
import { MemberDay } from '../src/features/moderation/trust/member-day.entity.js';
import type { ReadingLog } from '../src/features/moderation/trust/reading-log.service.js';
import { TrustJobs } from '../src/features/moderation/trust/trust.jobs.js';
import { createUser, type TestUser } from './support/accounts.factory.js';
import { startTestApp, type TestApp } from './support/app.js';
import { addMember, createCompany } from './support/companies.factory.js';
import { createIdea } from './support/ideas.factory.js';

const DAY = 86_400_000;
let t: TestApp;
let company: { id: string };
let owner: TestUser;
let author: TestUser;
let ideas: string[];
beforeAll(async () => {
  t = await startTestApp();
  [owner, author] = [await createUser(t), await createUser(t)];
  company = await createCompany(t, { owner, preModeration: PreModeration.NEWCOMERS });
  await addMember(t, company, author);
  ideas = await Promise.all(Array.from({ length: 12 }, () => idea(author)));
});
afterAll(() => t.close());
afterEach(() => t.clock.set(null));

const idea = async (by: TestUser) => (await createIdea(t, { company, author: by })).id;
const jobs = () => t.app.get(TrustJobs, { strict: false });
const log = () => t.app.get<ReadingLog>(ReaderLog, { strict: false });
const open = (who: TestUser | null, id: string) =>
  t.ask('query ($id: ID!) { idea(id: $id) { id } }', { id }, { token: who?.token });
const seat = (who: TestUser) =>
  t.database.manager.findOneByOrFail(Membership, { companyId: company.id, userId: who.id });
const daysOf = (who: TestUser) =>
  t.database.manager.find(MemberDay, { where: { companyId: company.id, userId: who.id }, order: { day: 'ASC' } });
async function member(role = Role.CUSTOMER, trustLevel = 0): Promise<TestUser> {
  const user = await createUser(t);
  await addMember(t, company, user, role, { trustLevel });
  return user;
}
/** Days in the past on which they have read so much. */
async function read(who: { id: string }, days: number, each: number): Promise<void> {
  await t.database.query(
    `INSERT INTO member_day SELECT $1, $2, $3::timestamptz::date - n, $5, NULL FROM generate_series(1, $4::integer) n`,
    [company.id, who.id, t.clock.now(), days, each],
  );
}
/** Somebody who has earned the first level. */
async function regular(role = Role.CUSTOMER): Promise<TestUser> {
  const user = await member(role);
  await read(user, 3, 4);
  for (let n = 0; n < 2; n++) await idea(user);
  return user;
}
async function progress(who: TestUser) {
  const { data } = await t.ask<{
    trustProgress: { level: number; fixed: boolean; fallsAt: string | null; needs: Record<string, unknown>[] };
  }>(
    'query ($companyId: ID!) { trustProgress(companyId: $companyId) { level fixed fallsAt needs { need have wanted atMost met } } }',
    { companyId: company.id },
    { token: who.token },
  );
  return data!.trustProgress;
}
const fix = async (who: TestUser, level: number | null) =>
  t.ask(
    'mutation ($input: FixTrustLevelInput!) { fixTrustLevel(input: $input) { trustLevel } }',
    { input: { membershipId: (await seat(who)).id, level } },
    { token: owner.token },
  );
async function breakRules(who: TestUser, times: number): Promise<void> {
  for (let n = 0; n < times; n++) {
    const item = { input: { ideaId: await idea(who) } };
    const { data } = await t.ask<{ review: { id: string; version: number } }>(
      'mutation ($input: OpenReviewInput!) { review: openReview(input: $input) { id version } }',
      item,
      { token: owner.token },
    );
    const { id: reviewId, version } = data!.review;
    const input = { reviewId, version, act: 'HIDE', legalGround: 'A law' };
    const decided = await t.ask(
      'mutation ($input: DecideReviewInput!) { decideReview(input: $input) { id } }',
      { input },
      { token: owner.token },
    );
    expect(decided.errors).toBeUndefined();
  }
}

describe('reading', () => {
  it('is noted once for each idea and day, of others’ ideas, by members alone', async () => {
    const [ana, stranger] = [await member(), await createUser(t)];
    const own = await idea(ana);
    for (const id of [ideas[0]!, ideas[0]!, ideas[1]!, own]) await open(ana, id);
    for (const who of [stranger, null]) await open(who, ideas[0]!);
    await log().keep();
    await open(ana, ideas[1]!);
    await open(ana, ideas[2]!);
    await Promise.all([log().keep(), log().keep()]);
    expect((await daysOf(ana)).map(({ readCount }) => readCount)).toEqual([3]);
    expect(await t.database.manager.countBy(MemberDay, { userId: stranger.id })).toBe(0);
  });

  it('leads, with posts that were accepted, to the first level: from then on nothing is held', async () => {
    const ana = await member();
    const now = t.clock.now().getTime();
    for (let day = 0; day < 3; day++) {
      t.clock.set(new Date(now + day * DAY));
      for (const id of ideas.slice(day * 4, day * 4 + 4)) await open(ana, id);
      await log().keep();
    }
    const submit = async () => {
      const input = { companyId: company.id, title: 'Bread until noon', body: 'Please.' };
      const query = 'mutation ($input: SubmitIdeaInput!) { submitIdea(input: $input) { visibility } }';
      return (await t.ask<{ submitIdea: { visibility: string } }>(query, { input }, { token: ana.token })).data!
        .submitIdea;
    };
    expect(await submit()).toEqual({ visibility: 'HELD' });
    await idea(ana);
    expect((await progress(ana)).needs).toEqual([
      { need: 'ACTIVE_DAYS', have: 3, wanted: 3, atMost: false, met: true },
      { need: 'IDEAS_READ', have: 12, wanted: 10, atMost: false, met: true },
      { need: 'ACCEPTED_POSTS', have: 1, wanted: 2, atMost: false, met: false },
      { need: 'RULES_BROKEN', have: 0, wanted: 0, atMost: true, met: true },
    ]);
    await jobs().recompute();
    expect((await seat(ana)).trustLevel).toBe(0);
    await idea(ana);
    await jobs().recompute();
    expect(await progress(ana)).toMatchObject({ level: 1, fixed: false, fallsAt: null });
    expect(await submit()).toEqual({ visibility: 'PUBLISHED' });
  });

  it('is forgotten with the account', async () => {
    const ana = await member();
    await open(ana, ideas[0]!);
    await log().keep();
    await t.ask(
      'mutation ($input: EraseAccountInput!) { eraseAccount(input: $input) { ok } }',
      { input: { password: ana.password } },
      { token: ana.token },
    );
    await t.runJobs();
    expect(await daysOf(ana)).toEqual([]);
  });
});

describe('every night', () => {
  it('nobody of the staff is raised, and nobody whom a manager has fixed', async () => {
    const [expert, fixed] = [await regular(Role.EXPERT), await regular()];
    await fix(fixed, 0);
    await jobs().recompute();
    for (const who of [expert, fixed]) expect((await seat(who)).trustLevel).toBe(0);
    expect(await progress(fixed)).toEqual({ level: 0, fixed: true, fallsAt: null, needs: [] });
    await fix(fixed, null);
    await jobs().recompute();
    expect((await seat(fixed)).trustLevel).toBe(1);
  });

  it('wrong reports count, less those that were right, if people decided them of late', async () => {
    const ana = await member(Role.CUSTOMER, 1);
    const now = t.clock.now().getTime();
    const decidedBy = async (state: string, { by = owner as TestUser | null, daysAgo = 1 } = {}) => {
      const ideaId = await idea(author);
      await t.database.query(
        `WITH r AS (INSERT INTO review (id, company_id, kind, idea_id, author_id, state, decided_by_id, due_at, rank_at)
           VALUES (gen_random_uuid(), $1, 'IDEA', $2, $3, 'APPROVED', $4, now(), now()) RETURNING id)
         INSERT INTO flag (id, company_id, review_id, kind, idea_id, flagger_id, weight, state, created_at, decided_at)
         SELECT gen_random_uuid(), $1, id, 'IDEA', $2, $5, 1, $6, $7, $7 FROM r`,
        [company.id, ideaId, author.id, by?.id ?? null, ana.id, state, new Date(now - daysAgo * DAY)],
      );
    };
    for (let n = 0; n < 5; n++) await decidedBy('REJECTED');
    await decidedBy('REJECTED', { by: null });
    await decidedBy('REJECTED', { daysAgo: 91 });
    const wrong = async () => (await progress(ana)).needs.find(({ need }) => need === 'WRONG_FLAGS');
    expect(await wrong()).toMatchObject({ have: 5, wanted: 3, atMost: true, met: false });
    for (let n = 0; n < 2; n++) await decidedBy('UPHELD');
    expect(await wrong()).toMatchObject({ have: 3, wanted: 3, met: true });
    for (let n = 0; n < 4; n++) await decidedBy('UPHELD');
    expect(await wrong()).toMatchObject({ have: 0, met: true });
  });

  it('who broke rules is lowered, after fourteen days, unless it was taken back', async () => {
    const [ana, bea] = [await member(Role.CUSTOMER, 2), await member(Role.CUSTOMER, 2)];
    for (const who of [ana, bea]) await breakRules(who, 2);
    await jobs().recompute();
    expect((await seat(ana)).trustLevel).toBe(2);
    expect((await progress(ana)).fallsAt).not.toBeNull();
    const [decision] = await t.database.query<{ id: string }>('SELECT id FROM decision WHERE subject_id = $1 LIMIT 1', [
      bea.id,
    ]);
    await t.ask(
      'mutation ($input: UndoDecisionInput!) { undoDecision(input: $input) { id } }',
      { input: { decisionId: decision!.id } },
      { token: owner.token },
    );
    t.clock.set(new Date(t.clock.now().getTime() + 15 * DAY));
    await jobs().recompute();
    expect((await seat(ana)).trustLevel).toBe(1);
    expect((await seat(bea)).trustLevel).toBe(2);
    expect((await progress(bea)).fallsAt).toBeNull();
    const events = await t.database.query<{ payload: object }>(
      `SELECT payload FROM event WHERE type = 'TrustLevelChanged' AND payload ->> 'userId' = $1`,
      [ana.id],
    );
    expect(events).toEqual([{ payload: { userId: ana.id, from: 2, to: 1 } }]);
  });

  it('a manager who fixes a level meanwhile has the last word', async () => {
    const people = await Promise.all(Array.from({ length: 6 }, () => regular()));
    await Promise.all([jobs().recompute(), ...people.map((who) => fix(who, 3)), jobs().recompute()]);
    for (const who of people) expect((await seat(who)).trustLevel).toBe(3);
    await jobs().recompute();
    for (const who of people) expect((await seat(who)).trustLevel).toBe(3);
  });

  it('all are looked at, however many', async () => {
    const big = await createCompany(t, { owner });
    await t.database.query(
      `WITH people AS (INSERT INTO "user" (id, email, display_name, locale, created_at, updated_at)
         SELECT gen_random_uuid(), 'p' || n || '@example.org', 'P', 'en', now(), now() FROM generate_series(1, 2300) n RETURNING id),
       seats AS (INSERT INTO membership (id, company_id, user_id) SELECT gen_random_uuid(), $1, id FROM people)
       INSERT INTO member_day SELECT $1, p.id, now()::date - n, 10, NULL FROM people p, generate_series(1, 3) n`,
      [big.id],
    );
    await t.database.query(
      `INSERT INTO comment (id, company_id, idea_id, depth, author_id, body, language, visibility, created_at)
       SELECT gen_random_uuid(), m.company_id, $2, 0, m.user_id, 'Yes.', 'en', 'PUBLISHED', now()
       FROM membership m, generate_series(1, 2) WHERE m.company_id = $1 AND m.role = 'CUSTOMER'`,
      [big.id, (await createIdea(t, { company: big, author: owner })).id],
    );
    await jobs().recompute();
    const rows = await t.database.query<object>(
      `SELECT trust_level AS level, count(*)::integer AS count FROM membership WHERE company_id = $1 AND role = 'CUSTOMER' GROUP BY 1`,
      [big.id],
    );
    expect(rows).toEqual([{ level: 1, count: 2300 }]);
  });
});
