import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Gifts may be badges, and things of the catalogue. */
export class GiveBadgesAndRewards1795300000110 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE gift
        ADD COLUMN badge_id uuid CONSTRAINT gift_badge_fk REFERENCES badge (id),
        ADD COLUMN reward_id uuid CONSTRAINT gift_reward_fk REFERENCES reward (id),
        ADD COLUMN redemption_id uuid CONSTRAINT gift_redemption_fk REFERENCES redemption (id),
        DROP CONSTRAINT gift_points_check,
        ADD CONSTRAINT gift_points_check CHECK (CASE WHEN kind IN ('POINTS', 'REWARD') THEN points > 0 ELSE points = 0 END),
        ADD CONSTRAINT gift_goods_check CHECK ((kind = 'BADGE') = (badge_id IS NOT NULL)
          AND (kind = 'REWARD') = (num_nonnulls(reward_id, redemption_id) = 2))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DELETE FROM gift WHERE kind IN ('BADGE', 'REWARD');
      ALTER TABLE gift DROP CONSTRAINT gift_points_check, DROP CONSTRAINT gift_goods_check,
        DROP COLUMN badge_id, DROP COLUMN reward_id, DROP COLUMN redemption_id,
        ADD CONSTRAINT gift_points_check CHECK (CASE WHEN kind = 'THANKS' THEN points = 0 ELSE points > 0 END)`);
  }
}
