import { defineEvent } from '../../shared/events/domain-event.js';

// The aggregate of each is the idea, so that its timeline has them and they are handled in its order; but for
// appreciations, which are the comment's.

/** Somebody wrote a comment; one of the two next says whether it became public at once. */
export const CommentAdded = defineEvent<{ commentId: string; parentId: string | null }>('CommentAdded');
/** It waits for a moderator: when written, or when a newcomer changed a public one. */
export const CommentHeld = defineEvent<{ commentId: string; reason: string }>('CommentHeld');
/**
 * It became public, for the `first` time or again: at once, or by a moderator (the actor). Whom to tell: the idea's
 * author and `inReplyToId` (the author of the comment that it answers) the first time, `mentionedIds` (whom no version
 * that was public before has mentioned) each time; each once, and never `authorId`.
 */
export const CommentPublished = defineEvent<{
  commentId: string;
  authorId: string;
  parentId: string | null;
  inReplyToId: string | null;
  mentionedIds: string[];
  first: boolean;
}>('CommentPublished');
export const CommentRejected = defineEvent<{ commentId: string; authorId: string }>('CommentRejected');
/** Was public, and is no more, by a moderator (the actor) or an automatic rule. */
export const CommentHidden = defineEvent<{ commentId: string }>('CommentHidden');
/** A moderator (the actor) made some of its text unreadable. */
export const CommentMasked = defineEvent<{ commentId: string }>('CommentMasked');
/** A decision about it was undone: it is as visible as before. */
export const CommentRestored = defineEvent<{ commentId: string }>('CommentRestored');
/** Its text changed; where it stays public, `mentionedIds` are those whom no version before has mentioned. */
export const CommentEdited = defineEvent<{ commentId: string; revision: number; mentionedIds: string[] }>(
  'CommentEdited',
);
/** Its author took it back. */
export const CommentDeleted = defineEvent<{ commentId: string }>('CommentDeleted');
/** Aggregate: the comment. */
export const CommentAppreciated = defineEvent<{ authorId: string }>('CommentAppreciated');
/** Aggregate: the comment. */
export const CommentUnappreciated = defineEvent<{ authorId: string }>('CommentUnappreciated');
