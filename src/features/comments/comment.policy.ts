import { type Comment, CommentVisibility } from './comment.entity.js';
import type { CommentPermissions } from './comment-permissions.type.js';

type Facts = Pick<Comment, 'authorId' | 'visibility'>;

/**
 * What somebody may do with a comment.
 * @param open whether they could write a comment on its idea now
 */
export function commentPermissions(comment: Facts, userId: string, open: boolean): CommentPermissions {
  const own = comment.authorId === userId;
  const published = comment.visibility === CommentVisibility.PUBLISHED;
  return {
    edit: open && canChange(comment, userId),
    delete: own && comment.visibility !== CommentVisibility.DELETED,
    reply: open && published,
    appreciate: open && published && !own,
  };
}

/** Its author, as long as it is there and was not rejected; when, is for the phase to say. */
export const canChange = ({ authorId, visibility }: Facts, userId: string): boolean =>
  authorId === userId && [CommentVisibility.PUBLISHED, CommentVisibility.HELD].includes(visibility);
