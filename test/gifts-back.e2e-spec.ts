import { AuditEntry } from '../src/shared/audit/audit-entry.entity.js';
import { Role } from '../src/shared/auth/role.js';
import { TransactionKind } from '../src/features/rewards/ledger/ledger.entity.js';
import { LedgerService } from '../src/features/rewards/ledger/ledger.service.js';
import { verifyAll } from '../src/cli/verify.js';
import { accountsApi } from './support/accounts.api.js';
import { somebody } from './support/access/personas.js';
import { startTestApp, type TestApp } from './support/app.js';
import { createUser, type TestUser } from './support/accounts.factory.js';
import { GiftsStage } from './support/gifts.stage.js';
import { codeOf } from './support/ideas.api.js';

let t: TestApp;
let s: GiftsStage;
beforeAll(async () => {
  t = await startTestApp();
  s = await GiftsStage.of(t);
});
afterAll(async () => {
  expect(await verifyAll(t.app)).toEqual([]);
  await t.close();
});
afterEach(() => t.clock.set(null));

async function points(to: TestUser, by = s.manager): Promise<string> {
  const { data } = await s.give({ userId: to.id, kind: 'POINTS', points: 20 }, by);
  return data!.gift.id;
}
/** Takes points from somebody’s account, as what they do with them does. */
const spend = (user: TestUser, amount: number, cause: string) =>
  t.database.transaction((tx) =>
    t.app.get(LedgerService).post(tx, [
      {
        ...{ companyId: s.company.id, kind: TransactionKind.EXPIRY, points: amount, cause, at: t.clock.now() },
        ...{ from: { kind: 'MEMBER', userId: user.id }, to: { kind: 'EXPIRED' } },
      },
    ]),
  );

describe('a gift that was a mistake', () => {
  it('is taken back by who gave it: the points exactly, and the note; its receiver reads why', async () => {
    const cai = await s.member();
    await points(cai);
    const id = await points(cai, s.moderator);
    const { data } = await s.takeBack(id);
    expect(data!.gift).toMatchObject({ takenBackBecause: 'It was meant for another.', viewerCanTakeBack: false });
    expect(data!.gift.note).not.toBeNull();
    expect(await s.balance(cai)).toBe(20);
    const [read] = await s.received(cai);
    expect(read).toMatchObject({ id, note: null, takenBackBecause: 'It was meant for another.' });
    expect(codeOf(await s.takeBack(id))).toBe('CONFLICT');
    expect(await s.balance(cai)).toBe(20);
    const entries = await t.database.manager.findBy(AuditEntry, { subjectId: id, action: 'gift.take-back' });
    expect(entries).toHaveLength(1);
    const events = await t.database.query('SELECT type FROM event WHERE aggregate_id = $1 ORDER BY position', [id]);
    expect(events).toEqual([{ type: 'GiftGiven' }, { type: 'GiftTakenBack' }]);
  });

  it('is taken back by a manager, and by no other moderator', async () => {
    const id = await points(await s.member(), s.moderator);
    expect(codeOf(await s.takeBack(id, await s.member(Role.MODERATOR)))).toBe('NOT_FOUND');
    expect(codeOf(await s.takeBack(id, s.ana))).toBe('FORBIDDEN');
    expect((await s.takeBack(id, s.manager)).errors).toBeUndefined();
  });

  it('is theirs after 24 hours', async () => {
    const start = t.clock.now();
    t.clock.set(start);
    const [one, two] = [await points(s.bea), await points(s.bea)];
    t.clock.set(new Date(+start + 24 * 3_600_000 - 1));
    expect((await s.takeBack(one, s.manager)).errors).toBeUndefined();
    t.clock.set(new Date(+start + 24 * 3_600_000));
    expect(codeOf(await s.takeBack(two, s.manager))).toBe('GIFT_TOO_LATE');
    expect((await s.given(s.manager)).find(({ id }) => id === two)!.viewerCanTakeBack).toBe(false);
  });

  it('stays theirs once it was used, and nobody gets into debt by it', async () => {
    const cai = await s.member();
    const id = await points(cai);
    await spend(cai, 1, `test:${id}`);
    expect(codeOf(await s.takeBack(id, s.manager))).toBe('GIFT_USED');
    expect(await s.balance(cai)).toBe(19);
  });

  it('is either taken back or used where both happen at once', async () => {
    for (let time = 0; time < 4; time++) {
      const cai = await s.member();
      const id = await points(cai);
      const [back, spent] = await Promise.all([
        s.takeBack(id, s.manager).then(codeOf),
        spend(cai, 20, `race:${id}`).then(
          () => null,
          (error: { code: string }) => error.code,
        ),
      ]);
      expect([`${back}/${spent}`]).toEqual([expect.stringMatching(/^(null\/INSUFFICIENT_POINTS|GIFT_USED\/null)$/)]);
      expect(await s.balance(cai)).toBe(0);
    }
  });

  it('taken back twice at once is taken back once', async () => {
    const cai = await s.member();
    await points(cai);
    const id = await points(cai);
    const codes = (await Promise.all([s.takeBack(id, s.manager), s.takeBack(id, s.manager)])).map(codeOf);
    expect(codes.sort()).toEqual(['CONFLICT', null]);
    expect(await s.balance(cai)).toBe(20);
  });
});

describe('who erases their account', () => {
  const words = () =>
    t.database.query<{ note: string | null; because: string | null }>(
      `SELECT note, taken_back_because AS because FROM gift WHERE $1 IN (giver_id, receiver_id) ORDER BY at, id`,
      [erased.id],
    );
  let erased: TestUser;
  const erase = async () => {
    await accountsApi(t).eraseAccount({ password: erased.password }, erased);
    await t.runJobs();
  };

  it('leaves no word that was written to them', async () => {
    erased = await s.member();
    await points(erased);
    await s.takeBack(await points(erased), s.manager);
    await erase();
    expect(await words()).toEqual([
      { note: null, because: null },
      { note: null, because: null },
    ]);
    expect(codeOf(await s.give({ userId: erased.id }))).toBe('NOT_FOUND');
  });

  it('leaves no word that they wrote; what they gave stays', async () => {
    erased = await s.member(Role.MODERATOR);
    const cai = await s.member();
    await points(cai, erased);
    await erase();
    expect(await words()).toEqual([{ note: null, because: null }]);
    expect(await s.received(cai)).toEqual([expect.objectContaining({ note: null, points: 20 })]);
    expect(await s.balance(cai)).toBe(20);
  });
});

describe('the export of gifts', () => {
  const take = async (who: TestUser | null, companyId = s.company.id) => {
    const { statusCode, body } = await t.app.inject({
      ...{ method: 'POST', url: '/exports/gifts', payload: { companyId } },
      headers: { 'accept-language': 'en', ...(who && { authorization: `Bearer ${who.token}` }) },
    });
    return { status: statusCode, body };
  };

  it('has each gift once, the latest first, never its words, and leaves an entry', async () => {
    const other = await GiftsStage.of(t);
    for (let n = 0; n < 3; n++) await other.give({ note: `A secret word ${n}` });
    const { status, body } = await take(other.manager, other.company.id);
    expect(status).toBe(200);
    expect(body).toMatch(/^\ufeffat,gift_id,kind,points,giver_id,giver/);
    expect(body).not.toContain('secret');
    const rows = body.trim().split('\r\n').slice(1);
    expect(rows).toHaveLength(3);
    expect([...rows].sort().reverse()).toEqual(rows);
    expect(rows[0]).toContain('THANKS,0,');
    const entries = await t.database.manager.countBy(AuditEntry, {
      companyId: other.company.id,
      action: 'gift.export',
    });
    expect(entries).toBe(1);
  });

  it('is for managers alone', async () => {
    expect((await take(null)).status).toBe(401);
    for (const persona of ['customer', 'expert', 'moderator', 'otherOwner'] as const)
      expect((await take(await somebody(t, s.company, persona))).status).toBe(403);
    expect((await take(await createUser(t))).status).toBe(403);
    expect((await take(s.manager, 'x')).status).toBe(400);
  });
});
