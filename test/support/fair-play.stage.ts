import { Role } from '../../src/shared/auth/role.js';
import { createUser, type TestUser } from './accounts.factory.js';
import type { TestApp } from './app.js';
import { createChallenge } from './challenges.factory.js';
import { addMember, createCompany } from './companies.factory.js';
import { excludeMembers } from './exclusions.factory.js';
import { createIdea } from './ideas.factory.js';
import { createMembers } from './votes.factory.js';

const DAY = 86_400_000;
type Ids = { id: string };

export interface Range {
  counted: number;
  lowest: number;
  place: number;
  lowestPlace: number;
  questioned: { rule: string; amount: number }[];
}

export interface Signal {
  rule: string;
  members: { id: string }[];
  ideas: { id: string }[];
  memberCount: number;
  ideaCount: number;
  votes: number;
  evidence: { figure: string; value: number }[];
}

export interface FairPlay {
  from: string;
  until: string;
  signals: Signal[];
  ideas: (Range & { idea: { id: string } })[];
  members: (Range & { member: { id: string } })[];
}

const RANGE = 'counted lowest place lowestPlace questioned { rule amount }';
const QUERY = `query ($companyId: ID!, $challengeId: ID, $month: String) {
  fairPlay(companyId: $companyId, challengeId: $challengeId, month: $month) { from until
    signals { rule memberCount ideaCount votes evidence { figure value } members { id } ideas { id } }
    ideas { ${RANGE} idea { id } } members { ${RANGE} member { id } } } }`;

/** A company whose members joined long ago; votes are written as they were cast, at whatever moment. */
export async function fairPlayStage(t: TestApp) {
  const company = await createCompany(t);
  const manager = await createUser(t);
  await addMember(t, company, manager, Role.MANAGER);
  const challenge = await createChallenge(t, company);
  const now = t.clock.now();

  async function people(count: number, joinedDaysAgo = 200): Promise<TestUser[]> {
    const members = await createMembers(t, company, count);
    await t.database.query(
      'UPDATE membership SET joined_at = $2 WHERE company_id = $3 AND user_id = ANY ($1::uuid[])',
      [members.map(({ id }) => id), new Date(+now - joinedDaysAgo * DAY), company.id],
    );
    return members;
  }

  const ideaOf = (author: Ids, of: Ids | null = null) =>
    createIdea(t, { company, author, challenge: of, publishedAt: new Date(+now - 60 * DAY) });

  /** One after the other, so many seconds apart, from so many days ago on. */
  async function cast(idea: Ids, voters: Ids[], { daysAgo = 20, seconds = 7_200 } = {}): Promise<void> {
    const ids = voters.map(({ id }) => id);
    await t.database.query(
      `INSERT INTO vote (company_id, idea_id, user_id, value, created_at, updated_at)
       SELECT $1, $2, u.id, 1, m.at, m.at FROM unnest($3::uuid[]) WITH ORDINALITY u (id, no)
       CROSS JOIN LATERAL (SELECT $4::timestamptz + u.no * $5 * interval '1 second' AS at) m`,
      [company.id, idea.id, ids, new Date(+now - daysAgo * DAY), seconds],
    );
    await t.database.query('UPDATE idea_tally SET up_count = up_count + $2, score = score + $2 WHERE idea_id = $1', [
      idea.id,
      ids.length,
    ]);
  }

  /** What people do who like ideas: each votes for some, hours apart, nobody for each other's in particular. */
  async function usual(voters: Ids[], ideas: Ids[], each = 3): Promise<void> {
    for (const [at, idea] of ideas.entries()) {
      const mine = voters.filter((_, no) =>
        Array.from({ length: each }, (__, k) => (no * 7 + k * 3) % ideas.length).includes(at),
      );
      await cast(idea, mine, { daysAgo: 40, seconds: 5_000 + at * 97 });
    }
  }

  /** They earn nothing, nor do others by their votes. */
  const exclude = (...who: Ids[]) =>
    excludeMembers(
      t,
      company.id,
      who.map(({ id }) => id),
      now,
    );

  async function look(args: object = {}, who: Ids & { token: string } = manager): Promise<FairPlay> {
    const { data, errors } = await t.ask<{ fairPlay: FairPlay }>(
      QUERY,
      { companyId: company.id, ...args },
      { token: who.token },
    );
    if (errors) throw new Error(errors[0]!.extensions.code);
    return data!.fairPlay;
  }

  /** On that day and the next: votes that begin late in the day go on after midnight. */
  const cameFrom = (network: string, members: Ids[], daysAgo: number) =>
    t.database.query(
      `INSERT INTO member_day (company_id, user_id, day, read_count, network)
       SELECT $1, u.id, ($3::timestamptz AT TIME ZONE 'UTC')::date + later, 1, $4
       FROM unnest($2::uuid[]) u (id) CROSS JOIN generate_series(0, 1) later`,
      [company.id, members.map(({ id }) => id), new Date(+now - daysAgo * DAY), network],
    );

  const used = (device: string, members: Ids[], daysAgo: number) =>
    t.database.query(
      'INSERT INTO device_sighting (device, user_id, seen_at) SELECT $1, id, $3 FROM unnest($2::uuid[]) id',
      [device, members.map(({ id }) => id), new Date(+now - daysAgo * DAY)],
    );

  return { t, company, manager, challenge, now, people, ideaOf, cast, usual, exclude, look, cameFrom, used };
}

export type FairPlayStage = Awaited<ReturnType<typeof fairPlayStage>>;
