import { Rule } from '../../src/features/companies/rule.entity.js';
import { LedgerService } from '../../src/features/rewards/ledger/ledger.service.js';
import { VoteSweep } from '../../src/features/rewards/points/settlement/vote-sweep.service.js';
import { VerifyAwardsService } from '../../src/features/rewards/points/verify-awards.service.js';
import type { Difference } from '../../src/shared/database/difference.js';
import type { TestUser } from './accounts.factory.js';
import type { TestApp } from './app.js';
import { given } from './ideas.api.js';
import type { IdeasStage } from './ideas.stage.js';
import { decide } from './reviews.api.js';

export interface AwardNode {
  rule: string;
  points: number;
  standing: boolean;
  because: string | null;
}

/** What a member was awarded, in the order of the rules' names: `IDEA_PUBLISHED 5`, and why where it stands no more. */
export async function awardsOf(t: TestApp, company: { id: string }, who: { id: string }): Promise<string[]> {
  const rows = await t.database.query<AwardNode>(
    'SELECT rule, points, standing, because FROM award WHERE company_id = $1 AND user_id = $2 ORDER BY rule, id',
    [company.id, who.id],
  );
  return rows.map(({ rule, points, standing, because }) => `${rule} ${points}${standing ? '' : ` ${because}`}`);
}

/** What the viewer has in a company, as they see it. */
export async function walletOf(t: TestApp, company: { id: string }, who: TestUser) {
  const query = `query ($companyId: ID!) { wallet: viewerWallet(companyId: $companyId) {
    balance earned waiting expiring { points at } } }`;
  const { data, errors } = await t.ask<{
    wallet: { balance: number; earned: number; waiting: number; expiring: { points: number; at: string } | null };
  }>(query, { companyId: company.id }, { token: who.token });
  if (errors) throw new Error(JSON.stringify(errors));
  return data!.wallet;
}

export const balanceOf = async (t: TestApp, company: { id: string }, who: TestUser): Promise<number> =>
  (await walletOf(t, company, who)).balance;

export interface LineNode {
  kind: string;
  step: string;
  points: number;
  rule: string | null;
  because: string | null;
  stands: boolean;
  idea: { title: string } | null;
  comment: { body: string } | null;
}

/** The viewer's story of points, the newest first. */
export async function storyOf(t: TestApp, company: { id: string }, who: TestUser, page: object = {}) {
  const query = `query ($companyId: ID!, $first: Int, $after: String) { ledger: viewerLedger(companyId: $companyId, first: $first, after: $after) {
    totalCount pageInfo { hasNextPage endCursor }
    edges { node { kind step points rule because stands idea { title } comment { body } } } } }`;
  const { data, errors } = await t.ask<{
    ledger: {
      totalCount: number;
      pageInfo: { hasNextPage: boolean; endCursor: string };
      edges: { node: LineNode }[];
    };
  }>(query, { companyId: company.id, ...page }, { token: who.token });
  if (errors) throw new Error(JSON.stringify(errors));
  return { ...data!.ledger, lines: data!.ledger.edges.map(({ node }) => node) };
}

/** Does what has been put off: events' handlers, and the look for new votes. */
export async function settle(t: TestApp): Promise<void> {
  await t.runJobs();
  await t.app.get(VoteSweep).sweep();
}

/** Excludes somebody from rewards for 30 days, by a decision, and does what follows. @returns the decision */
export async function exclude(
  t: TestApp,
  { api, company, moderator }: IdeasStage,
  who: TestUser,
  term: object = { days: 30 },
  beforeHeard: () => void = () => undefined,
): Promise<string> {
  const { id: ruleId } = await t.database.manager.findOneByOrFail(Rule, { companyId: company.id });
  const profile = { userId: who.id, companyId: company.id };
  const review = await given(api.mutate(moderator, 'openReview', profile, 'id version'));
  const more = { ruleId, note: 'Six accounts vote for each other alone.', ...term };
  const decided = await decide(t, moderator, 'EXCLUDE', review, more);
  if (decided.code) throw new Error(decided.code);
  beforeHeard();
  await settle(t);
  return decided.review!.decisions![0]!.id;
}

/** Undoes that. */
export async function readmit(t: TestApp, { api, moderator }: IdeasStage, decisionId: string): Promise<void> {
  await given(api.mutate(moderator, 'undoDecision', { decisionId }, 'id'));
  await settle(t);
}

/** Where the ledger, awards and scores do not say the same: for tests that write into them what nobody has done. */
export const pointsDifferences = async (t: TestApp): Promise<Difference[]> => [
  ...(await t.app.get(LedgerService).verify()),
  ...(await t.app.get(VerifyAwardsService).verify()),
];
