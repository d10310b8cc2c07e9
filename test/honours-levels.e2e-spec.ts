import { LevelsService } from '../src/features/rewards/honours/levels/levels.service.js';
import { Role } from '../src/shared/auth/role.js';
import { startTestApp, type TestApp } from './support/app.js';
import { honoursStage, type HonoursStage } from './support/honours.stage.js';

const DAY = 86_400_000;
let t: TestApp;
let stage: HonoursStage;
beforeAll(async () => {
  t = await startTestApp();
  stage = await honoursStage(t);
});
afterAll(async () => {
  expect(await stage.verify()).toEqual([]);
  await t.close();
});
afterEach(() => t.clock.set(null));
const later = (days: number) => t.clock.set(new Date(t.clock.now().getTime() + days * DAY));
const levels = async (who: Parameters<HonoursStage['honours']>[0]) =>
  (await stage.events('LevelReached', who)).map(({ payload }) => payload['level']);

describe('a level', () => {
  it('follows from what was earned, with the next one and its name in the language of the request', async () => {
    const ana = await stage.member();
    expect(await stage.honours(ana)).toMatchObject({
      score: 0,
      level: { number: 1, name: 'Seed' },
      next: { from: 10 },
    });
    t.clock.set(new Date());
    await stage.award(ana, 'IDEA_DELIVERED', 1, { points: 120 });
    await stage.award(ana, 'IDEA_PUBLISHED', 1, { points: 5 });
    expect(await stage.honours(ana, 'es')).toMatchObject({
      ...{ score: 125, level: { number: 4, name: 'Arbolito' }, next: { number: 5, from: 300 } },
    });
  });

  it('halves in 180 days without anybody writing a row, and comes back as it goes on', async () => {
    t.clock.set(new Date());
    const ana = await stage.member();
    await stage.award(ana, 'IDEA_DELIVERED', 1, { points: 120 });
    later(180);
    expect(await stage.honours(ana)).toMatchObject({ score: 60, level: { number: 3 } });
    await stage.award(ana, 'IDEA_PLANNED', 1, { points: 60 });
    expect(await stage.honours(ana)).toMatchObject({ score: 120, level: { number: 4 } });
  });

  it('is told of when it is the highest ever, and never again', async () => {
    t.clock.set(new Date());
    const ana = await stage.member();
    await stage.award(ana, 'IDEA_PLANNED', 1, { points: 60 });
    later(400);
    await stage.award(ana, 'IDEA_PUBLISHED', 6, { points: 5 });
    expect(await levels(ana)).toEqual([3]);
    await stage.award(ana, 'IDEA_DELIVERED', 1, { points: 120 });
    expect(await levels(ana)).toEqual([3, 4]);
  });

  it('falls with what is undone, and returns with it, to the point', async () => {
    t.clock.set(new Date());
    const ana = await stage.member();
    await stage.award(ana, 'FIRST_VOTE', 7, { points: 2 });
    const ids = await stage.award(ana, 'IDEA_DELIVERED', 1, { points: 120 });
    await stage.stand(ana, ids, false);
    expect(await stage.honours(ana)).toMatchObject({ score: 14, level: { number: 2 } });
    await stage.stand(ana, ids, true);
    expect(await stage.honours(ana)).toMatchObject({ score: 134, level: { number: 4 } });
    expect(await levels(ana)).toEqual([2, 4]);
  });

  it('is celebrated until it was seen', async () => {
    t.clock.set(new Date());
    const ana = await stage.member();
    later(1);
    await stage.award(ana, 'IDEA_PLANNED', 1, { points: 60 });
    const fresh = await stage.honours(ana);
    expect(fresh).toMatchObject({ unseenLevel: { number: 3 }, unseen: [{ badge: { name: 'First accepted idea' } }] });
    later(1);
    await stage.mutate(ana, 'seeHonours', 'SeenHonoursInput', { companyId: stage.company.id }, 'ok');
    expect(await stage.honours(ana)).toMatchObject({ unseenLevel: null, unseen: [] });
  });

  it('is nothing that those reach who have no part in rewards, until they have again', async () => {
    const ana = await stage.member();
    const nora = await stage.member('Nora', Role.MODERATOR);
    await stage.exclude(ana);
    for (const who of [ana, nora]) await stage.award(who, 'IDEA_DELIVERED', 1, { points: 120 });
    for (const who of [ana, nora]) {
      expect(await levels(who)).toEqual([]);
      expect((await stage.honours(who)).badges).toEqual([]);
    }
    await stage.exclude(ana, null);
    await stage.award(ana, 'IDEA_PUBLISHED', 1, { points: 5 });
    expect(await levels(ana)).toEqual([4]);
  });

  it('can be asked for by other features at any moment', async () => {
    t.clock.set(new Date());
    const ana = await stage.member();
    await stage.award(ana, 'IDEA_DELIVERED', 1, { points: 120 });
    const service = t.app.get(LevelsService, { strict: false });
    const at = (days: number) => new Date(t.clock.now().getTime() + days * DAY);
    const of = (userId: string, moment: Date) =>
      t.database.transaction((tx) => service.levelOf(tx, stage.company.id, userId, moment));
    expect(await of(ana.id, at(0))).toBe(4);
    expect(await of(ana.id, at(180))).toBe(3);
    expect(await of(stage.manager.id, at(0))).toBe(1);
  });

  it('is missed by verify where it was changed by force, and not while its job waits', async () => {
    const ana = await stage.member();
    const ids = await stage.award(ana, 'IDEA_PLANNED', 1, { points: 60 });
    const set = (points: number) => t.database.query('UPDATE award SET points = $2 WHERE id = ANY ($1)', [ids, points]);
    await set(61);
    expect((await stage.verify()).map(({ column }) => column)).toEqual(['member_level.contribution']);
    await set(60);
    expect(await stage.verify()).toEqual([]);
  });
});
