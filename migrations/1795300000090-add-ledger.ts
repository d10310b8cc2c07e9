import type { MigrationInterface, QueryRunner } from 'typeorm';

const TABLES = `
ALTER TABLE membership ADD COLUMN excluded_until timestamptz;

CREATE TABLE ledger_account (
  id uuid PRIMARY KEY,
  company_id uuid NOT NULL CONSTRAINT ledger_account_company_fk REFERENCES company (id),
  kind text NOT NULL,
  user_id uuid CONSTRAINT ledger_account_user_fk REFERENCES "user" (id),
  challenge_id uuid CONSTRAINT ledger_account_challenge_fk REFERENCES challenge (id),
  balance bigint NOT NULL DEFAULT 0,
  CONSTRAINT ledger_account_owner_check CHECK ((kind = 'MEMBER') = (user_id IS NOT NULL) AND (kind = 'POOL') = (challenge_id IS NOT NULL)),
  CONSTRAINT ledger_account_balance_check CHECK (balance >= 0 OR kind IN ('BUDGET', 'MEMBER'))
) WITH (fillfactor = 70);
CREATE UNIQUE INDEX ledger_account_key ON ledger_account (company_id, kind, coalesce(user_id, challenge_id, company_id));
CREATE UNIQUE INDEX ledger_account_company_key ON ledger_account (id, company_id);

CREATE TABLE ledger_transaction (
  id uuid PRIMARY KEY,
  company_id uuid NOT NULL CONSTRAINT ledger_transaction_company_fk REFERENCES company (id),
  kind text NOT NULL,
  cause text NOT NULL,
  step integer NOT NULL DEFAULT 1,
  event_id uuid,
  rule text,
  actor_id uuid CONSTRAINT ledger_transaction_actor_fk REFERENCES "user" (id),
  idea_id uuid,
  comment_id uuid,
  challenge_id uuid,
  reverses_id uuid CONSTRAINT ledger_transaction_reverses_fk REFERENCES ledger_transaction (id),
  because text,
  at timestamptz NOT NULL,
  posted_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT ledger_transaction_step_check CHECK (step >= 1 AND (step > 1) = (reverses_id IS NOT NULL) AND (kind = 'REVERSAL') = (reverses_id IS NOT NULL))
);
CREATE UNIQUE INDEX ledger_transaction_cause_key ON ledger_transaction (company_id, cause, step);
CREATE UNIQUE INDEX ledger_transaction_reverses_key ON ledger_transaction (reverses_id);
CREATE UNIQUE INDEX ledger_transaction_company_key ON ledger_transaction (company_id, id);

CREATE TABLE ledger_entry (
  transaction_id uuid NOT NULL CONSTRAINT ledger_entry_transaction_fk REFERENCES ledger_transaction (id),
  account_id uuid NOT NULL CONSTRAINT ledger_entry_account_fk REFERENCES ledger_account (id),
  company_id uuid NOT NULL,
  amount bigint NOT NULL,
  PRIMARY KEY (transaction_id, account_id),
  CONSTRAINT ledger_entry_amount_check CHECK (amount <> 0),
  CONSTRAINT ledger_entry_company_id_transaction_fk FOREIGN KEY (company_id, transaction_id) REFERENCES ledger_transaction (company_id, id),
  CONSTRAINT ledger_entry_account_id_company_fk FOREIGN KEY (account_id, company_id) REFERENCES ledger_account (id, company_id)
);
CREATE INDEX ledger_entry_account_idx ON ledger_entry (account_id, transaction_id);
`;

// Whatever the program does: what is written stays, each transaction moves the same points from one account to another,
// a reversal is the exact contrary of what it reverses, and balances are moved by entries alone.
const GUARDS = `
CREATE FUNCTION ledger_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is only appended to', TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation';
END $$;
CREATE TRIGGER ledger_transaction_stays BEFORE UPDATE OR DELETE ON ledger_transaction FOR EACH ROW EXECUTE FUNCTION ledger_refuse();
CREATE TRIGGER ledger_entry_stays BEFORE UPDATE OR DELETE ON ledger_entry FOR EACH ROW EXECUTE FUNCTION ledger_refuse();
CREATE TRIGGER ledger_account_stays BEFORE DELETE ON ledger_account FOR EACH ROW EXECUTE FUNCTION ledger_refuse();
CREATE TRIGGER ledger_transaction_is_kept BEFORE TRUNCATE ON ledger_transaction EXECUTE FUNCTION ledger_refuse();
CREATE TRIGGER ledger_entry_is_kept BEFORE TRUNCATE ON ledger_entry EXECUTE FUNCTION ledger_refuse();
CREATE TRIGGER ledger_account_is_kept BEFORE TRUNCATE ON ledger_account EXECUTE FUNCTION ledger_refuse();

CREATE FUNCTION ledger_guard_account() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' AND NEW.balance <> 0 OR TG_OP = 'UPDATE' AND (pg_trigger_depth() < 2
    OR (NEW.id, NEW.company_id, NEW.kind, NEW.user_id, NEW.challenge_id) IS DISTINCT FROM (OLD.id, OLD.company_id, OLD.kind, OLD.user_id, OLD.challenge_id))
  THEN
    RAISE EXCEPTION 'Only entries change an account' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER ledger_account_guard BEFORE INSERT OR UPDATE ON ledger_account FOR EACH ROW EXECUTE FUNCTION ledger_guard_account();

-- Its plans are kept for as long as a connection lives, from when the tables were small: each row is looked up by its
-- key, whatever they have grown to (OFFSET 0 keeps the planner from turning a look-up into a join with all).
CREATE FUNCTION ledger_apply() RETURNS trigger LANGUAGE plpgsql SET enable_seqscan = off AS $$
DECLARE
  moved record;
BEGIN
  IF EXISTS (SELECT FROM (SELECT DISTINCT transaction_id FROM fresh) f CROSS JOIN LATERAL (
    SELECT count(*) AS entries, sum(e.amount) AS sum FROM ledger_entry e WHERE e.transaction_id = f.transaction_id OFFSET 0) t
    WHERE t.entries <> 2 OR t.sum <> 0)
  THEN
    RAISE EXCEPTION 'A transaction moves points from one account to another' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  IF EXISTS (SELECT FROM fresh e
    CROSS JOIN LATERAL (SELECT * FROM ledger_transaction WHERE id = e.transaction_id OFFSET 0) t
    WHERE t.reverses_id IS NOT NULL AND NOT EXISTS (
      SELECT FROM (SELECT * FROM ledger_transaction WHERE id = t.reverses_id OFFSET 0) r
      CROSS JOIN LATERAL (SELECT amount FROM ledger_entry WHERE transaction_id = r.id AND account_id = e.account_id OFFSET 0) o
      WHERE r.company_id = t.company_id AND r.cause = t.cause AND r.step = t.step - 1 AND o.amount = -e.amount))
  THEN
    RAISE EXCEPTION 'A reversal is the exact contrary of the step before' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  FOR moved IN
    SELECT f.account_id AS id, sum(f.amount) AS amount, bool_or(f.amount < 0 AND t.kind <> 'REVERSAL') AS spent
    FROM fresh f CROSS JOIN LATERAL (SELECT kind FROM ledger_transaction WHERE id = f.transaction_id OFFSET 0) t
    CROSS JOIN LATERAL (SELECT kind FROM ledger_account WHERE id = f.account_id OFFSET 0) a
    GROUP BY f.account_id, a.kind ORDER BY a.kind <> 'MEMBER', f.account_id
  LOOP
    UPDATE ledger_account SET balance = balance + moved.amount WHERE id = moved.id
      AND NOT (kind = 'MEMBER' AND moved.spent AND balance + moved.amount < 0);
    IF NOT FOUND THEN
      RAISE EXCEPTION 'A member spends no more than they have'
        USING ERRCODE = 'check_violation', CONSTRAINT = 'ledger_account_balance_check', TABLE = 'ledger_account';
    END IF;
  END LOOP;
  RETURN NULL;
END $$;
CREATE TRIGGER ledger_entry_apply AFTER INSERT ON ledger_entry REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION ledger_apply();

CREATE FUNCTION ledger_require_entries() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM ledger_entry WHERE transaction_id = NEW.id) THEN
    RAISE EXCEPTION 'A transaction has entries' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER ledger_transaction_has_entries AFTER INSERT ON ledger_transaction DEFERRABLE INITIALLY DEFERRED
FOR EACH ROW EXECUTE FUNCTION ledger_require_entries();
`;

const SCORES = `
CREATE TABLE score (
  company_id uuid NOT NULL CONSTRAINT score_company_fk REFERENCES company (id) ON DELETE CASCADE,
  scope text NOT NULL,
  user_id uuid NOT NULL CONSTRAINT score_user_fk REFERENCES "user" (id) ON DELETE CASCADE,
  points integer NOT NULL,
  PRIMARY KEY (company_id, scope, user_id)
);
CREATE INDEX score_rank_idx ON score (company_id, scope, points DESC, user_id) WHERE points > 0;
`;

/** The ledger of points, the sums that leaderboards are made of, and until when a member has no part in rewards. */
export class AddLedger1795300000090 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statements of [TABLES, GUARDS, SCORES]) await runner.query(statements);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE score; DROP TABLE ledger_entry; DROP TABLE ledger_transaction; DROP TABLE ledger_account;
      DROP FUNCTION ledger_refuse(); DROP FUNCTION ledger_guard_account(); DROP FUNCTION ledger_apply(); DROP FUNCTION ledger_require_entries();
      ALTER TABLE membership DROP COLUMN excluded_until`);
  }
}
