import { Role } from '../../shared/auth/role.js';
import { defineEvent } from '../../shared/events/domain-event.js';

/** A company was founded; aggregate: the company. */
export const CompanyCreated = defineEvent('CompanyCreated');
/** Its settings changed; `changed` names them. Aggregate: the company. */
export const CompanyUpdated = defineEvent<{ changed: string[] }>('CompanyUpdated');
/** Its rules changed. Aggregate: the company. */
export const RulesUpdated = defineEvent('RulesUpdated');
/** Somebody became a member; aggregate: the membership. */
export const MemberJoined = defineEvent<{ userId: string; role: Role }>('MemberJoined');
/** Somebody left or was removed (then the actor is not the user); aggregate: the membership. */
export const MemberLeft = defineEvent<{ userId: string; role: Role }>('MemberLeft');
/** A role changed; aggregate: the membership. */
export const MemberRoleChanged = defineEvent<{ userId: string; from: Role; to: Role }>('MemberRoleChanged');
/** Somebody was invited; aggregate: the invitation. */
export const MemberInvited = defineEvent<{ role: Role }>('MemberInvited');
