import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The log also tells of notices, says how items were found and on what decisions rest, and its heads are published. */
export class ExtendModerationLog1795300000079 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE moderation_log
        ALTER COLUMN decision_id DROP NOT NULL,
        ALTER COLUMN act DROP NOT NULL,
        ADD COLUMN found_by text,
        ADD COLUMN basis text,
        ADD COLUMN notice_id uuid;
      DROP INDEX moderation_log_entry_key;
      CREATE UNIQUE INDEX moderation_log_entry_key ON moderation_log (company_id, decision_id, entry) WHERE notice_id IS NULL;
      CREATE UNIQUE INDEX moderation_log_notice_key ON moderation_log (company_id, notice_id, entry, decision_id)
        WHERE notice_id IS NOT NULL;
      CREATE INDEX moderation_log_noticed_idx ON moderation_log (company_id, decision_id) WHERE notice_id IS NOT NULL;
      CREATE INDEX moderation_log_at_idx ON moderation_log (company_id, at, position);
      CREATE INDEX moderation_log_act_idx ON moderation_log (company_id, act, position);
      CREATE INDEX moderation_log_rule_idx ON moderation_log (company_id, rule, position);
      CREATE INDEX moderation_log_automatic_idx ON moderation_log (company_id, position) WHERE automatic;

      CREATE TABLE published_log_head (
        company_id uuid NOT NULL,
        day date NOT NULL,
        position bigint NOT NULL,
        hash text NOT NULL,
        published_at timestamptz NOT NULL,
        PRIMARY KEY (company_id, day)
      );
      CREATE TRIGGER published_log_head_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON published_log_head
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
      ALTER TABLE published_log_head ENABLE ALWAYS TRIGGER published_log_head_grows`);
  }

  /** What was said of notices goes, and with it the chain behind the first of them. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE published_log_head;
      ALTER TABLE moderation_log DISABLE TRIGGER moderation_log_grows;
      DELETE FROM moderation_log WHERE notice_id IS NOT NULL;
      ALTER TABLE moderation_log ENABLE ALWAYS TRIGGER moderation_log_grows;
      DROP INDEX moderation_log_entry_key, moderation_log_notice_key, moderation_log_noticed_idx, moderation_log_at_idx,
        moderation_log_act_idx, moderation_log_rule_idx, moderation_log_automatic_idx;
      ALTER TABLE moderation_log
        DROP COLUMN found_by, DROP COLUMN basis, DROP COLUMN notice_id,
        ALTER COLUMN decision_id SET NOT NULL, ALTER COLUMN act SET NOT NULL;
      CREATE UNIQUE INDEX moderation_log_entry_key ON moderation_log (company_id, decision_id, entry)`);
  }
}
