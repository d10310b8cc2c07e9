import { AuditEntry } from '../src/shared/audit/audit-entry.entity.js';
import { Role } from '../src/shared/auth/role.js';
import { verifyAll } from '../src/cli/verify.js';
import { startTestApp, type TestApp } from './support/app.js';
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

const points = (amount: number) => ({ kind: 'POINTS', points: amount });

describe('the budget of a month', () => {
  it('is 200 points for each moderator and 1,000 for each manager, unless they have said otherwise', async () => {
    const nobodyYet = { moderatorPoints: 200, managerPoints: 1_000, version: 0 };
    expect(await s.budget()).toEqual({ ...nobodyYet, viewerPoints: 200, viewerLeft: 200 });
    expect(await s.budget(await s.member(Role.OWNER))).toMatchObject({ viewerPoints: 1_000, viewerLeft: 1_000 });
  });

  it('is spent by points, not by thanks, and says what is left', async () => {
    const nora = await s.member(Role.MODERATOR);
    await s.give({}, nora);
    await s.give(points(150), nora);
    expect((await s.budget(nora)).viewerLeft).toBe(50);
    const refused = await s.give(points(51), nora);
    expect(refused.errors![0]!.extensions).toMatchObject({ code: 'GIFT_BUDGET_SPENT', left: 50 });
    expect(refused.errors![0]!.message).toContain('50 points');
    expect((await s.give(points(50), nora)).errors).toBeUndefined();
    expect((await s.budget(nora)).viewerLeft).toBe(0);
  });

  it('is never exceeded, however many gifts are given at once', async () => {
    const nora = await s.member(Role.MODERATOR);
    const members = await Promise.all(Array.from({ length: 8 }, () => s.member()));
    const codes = (await Promise.all(members.map(({ id }) => s.give({ ...points(60), userId: id }, nora)))).map(codeOf);
    expect(codes.filter((code) => code === null)).toHaveLength(3);
    expect(codes.filter((code) => code === 'GIFT_BUDGET_SPENT')).toHaveLength(5);
    const balances = await Promise.all(members.map((member) => s.balance(member)));
    expect(balances.sort()).toEqual([0, 0, 0, 0, 0, 60, 60, 60]);
    expect((await s.budget(nora)).viewerLeft).toBe(20);
  });

  it('is of the person: what one has spent another still has', async () => {
    const [nora, otto] = [await s.member(Role.MODERATOR), await s.member(Role.MODERATOR)];
    await s.give(points(200), nora);
    expect((await s.budget(otto)).viewerLeft).toBe(200);
  });

  it('begins anew with each month, in UTC', async () => {
    const nora = await s.member(Role.MODERATOR);
    t.clock.set(new Date('2027-01-31T23:59:59.999Z'));
    await s.give(points(200), nora);
    expect((await s.budget(nora)).viewerLeft).toBe(0);
    t.clock.set(new Date('2027-02-01T00:00:00Z'));
    expect((await s.budget(nora)).viewerLeft).toBe(200);
    expect((await s.give(points(200), nora)).errors).toBeUndefined();
  });

  it('comes back with what is taken back', async () => {
    const nora = await s.member(Role.MODERATOR);
    const { id } = (await s.give(points(120), nora)).data!.gift;
    await s.takeBack(id, nora);
    expect((await s.budget(nora)).viewerLeft).toBe(200);
  });
});

describe('the budgets', () => {
  const change = (more: object, by = s.manager) =>
    s.updateBudget({ moderatorPoints: 50, managerPoints: 0, ...more }, by);

  it('are changed by managers, of the version that they have read, and hold at once', async () => {
    const other = await GiftsStage.of(t);
    expect(
      codeOf(await other.updateBudget({ moderatorPoints: 1, managerPoints: 1, version: 0 }, other.moderator)),
    ).toBe('FORBIDDEN');
    expect(codeOf(await change({ version: 1 }))).toBe('CONFLICT');
    const both = await Promise.all([change({ version: 0 }), change({ version: 0, moderatorPoints: 60 })]);
    expect(both.map(codeOf).sort()).toEqual(['CONFLICT', null]);
    expect((await change({ version: 1 })).data!.budget).toMatchObject({
      moderatorPoints: 50,
      version: 2,
      viewerPoints: 0,
    });
    expect(await s.budget(await s.member(Role.MODERATOR))).toMatchObject({ viewerPoints: 50, viewerLeft: 50 });
    expect(codeOf(await s.give(points(1), s.manager))).toBe('GIFT_BUDGET_SPENT');
    expect((await s.give({}, s.manager)).errors).toBeUndefined();
    const [entry] = await t.database.manager.find(AuditEntry, {
      where: { companyId: s.company.id, action: 'gift.budget' },
      order: { at: 'ASC', id: 'ASC' },
    });
    expect(entry).toMatchObject({ before: { moderatorPoints: 200, managerPoints: 1_000 } });
    // of other companies nothing has changed
    expect(await other.budget()).toMatchObject({ moderatorPoints: 200, version: 0 });
  });
});
