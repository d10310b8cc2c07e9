import type { MigrationInterface, QueryRunner } from 'typeorm';

const PROFILES = `
ALTER TABLE review ADD COLUMN profile_id uuid CONSTRAINT review_profile_fk REFERENCES "user" (id);
CREATE UNIQUE INDEX review_pending_profile_key ON review (company_id, profile_id) WHERE state = 'PENDING';
ALTER TABLE decision ADD COLUMN profile_id uuid CONSTRAINT decision_profile_fk REFERENCES "user" (id);
`;

// A warning has no duration; anything else ends, or says why it does not.
const SANCTIONS = `
CREATE TABLE sanction (
  id uuid PRIMARY KEY,
  company_id uuid NOT NULL CONSTRAINT sanction_company_fk REFERENCES company (id) ON DELETE CASCADE,
  user_id uuid NOT NULL CONSTRAINT sanction_user_fk REFERENCES "user" (id),
  kind text NOT NULL,
  decision_id uuid NOT NULL CONSTRAINT sanction_decision_fk REFERENCES decision (id) ON DELETE CASCADE,
  starts_at timestamptz NOT NULL,
  ends_at timestamptz,
  open_because text,
  lifted_at timestamptz,
  lifted_by_id uuid CONSTRAINT sanction_lifted_by_fk REFERENCES "user" (id),
  CONSTRAINT sanction_end_check CHECK (CASE WHEN kind = 'WARNING' THEN ends_at IS NULL AND open_because IS NULL
    ELSE (ends_at IS NULL) = (open_because IS NOT NULL) END)
);
CREATE UNIQUE INDEX sanction_decision_key ON sanction (decision_id);
CREATE INDEX sanction_user_idx ON sanction (company_id, user_id, starts_at);
ALTER TABLE membership ADD COLUMN silenced_until timestamptz;
`;

/** Sanctions of members, and reviews of their profiles. */
export class AddSanctions1795300000074 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statements of [PROFILES, SANCTIONS]) await runner.query(statements);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE membership DROP COLUMN silenced_until; DROP TABLE sanction;
      DELETE FROM decision WHERE profile_id IS NOT NULL; ALTER TABLE decision DROP COLUMN profile_id;
      DELETE FROM review WHERE profile_id IS NOT NULL; ALTER TABLE review DROP COLUMN profile_id`);
  }
}
