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
export const IdeaEdited = defineEvent<{ revision: number }>('IdeaEdited');
export const IdeaWithdrawn = defineEvent<{ challengeId: string | null }>('IdeaWithdrawn');
export const IdeaAnswered = defineEvent<{ answerId: string; status: IdeaStatus; authorId: string }>('IdeaAnswered');
export const CoauthorInvited = defineEvent<{ userId: string }>('CoauthorInvited');
export const CoauthorJoined = defineEvent<{ userId: string }>('CoauthorJoined');
export const CoauthorDeclined = defineEvent<{ userId: string }>('CoauthorDeclined');
export const CoauthorRemoved = defineEvent<{ userId: string }>('CoauthorRemoved');
