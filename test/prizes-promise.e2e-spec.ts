import { createUser, type TestUser } from './support/accounts.factory.js';
import { startTestApp, type TestApp } from './support/app.js';
import { change, see } from './support/challenges.api.js';
import { addMember, createCompany } from './support/companies.factory.js';
import { Role } from '../src/shared/auth/role.js';

const DAY = 86_400_000;

let t: TestApp;
let companyId: string;
let manager: TestUser;
let expert: TestUser;
beforeAll(async () => {
  t = await startTestApp();
  const company = await createCompany(t);
  companyId = company.id;
  manager = await createUser(t);
  await addMember(t, company, manager, Role.MANAGER);
  expert = await createUser(t);
  await addMember(t, company, expert, Role.EXPERT);
});
afterAll(() => t.close());

const inDays = (days: number) => new Date(t.clock.now().getTime() + days * DAY);
const MONEY = { place: 1, title: 'For the best', kind: 'MONEY', amountMinor: 50_000, currency: 'EUR' };
const POINTS = { place: 2, title: 'For the second', kind: 'POINTS', points: 300 };

async function challenge(input: object = {}, publish = true): Promise<string> {
  const phases = [{ kind: 'IDEATION', startsAt: inDays(1), endsAt: inDays(2) }];
  const made = await change(t, manager, 'createChallenge', {
    ...{ companyId, title: 'What bread?', language: 'EN', phases, prizes: [MONEY, POINTS] },
    ...input,
  });
  expect(made.code).toBeUndefined();
  const { id } = made.challenge;
  if (publish) await change(t, manager, 'publishChallenge', { challengeId: id, version: 1 });
  return id;
}
const update = (challengeId: string, changes: object, version = 2) =>
  change(t, manager, 'updateChallenge', { challengeId, version, ...changes });
const types = (id: string) =>
  t.database
    .query<{ type: string }>('SELECT type FROM event WHERE aggregate_id = $1 ORDER BY position', [id])
    .then((rows) => rows.map(({ type }) => type));
const idsOf = (id: string) =>
  t.database.query<{ id: string }>('SELECT id FROM prize WHERE challenge_id = $1 ORDER BY place', [id]);

describe('the prizes of a challenge', () => {
  it('are free while it is a draft', async () => {
    const id = await challenge({}, false);
    const changed = await update(id, { prizes: [{ ...POINTS, points: 5 }], winnersBy: 'TALLY', claimDays: 14 }, 1);
    expect(changed.challenge.prizes).toMatchObject([{ place: 2, kind: 'POINTS', points: 5 }]);
    expect(await types(id)).toEqual([]);
  });

  it('can only grow once it is public, and stay the same prizes', async () => {
    const id = await challenge();
    const before = await idsOf(id);
    expect((await update(id, { prizes: [MONEY] })).fields).toEqual(['prizes PRIZE_REMOVED']);
    expect((await update(id, { prizes: [MONEY, { ...POINTS, points: 299 }] })).fields).toEqual([
      'prizes.1.points PRIZE_LOWERED',
    ]);
    const more = [{ ...MONEY, amountMinor: 60_000 }, POINTS, { place: 3, title: 'A day with us', kind: 'RECOGNITION' }];
    const changed = await update(id, { prizes: more });
    expect(changed.challenge.prizes).toMatchObject(more);
    expect((await idsOf(id)).slice(0, 2)).toEqual(before);
    expect(await types(id)).toEqual(['ChallengePublished', 'PrizesImproved']);
  });

  it('that are sent back as they are change nothing', async () => {
    const id = await challenge();
    expect((await update(id, { prizes: [POINTS, MONEY], summary: 'In short.' })).code).toBeUndefined();
    expect(await types(id)).toEqual(['ChallengePublished']);
  });

  it('are fixed for good once winners are announced', async () => {
    const id = await challenge();
    await t.database.query('UPDATE challenge SET prizes_fixed_at = now() WHERE id = $1', [id]);
    expect((await update(id, { prizes: [{ ...MONEY, amountMinor: 60_000 }, POINTS] })).fields).toEqual([
      'prizes FROZEN',
    ]);
    expect((await update(id, { prizes: [MONEY, POINTS] })).code).toBeUndefined();
  });
});

it('how winners are found, and how long they may claim, is fixed with the publication', async () => {
  const id = await challenge({ winnersBy: 'JURY', claimDays: 20 });
  expect((await update(id, { winnersBy: 'MANAGER', claimDays: 30 })).fields).toEqual([
    'winnersBy FROZEN',
    'claimDays FROZEN',
  ]);
  expect((await update(id, { winnersBy: 'JURY', claimDays: 20 })).code).toBeUndefined();
  expect((await update(id, { claimDays: 6 }, 3)).code).toBe('VALIDATION_FAILED');
  expect((await see(t, null, id)).challenge).toMatchObject({ winnersBy: 'JURY', claimDays: 20 });
});

describe('prizes that a jury awards, where the company has no expert who could be it', () => {
  const REFUSED = ['winnersBy JURY_WITHOUT_EXPERTS'];
  const suspend = (until: string | null) =>
    t.database.query('UPDATE membership SET suspended_until = $2 WHERE user_id = $1', [expert.id, until]);
  const publish = (challengeId: string, more: object = {}) =>
    change(t, manager, 'publishChallenge', { challengeId, version: 1, ...more });
  beforeEach(() => suspend('infinity'));
  afterEach(() => suspend(null));

  it('are not published, nor scheduled, before it has one', async () => {
    const id = await challenge({ winnersBy: 'JURY' }, false);
    expect((await publish(id)).fields).toEqual(REFUSED);
    expect((await publish(id, { publishAt: inDays(0.5) })).fields).toEqual(REFUSED);
    await suspend('2026-01-01');
    expect((await publish(id)).challenge).toMatchObject({ state: 'SCHEDULED' });
  });

  it('are not slipped into what has its date, nor into what is public', async () => {
    const dated = await challenge({}, false);
    await publish(dated, { publishAt: inDays(0.5) });
    expect((await update(dated, { winnersBy: 'JURY' })).fields).toEqual(REFUSED);
    expect((await update(dated, { winnersBy: 'TALLY' })).code).toBeUndefined();
    const bare = await challenge({ winnersBy: 'JURY', prizes: [] }, false);
    expect((await publish(bare)).code).toBeUndefined();
    expect((await update(bare, { prizes: [MONEY] })).fields).toEqual(REFUSED);
    expect((await update(bare, { summary: 'In short.' })).code).toBeUndefined();
  });

  it('still grow where there was one when they were promised', async () => {
    await suspend(null);
    const id = await challenge({ winnersBy: 'JURY', prizes: [MONEY] });
    await suspend('infinity');
    expect((await update(id, { prizes: [MONEY, POINTS] })).code).toBeUndefined();
  });
});
