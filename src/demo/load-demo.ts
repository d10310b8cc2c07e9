import { hash } from '@node-rs/argon2';
import type { Database } from '../shared/database/database.js';
import { addCompany } from './company-rows.js';
import { readCompanies, readPeople } from './demo-data.js';
import { addHeld, addIdea } from './idea-rows.js';
import { addNotifications } from './notification-rows.js';
import { Rows } from './rows.js';

/** The password of every demo account. */
export const DEMO_PASSWORD = 'close the loop';
/** One account per role, in every demo company; the newcomer is in none. */
export const DEMO_ACCOUNTS = ['owner', 'manager', 'moderator', 'expert', 'customer', 'newcomer'];

const COUNTS = `
UPDATE idea SET search = idea_search(language, title, tags, body);
UPDATE comment c SET reply_count = (SELECT count(*) FROM comment r WHERE r.root_id = c.id OR (c.depth > 0 AND r.parent_id = c.id));
UPDATE idea_tally t SET up_count = v.up, down_count = v.down, score = v.up - v.down, comment_count = v.comments,
    trending = CASE WHEN t.listed THEN trending_score(v.up, v.down, v.comments, t.published_at) ELSE 0 END
  FROM (SELECT i.id, (SELECT count(*)::int FROM vote WHERE idea_id = i.id AND value = 1) AS up,
          (SELECT count(*)::int FROM vote WHERE idea_id = i.id AND value = -1) AS down,
          (SELECT count(*)::int FROM comment WHERE idea_id = i.id) AS comments FROM idea i) v WHERE v.id = t.idea_id;
SELECT index_ideas(ARRAY(SELECT id FROM idea));
INSERT INTO idea_follow (company_id, idea_id, user_id, since, by_vote)
  SELECT company_id, idea_id, user_id, min(since), bool_and(by_vote) FROM (
    SELECT company_id, id AS idea_id, author_id AS user_id, created_at AS since, false AS by_vote FROM idea
    UNION ALL SELECT company_id, idea_id, user_id, answered_at, false FROM coauthor
    UNION ALL SELECT company_id, idea_id, author_id, created_at, false FROM comment
    UNION ALL SELECT company_id, idea_id, user_id, created_at, true FROM vote) part GROUP BY company_id, idea_id, user_id;
UPDATE idea_tally t SET follower_count = (SELECT count(*) FROM idea_follow f WHERE f.company_id = t.company_id AND f.idea_id = t.idea_id);
`;

/**
 * Loads the demo community into an empty database, all or nothing; its times count back from `now`. The counts that
 * lists sort by are taken from the rows, and `cocrea verify` finds them equal.
 * @returns whether it was loaded: not where there is a user already
 */
export async function loadDemo(database: Database, now: Date): Promise<boolean> {
  return database.transaction(async (tx) => {
    await database.query('LOCK TABLE "user" IN SHARE ROW EXCLUSIVE MODE', [], tx);
    const [{ empty } = { empty: false }] = await database.query<{ empty: boolean }>(
      'SELECT NOT EXISTS (SELECT FROM "user") AS empty',
      [],
      tx,
    );
    if (!empty) return false;
    const rows = new Rows(now);
    const users = await addPeople(rows);
    for (const demo of readCompanies()) {
      const place = addCompany(rows, demo, users);
      for (const idea of demo.ideas) addIdea(rows, place, idea);
      for (const held of demo.held) addHeld(rows, place, held, demo.preModeration);
    }
    await rows.write(database, tx);
    for (const statement of COUNTS.split(';\n').filter((sql) => sql.trim())) await database.query(statement, [], tx);
    await addNotifications(database, tx, new Rows(now));
    return true;
  });
}

async function addPeople(rows: Rows): Promise<Map<string, string>> {
  const passwordHash = await hash(DEMO_PASSWORD, { memoryCost: 19_456, timeCost: 2 });
  const users = new Map<string, string>();
  for (const { key, name, email, locale, bio } of readPeople()) {
    const joined = rows.ago(410);
    const id = rows.id(joined);
    users.set(key, id);
    const dates = { email_verified_at: joined, created_at: joined, updated_at: joined };
    rows.add('user', { id, email, display_name: name, locale, bio: bio ?? null, ...dates });
    rows.add('credential', { user_id: id, password_hash: passwordHash, changed_at: joined });
  }
  return users;
}
