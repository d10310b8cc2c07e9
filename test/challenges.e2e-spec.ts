import { Role } from '../src/shared/auth/role.js';
import { createUser, type TestUser } from './support/accounts.factory.js';
import { startTestApp, type TestApp } from './support/app.js';
import { change, see } from './support/challenges.api.js';
import { createChallenge } from './support/challenges.factory.js';
import { addMember, createCompany } from './support/companies.factory.js';

const NOW = Date.UTC(2026, 5, 1, 12);
const day = (n: number) => new Date(NOW + n * 86_400_000);

let t: TestApp;
let company: { id: string; slug: string };
let manager: TestUser;
let customer: TestUser;
let stranger: TestUser;

beforeAll(async () => {
  t = await startTestApp();
  t.clock.set(new Date(NOW));
  [manager, customer, stranger] = [await createUser(t), await createUser(t), await createUser(t)];
  company = await createCompany(t, { owner: await createUser(t) });
  await addMember(t, company, manager, Role.MANAGER);
  await addMember(t, company, customer);
  await createCompany(t, { owner: stranger });
});
afterAll(() => t.close());
beforeEach(() => t.clock.set(new Date(NOW)));

const PHASES = [
  { kind: 'IDEATION', startsAt: day(1), endsAt: day(10) },
  { kind: 'VOTING', startsAt: day(10), endsAt: day(15) },
  { kind: 'DECISION', startsAt: day(16), endsAt: day(20) },
];
const draft = async (changes: object = {}) => {
  const input = { companyId: company.id, title: 'A better hour', language: 'EN', phases: PHASES, ...changes };
  const { challenge, code, fields } = await change(t, manager, 'createChallenge', input);
  if (code) throw new Error(`${code} ${fields}`);
  return challenge;
};
const published = async (changes: object = {}) => {
  const { id, version } = await draft(changes);
  return (await change(t, manager, 'publishChallenge', { challengeId: id, version })).challenge;
};

describe('a draft', () => {
  it('holds all that was given, and is seen by managers only', async () => {
    const prizes = [{ place: 1, title: 'A prize', kind: 'MONEY', amountMinor: 150000, currency: 'EUR' }];
    const criteria = [
      { name: 'Reach', weight: 60 },
      { name: 'Cost', weight: 40 },
    ];
    const made = await draft({ title: '¿Cómo mejorar?', prizes, criteria });
    expect(made).toMatchObject({ slug: 'como-mejorar', state: 'DRAFT', version: 1, prizes, criteria });
    expect(made.phases.map(({ kind, mayVote }) => [kind, mayVote])).toEqual([
      ['IDEATION', true],
      ['VOTING', true],
      ['DECISION', false],
    ]);
    expect((await see(t, manager, made.id)).challenge.viewerCan).toMatchObject({ manage: true, submit: false });
    for (const other of [customer, stranger, null]) expect((await see(t, other, made.id)).code).toBe('NOT_FOUND');
    const bySlug = `{ challenge(companySlug: "${company.slug}", slug: "como-mejorar") { id } }`;
    expect((await t.ask(bySlug, {}, { token: customer.token })).errors![0]!.extensions.code).toBe('NOT_FOUND');
    expect((await t.ask(bySlug, {}, { token: manager.token })).data).toEqual({ challenge: { id: made.id } });
  });

  it('gets an address of its own, also when two are made at once', async () => {
    const made = await Promise.all([1, 2, 3].map(() => draft({ title: 'One title' })));
    expect(made.map(({ slug }) => slug).sort()).toEqual(['one-title', 'one-title-2', 'one-title-3']);
    const { id, version } = made[0]!;
    const renamed = await change(t, manager, 'updateChallenge', { challengeId: id, version, title: 'Another title' });
    expect(renamed.challenge.slug).toBe('another-title');
  });

  it('is refused with the field that is wrong, in the language of the reader', async () => {
    const wrong = async (changes: object) =>
      (await change(t, manager, 'createChallenge', { companyId: company.id, title: 'X', language: 'EN', ...changes }))
        .fields;
    expect(await wrong({ phases: [PHASES[1], PHASES[0]] })).toEqual(['phases.1.startsAt PHASES_OVERLAP']);
    expect(await wrong({ criteria: [{ name: 'Reach', weight: 99 }] })).toEqual(['criteria WEIGHTS_NOT_100']);
    expect(
      await wrong({ prizes: [{ place: 1, title: 'A', kind: 'MONEY', amountMinor: 5, currency: 'EURO' }] }),
    ).toHaveLength(1);
    expect(await wrong({ prizes: [{ place: 1, title: 'A', kind: 'MONEY' }] })).toEqual([
      'prizes.0.amountMinor AMOUNT_NEEDED',
    ]);
    expect(await wrong({ title: '  ' })).toEqual([expect.stringMatching(/^title /)]);
    expect(await wrong({ brief: 'x'.repeat(20_001) })).toEqual(['brief MAX_LENGTH']);
    expect(await wrong({ coverFileId: company.id })).toEqual(['coverFileId UNKNOWN_FILE']);
    const query = 'mutation ($input: CreateChallengeInput!) { createChallenge(input: $input) { id } }';
    const input = { companyId: company.id, title: 'X', language: 'EN', criteria: [{ name: 'Reach', weight: 99 }] };
    const { errors } = await t.ask(query, { input }, { token: manager.token, language: 'es' });
    expect(errors![0]!.extensions.fields![0]!.message).toBe('Los pesos suman 100, no 99.');
  });

  it('refuses what makes no sense, without a trace of the inside', async () => {
    const code = async (changes: object) =>
      (await change(t, manager, 'createChallenge', { companyId: company.id, title: 'X', language: 'EN', ...changes }))
        .code;
    expect(await code({ phases: [{ kind: 'IDEATION', startsAt: 'soon', endsAt: 'later' }] })).not.toBe('INTERNAL');
    expect(await code({ phases: Array.from({ length: 13 }, () => PHASES[0]) })).toBe('VALIDATION_FAILED');
    expect(await code({ companyId: manager.id })).toBe('NOT_FOUND');
    expect(await code({ companyId: 'x' })).toBe('VALIDATION_FAILED');
    expect(await code({ language: 'FR' })).toBe('BAD_USER_INPUT');
    expect(await code({ tags: ['x'.repeat(41)] })).toBe('VALIDATION_FAILED');
    for (const query of [
      '{ challenge { id } }',
      '{ challenge(id: "x") { id } }',
      '{ challenges(list: OPEN, first: 101) { totalCount } }',
    ]) {
      expect((await t.ask(query)).errors![0]!.extensions.code).toBe('VALIDATION_FAILED');
    }
    const query = 'query ($slug: String) { challenge(companySlug: $slug, slug: $slug) { id } }';
    expect((await t.ask(query, { slug: 'a\u0000b' })).errors![0]!.extensions.code).toBe('NOT_FOUND');
    expect((await see(t, manager, manager.id)).code).toBe('NOT_FOUND');
  });

  it('is made and changed by managers of the company only', async () => {
    const input = { companyId: company.id, title: 'X', language: 'EN' };
    expect((await change(t, customer, 'createChallenge', input)).code).toBe('FORBIDDEN');
    expect((await change(t, stranger, 'createChallenge', input)).code).toBe('FORBIDDEN');
    expect((await change(t, null, 'createChallenge', input)).code).toBe('UNAUTHENTICATED');
    const { id, version } = await draft();
    for (const other of [customer, stranger]) {
      expect((await change(t, other, 'updateChallenge', { challengeId: id, version, title: 'Y' })).code).toBe(
        'NOT_FOUND',
      );
    }
  });

  it('is changed on its newest version only: of two at once one wins', async () => {
    const { id, version } = await draft();
    const both = ['One', 'Other'].map((title) =>
      change(t, manager, 'updateChallenge', { challengeId: id, version, title }),
    );
    const codes = (await Promise.all(both)).map(({ code }) => code ?? 'OK');
    expect(codes.sort()).toEqual(['CONFLICT', 'OK']);
  });
});

describe('publishing', () => {
  it('needs a phase that is still to end', async () => {
    const empty = await draft({ phases: [] });
    const publish = (id: string, more = {}) =>
      change(t, manager, 'publishChallenge', { challengeId: id, version: 1, ...more });
    expect((await publish(empty.id)).fields).toEqual(['phases PHASES_NEEDED']);
    const past = await draft({ phases: [{ kind: 'IDEATION', startsAt: day(-2), endsAt: day(0) }] });
    expect((await publish(past.id)).fields).toEqual(['phases PHASES_OVER']);
    const { id } = await draft();
    expect((await publish(id, { publishAt: day(2) })).fields).toEqual(['publishAt PUBLISH_AFTER_START']);
    expect((await publish(id)).challenge).toMatchObject({ state: 'SCHEDULED', version: 2 });
    expect((await see(t, null, id)).challenge.state).toBe('SCHEDULED');
    expect((await publish(id, { version: 2 })).code).toBe('CHALLENGE_STATE');
  });

  it('on a date hides the challenge until that very moment, and can be taken back before', async () => {
    const { id } = await draft();
    const publishAt = new Date(+day(1) - 3_600_000);
    await change(t, manager, 'publishChallenge', { challengeId: id, version: 1, publishAt });
    t.clock.set(new Date(+publishAt - 1));
    expect((await see(t, customer, id)).code).toBe('NOT_FOUND');
    const back = await change(t, manager, 'unscheduleChallenge', { challengeId: id, version: 2 });
    expect(back.challenge.state).toBe('DRAFT');
    await change(t, manager, 'publishChallenge', { challengeId: id, version: 3, publishAt });
    t.clock.set(publishAt);
    expect((await see(t, customer, id)).challenge.state).toBe('SCHEDULED');
    expect((await change(t, manager, 'unscheduleChallenge', { challengeId: id, version: 4 })).code).toBe(
      'CHALLENGE_STATE',
    );
  });

  it('fixes criteria and what has started; words and later phases stay free', async () => {
    const prizes = [{ place: 1, title: 'A day with us', kind: 'RECOGNITION' }];
    const { id, phases } = await published({ prizes });
    t.clock.set(day(2));
    const update = (changes: object, version = 2) =>
      change(t, manager, 'updateChallenge', { challengeId: id, version, ...changes });
    expect((await update({ criteria: [{ name: 'Reach', weight: 100 }] })).fields).toEqual(['criteria FROZEN']);
    const longer = [
      { ...PHASES[0], endsAt: day(11) },
      { ...PHASES[1], startsAt: day(11) },
    ];
    expect((await update({ phases: longer })).fields).toEqual(['phases.0 PHASE_STARTED']);
    const changed = await update({
      title: 'New words',
      prizes,
      phases: [PHASES[0], { ...PHASES[1], endsAt: day(14) }],
    });
    expect(changed.challenge).toMatchObject({ title: 'New words', version: 3, endsAt: day(14).toISOString() });
    expect(changed.challenge.slug).not.toContain('new');
    expect(changed.challenge.phases.map((phase) => phase.id)).toEqual(phases.slice(0, 2).map((phase) => phase.id));
  });
});

describe('a public challenge', () => {
  it('is extended with a reason for all to read; later phases move along', async () => {
    const { id, phases } = await published();
    t.clock.set(day(12));
    const extend = (phase: number, endsAt: Date, reason = 'Holidays') =>
      change(t, manager, 'extendPhase', { challengeId: id, phaseId: phases[phase]!.id, endsAt, reason });
    expect((await extend(0, day(11))).fields).toEqual(['phaseId PHASE_ENDED']);
    expect((await extend(1, day(15))).fields).toEqual(['endsAt NOT_LATER']);
    expect((await extend(1, day(17), ' ')).code).toBe('VALIDATION_FAILED');
    await extend(1, day(17));
    const { challenge } = await see(t, null, id);
    expect(challenge.phases.map((phase) => phase.endsAt)).toEqual(
      [day(10), day(17), day(22)].map((d) => d.toISOString()),
    );
    expect(challenge.endsAt).toBe(day(22).toISOString());
    const dates = { previousEndsAt: day(15).toISOString(), endsAt: day(17).toISOString() };
    expect(challenge.extensions).toEqual([
      { reason: 'Holidays', ...dates, phase: { kind: 'VOTING' }, by: { id: manager.id } },
    ]);
    const kept = await change(t, manager, 'updateChallenge', { challengeId: id, version: 3, phases: [PHASES[0]] });
    expect(kept.fields).toContain('phases PHASE_EXTENDED');
  });

  it('is closed with a reason, then archived, and reopened by nothing', async () => {
    const { id } = await published();
    t.clock.set(day(5));
    expect((await change(t, manager, 'archiveChallenge', { challengeId: id, version: 2 })).code).toBe(
      'CHALLENGE_STATE',
    );
    const closed = await change(t, manager, 'closeChallenge', { challengeId: id, version: 2, reason: 'Solved' });
    expect(closed.challenge).toMatchObject({ state: 'CLOSED', closeReason: 'Solved', endsAt: day(5).toISOString() });
    expect(closed.challenge.currentPhase).toBeNull();
    const again = await change(t, manager, 'updateChallenge', { challengeId: id, version: 3, phases: PHASES });
    expect(again.code).toBe('CHALLENGE_STATE');
    const archived = await change(t, manager, 'archiveChallenge', { challengeId: id, version: 3 });
    expect(archived.challenge.state).toBe('ARCHIVED');
    expect((await see(t, null, id)).challenge.state).toBe('ARCHIVED');
  });

  it('has its terms accepted in the wording of the day', async () => {
    const { id } = await createChallenge(t, company, { terms: 'Be fair.' });
    const accepted = async () => (await see(t, customer, id)).challenge.viewerAcceptedTerms;
    expect(await accepted()).toBe(false);
    expect((await change(t, customer, 'acceptTerms', { challengeId: id })).challenge.viewerAcceptedTerms).toBe(true);
    expect((await change(t, stranger, 'acceptTerms', { challengeId: id })).code).toBe('FORBIDDEN');
    await change(t, manager, 'updateChallenge', { challengeId: id, version: 1, terms: 'Be fair and kind.' });
    expect(await accepted()).toBe(false);
    await change(t, customer, 'acceptTerms', { challengeId: id });
    expect(await accepted()).toBe(true);
  });
});
