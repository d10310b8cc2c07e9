import { Role } from '../src/shared/auth/role.js';
import { createUser, type TestUser } from './support/accounts.factory.js';
import { startTestApp, type TestApp } from './support/app.js';
import { addMember, createCompany } from './support/companies.factory.js';
import { honoursStage, type HonoursStage } from './support/honours.stage.js';
import { createIdea } from './support/ideas.factory.js';
import { CompanyVisibility } from '../src/features/companies/company.entity.js';

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

const DAY = 86_400_000;
interface Face {
  builtIn: string | null;
  name: string;
  description: string | null;
}
interface Told {
  user: { honours: { badges: { badge: Face }[] }[] };
}
interface Shown {
  company: { id: string };
  level: { number: number } | null;
  badges: { badge: { builtIn: string; holderCount: number | null } }[];
}
const QUERY = `query ($id: ID!) { user(id: $id) { honours {
  company { id } level { number } badges { badge { builtIn holderCount } } } } }`;
const of = async (who: TestUser | null, person: TestUser) =>
  (await stage.ask<{ user: { honours: Shown[] } }>(who, QUERY, { id: person.id })).data!.user.honours;
const mine = (shown: Shown[]) => shown.find(({ company }) => company.id === stage.company.id);

describe('a person’s level and badges', () => {
  it('are seen by other members, and by all where the person has said something in public', async () => {
    const [ana, bea] = [await stage.member(), await stage.member()];
    await stage.award(ana, 'IDEA_PLANNED', 1, { points: 60 });
    const shown = { level: { number: 3 }, badges: [{ badge: { builtIn: 'IDEAS_ACCEPTED_1', holderCount: null } }] };
    expect(mine(await of(bea, ana))).toMatchObject(shown);
    expect(await of(null, ana)).toEqual([]);
    expect(await of(await createUser(t), ana)).toEqual([]);
    await createIdea(t, { company: stage.company, author: ana });
    expect(mine(await of(null, ana))).toMatchObject(shown);
  });

  it('of a private company are for its members alone', async () => {
    const [ana, bea] = [await stage.member(), await stage.member()];
    await stage.award(ana, 'IDEA_PLANNED', 1, { points: 60 });
    await createIdea(t, { company: stage.company, author: ana });
    const show = (visibility: CompanyVisibility) =>
      t.database.query('UPDATE company SET visibility = $2 WHERE id = $1', [stage.company.id, visibility]);
    await show(CompanyVisibility.PRIVATE);
    expect(await of(null, ana)).toEqual([]);
    expect(mine(await of(bea, ana))).toBeDefined();
    await show(CompanyVisibility.PUBLIC);
  });

  it('never tell others of reports, nor of the level of who is on no leaderboard', async () => {
    const [ana, bea] = [await stage.member(), await stage.member()];
    await stage.award(ana, 'FLAG_UPHELD', 5, { points: 3 });
    await stage.award(ana, 'IDEA_PUBLISHED', 1, { points: 5 });
    const input = { companyId: stage.company.id, optOut: true };
    await stage.mutate(ana, 'setLeaderboardOptOut', 'LeaderboardOptOutInput', input);
    for (const who of [bea, ana, stage.manager]) {
      const { level, badges } = mine(await of(who, ana))!;
      expect(level).toBeNull();
      expect(badges.map(({ badge }) => badge.builtIn)).toEqual(['IDEAS_PUBLISHED_1']);
    }
  });

  it('of a secret badge tell what it takes to managers and to who has it, and to nobody else', async () => {
    const [ana, bea, cai] = [await stage.member(), await stage.member(), await stage.member()];
    const moderator = await stage.member('Nora', Role.MODERATOR);
    for (const who of [ana, cai]) {
      await stage.award(who, 'FIRST_VOTE', 1, { at: new Date(Date.now() - 200 * DAY) });
      await stage.award(who, 'FIRST_VOTE');
    }
    const FACE = 'builtIn name description';
    const onPage = async (who: TestUser) => {
      const query = `query ($id: ID!) { user(id: $id) { honours { badges { badge { ${FACE} } } } } }`;
      const { data } = await stage.ask<Told>(who, query, { id: ana.id });
      return data!.user.honours[0]!.badges.map(({ badge }) => badge);
    };
    const listed = async (who: TestUser) => {
      const query = `query ($id: ID!) { companyBadges(companyId: $id) { ${FACE} } }`;
      const { data } = await stage.ask<{ companyBadges: Face[] }>(who, query, { id: stage.company.id });
      return data!.companyBadges.filter(({ builtIn }) => builtIn === 'SECOND_WIND');
    };
    const face = { builtIn: 'SECOND_WIND', name: 'Second wind' };
    const open = [{ ...face, description: expect.stringMatching(/\w/) as string }];
    const closed = [{ ...face, description: null }];
    for (const who of [ana, cai, stage.manager]) expect(await onPage(who)).toEqual(open);
    for (const who of [bea, moderator]) expect(await onPage(who)).toEqual(closed);
    expect(await listed(moderator)).toEqual(closed);
    expect(await listed(stage.manager)).toEqual(open);
  });

  it('are of each company apart', async () => {
    const [ana, bea] = [await stage.member(), await stage.member()];
    await stage.award(ana, 'IDEA_PLANNED', 1, { points: 60 });
    const other = await createCompany(t);
    for (const who of [ana, bea]) await addMember(t, other, who);
    expect((await of(bea, ana)).map(({ company }) => company.id)).toEqual([stage.company.id]);
  });

  it('are gone with their account', async () => {
    const ana = await stage.member();
    await stage.award(ana, 'IDEA_PLANNED', 5, { points: 60 });
    const erase = 'mutation ($input: EraseAccountInput!) { eraseAccount(input: $input) { ok } }';
    const { errors } = await stage.ask(ana, erase, { input: { password: ana.password } });
    expect(errors).toBeUndefined();
    await t.runJobs();
    const left = await t.database.query('SELECT FROM badge_holding WHERE user_id = $1', [ana.id]);
    expect(left).toEqual([]);
  });
});
