import { CompanyVisibility } from '../src/features/companies/company.entity.js';
import { createUser, type TestUser } from './support/accounts.factory.js';
import { startTestApp, type TestApp } from './support/app.js';
import { createComment } from './support/comments.factory.js';
import { addMember, createCompany } from './support/companies.factory.js';
import { given } from './support/ideas.api.js';
import { createIdea } from './support/ideas.factory.js';
import { type IdeasStage, ideasStage } from './support/ideas.stage.js';
import { createMembers, vote } from './support/votes.factory.js';

let t: TestApp;
let stage: IdeasStage;
let secret: { id: string; name: string };
beforeAll(async () => {
  t = await startTestApp();
  stage = await ideasStage(t);
  secret = await createCompany(t, { name: 'Secret', visibility: CompanyVisibility.PRIVATE });
});
afterAll(() => t.close());

interface Page {
  user: { companies: { name: string }[]; record: { ideas: number; answered: number; delivered: number } | null };
  memberIdeas: { totalCount: number; edges: { node: { title: string } }[] };
}
async function pageOf(person: TestUser, viewer: TestUser | null) {
  const query = `query ($id: ID!) { user(id: $id) { companies { name } record { ideas answered delivered } }
    memberIdeas(userId: $id) { totalCount edges { node { title } } } }`;
  const { data } = await t.ask<Page>(query, { id: person.id }, { token: viewer?.token });
  const { user, memberIdeas } = data!;
  const titles = memberIdeas.edges.map(({ node }) => node.title);
  expect(memberIdeas.totalCount).toBe(titles.length);
  return { companies: user.companies.map(({ name }) => name), record: user.record, titles };
}

describe('a member’s page', () => {
  it('shows what the viewer may see: no held, no private, no place where they only read', async () => {
    const { company, strict, bea } = stage;
    const [person] = await createMembers(t, company, 1);
    for (const place of [strict, secret]) await addMember(t, place, person!);
    const mine = { company, author: person! };
    await createIdea(t, { ...mine, title: 'Public' });
    await createIdea(t, { ...mine, title: 'Done', status: 'DELIVERED' });
    await createIdea(t, { ...mine, title: 'Planned', status: 'PLANNED' });
    await createIdea(t, { ...mine, title: 'Held', visibility: 'HELD' });
    await createIdea(t, { ...mine, title: 'Draft', visibility: 'DRAFT' });
    await createIdea(t, { company: secret, author: person!, title: 'Among us' });
    const outside = { record: { ideas: 3, answered: 2, delivered: 1 }, titles: ['Planned', 'Done', 'Public'] };
    expect(await pageOf(person!, null)).toEqual({ ...outside, companies: [company.name] });
    // members of the same company know each other anyway
    expect((await pageOf(person!, bea)).companies).toEqual([company.name, strict.name]);
    const insider = await createUser(t);
    await addMember(t, secret, insider);
    expect(await pageOf(person!, insider)).toEqual({
      companies: [company.name, 'Secret'],
      record: { ideas: 4, answered: 2, delivered: 1 },
      titles: ['Among us', ...outside.titles],
    });
  });

  it('counts what was written with others, and shows where somebody only comments', async () => {
    const { company, ana } = stage;
    const [helper, talker] = await createMembers(t, company, 2);
    const idea = await createIdea(t, { company, author: ana, title: 'Together' });
    await t.database.query(
      `INSERT INTO coauthor (company_id, idea_id, user_id, state) VALUES ($1, $2, $3, 'ACCEPTED')`,
      [company.id, idea.id, helper!.id],
    );
    await createComment(t, { idea, author: talker! });
    expect(await pageOf(helper!, null)).toMatchObject({ record: { ideas: 1 }, titles: ['Together'] });
    expect(await pageOf(talker!, null)).toMatchObject({ companies: [company.name], record: { ideas: 0 }, titles: [] });
  });

  it('lists what was written alone and with others in one order, page by page, each idea once', async () => {
    const { company, ana } = stage;
    const [person] = await createMembers(t, company, 1);
    const day = (n: number) => new Date(Date.UTC(2026, 0, n));
    for (let n = 1; n <= 7; n++) {
      const author = n % 2 ? person! : ana;
      const { id } = await createIdea(t, { company, author, title: `Day ${n}`, publishedAt: day(n) });
      await t.database.query(
        `INSERT INTO coauthor (company_id, idea_id, user_id, state) VALUES ($1, $2, $3, 'ACCEPTED')`,
        [company.id, id, person!.id],
      );
    }
    for (const [name, viewer, args] of [
      ['memberIdeas', null, { userId: person!.id }],
      ['memberIdeas', ana, { userId: person!.id }],
      ['myIdeas', person!, {}],
    ] as const) {
      const titles: unknown[] = [];
      let after: string | null = null;
      do {
        const page = await stage.api.list(viewer, { ...args, first: 2, after }, 'title', name);
        expect([page.code, page.totalCount]).toEqual([null, 7]);
        titles.push(...page.nodes.map(({ title }) => title));
        after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
      } while (after);
      expect(titles).toEqual([7, 6, 5, 4, 3, 2, 1].map((n) => `Day ${n}`));
    }
  });

  it('of a former member shows nothing', async () => {
    const { company } = stage;
    const [gone] = await createMembers(t, company, 1);
    await createIdea(t, { company, author: gone! });
    await t.database.query(`UPDATE "user" SET erased_at = now(), display_name = '', email = NULL WHERE id = $1`, [
      gone!.id,
    ]);
    expect(await pageOf(gone!, null)).toEqual({ companies: [], record: null, titles: [] });
  });
});

describe('my lists', () => {
  it('of votes: the newest vote first, page by page, without what is hidden by now', async () => {
    const { company, ana } = stage;
    const [voter] = await createMembers(t, company, 1);
    const ideas = [];
    for (let n = 0; n < 5; n++) ideas.push(await createIdea(t, { company, author: ana, title: `Bread ${n}` }));
    for (const { id } of ideas) await vote(t, voter!, id, 'UP');
    await t.database.query(`UPDATE idea SET visibility = 'WITHDRAWN' WHERE id = $1`, [ideas[2]!.id]);
    const titles: unknown[] = [];
    let after: string | null = null;
    do {
      const page = await stage.api.list(voter!, { first: 2, after }, 'title viewerVote', 'myVotes');
      expect([page.code, page.totalCount]).toEqual([null, 4]);
      titles.push(...page.nodes.map(({ title }) => title));
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    } while (after);
    expect(titles).toEqual(['Bread 4', 'Bread 3', 'Bread 1', 'Bread 0']);
  });

  it('are filtered by company and status, and begin anew for a cursor of nobody’s', async () => {
    const { company, strict, ana } = stage;
    const [reader] = await createMembers(t, company, 1);
    await addMember(t, strict, reader!);
    const open = await createIdea(t, { company, author: ana, title: 'Open' });
    const planned = await createIdea(t, { company: strict, author: ana, title: 'Planned', status: 'PLANNED' });
    for (const { id } of [open, planned]) await given(stage.api.mutate(reader!, 'followIdea', { ideaId: id }, 'id'));
    const titles = async (args: object) =>
      (await stage.api.list(reader!, { ...args }, 'title', 'myFollowedIdeas')).nodes.map(({ title }) => title);
    expect(await titles({})).toEqual(['Planned', 'Open']);
    expect(await titles({ companyId: company.id })).toEqual(['Open']);
    expect(await titles({ status: ['PLANNED', 'DELIVERED'] })).toEqual(['Planned']);
    expect((await stage.api.list(reader!, { after: 'made up' }, 'id', 'myVotes')).fields).toEqual(['after:BAD_CURSOR']);
  });

  it('your loop: what companies answered since, once each, but for one’s own answers', async () => {
    const { company, manager } = stage;
    const [person] = await createMembers(t, company, 1);
    const loop = async (user: TestUser, since: Date) => {
      const query = 'query ($since: DateTime!) { myLoop(since: $since) { moved ideas { title status } } }';
      return (await t.ask<{ myLoop: object }>(query, { since }, { token: user.token })).data!.myLoop;
    };
    const before = new Date(t.clock.now().getTime() - 1000);
    const { id } = await stage.submit(person!, { title: 'Warm bread for late risers' });
    await given(stage.api.mutate(manager, 'followIdea', { ideaId: id }, 'id'));
    for (const status of ['PLANNED', 'IN_PROGRESS']) {
      const { version } = await given(stage.api.idea(manager, id));
      await given(stage.api.mutate(manager, 'answerIdea', { ideaId: id, version, status, body: 'Yes.' }));
    }
    const ideas = [{ title: 'Warm bread for late risers', status: 'IN_PROGRESS' }];
    expect(await loop(person!, before)).toEqual({ moved: 1, ideas });
    expect(await loop(person!, new Date(t.clock.now().getTime() + 1000))).toEqual({ moved: 0, ideas: [] });
    expect(await loop(manager, before)).toEqual({ moved: 0, ideas: [] });
  });
});
