import { defineEvent } from '../../shared/events/domain-event.js';
import type { IdeaStatus } from './idea.entity.js';

// The aggregate of each is the idea.

export const IdeaSubmitted = defineEvent<{ challengeId: string | null }>('IdeaSubmitted');
/** Submitted, but to be reviewed before it is published. */
export const IdeaHeld = defineEvent<{ reason: string }>('IdeaHeld');
/** Became public: at once, or by a moderator (the actor). */
export const IdeaPublished = defineEvent<{ challengeId: string | null; authorId: string }>('IdeaPublished');
export const IdeaRejected = defineEvent<{ authorId: string }>('IdeaRejected');
/** Was public, and is no more, by a moderator (the actor) or an automatic rule. */
export const IdeaHidden = defineEvent<{ challengeId: string | null }>('IdeaHidden');
/** A decision about it was undone: it is as visible as before. */
export const IdeaRestored = defineEvent<{ challengeId: string | null }>('IdeaRestored');
/** A moderator (the actor) made some of its text unreadable, or took files from it. */
export const IdeaMasked = defineEvent<object>('IdeaMasked');
/** A moderator (the actor) found that it says the same as another: its votes and followers count there now. */
export const IdeaMerged = defineEvent<{ targetId: string; challengeId: string | null }>('IdeaMerged');
/** Another idea was merged into it. */
export const IdeaAbsorbed = defineEvent<{ ideaId: string }>('IdeaAbsorbed');
/** That was undone. */
export const IdeaReleased = defineEvent<{ ideaId: string }>('IdeaReleased');
/** A moderator (the actor) moved it; null: the idea box. */
export const IdeaMoved = defineEvent<{ from: string | null; to: string | null }>('IdeaMoved');
export const IdeaEdited = defineEvent<{ revision: number }>('IdeaEdited');
export const IdeaWithdrawn = defineEvent<{ challengeId: string | null }>('IdeaWithdrawn');
export const IdeaAnswered = defineEvent<{ answerId: string; status: IdeaStatus; authorId: string }>('IdeaAnswered');
export const CoauthorInvited = defineEvent<{ userId: string }>('CoauthorInvited');
export const CoauthorJoined = defineEvent<{ userId: string }>('CoauthorJoined');
export const CoauthorDeclined = defineEvent<{ userId: string }>('CoauthorDeclined');
export const CoauthorRemoved = defineEvent<{ userId: string }>('CoauthorRemoved');
