import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What members get for points, the codes to be handed out, and what was redeemed. */
export class AddCatalogue1795300000105 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE reward (
        id uuid PRIMARY KEY,
        company_id uuid NOT NULL CONSTRAINT reward_company_fk REFERENCES company (id) ON DELETE CASCADE,
        title text NOT NULL,
        description text NOT NULL DEFAULT '',
        picture_file_id uuid CONSTRAINT reward_picture_file_fk REFERENCES file (id),
        picture_alt text NOT NULL DEFAULT '',
        cost integer NOT NULL,
        fulfilment text NOT NULL,
        needs_address boolean NOT NULL DEFAULT false,
        supply integer,
        taken integer NOT NULL DEFAULT 0,
        per_member integer,
        level_needed smallint,
        starts_at timestamptz,
        ends_at timestamptz,
        state text NOT NULL DEFAULT 'DRAFT',
        created_by_id uuid NOT NULL CONSTRAINT reward_created_by_fk REFERENCES "user" (id),
        created_at timestamptz NOT NULL,
        updated_at timestamptz NOT NULL,
        version integer NOT NULL DEFAULT 1,
        CONSTRAINT reward_cost_check CHECK (cost > 0),
        CONSTRAINT reward_supply_check CHECK (taken >= 0 AND (supply IS NULL OR supply >= taken)),
        CONSTRAINT reward_code_check CHECK (fulfilment = 'MANUAL' OR (supply IS NOT NULL AND NOT needs_address))
      );
      CREATE INDEX reward_catalogue_idx ON reward (company_id, cost, id) WHERE state = 'PUBLISHED';
      CREATE INDEX reward_company_idx ON reward (company_id, id);

      CREATE TABLE redemption (
        id uuid PRIMARY KEY,
        company_id uuid NOT NULL CONSTRAINT redemption_company_fk REFERENCES company (id) ON DELETE CASCADE,
        reward_id uuid NOT NULL CONSTRAINT redemption_reward_fk REFERENCES reward (id),
        user_id uuid NOT NULL CONSTRAINT redemption_user_fk REFERENCES "user" (id),
        points integer NOT NULL,
        state text NOT NULL,
        idempotency_key text,
        granted_by_id uuid CONSTRAINT redemption_granted_by_fk REFERENCES "user" (id),
        delivery text,
        note text,
        requested_at timestamptz NOT NULL,
        fulfilled_at timestamptz,
        ended_at timestamptz,
        ended text,
        reason text,
        CONSTRAINT redemption_points_check CHECK (points >= 0 AND (points = 0) = (granted_by_id IS NOT NULL)),
        CONSTRAINT redemption_state_check CHECK (CASE state WHEN 'REQUESTED' THEN fulfilled_at IS NULL AND ended_at IS NULL
          WHEN 'FULFILLED' THEN fulfilled_at IS NOT NULL AND ended_at IS NULL
          WHEN 'CANCELLED' THEN fulfilled_at IS NULL AND ended_at IS NOT NULL
          ELSE fulfilled_at IS NOT NULL AND ended_at IS NOT NULL END AND (ended_at IS NULL) = (ended IS NULL))
      );
      CREATE UNIQUE INDEX redemption_idempotency_key ON redemption (company_id, user_id, idempotency_key);
      CREATE INDEX redemption_user_idx ON redemption (user_id, requested_at, id);
      CREATE INDEX redemption_queue_idx ON redemption (company_id, state, requested_at, id);
      CREATE INDEX redemption_company_idx ON redemption (company_id, requested_at, id);
      CREATE INDEX redemption_reward_idx ON redemption (reward_id);
      CREATE INDEX redemption_delivery_idx ON redemption (fulfilled_at) WHERE delivery IS NOT NULL OR note IS NOT NULL;

      CREATE TABLE reward_code (
        id uuid PRIMARY KEY,
        company_id uuid NOT NULL CONSTRAINT reward_code_company_fk REFERENCES company (id) ON DELETE CASCADE,
        reward_id uuid NOT NULL CONSTRAINT reward_code_reward_fk REFERENCES reward (id) ON DELETE CASCADE,
        sealed text NOT NULL,
        fingerprint text NOT NULL,
        redemption_id uuid CONSTRAINT reward_code_redemption_fk REFERENCES redemption (id)
      );
      CREATE UNIQUE INDEX reward_code_fingerprint_key ON reward_code (reward_id, fingerprint);
      CREATE UNIQUE INDEX reward_code_redemption_key ON reward_code (redemption_id);
      CREATE INDEX reward_code_left_idx ON reward_code (reward_id, id) WHERE redemption_id IS NULL`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE reward_code; DROP TABLE redemption; DROP TABLE reward');
  }
}
