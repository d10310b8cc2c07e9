import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The log shows hashes of texts with a nonce, which only who reads the decision knows; the plain one stays inside. Lines
 * that are there cannot be changed: their decisions have no nonce.
 */
export class SaltLogHashes1795300000083 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE decision ADD COLUMN content_nonce text, ADD COLUMN text_hash text NOT NULL DEFAULT '';
      UPDATE decision SET text_hash = content_hash`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      UPDATE decision SET content_hash = text_hash;
      ALTER TABLE decision DROP COLUMN content_nonce, DROP COLUMN text_hash`);
  }
}
