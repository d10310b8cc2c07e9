import { Role } from '../src/shared/auth/role.js';
import { HonoursJobs } from '../src/features/rewards/honours/settling/honours.jobs.js';
import { HonoursQueue } from '../src/features/rewards/honours/settling/honours-queue.service.js';
import { newId } from '../src/shared/database/ids.js';
import { startTestApp, type TestApp } from './support/app.js';
import { builtInsOf, honoursStage, type HonoursStage } from './support/honours.stage.js';

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
const badges = async (who: Parameters<HonoursStage['honours']>[0]) => builtInsOf(await stage.honours(who));

describe('the badges of a ladder', () => {
  it('are earned at each step, told of once, and show how far the next one is', async () => {
    const ana = await stage.member();
    await stage.award(ana, 'IDEA_PLANNED', 4, { points: 60 });
    expect(await badges(ana)).toEqual(['IDEAS_ACCEPTED_1']);
    const { ladders } = await stage.honours(ana);
    const accepted = ladders.find(({ metric }) => metric === 'IDEAS_ACCEPTED')!;
    expect(accepted).toMatchObject({
      have: 4,
      steps: [{ threshold: 1 }, { threshold: 5, earnedAt: null }, {}, {}, {}],
    });
    await stage.award(ana, 'IDEA_DELIVERED');
    expect(await badges(ana)).toEqual(['IDEAS_ACCEPTED_1', 'IDEAS_ACCEPTED_5']);
    expect(await stage.events('BadgeEarned', ana)).toHaveLength(2);
  });

  it('count an idea once that was planned and then delivered', async () => {
    const ana = await stage.member();
    const ideaId = newId();
    for (const rule of ['IDEA_PLANNED', 'IDEA_DELIVERED']) await stage.award(ana, rule, 1, { ideaId });
    const { ladders } = await stage.honours(ana);
    expect(ladders.find(({ metric }) => metric === 'IDEAS_ACCEPTED')).toMatchObject({ have: 1 });
  });

  it('count what a cap gave no points for, and not what was done without a part in rewards', async () => {
    const ana = await stage.member();
    await stage.award(ana, 'COMMENT_APPRECIATED', 10, { points: 0 });
    await stage.award(ana, 'SIMILAR_FOUND', 5, { eligible: false });
    expect(await badges(ana)).toEqual(['COMMENTS_APPRECIATED_1', 'COMMENTS_APPRECIATED_10']);
  });

  it('stay when what they were earned by is undone', async () => {
    const ana = await stage.member();
    const ids = await stage.award(ana, 'IDEA_PUBLISHED', 5, { points: 5 });
    await stage.stand(ana, ids, false);
    expect(await badges(ana)).toEqual(['IDEAS_PUBLISHED_1', 'IDEAS_PUBLISHED_5']);
    await stage.stand(ana, ids, true);
    expect(await stage.events('BadgeEarned', ana)).toHaveLength(2);
  });

  it('come once, however many look for them at the same time', async () => {
    const ana = await stage.member();
    await stage.award(ana, 'ANSWER_GIVEN', 9);
    await t.database.query(`UPDATE award SET standing = true WHERE user_id = $1`, [ana.id]);
    await stage.award(ana, 'FLAG_UPHELD');
    const jobs = t.app.get(HonoursJobs, { strict: false });
    await t.database.query('DELETE FROM badge_holding WHERE user_id = $1', [ana.id]);
    await t.database.query(
      'UPDATE badge b SET holder_count = (SELECT count(*) FROM badge_holding WHERE badge_id = b.id)',
    );
    await Promise.all(Array.from({ length: 5 }, () => jobs.member({ companyId: stage.company.id, userId: ana.id })));
    expect(await badges(ana)).toEqual(['ANSWERS_GIVEN_1', 'FLAGS_UPHELD_1']);
    expect(await stage.verify()).toEqual([]);
  });

  it('ask for one look, however many awards there were before it', async () => {
    const ana = await stage.member();
    const queue = t.app.get(HonoursQueue, { strict: false });
    for (let time = 0; time < 3; time++) {
      await t.database.transaction((tx) => queue.changed(tx, stage.company.id, [ana.id, ana.id]));
    }
    const [row] = await t.database.query<{ n: number }>(
      `SELECT count(*)::integer AS n FROM graphile_worker.jobs WHERE key LIKE '%' || $1`,
      [ana.id],
    );
    expect(row!.n).toBe(1);
    await t.runJobs();
  });

  it('for reports are told to be for their holder alone', async () => {
    const ana = await stage.member();
    const { ladders } = await stage.honours(ana);
    expect(ladders.filter(({ onlyForThem }) => onlyForThem).map(({ metric }) => metric)).toEqual(['FLAGS_UPHELD']);
  });

  it('are for experts too, and not for who decides about others', async () => {
    const eva = await stage.member('Eva', Role.EXPERT);
    const nora = await stage.member('Nora', Role.MODERATOR);
    for (const who of [eva, nora]) await stage.award(who, 'IDEA_PUBLISHED');
    expect(await badges(eva)).toEqual(['IDEAS_PUBLISHED_1']);
    expect(await badges(nora)).toEqual([]);
    expect((await stage.honours(nora)).takesPart).toBe(false);
  });
});

describe('secret badges', () => {
  it('are named by nothing before they are earned', async () => {
    const ana = await stage.member();
    await stage.award(ana, 'IDEA_PUBLISHED', 1);
    const page = JSON.stringify(await stage.honours(ana));
    for (const word of ['All-rounder', 'Bullseye', 'Second wind', 'SECOND_WIND']) expect(page).not.toContain(word);
  });

  it('come for five ways to help, a first idea that was delivered, and a return after half a year', async () => {
    const [ana, bea, cai] = [await stage.member(), await stage.member(), await stage.member()];
    for (const rule of ['FIRST_VOTE', 'COMMENT_APPRECIATED', 'ANSWER_GIVEN', 'SIMILAR_FOUND', 'IDEA_PUBLISHED'])
      await stage.award(ana, rule);
    expect(await badges(ana)).toContain('ALL_ROUNDER');
    const ideaId = newId();
    await stage.award(bea, 'IDEA_PUBLISHED', 1, { ideaId, at: new Date(Date.now() - DAY) });
    await stage.award(bea, 'IDEA_PUBLISHED');
    await stage.award(bea, 'IDEA_DELIVERED', 1, { ideaId });
    expect(await badges(bea)).toContain('BULLSEYE');
    await stage.award(cai, 'FIRST_VOTE', 1, { at: new Date(Date.now() - 181 * DAY) });
    await stage.award(cai, 'FIRST_VOTE');
    const { badges: held } = await stage.honours(cai);
    expect(held).toMatchObject([{ badge: { name: 'Second wind', secret: true } }]);
  });
});

it('secret badges, which others see, do not come for reports', async () => {
  const [ana, bea] = [await stage.member(), await stage.member()];
  for (const rule of ['FIRST_VOTE', 'COMMENT_APPRECIATED', 'ANSWER_GIVEN', 'SIMILAR_FOUND', 'FLAG_UPHELD'])
    await stage.award(ana, rule);
  expect(await badges(ana)).not.toContain('ALL_ROUNDER');
  await stage.award(bea, 'FIRST_VOTE', 1, { at: new Date(Date.now() - 181 * DAY) });
  await stage.award(bea, 'FLAG_UPHELD');
  expect(await badges(bea)).not.toContain('SECOND_WIND');
});

describe('badges for years', () => {
  it('come on their day, though nobody did anything', async () => {
    const ana = await stage.member();
    const nora = await stage.member('Nora', Role.MANAGER);
    const excluded = await stage.member();
    await stage.exclude(excluded);
    const long = new Date(Date.now() - 3.5 * 365 * DAY);
    for (const who of [ana, nora, excluded]) {
      const { id } = await stage.seat(who);
      await t.database.query('UPDATE membership SET joined_at = $2 WHERE id = $1', [id, long]);
    }
    const jobs = t.app.get(HonoursJobs, { strict: false });
    for (let day = 0; day < 2; day++) await jobs.anniversaries();
    expect(await badges(ana)).toEqual(['YEARS_1', 'YEARS_2', 'YEARS_3']);
    expect(await stage.events('BadgeEarned', ana)).toHaveLength(3);
    for (const who of [nora, excluded]) expect(await badges(who)).toEqual([]);
  });
});
