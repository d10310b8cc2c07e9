import type { Company } from '../../src/features/companies/company.entity.js';
import { Role } from '../../src/shared/auth/role.js';
import { createUser, type TestUser } from './accounts.factory.js';
import type { ApiResult, TestApp } from './app.js';
import { addMember, createCompany } from './companies.factory.js';

export interface GiftNode {
  id: string;
  kind: string;
  points: number;
  note: string | null;
  at: string;
  seenAt: string | null;
  takenBackAt: string | null;
  takenBackBecause: string | null;
  commentId: string | null;
  viewerCanTakeBack: boolean;
  badge: { name: string } | null;
  reward: { title: string } | null;
  idea: { id: string; title: string } | null;
  giver: { displayName: string };
  receiver: { displayName: string };
  company: { slug: string };
}
export interface Budget {
  moderatorPoints: number;
  managerPoints: number;
  version: number;
  viewerPoints: number;
  viewerLeft: number;
}
export interface Suggestion {
  reason: string;
  at: string;
  helped: number | null;
  waitedDays: number | null;
  critic: string | null;
  commentId: string | null;
  user: { id: string };
  idea: { id: string } | null;
}

const GIFT = `id kind points note at seenAt takenBackAt takenBackBecause commentId viewerCanTakeBack badge { name } reward { title }
  idea { id title } giver { displayName } receiver { displayName } company { slug }`;
const BUDGET = 'moderatorPoints managerPoints version viewerPoints viewerLeft';
const SUGGESTION = 'reason at helped waitedDays critic commentId user { id } idea { id }';
export const NOTE = 'Thank you for staying with us.';

/** A company with its staff and two members, and what is asked about gifts. */
export class GiftsStage {
  private constructor(
    readonly t: TestApp,
    readonly company: Company,
    readonly moderator: TestUser,
    readonly manager: TestUser,
    readonly ana: TestUser,
    readonly bea: TestUser,
  ) {}

  static async of(t: TestApp, columns: Partial<Company> = {}): Promise<GiftsStage> {
    const company = await createCompany(t, columns);
    const people: TestUser[] = [];
    for (const [displayName, role] of [
      ['Nora', Role.MODERATOR],
      ['Marta', Role.MANAGER],
      ['Ana', Role.CUSTOMER],
      ['Bea', Role.CUSTOMER],
    ] as const) {
      const user = await createUser(t, { displayName });
      await addMember(t, company, user, role);
      people.push(user);
    }
    const [moderator, manager, ana, bea] = people as [TestUser, TestUser, TestUser, TestUser];
    return new GiftsStage(t, company, moderator, manager, ana, bea);
  }

  /** Somebody new. */
  async member(role = Role.CUSTOMER): Promise<TestUser> {
    const user = await createUser(this.t);
    await addMember(this.t, this.company, user, role);
    return user;
  }

  /** Points for Ana from the moderator, unless told otherwise. */
  give(input: object = {}, by: TestUser | null = this.moderator): Promise<ApiResult<{ gift: GiftNode }>> {
    const usual = { companyId: this.company.id, userId: this.ana.id, kind: 'THANKS', note: NOTE };
    return this.mutate('giveGift', { ...usual, ...input }, by);
  }
  takeBack(giftId: string, by: TestUser | null = this.moderator): Promise<ApiResult<{ gift: GiftNode }>> {
    return this.mutate('takeBackGift', { giftId, reason: 'It was meant for another.' }, by);
  }
  see(giftIds: string[], by: TestUser): Promise<ApiResult<{ gift: GiftNode[] }>> {
    return this.mutate('seeGifts', { giftIds }, by) as never;
  }

  async received(by: TestUser): Promise<GiftNode[]> {
    const query = `{ list: viewerGifts { edges { node { ${GIFT} } } } }`;
    return nodesOf(await this.t.ask<List>(query, {}, { token: by.token }));
  }
  async given(by: TestUser): Promise<GiftNode[]> {
    const query = `query ($companyId: ID!) { list: gifts(companyId: $companyId) { edges { node { ${GIFT} } } } }`;
    return nodesOf(await this.t.ask<List>(query, { companyId: this.company.id }, { token: by.token }));
  }

  async budget(by: TestUser = this.moderator): Promise<Budget> {
    const query = `query ($companyId: ID!) { giftBudget(companyId: $companyId) { ${BUDGET} } }`;
    const asked = await this.t.ask<{ giftBudget: Budget }>(query, { companyId: this.company.id }, { token: by.token });
    return asked.data!.giftBudget;
  }
  updateBudget(input: object, by: TestUser = this.manager): Promise<ApiResult<{ budget: Budget }>> {
    const query = `mutation ($input: UpdateGiftBudgetInput!) { budget: updateGiftBudget(input: $input) { ${BUDGET} } }`;
    return this.t.ask(query, { input: { companyId: this.company.id, ...input } }, { token: by.token });
  }

  async suggestions(by: TestUser = this.moderator, first = 50): Promise<Suggestion[]> {
    const query = `query ($companyId: ID!, $first: Int) { thankSuggestions(companyId: $companyId, first: $first) { ${SUGGESTION} } }`;
    const variables = { companyId: this.company.id, first };
    const asked = await this.t.ask<{ thankSuggestions: Suggestion[] }>(query, variables, { token: by.token });
    if (asked.errors) throw new Error(JSON.stringify(asked.errors));
    return asked.data!.thankSuggestions;
  }
  dismiss(userId: string, reason: string, by: TestUser = this.moderator): Promise<ApiResult> {
    const query = 'mutation ($input: DismissThanksInput!) { dismissThanks(input: $input) { ok } }';
    return this.t.ask(query, { input: { companyId: this.company.id, userId, reason } }, { token: by.token });
  }

  /** Points that a member has. */
  async balance({ id }: { id: string }): Promise<number> {
    const [row] = await this.t.database.query<{ balance: number }>(
      'SELECT balance::integer AS balance FROM ledger_account WHERE company_id = $1 AND user_id = $2',
      [this.company.id, id],
    );
    return row?.balance ?? 0;
  }

  private mutate(name: string, input: object, by: TestUser | null): Promise<ApiResult<{ gift: GiftNode }>> {
    const type = `${name[0]!.toUpperCase()}${name.slice(1)}Input`;
    const query = `mutation ($input: ${type}!) { gift: ${name}(input: $input) { ${GIFT} } }`;
    return this.t.ask(query, { input }, { token: by?.token });
  }
}

type List = { list: { edges: { node: GiftNode }[] } };
function nodesOf({ data, errors }: ApiResult<List>): GiftNode[] {
  if (errors) throw new Error(JSON.stringify(errors));
  return data!.list.edges.map(({ node }) => node);
}
