import type { MigrationInterface, QueryRunner } from 'typeorm';

const ACCOUNTS = `
CREATE TABLE "user" (
  id uuid PRIMARY KEY,
  email text,
  email_verified_at timestamptz,
  display_name text NOT NULL,
  bio text,
  locale text NOT NULL DEFAULT 'en',
  avatar_file_id uuid,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  erased_at timestamptz
);
CREATE UNIQUE INDEX user_email_key ON "user" (lower(email));

CREATE TABLE credential (
  user_id uuid PRIMARY KEY CONSTRAINT credential_user_fk REFERENCES "user" (id) ON DELETE CASCADE,
  password_hash text NOT NULL,
  changed_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE refresh_token (
  id uuid PRIMARY KEY,
  user_id uuid NOT NULL CONSTRAINT refresh_token_user_fk REFERENCES "user" (id) ON DELETE CASCADE,
  family_id uuid NOT NULL,
  token_hash bytea NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  expires_at timestamptz NOT NULL,
  used_at timestamptz,
  revoked_at timestamptz
);
CREATE UNIQUE INDEX refresh_token_hash_key ON refresh_token (token_hash);
CREATE INDEX refresh_token_family_idx ON refresh_token (family_id);
CREATE INDEX refresh_token_user_idx ON refresh_token (user_id);

CREATE TABLE account_token (
  id uuid PRIMARY KEY,
  user_id uuid NOT NULL CONSTRAINT account_token_user_fk REFERENCES "user" (id) ON DELETE CASCADE,
  purpose text NOT NULL,
  email text NOT NULL,
  token_hash bytea NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  expires_at timestamptz NOT NULL,
  used_at timestamptz
);
CREATE UNIQUE INDEX account_token_hash_key ON account_token (token_hash);
CREATE INDEX account_token_user_idx ON account_token (user_id);

CREATE TABLE sign_up (
  id uuid PRIMARY KEY,
  email text NOT NULL,
  display_name text NOT NULL,
  password_hash text NOT NULL,
  locale text NOT NULL DEFAULT 'en',
  token_hash bytea NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  expires_at timestamptz NOT NULL
);
CREATE UNIQUE INDEX sign_up_token_key ON sign_up (token_hash);
CREATE INDEX sign_up_email_idx ON sign_up (lower(email), created_at);

CREATE UNLOGGED TABLE rate_limit (
  key varchar(255) PRIMARY KEY,
  points integer NOT NULL DEFAULT 0,
  expire bigint
);
`;

const SHARED = `
CREATE TABLE file (
  id uuid PRIMARY KEY,
  owner_id uuid NOT NULL CONSTRAINT file_owner_fk REFERENCES "user" (id),
  purpose text NOT NULL,
  kind text NOT NULL,
  filename text NOT NULL,
  mime_type text NOT NULL,
  byte_size integer NOT NULL,
  width integer,
  height integer,
  storage_key text NOT NULL,
  claimed_at timestamptz,
  created_at timestamptz NOT NULL DEFAULT now()
);
CREATE UNIQUE INDEX file_storage_key ON file (storage_key);
CREATE INDEX file_owner_idx ON file (owner_id);
CREATE INDEX file_unclaimed_idx ON file (created_at) WHERE claimed_at IS NULL;

CREATE TABLE event (
  id uuid PRIMARY KEY,
  position bigserial NOT NULL,
  company_id uuid,
  type text NOT NULL,
  aggregate_id uuid NOT NULL,
  actor_id uuid,
  payload jsonb NOT NULL DEFAULT '{}',
  occurred_at timestamptz NOT NULL,
  dispatched_at timestamptz
);
CREATE INDEX event_pending_idx ON event (aggregate_id, position) WHERE dispatched_at IS NULL;
CREATE INDEX event_aggregate_idx ON event (aggregate_id, position) WHERE type NOT IN ('VoteCast', 'VoteWithdrawn', 'CommentAppreciated', 'CommentUnappreciated');

CREATE TABLE event_delivery (
  event_id uuid NOT NULL CONSTRAINT event_delivery_event_fk REFERENCES event (id) ON DELETE CASCADE,
  handler text NOT NULL,
  delivered_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (event_id, handler)
);
`;

const COMPANIES = `
CREATE TABLE company (
  id uuid PRIMARY KEY,
  slug text NOT NULL,
  name text NOT NULL,
  description text NOT NULL DEFAULT '',
  languages text[] NOT NULL,
  default_language text NOT NULL,
  brand_color text NOT NULL DEFAULT '#0b7363',
  logo_file_id uuid,
  visibility text NOT NULL DEFAULT 'PUBLIC',
  join_policy text NOT NULL DEFAULT 'OPEN',
  email_domains text[] NOT NULL DEFAULT '{}',
  pre_moderation text NOT NULL DEFAULT 'NEWCOMERS',
  vote_mode text NOT NULL DEFAULT 'UP',
  guidelines text NOT NULL DEFAULT '',
  tags text[] NOT NULL DEFAULT '{}',
  idea_box_open boolean NOT NULL DEFAULT true,
  version integer NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now()
);
CREATE UNIQUE INDEX company_slug_key ON company (slug);
CREATE INDEX company_visible_idx ON company (visibility, created_at, id);

CREATE TABLE rule (
  id uuid PRIMARY KEY,
  company_id uuid NOT NULL CONSTRAINT rule_company_fk REFERENCES company (id) ON DELETE CASCADE,
  position integer NOT NULL,
  title text NOT NULL,
  text text NOT NULL,
  retired_at timestamptz
);
CREATE INDEX rule_company_idx ON rule (company_id, position);

CREATE TABLE membership (
  id uuid PRIMARY KEY,
  company_id uuid NOT NULL CONSTRAINT membership_company_fk REFERENCES company (id) ON DELETE CASCADE,
  user_id uuid NOT NULL CONSTRAINT membership_user_fk REFERENCES "user" (id) ON DELETE CASCADE,
  role text NOT NULL DEFAULT 'CUSTOMER',
  trust_level smallint NOT NULL DEFAULT 0,
  suspended_until timestamptz,
  joined_at timestamptz NOT NULL DEFAULT now()
);
CREATE UNIQUE INDEX membership_company_user_key ON membership (company_id, user_id);
CREATE INDEX membership_user_idx ON membership (user_id);
CREATE INDEX membership_list_idx ON membership (company_id, joined_at, id);

CREATE TABLE imported_user (
  company_id uuid NOT NULL CONSTRAINT imported_user_company_fk REFERENCES company (id) ON DELETE CASCADE,
  source_id text NOT NULL,
  user_id uuid NOT NULL CONSTRAINT imported_user_user_fk REFERENCES "user" (id) ON DELETE CASCADE,
  PRIMARY KEY (company_id, source_id)
);

CREATE TABLE invitation (
  id uuid PRIMARY KEY,
  company_id uuid NOT NULL CONSTRAINT invitation_company_fk REFERENCES company (id) ON DELETE CASCADE,
  email text NOT NULL,
  role text NOT NULL,
  token_hash bytea NOT NULL,
  invited_by_id uuid NOT NULL CONSTRAINT invitation_invited_by_fk REFERENCES "user" (id),
  created_at timestamptz NOT NULL DEFAULT now(),
  expires_at timestamptz NOT NULL,
  accepted_at timestamptz,
  revoked_at timestamptz
);
CREATE UNIQUE INDEX invitation_token_key ON invitation (token_hash);
CREATE INDEX invitation_company_idx ON invitation (company_id, created_at);
`;

const CHALLENGES = `
CREATE TABLE challenge (
  id uuid PRIMARY KEY,
  company_id uuid NOT NULL CONSTRAINT challenge_company_fk REFERENCES company (id) ON DELETE CASCADE,
  slug text NOT NULL,
  title text NOT NULL,
  summary text NOT NULL DEFAULT '',
  brief text NOT NULL DEFAULT '',
  cover_file_id uuid,
  language text NOT NULL,
  tags text[] NOT NULL DEFAULT '{}',
  terms text NOT NULL DEFAULT '',
  created_by_id uuid NOT NULL CONSTRAINT challenge_created_by_fk REFERENCES "user" (id),
  publish_at timestamptz,
  starts_at timestamptz,
  ends_at timestamptz,
  closed_at timestamptz,
  close_reason text,
  archived_at timestamptz,
  published_event_at timestamptz,
  version integer NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now()
);
CREATE UNIQUE INDEX challenge_company_slug_key ON challenge (company_id, slug);
CREATE INDEX challenge_ends_idx ON challenge (company_id, ends_at, id) WHERE publish_at IS NOT NULL;
CREATE INDEX challenge_starts_idx ON challenge (company_id, starts_at, id) WHERE publish_at IS NOT NULL;
CREATE INDEX challenge_all_ends_idx ON challenge (ends_at, id) WHERE publish_at IS NOT NULL;
CREATE INDEX challenge_all_starts_idx ON challenge (starts_at, id) WHERE publish_at IS NOT NULL;

CREATE TABLE phase (
  id uuid PRIMARY KEY,
  company_id uuid NOT NULL CONSTRAINT phase_company_fk REFERENCES company (id) ON DELETE CASCADE,
  challenge_id uuid NOT NULL CONSTRAINT phase_challenge_fk REFERENCES challenge (id) ON DELETE CASCADE,
  kind text NOT NULL,
  position integer NOT NULL,
  starts_at timestamptz NOT NULL,
  ends_at timestamptz NOT NULL,
  may_submit boolean NOT NULL,
  may_edit boolean NOT NULL,
  may_comment boolean NOT NULL,
  may_vote boolean NOT NULL,
  counts_visible boolean NOT NULL,
  started_event_at timestamptz,
  ended_event_at timestamptz,
  CONSTRAINT phase_dates_check CHECK (ends_at > starts_at)
);
CREATE UNIQUE INDEX phase_challenge_position_key ON phase (challenge_id, position);
CREATE INDEX phase_challenge_starts_idx ON phase (challenge_id, starts_at);
CREATE INDEX phase_start_due_idx ON phase (starts_at) WHERE started_event_at IS NULL;
CREATE INDEX phase_end_due_idx ON phase (ends_at) WHERE ended_event_at IS NULL;

CREATE TABLE prize (
  id uuid PRIMARY KEY,
  company_id uuid NOT NULL CONSTRAINT prize_company_fk REFERENCES company (id) ON DELETE CASCADE,
  challenge_id uuid NOT NULL CONSTRAINT prize_challenge_fk REFERENCES challenge (id) ON DELETE CASCADE,
  place integer NOT NULL,
  title text NOT NULL,
  kind text NOT NULL,
  amount_minor integer,
  currency text
);
CREATE UNIQUE INDEX prize_challenge_place_key ON prize (challenge_id, place);

CREATE TABLE criterion (
  id uuid PRIMARY KEY,
  company_id uuid NOT NULL CONSTRAINT criterion_company_fk REFERENCES company (id) ON DELETE CASCADE,
  challenge_id uuid NOT NULL CONSTRAINT criterion_challenge_fk REFERENCES challenge (id) ON DELETE CASCADE,
  position integer NOT NULL,
  name text NOT NULL,
  description text NOT NULL DEFAULT '',
  weight integer NOT NULL
);
CREATE INDEX criterion_challenge_idx ON criterion (challenge_id, position);

CREATE TABLE challenge_extension (
  id uuid PRIMARY KEY,
  company_id uuid NOT NULL CONSTRAINT challenge_extension_company_fk REFERENCES company (id) ON DELETE CASCADE,
  challenge_id uuid NOT NULL CONSTRAINT challenge_extension_challenge_fk REFERENCES challenge (id) ON DELETE CASCADE,
  phase_id uuid NOT NULL CONSTRAINT challenge_extension_phase_fk REFERENCES phase (id) ON DELETE CASCADE,
  previous_ends_at timestamptz NOT NULL,
  ends_at timestamptz NOT NULL,
  reason text NOT NULL,
  by_id uuid NOT NULL CONSTRAINT challenge_extension_by_fk REFERENCES "user" (id),
  at timestamptz NOT NULL
);
CREATE INDEX challenge_extension_challenge_idx ON challenge_extension (challenge_id, at);

CREATE TABLE terms_acceptance (
  company_id uuid NOT NULL CONSTRAINT terms_acceptance_company_fk REFERENCES company (id) ON DELETE CASCADE,
  challenge_id uuid NOT NULL CONSTRAINT terms_acceptance_challenge_fk REFERENCES challenge (id) ON DELETE CASCADE,
  user_id uuid NOT NULL CONSTRAINT terms_acceptance_user_fk REFERENCES "user" (id) ON DELETE CASCADE,
  terms_hash text NOT NULL,
  accepted_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (company_id, challenge_id, user_id)
);
`;

const IDEAS = `
CREATE EXTENSION IF NOT EXISTS unaccent;
CREATE TEXT SEARCH CONFIGURATION cocrea_simple (COPY = simple);
ALTER TEXT SEARCH CONFIGURATION cocrea_simple ALTER MAPPING FOR hword, hword_part, word WITH unaccent, simple;
CREATE TEXT SEARCH CONFIGURATION cocrea_en (COPY = english);
ALTER TEXT SEARCH CONFIGURATION cocrea_en ALTER MAPPING FOR hword, hword_part, word WITH unaccent, english_stem;
CREATE TEXT SEARCH CONFIGURATION cocrea_es (COPY = spanish);
ALTER TEXT SEARCH CONFIGURATION cocrea_es ALTER MAPPING FOR hword, hword_part, word WITH unaccent, spanish_stem;
CREATE TEXT SEARCH CONFIGURATION cocrea_it (COPY = italian);
ALTER TEXT SEARCH CONFIGURATION cocrea_it ALTER MAPPING FOR hword, hword_part, word WITH unaccent, italian_stem;

CREATE FUNCTION search_configuration(language text) RETURNS regconfig LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS $$ SELECT CASE language WHEN 'en' THEN 'cocrea_en'::regconfig WHEN 'es' THEN 'cocrea_es'::regconfig WHEN 'it' THEN 'cocrea_it'::regconfig ELSE 'cocrea_simple'::regconfig END $$;

CREATE FUNCTION idea_search(language text, title text, tags text[], body text) RETURNS tsvector LANGUAGE sql STABLE PARALLEL SAFE
AS $$ SELECT setweight(to_tsvector(search_configuration(language), title), 'A') || setweight(to_tsvector(search_configuration(language), array_to_string(tags, ' ')), 'B') || setweight(to_tsvector(search_configuration(language), body), 'D') $$;

CREATE FUNCTION search_query(words text) RETURNS tsquery LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS $$ SELECT websearch_to_tsquery('cocrea_simple', plain) || websearch_to_tsquery('cocrea_en', plain) || websearch_to_tsquery('cocrea_es', plain) || websearch_to_tsquery('cocrea_it', plain) FROM translate(words, '-', ' ') plain $$;

CREATE FUNCTION trending_score(up integer, down integer, comments integer, published_at timestamptz) RETURNS double precision LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS $$ SELECT log(2::numeric, (1 + greatest(up - down, 0) + 2 * comments)::numeric)::double precision + extract(epoch FROM published_at AT TIME ZONE 'UTC')::double precision / 345600 $$;

CREATE TABLE idea (
  id uuid PRIMARY KEY,
  company_id uuid NOT NULL CONSTRAINT idea_company_fk REFERENCES company (id) ON DELETE CASCADE,
  challenge_id uuid CONSTRAINT idea_challenge_fk REFERENCES challenge (id) ON DELETE CASCADE,
  author_id uuid NOT NULL CONSTRAINT idea_author_fk REFERENCES "user" (id),
  title text NOT NULL,
  body text NOT NULL,
  language text,
  tags text[] NOT NULL DEFAULT '{}',
  visibility text NOT NULL,
  hold_reason text,
  rejection_reason text,
  status text NOT NULL DEFAULT 'OPEN',
  answered_at timestamptz,
  revision_count integer NOT NULL DEFAULT 0,
  version integer NOT NULL DEFAULT 1,
  idempotency_key text,
  source_id text,
  search tsvector,
  created_at timestamptz NOT NULL DEFAULT now(),
  published_at timestamptz,
  edited_at timestamptz
);
CREATE UNIQUE INDEX idea_idempotency_key ON idea (company_id, author_id, idempotency_key);
CREATE UNIQUE INDEX idea_source_key ON idea (company_id, source_id);
CREATE INDEX idea_author_idx ON idea (author_id, created_at, id);
CREATE INDEX idea_newest_idx ON idea (company_id, published_at, id) WHERE visibility = 'PUBLISHED';
CREATE INDEX idea_challenge_newest_idx ON idea (company_id, challenge_id, published_at, id) WHERE visibility = 'PUBLISHED';
CREATE INDEX idea_random_idx ON idea (company_id, get_byte(uuid_send(id), 15)) WHERE visibility = 'PUBLISHED';
CREATE INDEX idea_challenge_random_idx ON idea (company_id, challenge_id, get_byte(uuid_send(id), 15)) WHERE visibility = 'PUBLISHED';
CREATE INDEX idea_status_idx ON idea (company_id, status) WHERE visibility = 'PUBLISHED';
CREATE INDEX idea_language_idx ON idea (company_id, language) WHERE visibility = 'PUBLISHED';
CREATE INDEX idea_challenge_author_idx ON idea (challenge_id, author_id) WHERE visibility = 'PUBLISHED';
CREATE INDEX idea_tags_idx ON idea USING gin (tags) WITH (fastupdate = off);
CREATE INDEX idea_search_idx ON idea USING gin (search) WITH (fastupdate = off);

CREATE TABLE idea_tally (
  idea_id uuid PRIMARY KEY CONSTRAINT idea_tally_idea_fk REFERENCES idea (id) ON DELETE CASCADE,
  company_id uuid NOT NULL CONSTRAINT idea_tally_company_fk REFERENCES company (id) ON DELETE CASCADE,
  challenge_id uuid,
  listed boolean NOT NULL,
  answered boolean NOT NULL DEFAULT false,
  up_count integer NOT NULL DEFAULT 0,
  down_count integer NOT NULL DEFAULT 0,
  score integer NOT NULL DEFAULT 0,
  comment_count integer NOT NULL DEFAULT 0,
  trending double precision NOT NULL DEFAULT 0,
  published_at timestamptz
) WITH (fillfactor = 60);
CREATE INDEX idea_tally_top_idx ON idea_tally (company_id, score, idea_id) WHERE listed;
CREATE INDEX idea_tally_challenge_top_idx ON idea_tally (company_id, challenge_id, score, idea_id) WHERE listed;
CREATE INDEX idea_tally_trending_idx ON idea_tally (company_id, trending, idea_id) WHERE listed;
CREATE INDEX idea_tally_challenge_trending_idx ON idea_tally (company_id, challenge_id, trending, idea_id) WHERE listed;
CREATE INDEX idea_tally_unanswered_idx ON idea_tally (company_id, score, idea_id) WHERE listed AND NOT answered;
CREATE INDEX idea_tally_challenge_unanswered_idx ON idea_tally (company_id, challenge_id, score, idea_id) WHERE listed AND NOT answered;

CREATE TABLE idea_revision (
  idea_id uuid NOT NULL CONSTRAINT idea_revision_idea_fk REFERENCES idea (id) ON DELETE CASCADE,
  number integer NOT NULL,
  company_id uuid NOT NULL CONSTRAINT idea_revision_company_fk REFERENCES company (id) ON DELETE CASCADE,
  title text NOT NULL,
  body text NOT NULL,
  tags text[] NOT NULL DEFAULT '{}',
  editor_id uuid NOT NULL CONSTRAINT idea_revision_editor_fk REFERENCES "user" (id),
  note text,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (idea_id, number)
);

CREATE TABLE coauthor (
  company_id uuid NOT NULL CONSTRAINT coauthor_company_fk REFERENCES company (id) ON DELETE CASCADE,
  idea_id uuid NOT NULL CONSTRAINT coauthor_idea_fk REFERENCES idea (id) ON DELETE CASCADE,
  user_id uuid NOT NULL CONSTRAINT coauthor_user_fk REFERENCES "user" (id) ON DELETE CASCADE,
  state text NOT NULL,
  invited_at timestamptz NOT NULL DEFAULT now(),
  answered_at timestamptz,
  PRIMARY KEY (idea_id, user_id)
);
CREATE INDEX coauthor_user_idx ON coauthor (user_id, state);

CREATE TABLE attachment (
  idea_id uuid NOT NULL CONSTRAINT attachment_idea_fk REFERENCES idea (id) ON DELETE CASCADE,
  file_id uuid NOT NULL CONSTRAINT attachment_file_fk REFERENCES file (id),
  company_id uuid NOT NULL CONSTRAINT attachment_company_fk REFERENCES company (id) ON DELETE CASCADE,
  position integer NOT NULL,
  PRIMARY KEY (idea_id, file_id)
);
CREATE INDEX attachment_file_idx ON attachment (file_id);

CREATE TABLE answer (
  id uuid PRIMARY KEY,
  company_id uuid NOT NULL CONSTRAINT answer_company_fk REFERENCES company (id) ON DELETE CASCADE,
  idea_id uuid NOT NULL CONSTRAINT answer_idea_fk REFERENCES idea (id) ON DELETE CASCADE,
  author_id uuid NOT NULL CONSTRAINT answer_author_fk REFERENCES "user" (id),
  status text NOT NULL,
  body text NOT NULL,
  pinned boolean NOT NULL DEFAULT true,
  created_at timestamptz NOT NULL
);
CREATE INDEX answer_idea_idx ON answer (idea_id, created_at, id);
`;

const VOTES_COMMENTS_REVIEWS = `
CREATE TABLE vote (
  company_id uuid NOT NULL,
  idea_id uuid NOT NULL CONSTRAINT vote_idea_fk REFERENCES idea (id) ON DELETE CASCADE,
  user_id uuid NOT NULL CONSTRAINT vote_user_fk REFERENCES "user" (id),
  value smallint NOT NULL,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  PRIMARY KEY (idea_id, user_id),
  CONSTRAINT vote_value_check CHECK (value IN (-1, 1))
);
CREATE INDEX vote_user_idx ON vote (user_id, idea_id);

CREATE TABLE comment (
  id uuid PRIMARY KEY,
  company_id uuid NOT NULL CONSTRAINT comment_company_fk REFERENCES company (id) ON DELETE CASCADE,
  idea_id uuid NOT NULL CONSTRAINT comment_idea_fk REFERENCES idea (id) ON DELETE CASCADE,
  parent_id uuid CONSTRAINT comment_parent_fk REFERENCES comment (id),
  root_id uuid CONSTRAINT comment_root_fk REFERENCES comment (id),
  depth integer NOT NULL DEFAULT 0,
  author_id uuid NOT NULL CONSTRAINT comment_author_fk REFERENCES "user" (id),
  from_company boolean NOT NULL DEFAULT false,
  body text NOT NULL,
  language text,
  visibility text NOT NULL,
  hold_reason text,
  rejection_reason text,
  appreciation_count integer NOT NULL DEFAULT 0,
  reply_count integer NOT NULL DEFAULT 0,
  revision_count integer NOT NULL DEFAULT 1,
  version integer NOT NULL DEFAULT 1,
  idempotency_key text,
  source_id text,
  created_at timestamptz NOT NULL,
  edited_at timestamptz
);
CREATE UNIQUE INDEX comment_idempotency_key ON comment (company_id, author_id, idempotency_key);
CREATE UNIQUE INDEX comment_source_key ON comment (company_id, source_id);
CREATE INDEX comment_top_time_idx ON comment (idea_id, created_at, id) WHERE parent_id IS NULL;
CREATE INDEX comment_top_appreciated_idx ON comment (idea_id, appreciation_count, id) WHERE parent_id IS NULL;
CREATE INDEX comment_root_idx ON comment (root_id, created_at, id);
CREATE INDEX comment_parent_idx ON comment (parent_id);
CREATE INDEX comment_author_idx ON comment (author_id, created_at, id);

CREATE TABLE comment_revision (
  comment_id uuid NOT NULL CONSTRAINT comment_revision_comment_fk REFERENCES comment (id) ON DELETE CASCADE,
  number integer NOT NULL,
  company_id uuid NOT NULL CONSTRAINT comment_revision_company_fk REFERENCES company (id) ON DELETE CASCADE,
  body text NOT NULL,
  created_at timestamptz NOT NULL,
  was_public boolean NOT NULL DEFAULT true,
  PRIMARY KEY (comment_id, number)
);

CREATE TABLE comment_appreciation (
  company_id uuid NOT NULL,
  comment_id uuid NOT NULL CONSTRAINT comment_appreciation_comment_fk REFERENCES comment (id) ON DELETE CASCADE,
  user_id uuid NOT NULL CONSTRAINT comment_appreciation_user_fk REFERENCES "user" (id),
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (comment_id, user_id)
);

CREATE TABLE comment_mention (
  company_id uuid NOT NULL,
  comment_id uuid NOT NULL CONSTRAINT comment_mention_comment_fk REFERENCES comment (id) ON DELETE CASCADE,
  user_id uuid NOT NULL CONSTRAINT comment_mention_user_fk REFERENCES "user" (id) ON DELETE CASCADE,
  PRIMARY KEY (comment_id, user_id)
);

CREATE TABLE review (
  id uuid PRIMARY KEY,
  company_id uuid NOT NULL CONSTRAINT review_company_fk REFERENCES company (id) ON DELETE CASCADE,
  kind text NOT NULL,
  idea_id uuid CONSTRAINT review_idea_fk REFERENCES idea (id) ON DELETE CASCADE,
  comment_id uuid CONSTRAINT review_comment_fk REFERENCES comment (id) ON DELETE CASCADE,
  author_id uuid NOT NULL CONSTRAINT review_author_fk REFERENCES "user" (id),
  reason text NOT NULL,
  state text NOT NULL DEFAULT 'PENDING',
  decided_by_id uuid CONSTRAINT review_decided_by_fk REFERENCES "user" (id),
  decided_at timestamptz,
  rule_id uuid CONSTRAINT review_rule_fk REFERENCES rule (id),
  note text,
  version integer NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX review_queue_idx ON review (company_id, state, created_at, id);
CREATE UNIQUE INDEX review_pending_idea_key ON review (idea_id) WHERE state = 'PENDING';
CREATE UNIQUE INDEX review_pending_comment_key ON review (comment_id) WHERE state = 'PENDING';
`;

export class CreateSchema1766000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [ACCOUNTS, SHARED, COMPANIES, CHALLENGES, IDEAS, VOTES_COMMENTS_REVIEWS]) await runner.query(sql);
  }

  /** The first migration has nothing to go back to: drop the database instead. */
  async down(): Promise<void> {
    throw new Error('The first migration cannot be reverted');
  }
}
