import type { TestUser } from './accounts.factory.js';
import type { TestApp } from './app.js';
import { decide } from './reviews.api.js';

/** Removes an idea, as a moderator does; the decision. */
export async function removeIdea(t: TestApp, who: TestUser, companyId: string, ideaId: string): Promise<string> {
  const [rule] = await t.database.query<{ id: string }>('SELECT id FROM rule WHERE company_id = $1', [companyId]);
  const opened = await t.ask<{ review: { id: string; version: number } }>(
    'mutation ($input: OpenReviewInput!) { review: openReview(input: $input) { id version } }',
    { input: { ideaId } },
    { token: who.token },
  );
  const { review, code } = await decide(t, who, 'REMOVE', opened.data!.review, { ruleId: rule!.id });
  if (code) throw new Error(code);
  await t.runJobs();
  return review!.decisions![0]!.id;
}

/** Takes a decision back. */
export async function undoDecision(t: TestApp, who: TestUser, decisionId: string): Promise<void> {
  const query = 'mutation ($input: UndoDecisionInput!) { undoDecision(input: $input) { id } }';
  const { errors } = await t.ask(query, { input: { decisionId } }, { token: who.token });
  if (errors) throw new Error(JSON.stringify(errors));
  await t.runJobs();
}
