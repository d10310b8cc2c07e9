/** What keeps points from expiring: that some are earned or spent. */
export const LAST_ACTIVITY = (
  account: string,
): string => `SELECT t.posted_at AS at FROM ledger_entry e JOIN ledger_transaction t ON t.id = e.transaction_id
  WHERE e.account_id = ${account} AND t.kind IN ('AWARD', 'GIFT', 'PRIZE', 'REDEMPTION') ORDER BY e.transaction_id DESC LIMIT 1`;

/** The points of a member that still expire at a moment they were told; nothing once they were used, or are gone. */
export const expiringSql = (
  companyId: string,
  userId: string,
  at: string,
): string => `SELECT a.balance::integer AS points
  FROM point_expiry x JOIN ledger_account a ON a.company_id = x.company_id AND a.kind = 'MEMBER'
    AND coalesce(a.user_id, a.challenge_id, a.company_id) = x.user_id
  WHERE x.company_id = ${companyId} AND x.user_id = ${userId} AND x.expires_at = ${at} AND a.balance > 0
    AND x.last_at = (${LAST_ACTIVITY('a.id')})`;
