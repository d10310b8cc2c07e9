import type { MigrationInterface, QueryRunner } from 'typeorm';
import { forIdeas } from '../src/shared/database/online.js';

/** As it was told until now: what was replaced before the idea became public, or, while it has not, at all. */
const UNREAD = `
UPDATE idea_revision r SET was_public = false FROM idea i
WHERE i.id = ANY ($1::uuid[]) AND r.idea_id = i.id AND r.was_public AND r.number < (
  SELECT max(number) FROM idea_revision p WHERE p.idea_id = i.id AND p.created_at <= coalesce(i.published_at, 'infinity'))`;

/** Of what ideas said nobody is shown what was replaced while it waited for a moderator. */
export class HideUnreadRevisions1795300000082 implements MigrationInterface {
  readonly transaction = false;

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE idea_revision ADD COLUMN IF NOT EXISTS was_public boolean NOT NULL DEFAULT true');
    await forIdeas(runner, 'revision_count > 1', async (ids) => {
      await runner.query(UNREAD, [ids]);
    });
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE idea_revision DROP COLUMN was_public');
  }
}
