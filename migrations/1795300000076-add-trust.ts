import type { MigrationInterface, QueryRunner } from 'typeorm';

const TRUST = `
CREATE TABLE member_day (
  company_id uuid NOT NULL CONSTRAINT member_day_company_fk REFERENCES company (id) ON DELETE CASCADE,
  user_id uuid NOT NULL CONSTRAINT member_day_user_fk REFERENCES "user" (id) ON DELETE CASCADE,
  day date NOT NULL,
  read_count integer NOT NULL,
  network text,
  PRIMARY KEY (company_id, user_id, day)
);
CREATE INDEX member_day_network_idx ON member_day (company_id, network, day) WHERE network IS NOT NULL;

CREATE TABLE member_trust (
  company_id uuid NOT NULL CONSTRAINT member_trust_company_fk REFERENCES company (id) ON DELETE CASCADE,
  user_id uuid NOT NULL CONSTRAINT member_trust_user_fk REFERENCES "user" (id) ON DELETE CASCADE,
  below_since timestamptz,
  fixed_at timestamptz,
  fixed_by_id uuid CONSTRAINT member_trust_fixed_by_fk REFERENCES "user" (id),
  PRIMARY KEY (company_id, user_id)
);
`;

/** What members have read by day, and what is known of their level of trust besides it. */
export class AddTrust1795300000076 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TRUST);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE member_trust; DROP TABLE member_day');
  }
}
