import type { MigrationInterface, QueryRunner } from 'typeorm';

const HONOURS = `
ALTER TABLE membership ADD COLUMN leaderboard_opt_out boolean NOT NULL DEFAULT false;

CREATE TABLE member_level (
  company_id uuid NOT NULL CONSTRAINT member_level_company_fk REFERENCES company (id) ON DELETE CASCADE,
  user_id uuid NOT NULL CONSTRAINT member_level_user_fk REFERENCES "user" (id) ON DELETE CASCADE,
  contribution double precision NOT NULL DEFAULT 0,
  highest_level smallint NOT NULL DEFAULT 1,
  reached_at timestamptz,
  seen_at timestamptz,
  PRIMARY KEY (company_id, user_id)
);

CREATE TABLE badge (
  id uuid PRIMARY KEY,
  company_id uuid NOT NULL CONSTRAINT badge_company_fk REFERENCES company (id) ON DELETE CASCADE,
  built_in text,
  name text,
  description text NOT NULL DEFAULT '',
  picture_file_id uuid CONSTRAINT badge_picture_file_fk REFERENCES file (id),
  picture_alt text,
  metric text,
  threshold integer,
  retired_at timestamptz,
  holder_count integer NOT NULL DEFAULT 0,
  created_by_id uuid CONSTRAINT badge_created_by_fk REFERENCES "user" (id),
  created_at timestamptz NOT NULL,
  version integer NOT NULL DEFAULT 1,
  CONSTRAINT badge_kind_check CHECK (num_nonnulls(built_in, name) = 1 AND (built_in IS NULL OR metric IS NULL)),
  CONSTRAINT badge_rule_check CHECK ((metric IS NULL) = (threshold IS NULL)),
  CONSTRAINT badge_picture_check CHECK ((picture_file_id IS NULL) = (picture_alt IS NULL))
);
CREATE UNIQUE INDEX badge_built_in_key ON badge (company_id, built_in);
CREATE INDEX badge_company_idx ON badge (company_id, id);

CREATE TABLE badge_holding (
  id uuid PRIMARY KEY,
  company_id uuid NOT NULL CONSTRAINT badge_holding_company_fk REFERENCES company (id) ON DELETE CASCADE,
  badge_id uuid NOT NULL CONSTRAINT badge_holding_badge_fk REFERENCES badge (id) ON DELETE CASCADE,
  user_id uuid NOT NULL CONSTRAINT badge_holding_user_fk REFERENCES "user" (id) ON DELETE CASCADE,
  earned_at timestamptz NOT NULL,
  given_by_id uuid CONSTRAINT badge_holding_given_by_fk REFERENCES "user" (id)
);
CREATE UNIQUE INDEX badge_holding_key ON badge_holding (company_id, badge_id, user_id);
CREATE INDEX badge_holding_badge_idx ON badge_holding (badge_id, id);
CREATE INDEX badge_holding_user_idx ON badge_holding (user_id, company_id, earned_at, id);
`;

/** What members have come to: their level, and the badges that stay theirs; and who is on no leaderboard. */
export class AddHonours1795300000097 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(HONOURS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE badge_holding; DROP TABLE badge; DROP TABLE member_level;
      ALTER TABLE membership DROP COLUMN leaderboard_opt_out`);
  }
}
