import type { MigrationInterface, QueryRunner } from 'typeorm';

const REASONS = `
CREATE TABLE review_reason (
  review_id uuid NOT NULL CONSTRAINT review_reason_review_fk REFERENCES review (id) ON DELETE CASCADE,
  code text NOT NULL,
  company_id uuid NOT NULL CONSTRAINT review_reason_company_fk REFERENCES company (id) ON DELETE CASCADE,
  score real NOT NULL,
  detail text NOT NULL,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (review_id, code)
);
`;

const SETTINGS = `
CREATE TABLE screening_settings (
  company_id uuid PRIMARY KEY CONSTRAINT screening_settings_company_fk REFERENCES company (id) ON DELETE CASCADE,
  spam_checks boolean NOT NULL DEFAULT true,
  watched_words jsonb NOT NULL DEFAULT '[]',
  blocked_links text[] NOT NULL DEFAULT '{}',
  version integer NOT NULL DEFAULT 1,
  updated_at timestamptz NOT NULL
);

CREATE TABLE spam_model (
  company_id uuid PRIMARY KEY CONSTRAINT spam_model_company_fk REFERENCES company (id) ON DELETE CASCADE,
  model jsonb,
  kept_count integer NOT NULL,
  removed_count integer NOT NULL,
  precision real,
  recall real,
  trained_at timestamptz NOT NULL
);
`;

// Both are forgotten: networks after 7 days, fingerprints after 30.
const TRACES = `
CREATE TABLE screened_post (
  company_id uuid NOT NULL CONSTRAINT screened_post_company_fk REFERENCES company (id) ON DELETE CASCADE,
  item_id uuid NOT NULL,
  author_id uuid NOT NULL CONSTRAINT screened_post_author_fk REFERENCES "user" (id) ON DELETE CASCADE,
  hash text,
  sketch integer[] NOT NULL,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (company_id, item_id)
);
CREATE INDEX screened_post_author_idx ON screened_post (company_id, author_id, created_at);
CREATE INDEX screened_post_age_idx ON screened_post (created_at);

CREATE TABLE network_sighting (
  company_id uuid NOT NULL CONSTRAINT network_sighting_company_fk REFERENCES company (id) ON DELETE CASCADE,
  network text NOT NULL,
  user_id uuid NOT NULL CONSTRAINT network_sighting_user_fk REFERENCES "user" (id) ON DELETE CASCADE,
  seen_at timestamptz NOT NULL,
  PRIMARY KEY (company_id, network, user_id)
);
CREATE INDEX network_sighting_age_idx ON network_sighting (seen_at);
`;

/** What is posted is looked at before others see it; what was found goes along with the review. */
export class AddScreening1795300000072 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statements of [REASONS, SETTINGS, TRACES]) await runner.query(statements);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'DROP TABLE network_sighting; DROP TABLE screened_post; DROP TABLE spam_model; DROP TABLE screening_settings; DROP TABLE review_reason',
    );
  }
}
