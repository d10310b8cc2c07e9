import type { MigrationInterface, QueryRunner } from 'typeorm';

const FOLLOWING = `
ALTER TABLE "user" ADD COLUMN auto_follow boolean NOT NULL DEFAULT true;

CREATE TABLE idea_follow (
  company_id uuid NOT NULL CONSTRAINT idea_follow_company_fk REFERENCES company (id) ON DELETE CASCADE,
  idea_id uuid NOT NULL,
  user_id uuid NOT NULL CONSTRAINT idea_follow_user_fk REFERENCES "user" (id) ON DELETE CASCADE,
  since timestamptz NOT NULL,
  by_vote boolean NOT NULL DEFAULT false,
  unfollowed_at timestamptz,
  PRIMARY KEY (company_id, idea_id, user_id)
);
CREATE INDEX idea_follow_user_idx ON idea_follow (user_id, since, idea_id) WHERE unfollowed_at IS NULL;

ALTER TABLE idea_tally ADD COLUMN follower_count integer NOT NULL DEFAULT 0;
`;

const NOTIFICATIONS = `
CREATE TABLE notification (
  id uuid PRIMARY KEY,
  company_id uuid NOT NULL CONSTRAINT notification_company_fk REFERENCES company (id) ON DELETE CASCADE,
  user_id uuid NOT NULL CONSTRAINT notification_user_fk REFERENCES "user" (id) ON DELETE CASCADE,
  kind text NOT NULL,
  group_key text NOT NULL,
  idea_id uuid,
  comment_id uuid,
  challenge_id uuid,
  detail text,
  created_at timestamptz NOT NULL,
  last_at timestamptz NOT NULL,
  read_at timestamptz
);
CREATE UNIQUE INDEX notification_unread_key ON notification (company_id, user_id, group_key) WHERE read_at IS NULL;
CREATE INDEX notification_unread_idx ON notification (user_id, last_at, id) WHERE read_at IS NULL;
CREATE INDEX notification_user_idx ON notification (user_id, last_at, id);

CREATE TABLE notification_actor (
  company_id uuid NOT NULL,
  notification_id uuid NOT NULL CONSTRAINT notification_actor_notification_fk REFERENCES notification (id) ON DELETE CASCADE,
  user_id uuid NOT NULL CONSTRAINT notification_actor_user_fk REFERENCES "user" (id) ON DELETE CASCADE,
  at timestamptz NOT NULL,
  PRIMARY KEY (notification_id, user_id)
);

CREATE TABLE notification_preference (
  user_id uuid NOT NULL CONSTRAINT notification_preference_user_fk REFERENCES "user" (id) ON DELETE CASCADE,
  kind text NOT NULL,
  in_app boolean NOT NULL,
  email boolean NOT NULL,
  PRIMARY KEY (user_id, kind)
);
`;

export class AddFollowingAndNotifications1795300000030 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [FOLLOWING, NOTIFICATIONS]) await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE notification_preference, notification_actor, notification, idea_follow;
      ALTER TABLE idea_tally DROP COLUMN follower_count;
      ALTER TABLE "user" DROP COLUMN auto_follow`);
  }
}
