import { Role } from '../../src/shared/auth/role.js';
import { newId } from '../../src/shared/database/ids.js';
import type { Challenge, WinnersBy } from '../../src/features/challenges/challenge.entity.js';
import { Prize, type PrizeKind } from '../../src/features/challenges/prize.entity.js';
import type { Company } from '../../src/features/companies/company.entity.js';
import { createUser, type TestUser } from './accounts.factory.js';
import { type ApiResult, startTestApp, type TestApp } from './app.js';
import { createChallenge } from './challenges.factory.js';
import { addMember, createCompany } from './companies.factory.js';
import { codeOf } from './ideas.api.js';
import { createIdea } from './ideas.factory.js';

const DAY = 86_400_000;

export type Wanted = Partial<Omit<Prize, 'kind'>> & { kind?: keyof typeof PrizeKind };

export interface ApiWinner {
  id: string;
  reason: string;
  prize: { place: number };
  idea: { id: string } | null;
  announcedAt: string | null;
  heldAt: string | null;
  heldBecause: string | null;
  passedAt: string | null;
  revokedAt: string | null;
}

export interface ApiDesk {
  mayChoose: boolean;
  openPrizes: { id: string; place: number }[];
  proposals: { idea: { id: string }; place: number | null; score: number; jurors: number; bar: string | null }[];
  winners: ApiWinner[];
}

export interface ApiClaim {
  id: string;
  version: number;
  state: string;
  kind: string;
  points: number | null;
  amountMinor: number | null;
  dueAt: string;
  tracking: string | null;
  hasDetails: boolean;
  unreadable: boolean;
  user: { id: string };
}

const WINNER = 'id reason prize { place } idea { id } announcedAt heldAt heldBecause passedAt revokedAt';
const DESK = `mayChoose openPrizes { id place } proposals { idea { id } place score jurors bar } winners { ${WINNER} }`;
const CLAIM = 'id version state kind points amountMinor currency dueAt tracking hasDetails unreadable user { id }';

const INPUTS: Record<string, string> = {
  recordJuryChoice: 'JuryChoiceInput',
  declinePrize: 'ClaimVersionInput',
  confirmPrize: 'ClaimVersionInput',
  markPrizeReceived: 'ClaimVersionInput',
  revealDelivery: 'ClaimIdInput',
};
const FIELDS: Record<string, string> = {
  announceWinners: DESK,
  cancelAnnouncement: DESK,
  recordJuryChoice: 'open picks { idea { id } }',
  revealDelivery: 'name address phone account tracking',
  proposeShares: 'version agreed people { user { id } percent agreed }',
  answerShares: 'version agreed',
};

/** Some people of a company: its manager, an expert, and customers who write ideas. */
export interface PrizesStage {
  t: TestApp;
  company: Company;
  manager: TestUser;
  expert: TestUser;
  ana: TestUser;
  bea: TestUser;
  leo: TestUser;
  /** a member of nothing */
  stranger: TestUser;
}

export async function prizesStage(env: Record<string, string> = {}): Promise<PrizesStage> {
  const t = await startTestApp(env);
  const company = await createCompany(t);
  const people = await Promise.all(
    ['Marta', 'Elia', 'Ana', 'Bea', 'Leo', 'Otto'].map((displayName) => createUser(t, { displayName })),
  );
  const [manager, expert, ana, bea, leo, stranger] = people as [
    TestUser,
    TestUser,
    TestUser,
    TestUser,
    TestUser,
    TestUser,
  ];
  await addMember(t, company, manager, Role.MANAGER);
  await addMember(t, company, expert, Role.EXPERT);
  for (const customer of [ana, bea, leo]) await addMember(t, company, customer);
  return { t, company, manager, expert, ana, bea, leo, stranger };
}

/** What people do about prizes, as they call it. */
export function prizesApi({ t, company, manager }: PrizesStage) {
  const mutate = <T = Record<string, unknown>>(
    who: { token: string } | null,
    name: string,
    input: object,
  ): Promise<ApiResult<{ result: T }>> => {
    const type = INPUTS[name] ?? `${name[0]!.toUpperCase()}${name.slice(1)}Input`;
    const query = `mutation ($input: ${type}!) { result: ${name}(input: $input) { ${FIELDS[name] ?? CLAIM} } }`;
    return t.ask(query, { input }, { token: who?.token });
  };
  const done = async <T>(asked: Promise<ApiResult<{ result: T }>>): Promise<T> => {
    const { data, errors } = await asked;
    if (errors) throw new Error(JSON.stringify(errors));
    return data!.result;
  };
  const prizesOf = (challengeId: string) =>
    t.database.manager.find(Prize, { where: { challengeId }, order: { place: 'ASC' } });
  const choices = async (challengeId: string, ideas: { id: string }[], from = 0) => {
    const prizes = await prizesOf(challengeId);
    return ideas.map(({ id }, index) => ({ prizeId: prizes[from + index]!.id, ideaId: id, reason: 'It helps most.' }));
  };
  return {
    ...{ mutate, done, prizesOf, choices },

    /** A public challenge with these prizes, whose phases are over; one that lasts on with `endsAt`. */
    async challenge(
      prizes: Wanted[],
      options: Partial<Omit<Challenge, 'winnersBy'>> & { winnersBy?: keyof typeof WinnersBy } = {},
    ): Promise<Challenge> {
      const [startsAt, endsAt] = [new Date(Date.now() - 9 * DAY), options.endsAt ?? new Date(Date.now() - DAY)];
      const challenge = await createChallenge(t, company, {
        ...(options as Partial<Challenge>),
        phases: [{ startsAt, endsAt }],
      });
      const none = { amountMinor: null, currency: null, points: null, shareBasisPoints: null };
      const rows = prizes.map((prize, index) => ({
        ...{ id: newId(), companyId: company.id, challengeId: challenge.id, place: index + 1, title: 'A prize' },
        ...{ kind: 'RECOGNITION', ...none, ...prize },
      }));
      await t.database.manager.insert(Prize, rows as Prize[]);
      return challenge;
    },
    idea: (challenge: { id: string }, author: { id: string }, score = 0) =>
      createIdea(t, { company, challenge, author, score }),

    /** Announces these ideas by place; the code of a refusal. */
    async announce(
      challenge: { id: string },
      ideas: { id: string }[],
      more: { announceAt?: Date; from?: number } = {},
    ) {
      const { from, announceAt } = more;
      const input = { challengeId: challenge.id, choices: await choices(challenge.id, ideas, from), announceAt };
      return codeOf(await mutate(manager, 'announceWinners', input));
    },
    async desk({ id }: { id: string }, text: string | null = null): Promise<ApiDesk> {
      const query = `query ($id: ID!, $text: String) { result: winnerDesk(challengeId: $id, text: $text) { ${DESK} } }`;
      return done(t.ask<{ result: ApiDesk }>(query, { id, text }, { token: manager.token }));
    },
    /** What everybody sees: the places and ideas. */
    async winners({ id }: { id: string }, who: { token: string } | null = null) {
      const query = `query ($id: ID!) { challenge(id: $id) { winners { ${WINNER} } } }`;
      const { data } = await t.ask<{ challenge: { winners: ApiWinner[] } }>(query, { id }, { token: who?.token });
      return data!.challenge.winners;
    },
    /** What everybody sees of what an idea has won. */
    async wins({ id }: { id: string }, who: { token: string } | null = null) {
      const query = `query ($id: ID!) { idea(id: $id) { wins { ${WINNER} challenge { id } } } }`;
      const { data } = await t.ask<{ idea: { wins: ApiWinner[] } }>(query, { id }, { token: who?.token });
      return data?.idea?.wins;
    },
    async claims(who: { token: string }): Promise<ApiClaim[]> {
      const query = `{ myPrizeClaims(first: 100) { edges { node { ${CLAIM} } } } }`;
      const { data } = await t.ask<{ myPrizeClaims: { edges: { node: ApiClaim }[] } }>(query, {}, { token: who.token });
      return data!.myPrizeClaims.edges.map(({ node }) => node);
    },
    /** The points that somebody has from prizes; what rules gave for winning is not among them. */
    async points(user: { id: string }): Promise<number> {
      const [row] = await t.database.query<{ points: number }>(
        `SELECT coalesce(sum(e.amount), 0)::integer AS points FROM ledger_account a JOIN ledger_entry e ON e.account_id = a.id
         JOIN ledger_transaction t ON t.id = e.transaction_id AND t.cause LIKE 'prize:%' WHERE a.user_id = $1`,
        [user.id],
      );
      return row!.points;
    },
    /** What waits in the challenge's pool. */
    async pool({ id }: { id: string }): Promise<number> {
      const sql = 'SELECT balance FROM ledger_account WHERE challenge_id = $1';
      const [row] = await t.database.query<{ balance: string }>(sql, [id]);
      return Number(row?.balance ?? 0);
    },
    events: (aggregateId: string) =>
      t.database
        .query<{ type: string }>('SELECT type FROM event WHERE aggregate_id = $1 ORDER BY position', [aggregateId])
        .then((rows) => rows.map(({ type }) => type)),
    audited: (subjectId: string) =>
      t.database
        .query<{ action: string }>('SELECT action FROM audit_entry WHERE subject_id = $1 ORDER BY at, id', [subjectId])
        .then((rows) => rows.map(({ action }) => action)),
  };
}

export type PrizesApi = ReturnType<typeof prizesApi>;
