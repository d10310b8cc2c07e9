import { AuditEntry } from '../src/shared/audit/audit-entry.entity.js';
import { Role } from '../src/shared/auth/role.js';
import { createUser, type TestUser } from './support/accounts.factory.js';
import { startTestApp, type TestApp } from './support/app.js';
import { addMember, createCompany } from './support/companies.factory.js';
import { codeOf, honoursStage, type HonoursStage } from './support/honours.stage.js';
import { picture, upload } from './support/uploads.js';

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

const FIELDS = 'id name description version retiredAt pictureUrl pictureAlt metric threshold holderCount';
const RULE = { metric: 'ANSWERS_GIVEN', threshold: 3 };
interface Made {
  id: string;
  name: string;
  version: number;
  pictureUrl: string | null;
  holderCount: number;
}
let count = 0;
const asked = (who: TestUser, input: object) =>
  stage.mutate(who, 'createBadge', 'CreateBadgeInput', { companyId: stage.company.id, ...input }, FIELDS);
async function make(input: object = {}): Promise<Made> {
  const { data, errors } = await asked(stage.manager, { name: `Badge ${++count}`, description: 'For you.', ...input });
  if (!data) throw new Error(JSON.stringify(errors));
  await t.runJobs();
  return data.result as unknown as Made;
}
const change = async (who: TestUser, name: string, input: object) => {
  const type = `${name[0]!.toUpperCase()}${name.slice(1)}Input`;
  const result = await stage.mutate(who, name, type, input, name === 'giveBadge' ? 'id byHand' : FIELDS);
  return { code: codeOf(result), result: result.data?.result as unknown as Made };
};
const give = (who: TestUser, badge: Made, user: { id: string }) =>
  change(who, 'giveBadge', { badgeId: badge.id, userId: user.id });
const has = async (who: TestUser, { name }: Made) =>
  (await stage.honours(who)).badges.some(({ badge }) => badge.name === name);
const audited = (badge: Made) =>
  t.database.manager.find(AuditEntry, { where: { subjectId: badge.id }, order: { id: 'ASC' } });

describe('a badge with a rule', () => {
  it('is given to all who have earned it before it was made, by and by, and told of once', async () => {
    const members = [await stage.member(), await stage.member()];
    for (const who of members) await stage.award(who, 'ANSWER_GIVEN', 3);
    const other = await stage.member();
    await stage.award(other, 'ANSWER_GIVEN', 2);
    const badge = await make(RULE);
    for (const who of members) expect(await has(who, badge)).toBe(true);
    expect((await stage.honours(other)).goals).toContainEqual({ badge: { name: badge.name }, have: 2 });
    await stage.award(other, 'ANSWER_GIVEN');
    expect(await has(other, badge)).toBe(true);
    expect((await stage.honours(other)).goals.map(({ badge }) => badge.name)).not.toContain(badge.name);
    expect((await stage.events('BadgeEarned', other)).map(({ payload }) => payload['badgeId'])).toContain(badge.id);
  });

  it('is given to more when its rule is eased, and taken from nobody when it is not', async () => {
    const ana = await stage.member();
    await stage.award(ana, 'SIMILAR_FOUND', 2);
    const badge = await make({ metric: 'SIMILAR_FOUND', threshold: 9 });
    expect(await has(ana, badge)).toBe(false);
    const update = (version: number, threshold: number) =>
      change(stage.manager, 'updateBadge', {
        badgeId: badge.id,
        version,
        ...badgeOf(badge),
        metric: 'SIMILAR_FOUND',
        threshold,
      });
    expect((await update(1, 2)).code).toBeNull();
    await t.runJobs();
    expect(await has(ana, badge)).toBe(true);
    expect((await update(1, 3)).code).toBe('CONFLICT');
    expect((await update(2, 9)).code).toBeNull();
    await t.runJobs();
    expect(await has(ana, badge)).toBe(true);
    expect(
      (await audited(badge)).map(({ action, after }) => [action, (after as { threshold: number }).threshold]),
    ).toEqual([
      ['badge.create', 9],
      ['badge.update', 2],
      ['badge.update', 9],
    ]);
  });

  it('is given to nobody more once it has retired, and stays with who has it', async () => {
    const [ana, bea] = [await stage.member(), await stage.member()];
    await stage.award(ana, 'IDEA_PUBLISHED');
    const badge = await make({ metric: 'IDEAS_PUBLISHED', threshold: 1 });
    expect((await change(stage.manager, 'retireBadge', { badgeId: badge.id, version: 1 })).code).toBeNull();
    await stage.award(bea, 'IDEA_PUBLISHED');
    expect([await has(ana, badge), await has(bea, badge)]).toEqual([true, false]);
    expect((await change(stage.manager, 'retireBadge', { badgeId: badge.id, version: 2 })).code).toBe('BADGE_RETIRED');
    expect((await stage.honours(bea)).goals.map(({ badge }) => badge.name)).not.toContain(badge.name);
  });

  it('has both parts of its rule, and what its picture shows', async () => {
    const file = await upload(t, await picture().png(), { token: stage.manager.token, purpose: 'badge' });
    for (const input of [
      { metric: 'YEARS' },
      { threshold: 3 },
      { metric: 'YEARS', threshold: 101 },
      { threshold: 0, metric: 'YEARS' },
      { pictureFileId: file.id },
      { name: 'x' },
    ]) {
      expect(codeOf(await asked(stage.manager, { name: 'A name', description: '', ...input }))).toBe(
        'VALIDATION_FAILED',
      );
    }
    const badge = await make({ pictureFileId: file.id, pictureAlt: 'Two colours' });
    expect(badge.pictureUrl).toBe(file.thumbnailUrl);
    const again = await asked(stage.manager, { name: 'Again', pictureFileId: file.id, pictureAlt: 'The same' });
    expect(codeOf(again)).toBe('VALIDATION_FAILED');
    const update = async (version: number, more: object) =>
      (await change(stage.manager, 'updateBadge', { badgeId: badge.id, version, ...badgeOf(badge), ...more })).result;
    expect((await update(1, { pictureAlt: 'Red and blue' })).pictureUrl).toBe(file.thumbnailUrl);
    expect((await update(2, { pictureFileId: null })).pictureUrl).toBeNull();
  });
});

describe('a badge by hand', () => {
  it('is given and taken back by managers, each with its entry, and counted', async () => {
    const ana = await stage.member();
    const badge = await make();
    expect((await stage.honours(ana)).goals.map(({ badge }) => badge.name)).not.toContain(badge.name);
    const { result: holding } = await give(stage.manager, badge, ana);
    expect(await has(ana, badge)).toBe(true);
    expect((await stage.events('BadgeEarned', ana)).at(-1)).toMatchObject({ actorId: stage.manager.id });
    expect((await give(stage.manager, badge, ana)).code).toBe('BADGE_HELD');
    const reason = 'This was meant for somebody else.';
    const taken = await change(stage.manager, 'takeBadgeBack', { holdingId: holding.id, reason });
    expect(taken.result.holderCount).toBe(0);
    expect(await has(ana, badge)).toBe(false);
    expect((await change(stage.manager, 'takeBadgeBack', { holdingId: holding.id, reason })).code).toBe('NOT_FOUND');
    expect(await audited(badge)).toMatchObject([
      { action: 'badge.create' },
      { action: 'badge.give', after: { userId: ana.id } },
      { action: 'badge.take-back', before: { userId: ana.id }, reason },
    ]);
  });

  it('is given once when several give it at the same time', async () => {
    const ana = await stage.member();
    const badge = await make();
    const given = await Promise.all(Array.from({ length: 4 }, () => give(stage.manager, badge, ana)));
    expect(given.map(({ code }) => code).sort()).toEqual([null, 'BADGE_HELD', 'BADGE_HELD', 'BADGE_HELD'].sort());
    expect(await stage.verify()).toEqual([]);
  });

  it('is not for oneself, the company’s people, who has no part in rewards, or strangers', async () => {
    const badge = await make();
    const excluded = await stage.member();
    await stage.exclude(excluded);
    const expert = await stage.member('Eva', Role.EXPERT);
    for (const who of [stage.manager, expert, excluded]) {
      expect((await give(stage.manager, badge, who)).code).toBe('BADGE_NOT_FOR_THEM');
    }
    expect((await give(stage.manager, badge, await createUser(t))).code).toBe('NOT_FOUND');
  });

  it('is none that is earned, and what was earned is not taken back', async () => {
    const ana = await stage.member();
    await stage.award(ana, 'IDEA_PUBLISHED');
    expect((await give(stage.manager, await make(RULE), ana)).code).toBe('BADGE_IS_EARNED');
    const [earned] = (await stage.honours(ana)).badges;
    const reason = 'They should not have it.';
    expect((await change(stage.manager, 'takeBadgeBack', { holdingId: earned!.id, reason })).code).toBe(
      'BADGE_IS_EARNED',
    );
  });

  it('is the managers’ own: others are refused, and those of other companies know nothing of it', async () => {
    const ana = await stage.member();
    const moderator = await stage.member('Nora', Role.MODERATOR);
    const badge = await make();
    const elsewhere = await createUser(t);
    await addMember(t, await createCompany(t), elsewhere, Role.OWNER);
    for (const who of [ana, moderator, elsewhere]) {
      expect((await give(who, badge, ana)).code).toBe('FORBIDDEN');
      expect(codeOf(await asked(who, { name: 'Mine' }))).toBe('FORBIDDEN');
      expect((await change(who, 'retireBadge', { badgeId: badge.id, version: 1 })).code).toBe('FORBIDDEN');
    }
    const list = (who: TestUser) =>
      stage.ask<{ companyBadges: object[] }>(
        who,
        'query ($id: ID!) { companyBadges(companyId: $id) { id holderCount } }',
        {
          id: stage.company.id,
        },
      );
    expect((await list(moderator)).data!.companyBadges).toContainEqual({ id: badge.id, holderCount: 0 });
    for (const who of [ana, elsewhere]) expect(codeOf(await list(who))).toBe('FORBIDDEN');
  });
});

describe('who has a badge', () => {
  it('is listed for managers, a page at a time, the latest first', async () => {
    const badge = await make();
    const members = [await stage.member('One'), await stage.member('Two'), await stage.member('Three')];
    for (const who of members) await give(stage.manager, badge, who);
    const query = `query ($id: ID!, $after: String) { badgeHolders(badgeId: $id, first: 2, after: $after) {
      totalCount pageInfo { hasNextPage endCursor } edges { node { user { displayName } } } } }`;
    const page = async (after: string | null = null) =>
      (await stage.ask<{ badgeHolders: Page }>(stage.manager, query, { id: badge.id, after })).data!.badgeHolders;
    const first = await page();
    expect(first).toMatchObject({ totalCount: 3, pageInfo: { hasNextPage: true } });
    const rest = await page(first.pageInfo.endCursor);
    const names = [...first.edges, ...rest.edges].map(({ node }) => node.user.displayName);
    expect(names).toEqual(['Three', 'Two', 'One']);
  });
});

interface Page {
  totalCount: number;
  pageInfo: { hasNextPage: boolean; endCursor: string };
  edges: { node: { user: { displayName: string } } }[];
}

const badgeOf = ({ name }: Made) => ({ name, description: 'For you.' });
