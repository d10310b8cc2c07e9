import { CatalogueService } from '../src/features/rewards/catalogue/catalogue.service.js';
import { Role } from '../src/shared/auth/role.js';
import type { TestUser } from './support/accounts.factory.js';
import { startTestApp, type TestApp } from './support/app.js';
import { balanceOf, catalogueStage, type CatalogueStage, differences, type Node } from './support/catalogue.stage.js';
import { decide } from './support/reviews.api.js';

let t: TestApp;
let stage: CatalogueStage;
let moderator: TestUser;
beforeAll(async () => {
  t = await startTestApp();
  stage = await catalogueStage(t);
  moderator = await stage.member(0, Role.MODERATOR);
});
afterAll(async () => {
  expect(await differences(t)).toEqual([]);
  await t.close();
});

const mutate = async <T>(name: string, type: string, input: object, fields: string): Promise<T> => {
  const query = `mutation ($input: ${type}!) { result: ${name}(input: $input) { ${fields} } }`;
  const { data, errors } = await t.ask<{ result: T }>(query, { input }, { token: moderator.token });
  if (errors) throw new Error(JSON.stringify(errors));
  return data!.result;
};
/** @returns the decision */
async function exclude({ id: userId }: TestUser): Promise<string> {
  const { id: companyId } = stage.company;
  const profile = { userId, companyId };
  const review = await mutate<Node>('openReview', 'OpenReviewInput', profile, 'id version');
  const [rule] = await t.database.query<{ id: string }>('SELECT id FROM rule WHERE company_id = $1', [companyId]);
  const more = { ruleId: rule!.id, note: 'Six accounts, one voice.', days: 30 };
  const { review: decided } = await decide(t, moderator, 'EXCLUDE', review, more);
  await t.runJobs();
  return decided!.decisions![0]!.id;
}
async function readmit(decisionId: string): Promise<void> {
  await mutate('undoDecision', 'UndoDecisionInput', { decisionId }, 'id');
  await t.runJobs();
}
const grant = async (reward: Node, { id: userId }: TestUser) => {
  const given = { companyId: stage.company.id, rewardId: reward.id, userId, grantedById: stage.manager.id };
  const service = t.app.get(CatalogueService, { strict: false });
  return (await t.database.transaction((tx) => service.grant(tx, { ...given, at: t.clock.now() }))).id;
};
const fulfil = (redemptionId: string) => stage.ask(stage.manager, 'fulfilRedemption', { redemptionId });
const seat = async ({ token }: TestUser, act: 'leaveCompany' | 'joinCompany', fields: string): Promise<void> => {
  const query = `mutation ($input: CompanyIdInput!) { ${act}(input: $input) { ${fields} } }`;
  expect((await t.ask(query, { input: { companyId: stage.company.id } }, { token })).errors).toBeUndefined();
  await t.runJobs();
};
const states = async (who: TestUser) =>
  Object.fromEntries((await stage.own(who)).map(({ id, state, ended }) => [id, ended ?? state]));

describe('who is excluded from rewards', () => {
  it('waits no more for what they redeemed for points; a gift is held, here or gone, and theirs again when that is undone', async () => {
    const reward = await stage.reward({ stock: 5 });
    const ana = await stage.member(50);
    const paid = (await stage.redeem(ana, reward)).node!.id;
    const gift = await grant(reward, ana);
    const decision = await exclude(ana);
    expect(await states(ana)).toEqual({ [paid]: 'EXCLUDED', [gift]: 'REQUESTED' });
    expect((await fulfil(gift)).code).toBe('REDEEMER_EXCLUDED');
    await seat(ana, 'leaveCompany', 'ok');
    expect((await fulfil(gift)).code).toBe('REDEEMER_EXCLUDED');
    await readmit(decision);
    expect(await balanceOf(t, stage.company.id, ana.id)).toBe(50);
    expect((await fulfil(gift)).node).toMatchObject({ state: 'FULFILLED' });
  });

  it('may say that they do not want a gift that is held, and their points are given back to nobody meanwhile', async () => {
    const reward = await stage.reward({ stock: 2 });
    const ana = await stage.member(50);
    const paid = (await stage.redeem(ana, reward)).node!.id;
    await fulfil(paid);
    const gift = await grant(reward, ana);
    await exclude(ana);
    const refund = { redemptionId: paid, reason: 'It was broken.' };
    expect((await stage.ask(stage.manager, 'refundRedemption', refund)).code).toBe('REDEEMER_EXCLUDED');
    await stage.given(ana, 'cancelRedemption', { redemptionId: gift });
    expect(await states(ana)).toEqual({ [paid]: 'FULFILLED', [gift]: 'BY_MEMBER' });
  });
  it('gets no points back for what was handed over, here, gone or here again, before they are readmitted', async () => {
    const reward = await stage.reward({ stock: 1 });
    const ana = await stage.member(50);
    const redemptionId = (await stage.redeem(ana, reward)).node!.id;
    expect((await fulfil(redemptionId)).node).toMatchObject({ state: 'FULFILLED' });
    const refund = () => stage.ask(stage.manager, 'refundRedemption', { redemptionId, reason: 'It was broken.' });
    const decision = await exclude(ana);
    expect((await refund()).code).toBe('REDEEMER_EXCLUDED');
    await seat(ana, 'leaveCompany', 'ok');
    expect((await refund()).code).toBe('REDEEMER_EXCLUDED');
    await seat(ana, 'joinCompany', 'id');
    expect((await refund()).code).toBe('REDEEMER_EXCLUDED');
    await readmit(decision);
    expect((await refund()).node).toMatchObject({ state: 'REFUNDED' });
    expect(await balanceOf(t, stage.company.id, ana.id)).toBe(50);
  });
});
