import type { TestApp } from './app.js';

/** They are excluded from rewards from a moment on for a day, without the decision that this follows from. */
export async function excludeMembers(t: TestApp, companyId: string, userIds: string[], from: Date): Promise<void> {
  await t.database.transaction(async (tx) => {
    await tx.query('SET LOCAL session_replication_role = replica');
    await tx.query(
      `INSERT INTO sanction (id, company_id, user_id, kind, decision_id, starts_at, ends_at)
       SELECT uuidv7(), $1, id, 'EXCLUSION', uuidv7(), $3::timestamptz, $3::timestamptz + interval '1 day' FROM unnest($2::uuid[]) id`,
      [companyId, userIds, from],
    );
  });
}
