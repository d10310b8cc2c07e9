import { Role } from '../../src/shared/auth/role.js';
import { newId } from '../../src/shared/database/ids.js';
import type { Company } from '../../src/features/companies/company.entity.js';
import { CatalogueService } from '../../src/features/rewards/catalogue/catalogue.service.js';
import type { Difference } from '../../src/shared/database/difference.js';
import { TransactionKind } from '../../src/features/rewards/ledger/ledger.entity.js';
import { LedgerService } from '../../src/features/rewards/ledger/ledger.service.js';
import { createUser, type TestUser } from './accounts.factory.js';
import type { ApiResult, TestApp } from './app.js';
import { addMember, createCompany } from './companies.factory.js';

export type Node = { id: string; version: number } & Record<string, unknown>;

/** What came of a call: what was asked for, or how it was refused. */
export interface Answer {
  node: Node | null;
  code: string | null;
  fields: string[];
}

const REWARD = 'id version state title cost stock taken viewerBar viewerRedeemed viewerMissingPoints';
const REDEMPTION =
  'id state points code note reason ended hasDelivery unreadable delivery { name address phone } reward { id stock }';
const INPUTS: Record<string, string> = {
  publishReward: 'RewardVersionInput',
  retireReward: 'RewardVersionInput',
  removeRewardCodes: 'RewardVersionInput',
  cancelRedemption: 'RedemptionIdInput',
  revealRedemptionDelivery: 'RedemptionIdInput',
  refuseRedemption: 'EndRedemptionInput',
  refundRedemption: 'EndRedemptionInput',
};
const FIELDS: Record<string, string> = {
  addRewardCodes: `added known reward { ${REWARD} }`,
  revealRedemptionDelivery: 'name address phone',
};

const answerOf = ({ data, errors }: ApiResult<{ result: Node }>): Answer => ({
  node: data?.result ?? null,
  code: errors?.[0]?.extensions.code ?? null,
  fields: errors?.[0]?.extensions.fields?.map(({ path, code }) => `${path}:${code}`) ?? [],
});

export const ADDRESS = { name: 'Ana Ruiz', address: 'Calle Mayor 1\n28013 Madrid', phone: '600 000 000' };

/** Gives a member points, as the company does. */
export async function givePoints(t: TestApp, companyId: string, userId: string, points: number): Promise<void> {
  const common = { companyId, points, cause: `test:${newId()}`, at: t.clock.now(), kind: TransactionKind.GIFT };
  const transfer = { ...common, from: { kind: 'BUDGET' }, to: { kind: 'MEMBER', userId } } as const;
  await t.database.transaction((tx) => t.app.get(LedgerService, { strict: false }).post(tx, [transfer]));
}

export const balanceOf = (t: TestApp, companyId: string, userId: string): Promise<number> =>
  t.app.get(LedgerService, { strict: false }).balance(t.database.manager, companyId, userId);

/** What does not add up in the ledger and the catalogue. */
export async function differences(t: TestApp): Promise<Difference[]> {
  const services = [LedgerService, CatalogueService].map((service) => t.app.get(service, { strict: false }));
  return (await Promise.all(services.map((service) => service.verify()))).flat();
}

/** A company with a catalogue, its manager, and people who have points. */
export interface CatalogueStage {
  company: Company;
  manager: TestUser;
  /** somebody new with so many points */
  member(points?: number, role?: Role): Promise<TestUser>;
  /** the code, if it was refused */
  ask(who: TestUser | null, name: string, input: object, through?: TestApp): Promise<Answer>;
  /** what a call that is right gives */
  given(who: TestUser, name: string, input: object): Promise<Node>;
  /** a published one of 50 points that somebody hands over, unless told otherwise */
  reward(input?: object, codes?: string[]): Promise<Node>;
  redeem(who: TestUser | null, reward: Node, more?: object, through?: TestApp): Promise<Answer>;
  offered(who: TestUser | null, fields?: string): Promise<Node[]>;
  own(who: TestUser): Promise<Node[]>;
}

export async function catalogueStage(t: TestApp): Promise<CatalogueStage> {
  const manager = await createUser(t, { displayName: 'Marta' });
  const company = await createCompany(t);
  const companyId = company.id;
  await addMember(t, company, manager, Role.MANAGER);
  const ask: CatalogueStage['ask'] = async (who, name, input, through = t) => {
    const type = INPUTS[name] ?? `${name[0]!.toUpperCase()}${name.slice(1)}Input`;
    const fields = FIELDS[name] ?? (name.includes('Redemption') || name === 'redeemReward' ? REDEMPTION : REWARD);
    const query = `mutation ($input: ${type}!) { result: ${name}(input: $input) { ${fields} } }`;
    return answerOf(await through.ask(query, { input }, { token: who?.token }));
  };
  const given: CatalogueStage['given'] = async (who, name, input) => {
    const { node, code, fields } = await ask(who, name, input);
    if (!node) throw new Error(`${name}: ${code} ${fields.join()}`);
    return node;
  };
  const list = async (who: TestUser | null, query: string) => {
    const asked = await t.ask<{ page: { edges: { node: Node }[] } }>(query, {}, { token: who?.token });
    if (!asked.data) throw new Error(JSON.stringify(asked.errors));
    return asked.data.page.edges.map(({ node }) => node);
  };
  return {
    ...{ company, manager, ask, given },
    async member(points = 0, role = Role.CUSTOMER) {
      const user = await createUser(t, { displayName: 'Ana' });
      await addMember(t, company, user, role);
      if (points > 0) await givePoints(t, companyId, user.id, points);
      return user;
    },
    async reward(input = {}, codes) {
      const fulfilment = codes ? 'CODE' : 'MANUAL';
      const wanted = { companyId, title: 'A bag of coffee', cost: 50, fulfilment, ...input };
      const { id: rewardId, version } = await given(manager, 'createReward', wanted);
      if (codes) await given(manager, 'addRewardCodes', { rewardId, codes: codes.join('\n') });
      return given(manager, 'publishReward', { rewardId, version });
    },
    redeem: (who, { id, cost }, more = {}, through = t) =>
      ask(who, 'redeemReward', { rewardId: id, cost, idempotencyKey: newId(), ...more }, through),
    offered: (who, fields = REWARD) =>
      list(who, `{ page: rewards(companyId: "${companyId}", first: 100) { edges { node { ${fields} } } } }`),
    own: (who) => list(who, `{ page: viewerRedemptions(first: 100) { edges { node { ${REDEMPTION} } } } }`),
  };
}
