import { defineEvent } from '../../shared/events/domain-event.js';

/** A person's standing vote became `value` (1 or -1); it was `previous` (0: none). Aggregate: the idea. */
export const VoteCast = defineEvent<{ value: number; previous: number }>('VoteCast');
/** A person took their vote back; it was `previous`. Aggregate: the idea. */
export const VoteWithdrawn = defineEvent<{ previous: number }>('VoteWithdrawn');
