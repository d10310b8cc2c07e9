import { Role } from '../../src/shared/auth/role.js';
import { addMember } from './companies.factory.js';
import { createUser, type TestUser } from './accounts.factory.js';
import type { ApiResult, TestApp } from './app.js';

/** Verified, trusted members of a company. */
export async function createMembers(t: TestApp, company: { id: string }, count: number): Promise<TestUser[]> {
  const members: TestUser[] = [];
  for (let n = 0; n < count; n++) {
    const user = await createUser(t, { displayName: `Member ${n}` });
    await addMember(t, company, user, Role.CUSTOMER);
    members.push(user);
  }
  return members;
}

export interface Voted {
  id: string;
  upCount: number | null;
  downCount: number | null;
  score: number | null;
  viewerVote: 'UP' | 'DOWN' | null;
}

const FIELDS = 'id upCount downCount score viewerVote';

/** Votes for an idea, or takes the vote back (null). */
export async function vote(
  t: TestApp,
  user: { token: string } | null,
  ideaId: string,
  value: 'UP' | 'DOWN' | null,
): Promise<ApiResult<{ idea: Voted }>> {
  return value
    ? t.ask(
        `mutation ($input: VoteInput!) { idea: vote(input: $input) { ${FIELDS} } }`,
        { input: { ideaId, value } },
        { token: user?.token },
      )
    : t.ask(
        `mutation ($input: IdeaIdInput!) { idea: withdrawVote(input: $input) { ${FIELDS} } }`,
        { input: { ideaId } },
        { token: user?.token },
      );
}

/** The counts as stored, for comparison with what the test expects. */
export async function tallyOf(
  t: TestApp,
  ideaId: string,
): Promise<{ up: number; down: number; score: number; comments: number }> {
  const [row] = await t.database.query<{ up: number; down: number; score: number; comments: number }>(
    'SELECT up_count AS up, down_count AS down, score, comment_count AS comments FROM idea_tally WHERE idea_id = $1',
    [ideaId],
  );
  return row!;
}
