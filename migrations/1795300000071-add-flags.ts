import type { MigrationInterface, QueryRunner } from 'typeorm';

// A notice from outside has no flagger; who filed it is in a table of its own, which no query shows.
const FLAGS = `
CREATE TABLE flag (
  id uuid PRIMARY KEY,
  company_id uuid NOT NULL CONSTRAINT flag_company_fk REFERENCES company (id) ON DELETE CASCADE,
  review_id uuid NOT NULL CONSTRAINT flag_review_fk REFERENCES review (id),
  kind text NOT NULL,
  idea_id uuid CONSTRAINT flag_idea_fk REFERENCES idea (id) ON DELETE CASCADE,
  comment_id uuid CONSTRAINT flag_comment_fk REFERENCES comment (id) ON DELETE CASCADE,
  profile_id uuid CONSTRAINT flag_profile_fk REFERENCES "user" (id),
  attachment_id uuid CONSTRAINT flag_attachment_fk REFERENCES file (id) ON DELETE SET NULL,
  flagger_id uuid CONSTRAINT flag_flagger_fk REFERENCES "user" (id),
  rule_id uuid CONSTRAINT flag_rule_fk REFERENCES rule (id),
  note text,
  weight real NOT NULL,
  state text NOT NULL DEFAULT 'OPEN',
  created_at timestamptz NOT NULL,
  decided_at timestamptz
);
CREATE UNIQUE INDEX flag_idea_key ON flag (company_id, idea_id, flagger_id);
CREATE UNIQUE INDEX flag_comment_key ON flag (company_id, comment_id, flagger_id);
CREATE UNIQUE INDEX flag_profile_key ON flag (company_id, profile_id, flagger_id);
CREATE INDEX flag_attachment_idx ON flag (attachment_id) WHERE attachment_id IS NOT NULL;
CREATE INDEX flag_review_idx ON flag (review_id, weight, id);
CREATE INDEX flag_flagger_idx ON flag (company_id, flagger_id, state);

CREATE TABLE notice (
  flag_id uuid PRIMARY KEY CONSTRAINT notice_flag_fk REFERENCES flag (id) ON DELETE CASCADE,
  company_id uuid NOT NULL CONSTRAINT notice_company_fk REFERENCES company (id) ON DELETE CASCADE,
  name text NOT NULL,
  email text NOT NULL,
  locale text NOT NULL,
  token_hash bytea NOT NULL,
  created_at timestamptz NOT NULL
);
CREATE UNIQUE INDEX notice_token_key ON notice (token_hash);
`;

const SETTINGS = `
ALTER TABLE rule ADD COLUMN severity text NOT NULL DEFAULT 'MEDIUM', ADD COLUMN target_hours integer NOT NULL DEFAULT 24;
ALTER TABLE company ADD COLUMN hide_flaggers integer NOT NULL DEFAULT 3, ADD COLUMN hide_weight real NOT NULL DEFAULT 8.33;
`;

// One index for the queue: what is most urgent first, in each state.
const QUEUE = `
ALTER TABLE review ADD COLUMN score real NOT NULL DEFAULT 0,
  ADD COLUMN due_at timestamptz, ADD COLUMN rank_at timestamptz,
  ADD COLUMN claimed_by_id uuid CONSTRAINT review_claimed_by_fk REFERENCES "user" (id),
  ADD COLUMN claimed_until timestamptz,
  ADD COLUMN claimed_since timestamptz;
UPDATE review SET due_at = created_at + interval '24 hours', rank_at = created_at + interval '24 hours';
ALTER TABLE review ALTER COLUMN due_at SET NOT NULL, ALTER COLUMN rank_at SET NOT NULL;
DROP INDEX review_queue_idx;
CREATE INDEX review_queue_idx ON review (company_id, state, rank_at, id, created_at);
`;

/** Flags and notices, and the queue that they are worked off in. */
export class AddFlags1795300000071 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statements of [SETTINGS, QUEUE, FLAGS]) await runner.query(statements);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE notice; DROP TABLE flag;
      ALTER TABLE company DROP COLUMN hide_flaggers, DROP COLUMN hide_weight;
      ALTER TABLE rule DROP COLUMN severity, DROP COLUMN target_hours;
      DROP INDEX review_queue_idx;
      ALTER TABLE review DROP COLUMN score, DROP COLUMN due_at, DROP COLUMN rank_at,
        DROP COLUMN claimed_by_id, DROP COLUMN claimed_until, DROP COLUMN claimed_since;
      CREATE INDEX review_queue_idx ON review (company_id, state, created_at, id)`);
  }
}
