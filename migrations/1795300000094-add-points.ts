import type { MigrationInterface, QueryRunner } from 'typeorm';

const RULES = `
CREATE TABLE reward_rule (
  id uuid PRIMARY KEY,
  company_id uuid NOT NULL CONSTRAINT reward_rule_company_fk REFERENCES company (id) ON DELETE CASCADE,
  rule text NOT NULL,
  points integer NOT NULL CONSTRAINT reward_rule_points_check CHECK (points >= 0),
  every integer,
  daily_cap integer,
  lifetime_cap integer,
  starts_at timestamptz NOT NULL,
  created_by_id uuid NOT NULL CONSTRAINT reward_rule_created_by_fk REFERENCES "user" (id),
  created_at timestamptz NOT NULL,
  CONSTRAINT reward_rule_every_check CHECK ((rule = 'VOTES') = (every IS NOT NULL))
);
CREATE UNIQUE INDEX reward_rule_start_key ON reward_rule (company_id, rule, starts_at);

CREATE TABLE reward_rule_count (
  company_id uuid PRIMARY KEY CONSTRAINT reward_rule_count_company_fk REFERENCES company (id) ON DELETE CASCADE,
  version integer NOT NULL
);
`;

const AWARDS = `
CREATE TABLE award (
  id uuid PRIMARY KEY,
  company_id uuid NOT NULL CONSTRAINT award_company_fk REFERENCES company (id) ON DELETE CASCADE,
  user_id uuid NOT NULL CONSTRAINT award_user_fk REFERENCES "user" (id),
  rule text NOT NULL,
  cause text NOT NULL,
  points integer NOT NULL CONSTRAINT award_points_check CHECK (points >= 0),
  capped boolean NOT NULL,
  eligible boolean NOT NULL,
  parts integer NOT NULL,
  standing boolean NOT NULL,
  because text,
  idea_id uuid,
  comment_id uuid,
  flag_id uuid,
  challenge_id uuid,
  at timestamptz NOT NULL
);
CREATE UNIQUE INDEX award_cause_key ON award (company_id, cause);
CREATE INDEX award_member_idx ON award (company_id, user_id, rule, at) INCLUDE (points) WHERE standing;
CREATE INDEX award_time_idx ON award (company_id, at, id);
CREATE INDEX award_idea_idx ON award (idea_id, id) WHERE comment_id IS NULL;
CREATE INDEX award_comment_idx ON award (comment_id, id) WHERE comment_id IS NOT NULL;
CREATE INDEX award_flag_idx ON award (flag_id) WHERE flag_id IS NOT NULL;

CREATE TABLE settlement_mark (
  name text PRIMARY KEY,
  event_id uuid NOT NULL
);

CREATE TABLE point_expiry (
  company_id uuid NOT NULL CONSTRAINT point_expiry_company_fk REFERENCES company (id) ON DELETE CASCADE,
  user_id uuid NOT NULL CONSTRAINT point_expiry_user_fk REFERENCES "user" (id) ON DELETE CASCADE,
  last_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  PRIMARY KEY (company_id, user_id)
);

CREATE INDEX ledger_transaction_time_idx ON ledger_transaction (company_id, at);
`;

/** What earns points, what has earned them, and when they expire. */
export class AddPoints1795300000094 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statements of [RULES, AWARDS]) await runner.query(statements);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX ledger_transaction_time_idx;
      DROP TABLE point_expiry; DROP TABLE settlement_mark; DROP TABLE award; DROP TABLE reward_rule_count; DROP TABLE reward_rule`);
  }
}
