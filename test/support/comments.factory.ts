import type { CommentVisibility } from '../../src/features/comments/comment.entity.js';
import { newId } from '../../src/shared/database/ids.js';
import type { ApiResult, TestApp } from './app.js';

interface CommentOptions {
  idea: { id: string };
  author: { id: string };
  parent?: { id: string } | null;
  body?: string;
  visibility?: keyof typeof CommentVisibility;
  createdAt?: Date;
}

/** A comment as the database holds it, counted where it is public. */
export async function createComment(t: TestApp, options: CommentOptions): Promise<{ id: string }> {
  const {
    idea,
    author,
    parent = null,
    body = 'I agree.',
    visibility = 'PUBLISHED',
    createdAt = t.clock.now(),
  } = options;
  const id = newId();
  await t.database.query(
    `INSERT INTO comment (id, company_id, idea_id, parent_id, root_id, depth, author_id, body, language, visibility, created_at)
     SELECT $1, i.company_id, i.id, p.id, coalesce(p.root_id, p.id), coalesce(p.depth + 1, 0), $4, $5, 'en', $6, $7
     FROM idea i LEFT JOIN comment p ON p.id = $3 WHERE i.id = $2`,
    [id, idea.id, parent?.id ?? null, author.id, body, visibility, createdAt],
  );
  if (visibility !== 'PUBLISHED') return { id };
  await t.database.query(
    `UPDATE comment SET reply_count = reply_count + 1 WHERE id IN (SELECT unnest(ARRAY[parent_id, root_id]) FROM comment WHERE id = $1)`,
    [id],
  );
  await t.database.query(
    `UPDATE idea_tally SET comment_count = comment_count + 1,
       trending = coalesce(trending_score(up_count, down_count, comment_count + 1, published_at), trending) WHERE idea_id = $1`,
    [idea.id],
  );
  return { id };
}

export interface Said {
  id: string;
  body: string;
  bodyHtml: string;
  visibility: keyof typeof CommentVisibility;
  version: number;
  parentId: string | null;
  rootId: string | null;
  depth: number;
  fromCompany: boolean;
  holdReason: string | null;
  rejectionReason: string | null;
  appreciationCount: number;
  viewerAppreciates: boolean;
  replyCount: number;
  editedAt: string | null;
  author: { id: string; displayName: string } | null;
  inReplyTo: { displayName: string } | null;
  mentions: { id: string }[];
  revisions: { number: number; body: string }[];
  viewerCan: { edit: boolean; delete: boolean; reply: boolean; appreciate: boolean };
}

export const COMMENT_FIELDS = `id body bodyHtml visibility version parentId rootId depth fromCompany holdReason rejectionReason
  appreciationCount viewerAppreciates replyCount editedAt author { id displayName } inReplyTo { displayName } mentions { id }
  revisions { number body } viewerCan { edit delete reply appreciate }`;

type Action = 'addComment' | 'editComment' | 'deleteComment' | 'appreciateComment' | 'unappreciateComment';
const INPUTS: Record<Action, string> = {
  addComment: 'AddCommentInput',
  editComment: 'EditCommentInput',
  deleteComment: 'CommentIdInput',
  appreciateComment: 'CommentIdInput',
  unappreciateComment: 'CommentIdInput',
};

/** Does something to a comment through the API. */
export const act = (
  t: TestApp,
  user: { token: string } | null,
  action: Action,
  input: object,
): Promise<ApiResult<{ comment: Said }>> =>
  t.ask(
    `mutation ($input: ${INPUTS[action]}!) { comment: ${action}(input: $input) { ${COMMENT_FIELDS} } }`,
    { input },
    { token: user?.token },
  );

/** Comments, and expects that it worked. */
export async function say(
  t: TestApp,
  user: { token: string },
  idea: { id: string },
  body: string,
  parent?: { id: string },
): Promise<Said> {
  const { data, errors } = await act(t, user, 'addComment', { ideaId: idea.id, parentId: parent?.id, body });
  if (errors) throw new Error(JSON.stringify(errors));
  return data!.comment;
}
