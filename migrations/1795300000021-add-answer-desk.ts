import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What waits for an answer is listed by its weight: `support_steps` is how often its support has doubled. */
const QUEUE = `
ALTER TABLE company ADD COLUMN answer_days integer NOT NULL DEFAULT 14;

CREATE FUNCTION support_steps(score integer, comments integer) RETURNS integer LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS $$ SELECT 32 - position(B'1' IN (1 + greatest(score, 0) + 2 * comments)::bit(32)) $$;
`;

const ANSWERS = `
ALTER TABLE answer ADD COLUMN idempotency_key text;

CREATE TABLE saved_reply (
  id uuid PRIMARY KEY,
  company_id uuid NOT NULL CONSTRAINT saved_reply_company_fk REFERENCES company (id) ON DELETE CASCADE,
  title text NOT NULL,
  body text NOT NULL,
  language text NOT NULL,
  created_by_id uuid NOT NULL CONSTRAINT saved_reply_created_by_fk REFERENCES "user" (id),
  used_count integer NOT NULL DEFAULT 0,
  last_used_at timestamptz,
  version integer NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL
);
CREATE INDEX saved_reply_used_idx ON saved_reply (company_id, used_count, id);
`;

export class AddAnswerDesk1795300000021 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [QUEUE, ANSWERS]) await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE saved_reply; ALTER TABLE answer DROP COLUMN idempotency_key; DROP FUNCTION support_steps;
      ALTER TABLE company DROP COLUMN answer_days`);
  }
}
