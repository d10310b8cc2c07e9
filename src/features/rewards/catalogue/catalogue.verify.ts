/** What is stored of the catalogue and of points, and what the redemptions say. */
export const VERIFY = `
SELECT w.id, 'reward.taken' AS "column", w.taken::text AS stored, count(r.id)::text AS counted
FROM reward w LEFT JOIN redemption r ON r.reward_id = w.id AND r.state <> 'CANCELLED' GROUP BY w.id HAVING w.taken <> count(r.id)
UNION ALL
SELECT w.id, 'reward.supply', w.supply::text, count(c.id)::text FROM reward w LEFT JOIN reward_code c ON c.reward_id = w.id
WHERE w.fulfilment = 'CODE' GROUP BY w.id HAVING w.supply <> count(c.id)
UNION ALL
SELECT r.id, 'code of redemption', count(c.id)::text, '1' FROM redemption r JOIN reward w ON w.id = r.reward_id AND w.fulfilment = 'CODE'
LEFT JOIN reward_code c ON c.redemption_id = r.id AND c.reward_id = r.reward_id GROUP BY r.id HAVING count(c.id) <> 1
UNION ALL
SELECT c.id, 'redemption of reward_code', c.reward_id::text, r.reward_id::text FROM reward_code c JOIN redemption r ON r.id = c.redemption_id
WHERE r.reward_id <> c.reward_id
UNION ALL
SELECT coalesce(a.id, w.company_id), 'points in escrow', coalesce(a.balance, 0)::text, coalesce(w.points, 0)::text
FROM (SELECT * FROM ledger_account WHERE kind = 'ESCROW') a
FULL JOIN (SELECT company_id, sum(points) AS points FROM redemption WHERE state = 'REQUESTED' GROUP BY company_id) w ON w.company_id = a.company_id
WHERE coalesce(a.balance, 0) <> coalesce(w.points, 0)
UNION ALL
SELECT r.id, 'points of redemption', coalesce(t.points, 0)::text, f.points::text FROM redemption r
CROSS JOIN LATERAL (VALUES
  ('redemption:' || r.id, CASE WHEN r.state IN ('REQUESTED', 'FULFILLED') THEN r.points ELSE 0 END),
  ('fulfilment:' || r.id, CASE WHEN r.state = 'FULFILLED' THEN r.points ELSE 0 END)
) AS f (cause, points)
LEFT JOIN LATERAL (
  SELECT sum(CASE WHEN x.step % 2 = 1 THEN e.amount ELSE -e.amount END) AS points FROM ledger_transaction x
  JOIN ledger_entry e ON e.transaction_id = x.id AND e.amount > 0 WHERE x.company_id = r.company_id AND x.cause = f.cause
) t ON true
WHERE coalesce(t.points, 0) <> f.points`;
