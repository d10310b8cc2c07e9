import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the staff give members with a note, how much they may give, and whom it was not wanted to thank for a while. */
export class AddGifts1795300000109 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE gift (
        id uuid PRIMARY KEY,
        company_id uuid NOT NULL CONSTRAINT gift_company_fk REFERENCES company (id) ON DELETE CASCADE,
        giver_id uuid NOT NULL CONSTRAINT gift_giver_fk REFERENCES "user" (id),
        receiver_id uuid NOT NULL CONSTRAINT gift_receiver_fk REFERENCES "user" (id),
        kind text NOT NULL,
        points integer NOT NULL DEFAULT 0,
        note text,
        because text,
        idea_id uuid CONSTRAINT gift_idea_fk REFERENCES idea (id) ON DELETE SET NULL,
        comment_id uuid CONSTRAINT gift_comment_fk REFERENCES comment (id) ON DELETE SET NULL,
        at timestamptz NOT NULL,
        seen_at timestamptz,
        taken_back_at timestamptz,
        taken_back_by_id uuid CONSTRAINT gift_taken_back_by_fk REFERENCES "user" (id),
        taken_back_because text,
        idempotency_key text,
        CONSTRAINT gift_points_check CHECK (CASE WHEN kind = 'THANKS' THEN points = 0 ELSE points > 0 END),
        CONSTRAINT gift_self_check CHECK (giver_id <> receiver_id),
        CONSTRAINT gift_taken_check CHECK ((taken_back_at IS NULL) = (taken_back_by_id IS NULL))
      );
      CREATE INDEX gift_company_idx ON gift (company_id, at, id);
      CREATE INDEX gift_giver_idx ON gift (giver_id, company_id, at, id);
      CREATE INDEX gift_receiver_idx ON gift (receiver_id, at, id);
      CREATE INDEX gift_thanked_idx ON gift (company_id, receiver_id, at);
      CREATE INDEX gift_idea_idx ON gift (idea_id) WHERE idea_id IS NOT NULL;
      CREATE INDEX gift_comment_idx ON gift (comment_id) WHERE comment_id IS NOT NULL;
      CREATE INDEX gift_taken_by_idx ON gift (taken_back_by_id) WHERE taken_back_by_id IS NOT NULL;
      CREATE UNIQUE INDEX gift_idempotency_key ON gift (company_id, giver_id, idempotency_key);

      CREATE TABLE gift_budget (
        company_id uuid PRIMARY KEY CONSTRAINT gift_budget_company_fk REFERENCES company (id) ON DELETE CASCADE,
        moderator_points integer NOT NULL,
        manager_points integer NOT NULL,
        version integer NOT NULL,
        CONSTRAINT gift_budget_points_check CHECK (moderator_points >= 0 AND manager_points >= 0)
      );

      CREATE TABLE thanks_dismissal (
        company_id uuid NOT NULL CONSTRAINT thanks_dismissal_company_fk REFERENCES company (id) ON DELETE CASCADE,
        user_id uuid NOT NULL CONSTRAINT thanks_dismissal_user_fk REFERENCES "user" (id) ON DELETE CASCADE,
        reason text NOT NULL,
        at timestamptz NOT NULL,
        PRIMARY KEY (company_id, user_id, reason)
      );
      CREATE INDEX thanks_dismissal_user_idx ON thanks_dismissal (user_id)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE thanks_dismissal; DROP TABLE gift_budget; DROP TABLE gift');
  }
}
