// Who is excluded from rewards is read from what was decided, not from the membership: who has left the company, or joins
// again, is excluded still. `company` and `now` are places of the company's id and of the moment in a statement.

const holds = (now: string): string =>
  `s.kind = 'EXCLUSION' AND s.lifted_at IS NULL AND coalesce(s.ends_at > ${now}, true)`;

/** The members whose votes and appreciation earn others nothing for now, as an array. */
export const excludedVoices = (company: string, now: string): string =>
  `ARRAY(SELECT s.user_id FROM sanction s WHERE s.company_id = ${company} AND ${holds(now)})`;

/** Whether a member is one of them. */
export const isExcludedVoice = (company: string, user: string, now: string): string =>
  `EXISTS (SELECT FROM sanction s WHERE s.company_id = ${company} AND s.user_id = ${user} AND ${holds(now)})`;

/** The latest of the exclusions of a member ($1 company, $2 user) that hold ($3), as the id of its decision. */
export const EXCLUSION = `SELECT s.decision_id AS id FROM sanction s WHERE s.company_id = $1 AND s.user_id = $2 AND ${holds('$3')}
  ORDER BY s.decision_id DESC LIMIT 1`;
