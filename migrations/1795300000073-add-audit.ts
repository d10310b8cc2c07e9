import type { MigrationInterface, QueryRunner } from 'typeorm';

// No key refers to anything: an entry outlives what it tells of. Nobody changes or removes one (`refuse_change` is the
// public log's).
const AUDIT = `
CREATE TABLE audit_entry (
  id uuid PRIMARY KEY,
  company_id uuid,
  at timestamptz NOT NULL,
  actor_id uuid NOT NULL,
  actor_role text,
  action text NOT NULL,
  subject_kind text NOT NULL,
  subject_id uuid NOT NULL,
  before jsonb,
  after jsonb,
  reason text,
  network text,
  request_id text
);
CREATE INDEX audit_entry_company_idx ON audit_entry (company_id, at, id);
CREATE INDEX audit_entry_actor_idx ON audit_entry (company_id, actor_id, at, id);
CREATE INDEX audit_entry_action_idx ON audit_entry (company_id, action, at, id);
CREATE INDEX audit_entry_subject_idx ON audit_entry (company_id, subject_id, at, id);

CREATE TRIGGER audit_entry_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_entry
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
ALTER TABLE audit_entry ENABLE ALWAYS TRIGGER audit_entry_grows;
`;

/** What a company's staff did, for its managers. */
export class AddAudit1795300000073 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(AUDIT);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE audit_entry');
  }
}
