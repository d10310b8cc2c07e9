import { Role } from '../src/shared/auth/role.js';
import { createUser, type TestUser } from './support/accounts.factory.js';
import { startTestApp, type TestApp } from './support/app.js';
import { change, see } from './support/challenges.api.js';
import { addMember, createCompany } from './support/companies.factory.js';

const NOW = Date.UTC(2026, 5, 1, 12);
const day = (n: number) => new Date(NOW + n * 86_400_000);

let t: TestApp;
let company: { id: string };
let manager: TestUser;
let customer: TestUser;

beforeAll(async () => {
  t = await startTestApp();
  t.clock.set(new Date(NOW));
  [manager, customer] = [await createUser(t), await createUser(t)];
  company = await createCompany(t, { owner: await createUser(t) });
  await addMember(t, company, manager, Role.MANAGER);
  await addMember(t, company, customer);
});
afterAll(() => t.close());

const phases = [{ kind: 'IDEATION', startsAt: day(1), endsAt: day(10) }];
const draft = async (changes: object = {}) => {
  const input = { companyId: company.id, title: 'A better hour', language: 'EN', phases, ...changes };
  return (await change(t, manager, 'createChallenge', input)).challenge;
};
/** Deletes a draft; the code of the refusal. */
const remove = async (caller: TestUser, challengeId: string, version: number): Promise<string | null> => {
  const query = 'mutation ($input: ChallengeVersionInput!) { deleteChallengeDraft(input: $input) { ok } }';
  const { errors } = await t.ask(query, { input: { challengeId, version } }, { token: caller.token });
  return errors?.[0]?.extensions.code ?? null;
};

describe('the draft of a challenge', () => {
  it('is deleted with all that belongs to it; what has a date, or is public, is not', async () => {
    const { id, version } = await draft({ prizes: [{ place: 1, title: 'A loaf', kind: 'RECOGNITION' }] });
    expect(await remove(customer, id, version)).toBe('NOT_FOUND');
    expect(await remove(manager, id, version + 1)).toBe('CONFLICT');
    expect(await remove(manager, id, version)).toBeNull();
    expect((await see(t, manager, id)).code).toBe('NOT_FOUND');
    const left = await t.database.query('SELECT 1 FROM phase WHERE challenge_id = $1', [id]);
    expect(left).toEqual([]);
    const { id: open } = await draft();
    await change(t, manager, 'publishChallenge', { challengeId: open, version: 1 });
    expect(await remove(manager, open, 2)).toBe('CHALLENGE_STATE');
    const { id: dated } = await draft();
    await change(t, manager, 'publishChallenge', { challengeId: dated, version: 1, publishAt: new Date(+day(1) - 9) });
    expect(await remove(manager, dated, 2)).toBe('CHALLENGE_STATE');
  });

  it('that is published while it is deleted is one or the other', async () => {
    const { id, version } = await draft();
    const [gone, { code }] = await Promise.all([
      remove(manager, id, version),
      change(t, manager, 'publishChallenge', { challengeId: id, version }),
    ]);
    expect([gone ?? 'OK', code ?? 'OK'].filter((result) => result === 'OK')).toHaveLength(1);
    expect((await see(t, manager, id)).code ?? 'OK').toBe(gone === null ? 'NOT_FOUND' : 'OK');
  });
});
