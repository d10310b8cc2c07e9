import { AuditEntry } from '../src/shared/audit/audit-entry.entity.js';
import { startTestApp, type TestApp } from './support/app.js';
import { catalogueStage, type CatalogueStage, differences, type Node } from './support/catalogue.stage.js';
import { picture, upload } from './support/uploads.js';

const DAY = 86_400_000;
let t: TestApp;
let stage: CatalogueStage;
beforeAll(async () => {
  t = await startTestApp();
  stage = await catalogueStage(t);
});
afterAll(async () => {
  expect(await differences(t)).toEqual([]);
  await t.close();
});

const create = (input: object = {}) =>
  stage.ask(stage.manager, 'createReward', {
    ...{ companyId: stage.company.id, title: 'A bag of coffee', cost: 50, fulfilment: 'MANUAL' },
    ...input,
  });
const acts = async ({ id }: Node) =>
  (await t.database.manager.find(AuditEntry, { where: { subjectId: id }, order: { id: 'ASC' } })).map(
    ({ action, before, after }) => [action, before, after],
  );
const offers = async ({ id }: Node, who = stage.manager) => (await stage.offered(who)).some((one) => one.id === id);

describe('a reward', () => {
  it('is a draft that only managers see, until it is published, and is retired', async () => {
    const { manager } = stage;
    const { node } = await create({ stock: 3 });
    const [rewardId, customer] = [node!.id, await stage.member()];
    expect(node).toMatchObject({ state: 'DRAFT', stock: 3, taken: 0, version: 1 });
    expect(await offers(node!)).toBe(false);
    expect((await stage.redeem(customer, node!)).code).toBe('NOT_FOUND');
    expect((await stage.ask(customer, 'publishReward', { rewardId, version: 1 })).code).toBe('NOT_FOUND');
    const published = await stage.given(manager, 'publishReward', { rewardId, version: 1 });
    expect(published).toMatchObject({ state: 'PUBLISHED', version: 2 });
    expect(await offers(node!, customer)).toBe(true);
    expect((await stage.ask(customer, 'retireReward', { rewardId, version: 2 })).code).toBe('FORBIDDEN');
    expect((await stage.ask(manager, 'publishReward', { rewardId, version: 2 })).code).toBe('REWARD_STATE');
    expect((await stage.ask(manager, 'retireReward', { rewardId, version: 1 })).code).toBe('CONFLICT');
    await stage.given(manager, 'retireReward', { rewardId, version: 2 });
    expect(await offers(node!, customer)).toBe(false);
    expect((await stage.redeem(customer, node!)).code).toBe('REWARD_NOT_OPEN');
    expect(await acts(node!)).toEqual([
      ['reward.create', null, { title: 'A bag of coffee', cost: 50, fulfilment: 'MANUAL', stock: 3 }],
      ['reward.publish', { state: 'DRAFT' }, { state: 'PUBLISHED' }],
      ['reward.retire', { state: 'PUBLISHED' }, { state: 'RETIRED' }],
    ]);
  });

  it('is changed in what is named; null empties what may be empty', async () => {
    const reward = await stage.reward({ perMember: 2, levelNeeded: 3, description: 'Roasted *here*.' });
    const changes = { perMember: null, title: 'Two bags', levelNeeded: 2 };
    const { node } = await stage.ask(stage.manager, 'updateReward', { rewardId: reward.id, version: 2, ...changes });
    expect(node).toMatchObject({ title: 'Two bags', cost: 50, version: 3 });
    expect((await acts(reward)).at(-1)).toEqual([
      'reward.update',
      { title: 'A bag of coffee', perMember: 2, levelNeeded: 3 },
      changes,
    ]);
    const [shown] = (await stage.offered(null, 'id descriptionHtml perMember levelNeeded')).filter(
      ({ id }) => id === reward.id,
    );
    expect(shown).toMatchObject({ descriptionHtml: '<p>Roasted <em>here</em>.</p>', perMember: null, levelNeeded: 2 });
    expect((await stage.ask(stage.manager, 'updateReward', { rewardId: reward.id, version: 2 })).code).toBe('CONFLICT');
  });

  it('has a picture of the manager’s own, with words for who does not see it; the old one is let go', async () => {
    const file = async () =>
      (await upload(t, picture().jpegSync(90), { purpose: 'cover', token: stage.manager.token })).id;
    const [first, second] = [await file(), await file()];
    expect((await create({ pictureFileId: first })).fields).toEqual(['pictureAlt:ALT_NEEDED']);
    const { node } = await create({ pictureFileId: first, pictureAlt: 'A paper bag' });
    expect((await create({ pictureFileId: first, pictureAlt: 'The same' })).fields).toEqual([
      'pictureFileId:UNKNOWN_FILE',
    ]);
    await stage.given(stage.manager, 'updateReward', { rewardId: node!.id, version: 1, pictureFileId: second });
    const rows = await t.database.query<{ id: string; kept: boolean }>(
      'SELECT id, claimed_at IS NOT NULL AS kept FROM file WHERE id = ANY ($1) ORDER BY id',
      [[first, second]],
    );
    expect(rows).toEqual([
      { id: first, kept: false },
      { id: second, kept: true },
    ]);
  });

  it('is refused where its parts do not go together', async () => {
    const [soon, later] = [DAY, 2 * DAY].map((ms) => new Date(t.clock.now().getTime() + ms).toISOString());
    expect((await create({ startsAt: later, endsAt: soon })).fields).toEqual(['endsAt:ENDS_BEFORE_START']);
    expect((await create({ fulfilment: 'CODE', needsAddress: true })).fields).toEqual([
      'needsAddress:NO_ADDRESS_FOR_CODES',
    ]);
    expect((await create({ fulfilment: 'CODE', stock: 5 })).fields).toEqual(['stock:STOCK_OF_CODES']);
    for (const wrong of [{ cost: 0 }, { cost: 1_000_001 }, { perMember: 0 }, { levelNeeded: 8 }, { title: '  ' }])
      expect((await create(wrong)).code).toBe('VALIDATION_FAILED');
  });

  it('is of its company: others’ managers find nothing to change', async () => {
    const reward = await stage.reward();
    const { manager: other } = await catalogueStage(t);
    expect((await stage.ask(other, 'retireReward', { rewardId: reward.id, version: 2 })).code).toBe('FORBIDDEN');
    const { node } = await create();
    expect((await stage.ask(other, 'publishReward', { rewardId: node!.id, version: 1 })).code).toBe('NOT_FOUND');
  });
});

describe('what is left of a reward', () => {
  const change = (rewardId: string, version: number, by: number | null) =>
    stage.ask(stage.manager, 'changeRewardStock', { rewardId, version, by });

  it('is added to and taken from, never below none, and may be any number', async () => {
    const reward = await stage.reward({ stock: 2 });
    await stage.redeem(await stage.member(50), reward);
    expect((await change(reward.id, 2, 5)).node).toMatchObject({ stock: 6, taken: 1, version: 3 });
    expect((await change(reward.id, 3, -7)).fields).toEqual(['by:STOCK_OUT_OF_RANGE']);
    expect((await change(reward.id, 3, -6)).node).toMatchObject({ stock: 0 });
    expect((await change(reward.id, 4, null)).node).toMatchObject({ stock: null });
    expect((await change(reward.id, 5, 4)).node).toMatchObject({ stock: 4, taken: 1 });
    expect((await change(reward.id, 5, 4)).code).toBe('CONFLICT');
    expect((await acts(reward)).at(-1)).toEqual(['reward.stock', { stock: null }, { stock: 4 }]);
  });
});

describe('codes', () => {
  const add = (rewardId: string, codes: string) => stage.ask(stage.manager, 'addRewardCodes', { rewardId, codes });

  it('are counted once each, however often they are uploaded, and stored so that nobody reads them', async () => {
    const reward = await stage.reward({}, ['A/1', 'A/2', 'A/2']);
    expect(reward.stock).toBe(2);
    expect((await add(reward.id, 'code;value\nA/2;1\nA/3;1')).node).toMatchObject({ added: 1, known: 1 });
    expect((await add(reward.id, 'A/1\nA/2\nA/3')).node).toMatchObject({ added: 0, known: 3, reward: { stock: 3 } });
    const rows = await t.database.query<{ row: string }>(
      'SELECT c::text AS row FROM reward_code c WHERE reward_id = $1',
      [reward.id],
    );
    expect(rows).toHaveLength(3);
    expect(rows.every(({ row }) => !row.includes('A/'))).toBe(true);
    expect((await acts(reward)).filter(([action]) => action === 'reward.codes')).toEqual([
      ['reward.codes', { stock: 0 }, { stock: 2 }],
      ['reward.codes', { stock: 2 }, { stock: 3 }],
    ]);
  });

  it('are taken away where nobody has got them', async () => {
    const reward = await stage.reward({}, ['B-1', 'B-2', 'B-3']);
    const ana = await stage.member(50);
    await stage.redeem(ana, reward);
    const input = { rewardId: reward.id, version: 2 };
    expect(await stage.given(stage.manager, 'removeRewardCodes', input)).toMatchObject({ stock: 0, taken: 1 });
    expect((await stage.own(ana))[0]).toMatchObject({ code: 'B-1' });
    expect((await add(reward.id, 'B-1\nB-2')).node).toMatchObject({ added: 1, known: 1 });
  });

  it('are only of rewards that have some, and their number is changed by nothing else', async () => {
    const [manual, byCode] = [await stage.reward(), await stage.reward({}, ['C-1'])];
    expect((await add(manual.id, 'C-1')).code).toBe('REWARD_STATE');
    const input = { rewardId: byCode.id, version: 2, by: 1 };
    expect((await stage.ask(stage.manager, 'changeRewardStock', input)).fields).toEqual(['by:STOCK_OF_CODES']);
    expect((await add(byCode.id, ' \n ;')).code).toBe('VALIDATION_FAILED');
  });
});
