import { Injectable } from '@nestjs/common';
import { Database, type Transaction } from '../../shared/database/database.js';

/**
 * What is unread of a comment ($2) that is not public any more, and of others after it, becomes news of the next of
 * them; its author is named no more if nothing else of theirs is read there. Where it was the only one, it stays as it
 * is: nobody is shown it, unless the comment comes back.
 */
const MOVE_ON = `
WITH moving AS (
  SELECT n.id, n.idea_id, next.id AS comment_id, gone.author_id
  FROM comment gone
  CROSS JOIN LATERAL (
    SELECT author_id AS user_id FROM idea WHERE id = gone.idea_id UNION SELECT user_id FROM coauthor WHERE idea_id = gone.idea_id
    UNION SELECT author_id FROM comment WHERE id = gone.parent_id
  ) told
  JOIN notification n ON n.company_id = $1 AND n.user_id = told.user_id AND n.read_at IS NULL AND n.comment_id = gone.id
    AND n.group_key IN ('IDEA_COMMENTED:' || gone.idea_id, 'COMMENT_REPLIED:' || gone.parent_id)
  CROSS JOIN LATERAL (
    SELECT c.id FROM notification_actor a JOIN comment c ON c.author_id = a.user_id AND c.idea_id = n.idea_id
    WHERE a.notification_id = n.id AND c.visibility = 'PUBLISHED' AND c.created_at >= n.created_at
      AND (n.kind = 'IDEA_COMMENTED' OR c.parent_id = gone.parent_id)
    ORDER BY c.created_at, c.id LIMIT 1
  ) next
  WHERE gone.id = $2 AND gone.visibility <> 'PUBLISHED'
), moved AS (
  UPDATE notification n SET comment_id = m.comment_id FROM moving m WHERE n.id = m.id
)
DELETE FROM notification_actor a USING moving m WHERE a.notification_id = m.id AND a.user_id = m.author_id AND NOT EXISTS (
  SELECT FROM comment c WHERE c.author_id = a.user_id AND c.idea_id = m.idea_id AND c.visibility = 'PUBLISHED')`;

/** What becomes of what was told of a discussion. */
@Injectable()
export class ConversationQueries {
  constructor(private readonly database: Database) {}

  /** A comment is not public any more: what told of it tells of the next one. */
  async moveOn(tx: Transaction, companyId: string, commentId: string): Promise<void> {
    await this.database.query(MOVE_ON, [companyId, commentId], tx);
  }
}
