import type { Database, Transaction } from '../shared/database/database.js';
import type { Rows } from './rows.js';

/** What was read by now is older than this. */
const READ_DAYS = 4;
/** For each account that somebody may sign in with. */
const MOST = 12;

/** The last answer to each idea that one follows, and what was said to each idea of one's own; never one's own acts. */
const TOLD = `
SELECT * FROM (
  SELECT told.*, row_number() OVER (PARTITION BY user_id ORDER BY at DESC) AS place FROM (
    SELECT DISTINCT ON (f.user_id, a.idea_id) f.company_id, f.user_id, a.idea_id, 'IDEA_ANSWERED' AS kind, NULL::uuid AS comment_id,
      a.status AS detail, NULL::uuid[] AS actors, a.created_at AS at
    FROM idea_follow f JOIN answer a ON a.idea_id = f.idea_id AND a.author_id <> f.user_id
    ORDER BY f.user_id, a.idea_id, a.created_at DESC) told
  UNION ALL
  SELECT told.*, row_number() OVER (PARTITION BY user_id ORDER BY at DESC) FROM (
    SELECT i.company_id, i.author_id AS user_id, i.id, 'IDEA_COMMENTED', (array_agg(c.id ORDER BY c.created_at))[1], NULL,
      array_agg(DISTINCT c.author_id), max(c.created_at) AS at
    FROM idea i JOIN comment c ON c.idea_id = i.id AND c.author_id <> i.author_id GROUP BY i.id) told
) t JOIN "user" u ON u.id = t.user_id AND u.email LIKE '%@demo.example' WHERE place <= ${MOST} ORDER BY at`;

interface Told {
  company_id: string;
  user_id: string;
  idea_id: string;
  kind: string;
  comment_id: string | null;
  detail: string | null;
  actors: string[] | null;
  at: Date;
}

/** What the demo's people would have been told, had all this happened while the installation ran. */
export async function addNotifications(database: Database, tx: Transaction, rows: Rows): Promise<void> {
  for (const { actors, at, ...told } of await database.query<Told>(TOLD, [], tx)) {
    const id = rows.id(at);
    const { company_id, user_id, idea_id, kind, comment_id, detail } = told;
    const read_at = at < rows.ago(READ_DAYS) ? at : null;
    const about = { company_id, user_id, idea_id, kind, comment_id, detail, group_key: `${kind}:${idea_id}` };
    rows.add('notification', { id, ...about, created_at: at, last_at: at, read_at });
    for (const actor of actors ?? [])
      rows.add('notification_actor', { company_id, notification_id: id, user_id: actor, at });
  }
  await rows.write(database, tx);
}
