import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What those whom a decision concerns, or who had reported what stays, say against it: once, decided by somebody else. */
export class AddAppeals1795300000075 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE appeal (
        id uuid PRIMARY KEY,
        company_id uuid NOT NULL CONSTRAINT appeal_company_fk REFERENCES company (id) ON DELETE CASCADE,
        decision_id uuid NOT NULL CONSTRAINT appeal_decision_fk REFERENCES decision (id) ON DELETE CASCADE,
        appellant_id uuid CONSTRAINT appeal_appellant_fk REFERENCES "user" (id),
        flag_id uuid CONSTRAINT appeal_flag_fk REFERENCES flag (id) ON DELETE CASCADE,
        text text NOT NULL,
        state text NOT NULL DEFAULT 'OPEN',
        decided_by_id uuid CONSTRAINT appeal_decided_by_fk REFERENCES "user" (id),
        decider_role text,
        reasons text,
        due_at timestamptz NOT NULL,
        decided_at timestamptz,
        created_at timestamptz NOT NULL,
        version integer NOT NULL DEFAULT 1
      );
      CREATE UNIQUE INDEX appeal_decision_key ON appeal (decision_id) WHERE flag_id IS NULL;
      CREATE UNIQUE INDEX appeal_flag_key ON appeal (flag_id) WHERE flag_id IS NOT NULL;
      CREATE INDEX appeal_complaint_idx ON appeal (decision_id) WHERE flag_id IS NOT NULL;
      CREATE INDEX appeal_queue_idx ON appeal (company_id, state, due_at, id);

      CREATE TABLE appeal_file (
        appeal_id uuid NOT NULL CONSTRAINT appeal_file_appeal_fk REFERENCES appeal (id) ON DELETE CASCADE,
        file_id uuid NOT NULL CONSTRAINT appeal_file_file_fk REFERENCES file (id),
        company_id uuid NOT NULL CONSTRAINT appeal_file_company_fk REFERENCES company (id) ON DELETE CASCADE,
        position integer NOT NULL,
        PRIMARY KEY (appeal_id, file_id)
      );
      CREATE INDEX appeal_file_file_idx ON appeal_file (file_id)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE appeal_file; DROP TABLE appeal');
  }
}
