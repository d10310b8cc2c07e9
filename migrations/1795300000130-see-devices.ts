import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which accounts are used with the same browser, for a month: fair play tells managers that votes may be of one person. */
export class SeeDevices1795300000130 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE device_sighting (
        device text NOT NULL,
        user_id uuid NOT NULL CONSTRAINT device_sighting_user_fk REFERENCES "user" (id) ON DELETE CASCADE,
        seen_at timestamptz NOT NULL,
        PRIMARY KEY (device, user_id)
      );
      CREATE INDEX device_sighting_user_idx ON device_sighting (user_id);
      CREATE INDEX device_sighting_age_idx ON device_sighting (seen_at);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE device_sighting');
  }
}
