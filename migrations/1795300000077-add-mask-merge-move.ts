import type { MigrationInterface, QueryRunner } from 'typeorm';

// What is counted for a merged idea says so (`via_idea_id`, without a reference: votes are written often, ideas stay).
const ADD = `
ALTER TABLE idea ADD COLUMN merged_into_id uuid CONSTRAINT idea_merged_into_fk REFERENCES idea (id);
ALTER TABLE vote ADD COLUMN via_idea_id uuid;
ALTER TABLE idea_follow ADD COLUMN via_idea_id uuid;
ALTER TABLE attachment ADD COLUMN masked boolean NOT NULL DEFAULT false;
ALTER TABLE decision DROP CONSTRAINT decision_ground_check, ADD CONSTRAINT decision_ground_check
  CHECK (act = ANY (ARRAY['KEEP', 'MERGE', 'MOVE']) OR rule_id IS NOT NULL OR legal_ground IS NOT NULL OR (automatic AND found_by = 'SCREENING'));
`;

/** Masking words and files, merging ideas, moving them. */
export class AddMaskMergeMove1795300000077 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(ADD);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      UPDATE decision SET legal_ground = act WHERE act <> 'KEEP' AND rule_id IS NULL AND legal_ground IS NULL;
      ALTER TABLE decision DROP CONSTRAINT decision_ground_check, ADD CONSTRAINT decision_ground_check
        CHECK (act = 'KEEP' OR rule_id IS NOT NULL OR legal_ground IS NOT NULL);
      UPDATE idea SET visibility = 'HIDDEN' WHERE visibility = 'MERGED';
      DELETE FROM attachment WHERE masked;
      ALTER TABLE attachment DROP COLUMN masked;
      ALTER TABLE idea_follow DROP COLUMN via_idea_id;
      ALTER TABLE vote DROP COLUMN via_idea_id;
      ALTER TABLE idea DROP COLUMN merged_into_id`);
  }
}
