/**
 * The members whose votes and appreciation earn others nothing for now, as an array in statements. Read from what was
 * decided, not from the membership: who has left the company, or joins again, is excluded still.
 * @param company, now places of the company's id and of the moment
 */
export const excludedVoices = (company: string, now: string): string =>
  `ARRAY(SELECT s.user_id FROM sanction s WHERE s.company_id = ${company} AND s.kind = 'EXCLUSION' AND s.lifted_at IS NULL
    AND coalesce(s.ends_at > ${now}, true))`;
