import { jest } from '@jest/globals';
import { ChallengeClock } from '../src/features/challenges/clock/challenge-clock.service.js';
import { CompanyVisibility } from '../src/features/companies/company.entity.js';
import { PhaseKind } from '../src/features/challenges/phase.entity.js';
import { Role } from '../src/shared/auth/role.js';
import { preparedPg } from '../src/shared/database/prepared-pg.js';
import { createUser, type TestUser } from './support/accounts.factory.js';
import { startTestApp, type TestApp } from './support/app.js';
import { change, see, titles } from './support/challenges.api.js';
import { createChallenge } from './support/challenges.factory.js';
import { addMember, createCompany } from './support/companies.factory.js';
import { createIdea } from './support/ideas.factory.js';

const NOW = Date.UTC(2026, 5, 1, 12);
const day = (n: number) => new Date(NOW + n * 86_400_000);
const phase = (from: number, to: number, kind = PhaseKind.IDEATION) => ({ kind, startsAt: day(from), endsAt: day(to) });

let t: TestApp;
let company: { id: string };
let hidden: { id: string };
let manager: TestUser;
let customer: TestUser;

beforeAll(async () => {
  t = await startTestApp();
  t.clock.set(new Date(NOW));
  [manager, customer] = [await createUser(t), await createUser(t)];
  company = await createCompany(t, { owner: await createUser(t) });
  hidden = await createCompany(t, { owner: await createUser(t), visibility: CompanyVisibility.PRIVATE });
  await addMember(t, company, manager, Role.MANAGER);
  await addMember(t, company, customer);
});
afterAll(() => t.close());
beforeEach(() => t.clock.set(new Date(NOW)));

describe('lists', () => {
  beforeAll(async () => {
    const add = (title: string, from: number, to: number, more = {}) =>
      createChallenge(t, company, { title, phases: [phase(from, to)], ...more });
    await add('ends third', -5, 9);
    await add('ends first', -5, 1);
    await add('ends second', -5, 2);
    await add('starts later', 5, 9, { publishAt: day(-1) });
    await add('starts soon', 2, 9, { publishAt: day(-1) });
    await add('long over', -9, -8);
    await add('just over', -9, 0);
    await add('archived', -9, -5, { archivedAt: day(-1) });
    await add('draft', 1, 2, { publishAt: null });
    await add('scheduled', 2, 3, { publishAt: day(1) });
    await createChallenge(t, hidden, { title: 'hidden', phases: [phase(-5, 5)] });
    const taken = await add('taken part', -9, -7);
    await createIdea(t, { company, challenge: taken, author: customer });
  });

  it('are in order, page by page, and end where they should', async () => {
    const of = (list: string, who: TestUser | null = null) => titles(t, who, list, company.id);
    expect(await of('OPEN')).toEqual(['ends first', 'ends second', 'ends third']);
    expect(await of('UPCOMING')).toEqual(['starts soon', 'starts later']);
    expect(await of('PAST')).toEqual(['just over', 'taken part', 'long over']);
    expect(await of('PAST', manager)).toEqual(['just over', 'archived', 'taken part', 'long over']);
    expect(await of('MINE', customer)).toEqual(['taken part']);
    expect(await of('MINE')).toEqual([]);
    expect(await of('DRAFTS')).toEqual(['UNAUTHENTICATED']);
    expect(await of('DRAFTS', customer)).toEqual(['FORBIDDEN']);
    expect((await of('DRAFTS', manager)).sort()).toEqual(['draft', 'scheduled']);
  });

  it('of all companies hold what the viewer may see', async () => {
    expect(await titles(t, customer, 'OPEN')).not.toContain('hidden');
    expect(await titles(t, customer, 'DRAFTS')).toEqual([]);
    expect((await titles(t, manager, 'DRAFTS')).sort()).toEqual(['draft', 'scheduled']);
    const insider = await createUser(t);
    await addMember(t, hidden, insider);
    expect(await titles(t, insider, 'OPEN')).toContain('hidden');
    expect(await titles(t, customer, 'OPEN', hidden.id)).toEqual(['NOT_FOUND']);
  });

  it('have counts that agree with them', async () => {
    const query =
      'query ($companyId: ID) { challengeCounts(companyId: $companyId) { open upcoming past mine drafts } }';
    for (const who of [null, customer, manager]) {
      for (const companyId of [company.id, null]) {
        const { data } = await t.ask<{ challengeCounts: Record<string, number> }>(
          query,
          { companyId },
          { token: who?.token },
        );
        for (const [name, count] of Object.entries(data!.challengeCounts)) {
          if (name === 'drafts' && companyId && who !== manager) expect(count).toBe(0);
          else expect([name, (await titles(t, who, name.toUpperCase(), companyId)).length]).toEqual([name, count]);
        }
      }
    }
  });

  it('refuse a cursor that is not theirs', async () => {
    const query = '{ challenges(list: OPEN, after: "WzEsMl0") { edges { cursor } } }';
    expect((await t.ask(query)).errors![0]!.extensions).toMatchObject({ code: 'VALIDATION_FAILED' });
  });

  it('take as many statements for many challenges as for one', async () => {
    const node = `id state currentPhase { kind } phases { id } prizes { title } criteria { name } extensions { reason }
      company { name } viewerAcceptedTerms viewerCan { vote } coverUrl`;
    const count = async (first: number) => {
      const spy = jest.spyOn(preparedPg.Client.prototype, 'query');
      const query = `{ challenges(list: PAST, companyId: "${company.id}", first: ${first}) { edges { node { ${node} } } } }`;
      const { errors, data } = await t.ask<{ challenges: { edges: object[] } }>(query, {}, { token: customer.token });
      expect(errors).toBeUndefined();
      expect(data!.challenges.edges).toHaveLength(first);
      const { length } = spy.mock.calls;
      spy.mockRestore();
      return length;
    };
    expect(await count(1)).toBe(await count(3));
  });
});

describe('the clock', () => {
  const types = async (id: string) => {
    const sql = 'SELECT type FROM event WHERE aggregate_id = $1 ORDER BY position';
    return (await t.database.query<{ type: string }>(sql, [id])).map(({ type }) => type);
  };
  const sweeps = () => Promise.all([1, 2, 3, 4].map(() => t.app.get(ChallengeClock, { strict: false }).sweep()));

  it('is exact to the millisecond, whatever the queue does', async () => {
    const { id } = await createChallenge(t, company, { phases: [phase(-1, 1), phase(1, 2, PhaseKind.VOTING)] });
    const at = async (moment: number) => {
      t.clock.set(new Date(moment));
      const { challenge } = await see(t, customer, id);
      return [
        challenge.currentPhase?.kind,
        challenge.viewerCan.submit,
        challenge.viewerCan.vote,
        challenge.viewerCan.seeCounts,
      ];
    };
    expect(await at(+day(1) - 1)).toEqual(['IDEATION', true, true, true]);
    expect(await at(+day(1))).toEqual(['VOTING', false, true, false]);
    expect(await at(+day(2) - 1)).toEqual(['VOTING', false, true, false]);
    expect(await at(+day(2))).toEqual([undefined, false, false, true]);
  });

  it('tells each change once, by the sweep alone and in a race of sweeps', async () => {
    const made = await createChallenge(t, company, {
      publishAt: null,
      phases: [phase(1, 2), phase(3, 4, PhaseKind.VOTING)],
    });
    await change(t, manager, 'publishChallenge', { challengeId: made.id, version: 1 });
    expect(await types(made.id)).toEqual(['ChallengePublished']);
    t.clock.set(new Date(+day(1) - 1));
    await sweeps();
    expect(await types(made.id)).toHaveLength(1);
    t.clock.set(day(1));
    await sweeps();
    expect((await types(made.id)).slice(1)).toEqual(['ChallengeOpened', 'PhaseStarted']);
    t.clock.set(day(9));
    await sweeps();
    await sweeps();
    expect((await types(made.id)).slice(3)).toEqual(['PhaseEnded', 'PhaseStarted', 'PhaseEnded', 'ChallengeClosed']);
  });

  it('sets an alarm for the next boundary, which tells it without the sweep', async () => {
    t.clock.set(null);
    const soon = new Date(Date.now() + 400);
    const phases = [{ kind: PhaseKind.IDEATION, startsAt: soon, endsAt: new Date(+soon + 86_400_000) }];
    const made = await createChallenge(t, company, { publishAt: null, phases });
    await change(t, manager, 'publishChallenge', { challengeId: made.id, version: 1 });
    await new Promise((resolve) => setTimeout(resolve, 500));
    await t.runJobs();
    expect(await types(made.id)).toEqual(['ChallengePublished', 'ChallengeOpened', 'PhaseStarted']);
  });

  it('tells an early closing once, and no phase after it', async () => {
    const made = await createChallenge(t, company, { phases: [phase(-1, 1), phase(1, 2)] });
    const close = () => change(t, manager, 'closeChallenge', { challengeId: made.id, version: 1, reason: 'Solved' });
    const codes = (await Promise.all([close(), close()])).map(({ code }) => code ?? 'OK');
    expect(codes.sort()).toEqual(['CONFLICT', 'OK']);
    t.clock.set(day(9));
    await sweeps();
    const told = await types(made.id);
    expect(told).toEqual(['ChallengePublished', 'ChallengeOpened', 'PhaseStarted', 'PhaseEnded', 'ChallengeClosed']);
  });
});
