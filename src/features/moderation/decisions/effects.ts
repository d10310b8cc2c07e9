import type { HoldReason } from '../../companies/company.policy.js';
import type { Access } from '../../companies/memberships.service.js';
import { DecisionAct } from './decision.entity.js';
import type { Details } from './decision.inputs.js';

/** An item as decisions see it. */
export interface Item {
  visibility: string;
  /** whether it takes neither votes, comments nor changes */
  locked: boolean;
  /** an idea's title, a line break and its body; of a profile the same of name and bio */
  text: string;
}

/** How an act is carried out. */
export interface Act {
  /** what its author reads beside it */
  reason: string;
  details: Details;
  /** of who decided; null: nobody did */
  access: Access | null;
  /** why it waits for a moderator to read it, rather than being hidden */
  heldFor?: HoldReason;
}

export const HIDDEN_AS: Partial<Record<DecisionAct, 'HELD' | 'HIDDEN' | 'REMOVED'>> = {
  REQUEST_EDIT: 'HELD',
  HIDE: 'HIDDEN',
  REMOVE: 'REMOVED',
};
