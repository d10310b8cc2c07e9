import { readFileSync } from 'node:fs';
import { ClaimJobs } from '../src/features/rewards/prizes/claims/claim.jobs.js';
import { excludeMembers } from './support/exclusions.factory.js';
import { codeOf, fieldsOf } from './support/ideas.api.js';
import { type ApiClaim, prizesApi, type PrizesApi, type PrizesStage, prizesStage } from './support/prizes.stage.js';
import { createUser, type TestUser } from './support/accounts.factory.js';
import { addMember } from './support/companies.factory.js';

const DAY = 86_400_000;

let stage: PrizesStage;
let api: PrizesApi;
beforeAll(async () => {
  stage = await prizesStage();
  api = prizesApi(stage);
});
afterEach(() => stage.t.clock.set(null));
afterAll(() => stage.t.close());

const DELIVERY = { name: 'Ana Ruiz', address: 'Calle Mayor 7, 28013 Madrid', phone: '+34 600 000 000' };
const won = async (who: TestUser, prize: object = { kind: 'PRODUCT' }): Promise<ApiClaim> => {
  const challenge = await api.challenge([prize]);
  await api.announce(challenge, [await api.idea(challenge, who)]);
  return (await api.claims(who))[0]!;
};
const accept = (who: TestUser, { id, version }: ApiClaim, delivery: object | null = DELIVERY, acceptTerms = true) =>
  api.mutate<ApiClaim>(who, 'acceptPrize', { claimId: id, version, acceptTerms, delivery });
const act = (who: TestUser, name: string, { id, version }: ApiClaim, more: object = {}) =>
  api.mutate<ApiClaim>(who, name, { claimId: id, version, ...more });
const stored = async ({ id }: ApiClaim) => {
  const [row] = await stage.t.database.query<{ details: string | null; tracking: string | null }>(
    'SELECT details, tracking FROM prize_claim WHERE id = $1',
    [id],
  );
  return row!;
};

interface Mine {
  myPrizeClaims: { edges: { node: { challenge: { id: string } | null; winner: object } }[] };
}

describe('a prize that was won', () => {
  it('is accepted with where it goes, sent, and received; then it is forgotten where it went', async () => {
    const { ana, manager } = stage;
    const claim = await won(ana);
    expect(claim.state).toBe('PENDING');
    const accepted = await api.done(accept(ana, claim));
    expect(accepted).toMatchObject({ state: 'ACCEPTED', hasDetails: true });
    const sent = await api.done(act(manager, 'markPrizeSent', accepted, { tracking: 'AB 123' }));
    expect(sent).toMatchObject({ state: 'SENT', tracking: null });
    expect((await api.claims(ana))[0]!.tracking).toBe('AB 123');
    const received = await api.done(act(ana, 'confirmPrize', sent));
    expect(received).toMatchObject({ state: 'RECEIVED', hasDetails: false });
    expect(await stored(claim)).toEqual({ details: null, tracking: null });
    expect(await api.events(claim.id)).toEqual(Array(4).fill('PrizeClaimChanged'));
    expect(await api.audited(claim.id)).toEqual(['prize.sent']);
  });

  it('asks for what its kind needs, and keeps no more', async () => {
    const { ana, manager } = stage;
    const claim = await won(ana, { kind: 'MONEY', amountMinor: 500, currency: 'EUR' });
    expect(fieldsOf(await accept(ana, claim))).toEqual(['delivery.account:EMPTY']);
    expect(fieldsOf(await accept(ana, claim, null))).toEqual(['delivery.name:EMPTY', 'delivery.account:EMPTY']);
    expect(codeOf(await accept(ana, claim, { ...DELIVERY, account: 'ES91' }, false))).toBe('VALIDATION_FAILED');
    await api.done(accept(ana, claim, { ...DELIVERY, account: 'ES91' }));
    expect(await api.done(api.mutate(manager, 'revealDelivery', { claimId: claim.id }))).toEqual({
      ...{ name: 'Ana Ruiz', account: 'ES91', address: null, phone: null, tracking: null },
    });
  });

  it('stays with who has left; of a private company they are not shown the challenge any more', async () => {
    const { t, company } = stage;
    const gone = await createUser(t, { displayName: 'Gloria' });
    await addMember(t, company, gone);
    await won(gone, { kind: 'RECOGNITION', title: 'A big loaf' });
    const show = (visibility: string) =>
      t.database.query('UPDATE company SET visibility = $2 WHERE id = $1', [company.id, visibility]);
    const query =
      '{ myPrizeClaims(first: 1) { edges { node { challenge { id } winner { prize { title } challenge { id } } } } } }';
    const claim = async () => (await t.ask<Mine>(query, {}, gone)).data!.myPrizeClaims.edges[0]!.node;
    await show('PRIVATE');
    expect(await claim()).toMatchObject({ challenge: { id: expect.any(String) as string } });
    const leave = 'mutation ($input: CompanyIdInput!) { leaveCompany(input: $input) { ok } }';
    expect((await t.ask(leave, { input: { companyId: company.id } }, gone)).errors).toBeUndefined();
    expect(await claim()).toEqual({ challenge: null, winner: { prize: { title: 'A big loaf' }, challenge: null } });
    await show('PUBLIC');
    expect((await claim()).challenge).not.toBeNull();
  });

  it('an honour needs nothing', async () => {
    const claim = await won(stage.ana, { kind: 'RECOGNITION' });
    expect(await api.done(accept(stage.ana, claim, null))).toMatchObject({ state: 'ACCEPTED', hasDetails: false });
  });
});

describe('where a prize goes', () => {
  it('is sealed in the database, and told to managers alone, each time with an entry in the audit', async () => {
    const { ana, bea, manager, expert, stranger } = stage;
    const claim = await won(ana);
    await api.done(accept(ana, claim));
    const { details } = await stored(claim);
    expect(details).not.toContain('Mayor');
    for (const other of [ana, bea, expert])
      expect(codeOf(await api.mutate(other, 'revealDelivery', { claimId: claim.id }))).toBe('FORBIDDEN');
    expect(codeOf(await api.mutate(stranger, 'revealDelivery', { claimId: claim.id }))).toBe('FORBIDDEN');
    const told = await api.done(api.mutate(manager, 'revealDelivery', { claimId: claim.id }));
    expect(told).toMatchObject(DELIVERY);
    expect(await api.audited(claim.id)).toEqual(['prize.reveal']);
    const [entry] = await stage.t.database.query<object>(
      'SELECT before, after FROM audit_entry WHERE subject_id = $1',
      [claim.id],
    );
    expect(entry).toEqual({ before: null, after: null });
  });

  it('opens for no other claim', async () => {
    const { ana, manager } = stage;
    const [one, two] = [await won(ana), await won(ana)];
    await api.done(accept(ana, one));
    await api.done(accept(ana, two));
    await stage.t.database.query(
      'UPDATE prize_claim SET details = (SELECT details FROM prize_claim WHERE id = $1) WHERE id = $2',
      [one.id, two.id],
    );
    expect(codeOf(await api.mutate(manager, 'revealDelivery', { claimId: two.id }))).toBe('INTERNAL');
  });

  it('is forgotten a month after it was sent, when it is declined, and with the account', async () => {
    const { ana, bea, leo, manager, t } = stage;
    const [sent, declined, erased] = [await won(ana), await won(bea), await won(leo)];
    const [first, second] = [await api.done(accept(ana, sent)), await api.done(accept(bea, declined))];
    await api.done(accept(leo, erased));
    await api.done(act(manager, 'markPrizeSent', first, { tracking: 'AB' }));
    await api.done(act(bea, 'declinePrize', second));
    expect(await stored(declined)).toEqual({ details: null, tracking: null });
    await t.app.get(ClaimJobs).pass();
    expect((await stored(sent)).details).not.toBeNull();
    t.clock.set(new Date(Date.now() + 31 * DAY));
    await t.app.get(ClaimJobs).pass();
    expect(await stored(sent)).toEqual({ details: null, tracking: null });
    t.clock.set(null);
    const query = 'mutation ($input: EraseAccountInput!) { eraseAccount(input: $input) { ok } }';
    await t.ask(query, { input: { password: leo.password } }, { token: leo.token });
    await t.runJobs();
    expect(await stored(erased)).toEqual({ details: null, tracking: null });
    const [row] = await t.database.query<{ state: string }>('SELECT state FROM prize_claim WHERE id = $1', [erased.id]);
    expect(row!.state).toBe('LAPSED');
  });

  it('is not in the table to take away', async () => {
    const { ana, manager, company, t } = stage;
    await api.done(accept(ana, await won(ana)));
    const ask = (token: string) =>
      t.app.inject({
        method: 'POST',
        url: '/exports/prizes',
        headers: { authorization: `Bearer ${token}` },
        payload: { companyId: company.id },
      });
    expect((await ask(stage.bea.token)).statusCode).toBe(403);
    const table = await ask(manager.token);
    expect(table.statusCode).toBe(200);
    expect(table.body).toContain('claim_id,challenge,place,prize,kind');
    expect(table.body).toContain(',Ana,ACCEPTED,');
    expect(table.body).not.toMatch(/Mayor|600 000|Ruiz/);
    expect(await api.audited(company.id)).toEqual(['prize.export']);
  });
});

describe('nobody', () => {
  it('accepts what is another’s, twice, or while excluded or suspended', async () => {
    const { ana, bea, t } = stage;
    const claim = await won(ana);
    expect(codeOf(await accept(bea, claim))).toBe('NOT_FOUND');
    const set = (columns: string) => t.database.query(`UPDATE membership SET ${columns} WHERE user_id = $1`, [ana.id]);
    await set(`excluded_until = 'infinity'`);
    expect(codeOf(await accept(ana, claim))).toBe('CLAIM_EXCLUDED');
    await set(`excluded_until = NULL, suspended_until = now() + interval '1 day'`);
    expect(codeOf(await accept(ana, claim))).toBe('MEMBER_SUSPENDED');
    await set('suspended_until = NULL');
    await api.done(accept(ana, claim));
    expect(codeOf(await accept(ana, claim))).toBe('CLAIM_STATE');
  });

  it('sends what was not accepted, what changed meanwhile, or to who is excluded since', async () => {
    const { ana, manager, t } = stage;
    const claim = await won(ana);
    expect(codeOf(await act(manager, 'markPrizeSent', claim))).toBe('CLAIM_STATE');
    const accepted = await api.done(accept(ana, claim));
    expect(codeOf(await act(manager, 'markPrizeSent', claim))).toBe('CONFLICT');
    await excludeMembers(t, stage.company.id, [ana.id], t.clock.now());
    expect(codeOf(await act(manager, 'markPrizeSent', accepted))).toBe('CLAIM_EXCLUDED');
    await t.database.query('DELETE FROM sanction WHERE user_id = $1', [ana.id]);
    await api.done(act(manager, 'markPrizeSent', accepted));
  });
});

it('no text of a delivery is in the schema of events', () => {
  const events = readFileSync('src/features/rewards/rewards.events.ts', 'utf8');
  expect(events).not.toMatch(/address|phone|account:|tracking/);
});
