import { AuditEntry } from '../src/shared/audit/audit-entry.entity.js';
import { Role } from '../src/shared/auth/role.js';
import { newId } from '../src/shared/database/ids.js';
import type { TestUser } from './support/accounts.factory.js';
import { startTestApp, type TestApp } from './support/app.js';
import { appreciate } from './support/thanks.stage.js';
import { createComment } from './support/comments.factory.js';
import { GiftsStage } from './support/gifts.stage.js';
import { codeOf } from './support/ideas.api.js';
import { createIdea } from './support/ideas.factory.js';

const DAY = 86_400_000;
let t: TestApp;
let s: GiftsStage;
beforeAll(async () => {
  t = await startTestApp();
});
afterAll(() => t.close());
// each is about a company of its own
beforeEach(async () => {
  s = await GiftsStage.of(t);
});
afterEach(() => t.clock.set(null));

const ago = (days: number) => new Date(+t.clock.now() - days * DAY);
const of = async (reason: string) => (await s.suggestions()).filter((one) => one.reason === reason);
/** Answers somebody's idea, or their comment on another's, to their satisfaction. */
async function help(by: TestUser, whom: TestUser, createdAt = t.clock.now(), asked: 'IDEA' | 'COMMENT' = 'IDEA') {
  const idea = await createIdea(t, { company: s.company, author: asked === 'IDEA' ? whom : s.manager });
  const parent = asked === 'COMMENT' ? await createComment(t, { idea, author: whom }) : null;
  const comment = await createComment(t, { idea, parent, author: by, createdAt });
  await appreciate(t, s.company, comment, whom, createdAt);
}
const joined = (user: TestUser, at: Date) =>
  t.database.query('UPDATE membership SET joined_at = $3 WHERE company_id = $1 AND user_id = $2', [
    ...[s.company.id, user.id, at],
  ]);
async function answered(author: TestUser, publishedAt: Date, answeredAt: Date): Promise<string> {
  const { id } = await createIdea(t, { company: s.company, author, publishedAt });
  await t.database.query('UPDATE idea SET first_answered_at = $2, answered_at = $2 WHERE id = $1', [id, answeredAt]);
  return id;
}

describe('who helped many', () => {
  it('is proposed with how many: answers that the one who asked appreciated, of the last 30 days', async () => {
    const asking = [s.bea, await s.member(), await s.member()];
    for (const [at, whom] of asking.entries()) await help(s.ana, whom, ago(at), at === 0 ? 'COMMENT' : 'IDEA');
    await help(s.ana, asking[0]!);
    expect(await of('HELPED_MANY')).toEqual([
      expect.objectContaining({ user: { id: s.ana.id }, helped: 3, waitedDays: null, idea: null }),
    ]);
  });

  it('is not who helped two, or longer ago, or oneself, or was appreciated by others alone', async () => {
    const asking = [s.bea, await s.member(), await s.member()];
    for (const [at, whom] of asking.entries()) await help(s.ana, whom, ago(at === 0 ? 31 : 1));
    const talker = await s.member();
    for (const author of asking) {
      const idea = await createIdea(t, { company: s.company, author });
      const comment = await createComment(t, { idea, author: talker });
      await appreciate(t, s.company, comment, s.bea === author ? asking[1]! : s.bea);
    }
    expect(await of('HELPED_MANY')).toEqual([]);
  });

  it('is proposed by the same figures whatever they think of the company', async () => {
    const asking = [await s.member(), await s.member(), await s.member()];
    const at = t.clock.now();
    for (const whom of asking) for (const by of [s.ana, s.bea]) await help(by, whom, at);
    // Bea says and votes against everything, and was told no
    const theirs = await createIdea(t, { company: s.company, author: s.ana });
    await createComment(t, { idea: theirs, author: s.bea, body: 'A terrible idea of a terrible company!' });
    await t.database.query('INSERT INTO vote VALUES ($1, $2, $3, -1, now(), now())', [
      s.company.id,
      theirs.id,
      s.bea.id,
    ]);
    await createIdea(t, { company: s.company, author: s.bea, status: 'DECLINED', title: 'You only want our money' });
    const figures = (await of('HELPED_MANY')).map(({ user, ...same }) => [user.id, same] as const);
    expect(figures.map(([id]) => id).sort()).toEqual([s.ana.id, s.bea.id].sort());
    expect(figures[0]![1]).toEqual(figures[1]![1]);
  });
});

describe('who waited long', () => {
  it('is proposed with the days, once the answer is there; where more days are promised, more are long', async () => {
    const long = await answered(s.ana, ago(45), ago(4));
    await answered(s.bea, ago(20), ago(2));
    await answered(await s.member(), ago(100), ago(31));
    await createIdea(t, { company: s.company, author: await s.member(), publishedAt: ago(90) });
    expect(await of('WAITED_LONG')).toEqual([
      expect.objectContaining({ user: { id: s.ana.id }, waitedDays: 41, idea: { id: long } }),
    ]);
    await t.database.query('UPDATE company SET answer_days = 60 WHERE id = $1', [s.company.id]);
    expect(await of('WAITED_LONG')).toEqual([]);
  });
});

describe('a first anniversary', () => {
  it('is of who took part, in the week from its day on', async () => {
    const now = new Date('2028-03-10T12:00:00Z');
    t.clock.set(now);
    const days = ['2027-03-10T11:00:00Z', '2027-03-10T13:00:00Z', '2027-03-04T12:00:00Z', '2027-03-02T12:00:00Z'];
    const people = [s.ana, s.bea, await s.member(), await s.member()];
    for (const [index, user] of people.entries()) {
      await joined(user, new Date(days[index]!));
      await createIdea(t, { company: s.company, author: user });
    }
    await joined(await s.member(), new Date(days[0]!));
    const found = await of('FIRST_ANNIVERSARY');
    expect(found.map(({ user, at }) => [user.id, at])).toEqual([
      [s.ana.id, '2028-03-10T11:00:00.000Z'],
      [people[2]!.id, '2028-03-04T12:00:00.000Z'],
    ]);
  });
});

describe('suggestions', () => {
  const wait = async (user: TestUser, days = 3) => answered(user, ago(60), ago(days));

  it('are of members whom something may be given', async () => {
    const people = [await s.member(), await s.member(), await s.member(Role.EXPERT), await s.member(Role.MODERATOR)];
    for (const user of people) await wait(user);
    for (const [at, column] of ['suspended_until', 'excluded_until'].entries())
      await t.database.query(`UPDATE membership SET ${column} = 'infinity' WHERE user_id = $1`, [people[at]!.id]);
    const gone = await s.member();
    await wait(gone);
    await t.database.query('DELETE FROM membership WHERE user_id = $1', [gone.id]);
    expect(await s.suggestions()).toEqual([]);
    await t.database.query(
      'UPDATE membership SET suspended_until = NULL, excluded_until = NULL WHERE company_id = $1',
      [s.company.id],
    );
    expect(await s.suggestions()).toHaveLength(2);
  });

  it('end for 90 days with thanks for the same, and come back when these were taken back', async () => {
    const idea = await wait(s.ana);
    await wait(s.bea);
    const { id } = (await s.give({ because: 'WAITED_LONG' })).data!.gift;
    // thanked from the idea itself
    await s.give({ userId: s.bea.id, ideaId: (await of('WAITED_LONG'))[0]!.idea!.id });
    expect(await of('WAITED_LONG')).toEqual([]);
    await s.takeBack(id);
    expect(await of('WAITED_LONG')).toEqual([expect.objectContaining({ user: { id: s.ana.id }, idea: { id: idea } })]);
    await s.give({ because: 'HELPED_MANY' });
    expect(await of('WAITED_LONG')).toHaveLength(1);
  });

  it('are put aside for 90 days, for all of the staff, and leave an entry', async () => {
    await wait(s.ana, 29);
    expect((await s.dismiss(s.ana.id, 'WAITED_LONG')).errors).toBeUndefined();
    expect((await s.dismiss(s.ana.id, 'WAITED_LONG', s.manager)).errors).toBeUndefined();
    expect(await s.suggestions(s.manager)).toEqual([]);
    const entries = await t.database.manager.findBy(AuditEntry, { companyId: s.company.id, action: 'gift.dismiss' });
    expect(entries).toHaveLength(2);
    const later = new Date(+t.clock.now() + 90 * DAY);
    await t.database.query(`UPDATE idea SET first_answered_at = $2 WHERE company_id = $1`, [s.company.id, later]);
    t.clock.set(new Date(+later - 60_000));
    expect(await of('WAITED_LONG')).toEqual([]);
    t.clock.set(new Date(+later + 60_000));
    expect(await of('WAITED_LONG')).toHaveLength(1);
    expect(codeOf(await s.dismiss(newId(), 'WAITED_LONG'))).toBe('NOT_FOUND');
  });

  it('take turns, so that none crowds out the others', async () => {
    for (const user of [s.ana, s.bea, await s.member()]) await wait(user);
    const now = t.clock.now();
    const cai = await s.member();
    await joined(cai, new Date(now.getTime() - 367 * DAY));
    await createIdea(t, { company: s.company, author: cai });
    expect((await s.suggestions(s.moderator, 2)).map(({ reason }) => reason)).toEqual([
      'WAITED_LONG',
      'FIRST_ANNIVERSARY',
    ]);
  });

  it('are of the company alone', async () => {
    await wait(s.ana);
    const other = await GiftsStage.of(t);
    expect(await other.suggestions()).toEqual([]);
  });
});
