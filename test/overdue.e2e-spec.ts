import { Role } from '../src/shared/auth/role.js';
import { OverdueJobs } from '../src/features/moderation/alerts/overdue.jobs.js';
import { createUser, type TestUser } from './support/accounts.factory.js';
import type { TestApp } from './support/app.js';
import { addMember } from './support/companies.factory.js';
import type { IdeasStage } from './support/ideas.stage.js';
import { mailsTo } from './support/mails.js';
import { type ToldApi, toldStage } from './support/told.api.js';

const HOUR = 3_600_000;
let t: TestApp;
let stage: IdeasStage;
let api: ToldApi;
beforeAll(async () => {
  ({ t, stage, api } = await toldStage());
});
afterEach(async () => {
  t.clock.set(null);
  await t.database.query('DELETE FROM notification');
  await t.database.query('DELETE FROM review_alert');
  await t.database.query('DELETE FROM review');
});
afterAll(() => t.close());

const later = (hours: number) => t.clock.set(new Date(t.clock.now().getTime() + hours * HOUR));
async function run(): Promise<void> {
  await t.app.get(OverdueJobs).alert();
  await t.runJobs();
}
/** Something held, which should have been decided so many hours ago. */
async function waiting(hours: number): Promise<void> {
  const { id } = await stage.submit(stage.ana);
  const due = new Date(t.clock.now().getTime() - hours * HOUR);
  await t.database.query(
    `INSERT INTO review (id, company_id, kind, idea_id, author_id, reason, state, created_at, due_at, rank_at)
     SELECT gen_random_uuid(), company_id, 'IDEA', id, author_id, 'NEWCOMER', 'PENDING', $2, $2, $2 FROM idea WHERE id = $1`,
    [id, due],
  );
}
async function manager(role = Role.MANAGER): Promise<TestUser> {
  const user = await createUser(t);
  await addMember(t, stage.company, user, role);
  return user;
}
const alerts = async (user: TestUser) => (await api.told(user)).filter(({ kind }) => kind === 'REVIEWS_OVERDUE');
const mails = (user: TestUser) => mailsTo(t, user.email).filter(({ subject }) => subject.includes('overdue'));

describe('what is overdue', () => {
  it('is told to managers: how many, and since when the first is', async () => {
    const [boss, moderator] = [await manager(), await manager(Role.MODERATOR)];
    const first = t.clock.now().getTime() - 50 * HOUR;
    await waiting(50);
    await waiting(1);
    await waiting(-5);
    await run();
    const [alert] = await alerts(boss);
    const [count, since] = alert!.detail!.split(' ');
    expect(count).toBe('2');
    expect(Math.abs(Date.parse(since!) - first)).toBeLessThan(60_000);
    expect(mails(boss)).toMatchObject([{ subject: expect.stringContaining('2 reviews are overdue') as string }]);
    expect(mails(boss)[0]!.text).toContain('overdue for 2 days');
    expect(mails(boss)[0]!.text).toContain(`/${stage.company.slug}/review`);
    expect(await alerts(moderator)).toEqual([]);
    expect(await alerts(stage.ana)).toEqual([]);
  });

  it('is told once a day, however often it is looked for, and joins what was not read', async () => {
    const boss = await manager();
    await waiting(2);
    await Promise.all([run(), t.app.get(OverdueJobs).alert()]);
    await t.runJobs();
    for (const hours of [1, 10, 10]) {
      later(hours);
      await run();
    }
    expect([(await alerts(boss)).length, mails(boss).length]).toEqual([1, 1]);
    later(4);
    await waiting(2);
    await run();
    expect((await alerts(boss)).map(({ detail }) => detail!.split(' ')[0])).toEqual(['2']);
    expect(mails(boss)).toHaveLength(2);
  });

  it('and is decided is told no more', async () => {
    const boss = await manager();
    await waiting(-1);
    await run();
    expect(await alerts(boss)).toEqual([]);
    later(2);
    await t.database.query(`UPDATE review SET state = 'APPROVED', decided_at = now()`);
    await run();
    expect(await alerts(boss)).toEqual([]);
  });

  it('is not mailed to who does not want it, nor told to who manages no more', async () => {
    const [deaf, gone] = [await manager(), await manager()];
    await t.ask(
      'mutation { updateNotificationPreferences(input: { preferences: [{ kind: REVIEWS_OVERDUE, inApp: true, email: false }] }) { kind } }',
      {},
      { token: deaf.token },
    );
    await waiting(2);
    await run();
    expect([(await alerts(deaf)).length, mails(deaf).length]).toEqual([1, 0]);
    expect(await alerts(gone)).toHaveLength(1);
    await t.database.query(`UPDATE membership SET role = 'CUSTOMER' WHERE user_id = $1`, [gone.id]);
    expect(await alerts(gone)).toEqual([]);
  });
});
