import { defineEvent } from '../../shared/events/domain-event.js';
import type { PhaseKind } from './phase.entity.js';

// The aggregate of all of these is the challenge. The clock's own have no actor, and the boundary as their moment.
export const ChallengePublished = defineEvent('ChallengePublished');
/** its prizes have grown since */
export const PrizesImproved = defineEvent('PrizesImproved');
/** its first phase has started */
export const ChallengeOpened = defineEvent('ChallengeOpened');
export const PhaseStarted = defineEvent<{ phaseId: string; kind: PhaseKind }>('PhaseStarted');
export const PhaseEnded = defineEvent<{ phaseId: string; kind: PhaseKind }>('PhaseEnded');
export const PhaseExtended = defineEvent<{ phaseId: string; previousEndsAt: string; endsAt: string }>('PhaseExtended');
/** its last phase has ended, or a manager closed it before */
export const ChallengeClosed = defineEvent('ChallengeClosed');
export const ChallengeArchived = defineEvent('ChallengeArchived');
