import type { MigrationInterface, QueryRunner } from 'typeorm';

// That something was not published is told as the decision that it is.
const RENAME = `
ALTER TABLE notification ADD COLUMN decision_id uuid;
UPDATE notification SET kind = 'DECISION_MADE', group_key = 'DECISION_MADE:' || split_part(group_key, ':', 2)
  WHERE kind IN ('IDEA_REJECTED', 'COMMENT_REJECTED');
DELETE FROM notification_preference WHERE kind = 'COMMENT_REJECTED';
UPDATE notification_preference SET kind = 'DECISION_MADE' WHERE kind = 'IDEA_REJECTED';
`;

/** People are told of decisions about what is theirs. */
export class TellOfDecisions1795300000081 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(RENAME);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DELETE FROM notification WHERE kind IN ('DECISION_MADE', 'DECISION_UNDONE', 'APPEAL_FILED', 'APPEAL_DECIDED', 'FLAG_DECIDED', 'TRUST_LEVEL_RAISED');
      DELETE FROM notification_preference WHERE kind IN ('DECISION_UNDONE', 'APPEAL_FILED', 'APPEAL_DECIDED', 'FLAG_DECIDED', 'TRUST_LEVEL_RAISED');
      UPDATE notification_preference SET kind = 'IDEA_REJECTED' WHERE kind = 'DECISION_MADE';
      ALTER TABLE notification DROP COLUMN decision_id`);
  }
}
