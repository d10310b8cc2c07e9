import type { MigrationInterface, QueryRunner } from 'typeorm';

const WINNERS = `
CREATE TABLE winner (
  id uuid PRIMARY KEY,
  company_id uuid NOT NULL CONSTRAINT winner_company_fk REFERENCES company (id) ON DELETE CASCADE,
  challenge_id uuid NOT NULL CONSTRAINT winner_challenge_fk REFERENCES challenge (id) ON DELETE CASCADE,
  prize_id uuid NOT NULL CONSTRAINT winner_prize_fk REFERENCES prize (id),
  idea_id uuid NOT NULL CONSTRAINT winner_idea_fk REFERENCES idea (id),
  reason text NOT NULL,
  chosen_by_id uuid NOT NULL CONSTRAINT winner_chosen_by_fk REFERENCES "user" (id),
  announce_at timestamptz NOT NULL,
  announced_at timestamptz,
  held_at timestamptz,
  held_because text,
  passed_at timestamptz,
  revoked_at timestamptz,
  decision_id uuid
);
CREATE UNIQUE INDEX winner_prize_key ON winner (prize_id) WHERE announced_at IS NOT NULL AND revoked_at IS NULL AND passed_at IS NULL;
CREATE UNIQUE INDEX winner_plan_key ON winner (prize_id) WHERE announced_at IS NULL;
CREATE UNIQUE INDEX winner_challenge_idea_key ON winner (challenge_id, idea_id) WHERE revoked_at IS NULL;
CREATE INDEX winner_challenge_idx ON winner (challenge_id);
CREATE INDEX winner_idea_idx ON winner (idea_id);
CREATE INDEX winner_due_idx ON winner (announce_at) WHERE announced_at IS NULL AND held_at IS NULL;

CREATE TABLE jury_choice (
  company_id uuid NOT NULL CONSTRAINT jury_choice_company_fk REFERENCES company (id) ON DELETE CASCADE,
  challenge_id uuid NOT NULL CONSTRAINT jury_choice_challenge_fk REFERENCES challenge (id) ON DELETE CASCADE,
  juror_id uuid NOT NULL CONSTRAINT jury_choice_juror_fk REFERENCES "user" (id),
  idea_id uuid NOT NULL CONSTRAINT jury_choice_idea_fk REFERENCES idea (id) ON DELETE CASCADE,
  note text NOT NULL DEFAULT '',
  at timestamptz NOT NULL,
  PRIMARY KEY (challenge_id, juror_id, idea_id)
);
CREATE INDEX jury_choice_idea_idx ON jury_choice (idea_id);
`;

const CLAIMS = `
CREATE TABLE idea_share (
  company_id uuid NOT NULL CONSTRAINT idea_share_company_fk REFERENCES company (id) ON DELETE CASCADE,
  idea_id uuid NOT NULL CONSTRAINT idea_share_idea_fk REFERENCES idea (id) ON DELETE CASCADE,
  user_id uuid NOT NULL CONSTRAINT idea_share_user_fk REFERENCES "user" (id) ON DELETE CASCADE,
  percent integer NOT NULL,
  version integer NOT NULL,
  agreed_at timestamptz,
  PRIMARY KEY (idea_id, user_id)
);
CREATE INDEX idea_share_user_idx ON idea_share (user_id);

CREATE TABLE prize_claim (
  id uuid PRIMARY KEY,
  company_id uuid NOT NULL CONSTRAINT prize_claim_company_fk REFERENCES company (id) ON DELETE CASCADE,
  challenge_id uuid NOT NULL CONSTRAINT prize_claim_challenge_fk REFERENCES challenge (id) ON DELETE CASCADE,
  winner_id uuid NOT NULL CONSTRAINT prize_claim_winner_fk REFERENCES winner (id),
  user_id uuid NOT NULL CONSTRAINT prize_claim_user_fk REFERENCES "user" (id),
  kind text NOT NULL,
  amount_minor integer,
  currency text,
  points integer,
  share_basis_points integer,
  state text NOT NULL,
  state_before text,
  due_at timestamptz NOT NULL,
  reminded_days smallint,
  accepted_at timestamptz,
  terms_hash text,
  sent_at timestamptz,
  received_at timestamptz,
  details text,
  tracking text,
  erase_at timestamptz,
  version integer NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL,
  CONSTRAINT prize_claim_erase_check CHECK (erase_at IS NOT NULL OR details IS NULL AND tracking IS NULL OR state = 'ACCEPTED')
);
CREATE UNIQUE INDEX prize_claim_winner_user_key ON prize_claim (winner_id, user_id);
CREATE INDEX prize_claim_user_idx ON prize_claim (user_id, id);
CREATE INDEX prize_claim_company_idx ON prize_claim (company_id, id);
CREATE INDEX prize_claim_state_idx ON prize_claim (company_id, state, id);
CREATE INDEX prize_claim_challenge_idx ON prize_claim (challenge_id, id);
CREATE INDEX prize_claim_due_idx ON prize_claim (due_at) WHERE state = 'PENDING';
CREATE INDEX prize_claim_erase_idx ON prize_claim (erase_at) WHERE erase_at IS NOT NULL;
`;

/** Who wins a challenge, what the jury chose, how authors share, and how prizes reach people. */
export class AddWinners1795300000102 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statements of [WINNERS, CLAIMS]) await runner.query(statements);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE prize_claim; DROP TABLE idea_share; DROP TABLE jury_choice; DROP TABLE winner');
  }
}
