import fc from 'fast-check';
import { newId } from '../src/shared/database/ids.js';
import type { Transaction } from '../src/shared/database/database.js';
import { TransactionKind } from '../src/features/rewards/ledger/ledger.entity.js';
import { LedgerService, type Place, type Transfer } from '../src/features/rewards/ledger/ledger.service.js';
import { createUser, type TestUser } from './support/accounts.factory.js';
import { startTestApp, type TestApp } from './support/app.js';
import { createCompany } from './support/companies.factory.js';

let t: TestApp;
let other: TestApp;
let members: TestUser[];
let ledger: LedgerService;

beforeAll(async () => {
  t = await startTestApp();
  other = await startTestApp({}, t);
  ledger = t.app.get(LedgerService);
  members = [await createUser(t), await createUser(t), await createUser(t)];
});
afterAll(async () => {
  await other.close();
  await t.close();
});
afterEach(async () => expect(await ledger.verify()).toEqual([]));

const at = new Date('2026-05-01T10:00:00Z');
const why = { because: 'TEST', at };
const of = (user: { id: string }): Place => ({ kind: 'MEMBER', userId: user.id });
const award = (companyId: string, user: { id: string }, points: number, cause = `award:${newId()}`): Transfer => ({
  ...{ companyId, kind: TransactionKind.AWARD, cause, points, at },
  ...{ from: { kind: 'BUDGET' }, to: of(user) },
});
const spend = (companyId: string, user: { id: string }, points: number, cause = `redemption:${newId()}`): Transfer => ({
  ...{ companyId, kind: TransactionKind.REDEMPTION, cause, points, at },
  ...{ from: of(user), to: { kind: 'ESCROW' } },
});
const run = <T>(work: (tx: Transaction) => Promise<T>, app = t) => app.database.transaction(work);
const post = (...transfers: Transfer[]) => run((tx) => ledger.post(tx, transfers));
const balance = (companyId: string, user: { id: string }) => run((tx) => ledger.balance(tx, companyId, user.id));
const refused = (sql: string, params: unknown[] = []) =>
  expect(t.database.query(sql, params)).rejects.toMatchObject({ code: expect.stringMatching(/^23/) as string });

interface Step {
  act: 'award' | 'spend' | 'reverse' | 'restore' | 'again';
  member: number;
  points: number;
  /** of what was posted before */
  which: number;
  crashes: boolean;
}
const steps = fc.array(
  fc.record<Step>({
    act: fc.constantFrom('award', 'spend', 'reverse', 'restore', 'again'),
    member: fc.nat(2),
    points: fc.integer({ min: 1, max: 50 }),
    which: fc.nat(40),
    crashes: fc.boolean(),
  }),
  { minLength: 5, maxLength: 30 },
);

/** Does a step in a transaction of its own, which may be lost at its end. */
async function play(companyId: string, step: Step, posted: Transfer[], app: TestApp): Promise<void> {
  const user = members[step.member]!;
  const old = posted[step.which % Math.max(posted.length, 1)];
  const make = step.act === 'spend' ? spend : award;
  const fresh = step.act === 'again' ? old : make(companyId, user, step.points);
  const lost = step.crashes && step.which % 2 === 0;
  try {
    await run(async (tx) => {
      const mine = app.app.get(LedgerService);
      if (step.act === 'reverse' || step.act === 'restore')
        await (old && mine.settle(tx, companyId, old.cause, step.act === 'restore', why));
      else if (fresh) await mine.post(tx, [fresh]);
      if (lost) throw new Error('crash');
    }, app);
    if (fresh && step.act !== 'again') posted.push(fresh);
  } catch (error) {
    const { message, code } = error as { message: string; code?: string };
    if (message !== 'crash' && code !== 'INSUFFICIENT_POINTS') throw error;
  }
}

it('any interleaving of awards, spending, reversals, repetitions and crashes keeps the sum zero and balances equal to their entries', async () => {
  await fc.assert(
    fc.asyncProperty(steps, fc.integer({ min: 1, max: 6 }), async (all, beside) => {
      const { id: companyId } = await createCompany(t);
      const posted: Transfer[] = [];
      for (let from = 0; from < all.length; from += beside)
        await Promise.all(
          all.slice(from, from + beside).map((step, n) => play(companyId, step, posted, n % 2 ? other : t)),
        );
      const rows = await t.database.query<{ sum: number; standing: number }>(
        `SELECT sum(amount)::integer AS sum, count(DISTINCT transaction_id)::integer AS standing FROM ledger_entry WHERE company_id = $1`,
        [companyId],
      );
      expect(rows[0]!.sum ?? 0).toBe(0);
      expect(await ledger.verify()).toEqual([]);
    }),
    { numRuns: 25 },
  );
}, 120_000);

it('a cause is posted once, however often and however simultaneously it is asked for', async () => {
  const { id } = await createCompany(t);
  const [user] = members;
  const same = award(id, user!, 7, 'award:same');
  const posted = await Promise.all(
    Array.from({ length: 12 }, (_, n) =>
      run((tx) => (n % 2 ? other : t).app.get(LedgerService).post(tx, [same]), n % 2 ? other : t),
    ),
  );
  expect(posted.filter(({ size }) => size === 1)).toHaveLength(1);
  expect(await balance(id, user!)).toBe(7);
});

it('a reversal and its undoing are exact, and a second time changes nothing', async () => {
  const { id } = await createCompany(t);
  const user = members[0]!;
  await post(award(id, user, 30, 'award:one'));
  const settle = (standing: boolean) => run((tx) => ledger.settle(tx, id, 'award:one', standing, why));
  expect([await settle(true), await settle(false), await settle(false)]).toEqual([false, true, false]);
  expect(await balance(id, user)).toBe(0);
  expect([await settle(true), await settle(true)]).toEqual([true, false]);
  expect(await balance(id, user)).toBe(30);
  expect(await run((tx) => ledger.settle(tx, id, 'award:unknown', false, why))).toBe(false);
});

it('nobody spends more than they have, nor the same points twice at once', async () => {
  const { id } = await createCompany(t);
  const user = members[1]!;
  await post(award(id, user, 50));
  const buys = await Promise.allSettled(Array.from({ length: 10 }, () => post(spend(id, user, 20))));
  expect(buys.filter(({ status }) => status === 'fulfilled')).toHaveLength(2);
  for (const buy of buys)
    if (buy.status === 'rejected') expect(buy.reason).toMatchObject({ code: 'INSUFFICIENT_POINTS' });
  expect(await balance(id, user)).toBe(10);
});

it('what was spent already is owed when its award is taken back, and earned again', async () => {
  const { id } = await createCompany(t);
  const user = members[2]!;
  await post(award(id, user, 50, 'award:taken'));
  await post(spend(id, user, 40));
  await run((tx) => ledger.settle(tx, id, 'award:taken', false, why));
  expect(await balance(id, user)).toBe(-40);
  await expect(post(spend(id, user, 1))).rejects.toMatchObject({ code: 'INSUFFICIENT_POINTS' });
  await post(award(id, user, 45));
  expect(await balance(id, user)).toBe(5);
});

it('the database itself refuses what would falsify the ledger', async () => {
  const { id } = await createCompany(t);
  const foreign = await createCompany(t);
  await post(award(id, members[0]!, 5, 'award:kept'), award(foreign.id, members[0]!, 5));
  const [transaction] = await t.database.query<{ id: string }>(
    `SELECT id FROM ledger_transaction WHERE company_id = $1`,
    [id],
  );
  const accounts = await t.database.query<{ id: string; company: string }>(
    `SELECT id, company_id AS company FROM ledger_account WHERE company_id = ANY ($1)`,
    [[id, foreign.id]],
  );
  const mine = accounts.filter(({ company }) => company === id);
  const theirs = accounts.find(({ company }) => company !== id)!;
  await refused(`UPDATE ledger_entry SET amount = amount * 2 WHERE company_id = $1`, [id]);
  await refused(`DELETE FROM ledger_entry WHERE company_id = $1`, [id]);
  await refused(`DELETE FROM ledger_transaction WHERE company_id = $1`, [id]);
  await refused(`UPDATE ledger_transaction SET cause = 'other' WHERE company_id = $1`, [id]);
  await refused(`UPDATE ledger_account SET balance = 1000 WHERE company_id = $1`, [id]);
  await refused(`TRUNCATE ledger_entry, ledger_transaction, ledger_account`);
  const insert = (account: string, amount: number) =>
    refused(`INSERT INTO ledger_entry (transaction_id, account_id, company_id, amount) VALUES ($1, $2, $3, $4)`, [
      ...[transaction!.id, account, id, amount],
    ]);
  await insert(theirs.id, 5);
  await insert(mine[0]!.id, 5);
  const lonely = `INSERT INTO ledger_transaction (id, company_id, kind, cause, at) VALUES ($1, $2, 'AWARD', 'award:lonely', now())`;
  await refused(lonely, [newId(), id]);
  const reversal = `WITH r AS (INSERT INTO ledger_transaction (id, company_id, kind, cause, step, reverses_id, at)
    VALUES ($1, $2, 'REVERSAL', 'award:kept', 2, $3, now()) RETURNING id)
    INSERT INTO ledger_entry (transaction_id, account_id, company_id, amount)
    SELECT r.id, a.id, $2, a.amount FROM r, (VALUES ($4::uuid, -4), ($5::uuid, 4)) a (id, amount)`;
  await refused(reversal, [newId(), id, transaction!.id, mine[0]!.id, mine[1]!.id]);
});

it('verify finds a balance that was changed behind the back of the database’s guards, and nothing else', async () => {
  const { id } = await createCompany(t);
  await post(award(id, members[0]!, 5));
  const change = (by: number) =>
    run(async (tx) => {
      await tx.query(`SET LOCAL session_replication_role = 'replica'`);
      await tx.query(`UPDATE ledger_account SET balance = balance + $2 WHERE company_id = $1 AND user_id IS NOT NULL`, [
        ...[id, by],
      ]);
    });
  await change(1);
  expect((await ledger.verify()).map(({ column }) => column).sort()).toEqual([
    'ledger_account.balance',
    'sum of ledger_account.balance',
  ]);
  await change(-1);
});
