import { AuditEntry } from '../src/shared/audit/audit-entry.entity.js';
import { CatalogueService } from '../src/features/rewards/catalogue/catalogue.service.js';
import { Deliveries } from '../src/features/rewards/catalogue/redemptions/deliveries.service.js';
import { accountsApi } from './support/accounts.api.js';
import type { TestUser } from './support/accounts.factory.js';
import { startTestApp, type TestApp } from './support/app.js';
import {
  ADDRESS,
  balanceOf,
  catalogueStage,
  type CatalogueStage,
  differences,
  type Node,
} from './support/catalogue.stage.js';
import { Role } from '../src/shared/auth/role.js';

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
afterEach(() => t.clock.set(null));

const points = (who: TestUser) => balanceOf(t, stage.company.id, who.id);
const act = (name: string, { id }: Node, more: object = {}, who: TestUser | null = stage.manager) =>
  stage.ask(who, name, { redemptionId: id, ...more });
const queue = async (state: string | null = 'REQUESTED', first = 100, after: string | null = null) => {
  const query = `query ($state: RedemptionState, $first: Int, $after: String) {
    redemptions(companyId: "${stage.company.id}", state: $state, first: $first, after: $after) {
      totalCount pageInfo { hasNextPage endCursor } edges { node { id state user { displayName } delivery { name } hasDelivery } } } }`;
  const { data } = await t.ask<{
    redemptions: { totalCount: number; pageInfo: { endCursor: string }; edges: { node: Node }[] };
  }>(query, { state, first, after }, { token: stage.manager.token });
  const { edges, ...rest } = data!.redemptions;
  return { ...rest, nodes: edges.map(({ node }) => node) };
};
const waiting = async (reward?: Node, more: object = {}) => {
  const who = await stage.member(50);
  const { node } = await stage.redeem(who, reward ?? (await stage.reward()), more);
  return { who, node: node! };
};
const actions = async ({ id }: Node) =>
  (await t.database.manager.find(AuditEntry, { where: { subjectId: id }, order: { id: 'ASC' } })).map(
    ({ action, after, reason }) => [action, after, reason],
  );
const stored = async ({ id }: Node) =>
  (
    await t.database.query<{ delivery: string | null; note: string | null; reason: string | null }>(
      'SELECT delivery, note, reason FROM redemption WHERE id = $1',
      [id],
    )
  )[0]!;

describe('the queue', () => {
  it('is led by who waits longest, page by page', async () => {
    const made: Node[] = [];
    for (let n = 0; n < 3; n++) made.push((await waiting()).node);
    const all = await queue();
    expect(all.nodes.map(({ id }) => id)).toEqual(made.map(({ id }) => id));
    expect(all.totalCount).toBe(3);
    const first = await queue('REQUESTED', 2);
    const rest = await queue('REQUESTED', 2, first.pageInfo.endCursor);
    expect([...first.nodes, ...rest.nodes]).toEqual(all.nodes);
    await act('fulfilRedemption', made[0]!);
    expect((await queue()).totalCount).toBe(2);
    expect((await queue(null)).nodes.map(({ id }) => id)).toEqual(made.map(({ id }) => id).reverse());
  });

  it('is for managers alone, and to others there is nothing in it', async () => {
    const { who, node } = await waiting();
    for (const role of [Role.CUSTOMER, Role.EXPERT, Role.MODERATOR])
      expect((await act('fulfilRedemption', node, {}, await stage.member(0, role))).code).toBe('NOT_FOUND');
    const { manager: stranger } = await catalogueStage(t);
    for (const name of ['fulfilRedemption', 'revealRedemptionDelivery'])
      for (const person of [who, stranger]) expect((await act(name, node, {}, person)).code).toBe('NOT_FOUND');
  });
});

describe('what waits', () => {
  it('is handed over, with a note for the member; the points go back to the company', async () => {
    const { who, node } = await waiting();
    const done = await act('fulfilRedemption', node, { note: 'Parcel 123.' });
    expect(done.node).toMatchObject({ state: 'FULFILLED', note: 'Parcel 123.' });
    expect(await points(who)).toBe(0);
    expect((await stage.own(who))[0]).toMatchObject({ note: 'Parcel 123.' });
    expect((await act('fulfilRedemption', node)).code).toBe('REDEMPTION_STATE');
    expect(await actions(node)).toEqual([['redemption.fulfil', { state: 'FULFILLED' }, null]]);
  });

  it('is refused with a reason that the member reads and the audit does not keep; all is back', async () => {
    const reward = await stage.reward({ stock: 1 });
    const { who, node } = await waiting(reward);
    expect((await act('refuseRedemption', node, { reason: 'No' })).fields).toEqual(['reason:MIN_LENGTH']);
    const done = await act('refuseRedemption', node, { reason: 'The roaster has closed.' });
    expect(done.node).toMatchObject({ state: 'CANCELLED', ended: 'BY_STAFF', reward: { stock: 1 } });
    expect(await points(who)).toBe(50);
    expect((await stage.own(who))[0]).toMatchObject({ reason: 'The roaster has closed.' });
    expect(await actions(node)).toEqual([['redemption.cancel', { state: 'CANCELLED' }, null]]);
  });

  it('is refunded after it was handed over, once; the piece, or the code, is gone', async () => {
    const reward = await stage.reward({}, ['R-1', 'R-2']);
    const { who, node } = await waiting(reward);
    const reason = { reason: 'The shop did not take it.' };
    expect((await act('refundRedemption', node, reason)).node).toMatchObject({
      state: 'REFUNDED',
      reward: { stock: 1 },
    });
    expect(await points(who)).toBe(50);
    expect((await act('refundRedemption', node, reason)).code).toBe('REDEMPTION_STATE');
    expect((await stage.redeem(who, reward)).node).toMatchObject({ code: 'R-2' });
    const { node: unsent } = await waiting();
    expect((await act('refundRedemption', unsent, reason)).code).toBe('REDEMPTION_STATE');
  });
});

describe('where something is sent', () => {
  it('is read by managers on the record only, and by its member', async () => {
    const { node } = await waiting(await stage.reward({ needsAddress: true }), { delivery: ADDRESS });
    const listed = (await queue()).nodes.find(({ id }) => id === node.id);
    expect(listed).toMatchObject({ delivery: null, hasDelivery: true });
    expect((await act('revealRedemptionDelivery', node)).node).toEqual(ADDRESS);
    expect(await actions(node)).toEqual([['redemption.reveal', null, null]]);
    const { node: other } = await waiting();
    expect(await act('revealRedemptionDelivery', other)).toMatchObject({ node: null, code: null });
    expect(await actions(other)).toEqual([['redemption.reveal', null, null]]);
  });

  it('is forgotten when it is cancelled, and 30 days after it was handed over', async () => {
    const reward = await stage.reward({ needsAddress: true });
    const sent = (await waiting(reward, { delivery: ADDRESS })).node;
    const ended = (await waiting(reward, { delivery: ADDRESS })).node;
    const late = (await waiting(reward, { delivery: ADDRESS })).node;
    await act('fulfilRedemption', sent, { note: 'Parcel 9.' });
    await act('refuseRedemption', ended, { reason: 'Out of stock.' });
    expect(await stored(ended)).toEqual({ delivery: null, note: null, reason: 'Out of stock.' });
    const erase = async (days: number) => {
      t.clock.set(new Date(Date.now() + days * DAY));
      await t.app.get(Deliveries, { strict: false }).eraseOld();
      t.clock.set(null);
    };
    await erase(29);
    expect(await stored(sent)).toMatchObject({ note: 'Parcel 9.', delivery: expect.any(String) as string });
    await erase(31);
    expect(await stored(sent)).toEqual({ delivery: null, note: null, reason: null });
    expect(await stored(late)).toMatchObject({ delivery: expect.any(String) as string });
  });

  it('goes with the account, and so does all that was said; what waited is over', async () => {
    const reward = await stage.reward({ needsAddress: true, stock: 5 });
    const ana = await stage.member(200);
    const make = async () => (await stage.redeem(ana, reward, { delivery: ADDRESS })).node!;
    const [first, second, third] = [await make(), await make(), await make()];
    await act('fulfilRedemption', first, { note: 'Parcel 7.' });
    await act('refuseRedemption', second, { reason: 'Ana is not at home.' });
    await accountsApi(t).eraseAccount({ password: ana.password }, { token: ana.token });
    await t.runJobs();
    for (const node of [first, second, third])
      expect(await stored(node)).toEqual({ delivery: null, note: null, reason: null });
    const [row] = await t.database.query<object>('SELECT state, ended FROM redemption WHERE id = $1', [third.id]);
    expect(row).toEqual({ state: 'CANCELLED', ended: 'ERASED' });
  });
});

describe('a gift of the catalogue', () => {
  const grant = (rewardId: string, userId: string) =>
    t.database.transaction((tx) =>
      t.app
        .get(CatalogueService, { strict: false })
        .grant(tx, { companyId: stage.company.id, rewardId, userId, grantedById: stage.manager.id, at: t.clock.now() }),
    );

  it('costs no points, counts in the stock and not to the limit, and may wait for an address', async () => {
    const reward = await stage.reward({ needsAddress: true, stock: 2, perMember: 1, levelNeeded: 7 });
    const ana = await stage.member(50);
    const { id } = await grant(reward.id, ana.id);
    expect(await stage.own(ana)).toMatchObject([
      { id, points: 0, state: 'REQUESTED', hasDelivery: false, reward: { stock: 1 } },
    ]);
    await stage.given(ana, 'setRedemptionDelivery', { redemptionId: id, delivery: ADDRESS });
    await stage.given(stage.manager, 'fulfilRedemption', { redemptionId: id });
    await grant(reward.id, ana.id);
    await expect(grant(reward.id, ana.id)).rejects.toThrow('REWARD_SOLD_OUT');
    expect(await points(ana)).toBe(50);
    const code = await stage.reward({ perMember: 1 }, ['G-1', 'G-2']);
    await grant(code.id, ana.id);
    expect((await stage.redeem(ana, code)).node).toMatchObject({ code: 'G-2' });
  });

  it('is taken back while it waits', async () => {
    const [manual, code] = [await stage.reward({ stock: 1 }), await stage.reward({}, ['G-9'])];
    const ana = await stage.member();
    const given = [await grant(manual.id, ana.id), await grant(code.id, ana.id)];
    const service = t.app.get(CatalogueService, { strict: false });
    const back = given.map(({ id }) =>
      t.database.transaction((tx) => service.takeBack(tx, id, stage.manager.id, t.clock.now())),
    );
    expect(await Promise.all(back)).toEqual([true, false]);
    expect(await stage.own(ana)).toMatchObject([
      { state: 'FULFILLED' },
      { state: 'CANCELLED', ended: 'GIFT_TAKEN_BACK' },
    ]);
  });
});

describe('the export', () => {
  const take = async (filter: object = {}, who: TestUser = stage.manager) => {
    const response = await t.app.inject({
      method: 'POST',
      url: '/exports/redemptions',
      headers: { 'accept-language': 'en', authorization: `Bearer ${who.token}` },
      payload: { companyId: stage.company.id, ...filter },
    });
    return { status: response.statusCode, lines: response.body.trim().split('\r\n') };
  };

  it('has every redemption once, without addresses, codes and what was said, and is on the record', async () => {
    const reward = await stage.reward({ needsAddress: true, title: '=Coffee' });
    const { node } = await waiting(reward, { delivery: ADDRESS });
    await act('fulfilRedemption', node, { note: 'Parcel 5.' });
    const { status, lines } = await take();
    expect(status).toBe(200);
    const [line] = lines.filter((one) => one.includes(node.id));
    expect(line).toContain(`,FULFILLED,`);
    expect(line).toContain(`,'=Coffee,50,false,`);
    expect(lines.join()).not.toMatch(/Mayor|Parcel|R-1|G-1/);
    const [row] = await t.database.query<{ count: number }>(
      'SELECT count(*)::integer AS count FROM redemption WHERE company_id = $1',
      [stage.company.id],
    );
    expect(lines).toHaveLength(row!.count + 1);
    expect((await take({ state: 'REFUNDED' })).lines).toHaveLength(2);
    expect((await take({ state: 'NONSENSE' })).status).toBe(400);
    const entries = await t.database.manager.findBy(AuditEntry, { action: 'redemption.export' });
    expect(entries.map(({ after }) => after)).toContainEqual({ state: 'REFUNDED' });
  });

  it('is for managers', async () => {
    for (const role of [Role.CUSTOMER, Role.MODERATOR])
      expect((await take({}, await stage.member(0, role))).status).toBe(403);
  });
});
