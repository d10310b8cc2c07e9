import type { MigrationInterface, QueryRunner } from 'typeorm';

// What a decision did is kept with it (`effect`), so that undoing restores exactly what was there.
const DECISIONS = `
CREATE TABLE decision (
  id uuid PRIMARY KEY,
  company_id uuid NOT NULL CONSTRAINT decision_company_fk REFERENCES company (id) ON DELETE CASCADE,
  review_id uuid NOT NULL CONSTRAINT decision_review_fk REFERENCES review (id),
  kind text NOT NULL,
  idea_id uuid CONSTRAINT decision_idea_fk REFERENCES idea (id) ON DELETE CASCADE,
  comment_id uuid CONSTRAINT decision_comment_fk REFERENCES comment (id) ON DELETE CASCADE,
  subject_id uuid NOT NULL CONSTRAINT decision_subject_fk REFERENCES "user" (id),
  act text NOT NULL,
  rule_id uuid CONSTRAINT decision_rule_fk REFERENCES rule (id),
  legal_ground text,
  note text,
  found_by text NOT NULL,
  flag_count integer NOT NULL DEFAULT 0,
  automatic boolean NOT NULL,
  decided_by_id uuid CONSTRAINT decision_decided_by_fk REFERENCES "user" (id),
  decider_role text,
  content_hash text NOT NULL,
  ends_at timestamptz,
  effect jsonb NOT NULL,
  created_at timestamptz NOT NULL,
  appeal_until timestamptz NOT NULL,
  undone_at timestamptz,
  undone_by_id uuid CONSTRAINT decision_undone_by_fk REFERENCES "user" (id),
  undone_because text,
  replaces_id uuid CONSTRAINT decision_replaces_fk REFERENCES decision (id),
  CONSTRAINT decision_maker_check CHECK (automatic = (decided_by_id IS NULL)),
  CONSTRAINT decision_ground_check CHECK (act = 'KEEP' OR rule_id IS NOT NULL OR legal_ground IS NOT NULL)
);
CREATE INDEX decision_company_idx ON decision (company_id, created_at, id);
CREATE INDEX decision_subject_idx ON decision (company_id, subject_id, created_at, id);
CREATE INDEX decision_review_idx ON decision (review_id, created_at, id);
CREATE INDEX decision_replaces_idx ON decision (replaces_id) WHERE replaces_id IS NOT NULL;
`;

// Nobody changes or removes what stands in the log, not even who owns the tables: only with the whole database.
const LOG = `
CREATE TABLE moderation_log (
  company_id uuid NOT NULL,
  position bigint NOT NULL,
  at timestamptz NOT NULL,
  entry text NOT NULL,
  decision_id uuid NOT NULL,
  kind text NOT NULL,
  act text NOT NULL,
  rule text,
  automatic boolean NOT NULL,
  role text,
  ends_at timestamptz,
  outcome text,
  content_hash text NOT NULL,
  previous_hash text NOT NULL,
  hash text NOT NULL,
  PRIMARY KEY (company_id, position)
);
CREATE UNIQUE INDEX moderation_log_entry_key ON moderation_log (company_id, decision_id, entry);

CREATE TABLE moderation_log_head (
  company_id uuid PRIMARY KEY,
  position bigint NOT NULL,
  hash text NOT NULL
);

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql
AS $$ BEGIN RAISE EXCEPTION '% may only grow', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege'; END $$;
CREATE TRIGGER moderation_log_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON moderation_log
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
ALTER TABLE moderation_log ENABLE ALWAYS TRIGGER moderation_log_grows;
`;

/** Decisions with their reasons, which can be undone, and the public log of them. */
export class AddDueProcess1795300000070 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statements of [DECISIONS, LOG]) await runner.query(statements);
    await runner.query('ALTER TABLE idea ADD COLUMN locked boolean NOT NULL DEFAULT false');
    await runner.query('ALTER TABLE review ALTER COLUMN reason DROP NOT NULL');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DELETE FROM review WHERE reason IS NULL;
      ALTER TABLE review ALTER COLUMN reason SET NOT NULL;
      ALTER TABLE idea DROP COLUMN locked;
      DROP TABLE moderation_log_head; DROP TABLE moderation_log; DROP FUNCTION refuse_change; DROP TABLE decision`);
  }
}
