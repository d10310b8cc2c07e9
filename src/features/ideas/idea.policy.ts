import { Role, roleAtLeast } from '../../shared/auth/role.js';
import type { Permissions } from '../challenges/challenge.policy.js';
import { CoauthorState } from './coauthors/coauthor.entity.js';
import { type Idea, IdeaStatus, IdeaVisibility } from './idea.entity.js';
import type { IdeaPermissions } from './idea-permissions.type.js';

/** An idea as the rules see it. */
export type IdeaFacts = Pick<Idea, 'authorId' | 'visibility' | 'status'>;

/** Somebody who looks at an idea. */
export interface IdeaViewer {
  userId: string;
  /** in the idea's company; null for no member */
  role: Role | null;
  /** a member with a confirmed address who is not suspended: may do more than read */
  active: boolean;
  /** may write nothing for a while */
  silenced: boolean;
  /** what they said to the invitation to write this idea; null when there was none */
  coauthor: CoauthorState | null;
}

/** Moderators and above see what is held, and the counts that a phase hides. */
export const isModerator = (viewer: Pick<IdeaViewer, 'role'> | null): boolean =>
  roleAtLeast(viewer?.role, Role.MODERATOR);

/** The author, and who has accepted to be co-author. */
export const isAuthor = (idea: Pick<Idea, 'authorId'>, viewer: IdeaViewer): boolean =>
  idea.authorId === viewer.userId || viewer.coauthor === CoauthorState.ACCEPTED;

/** Whether somebody who may see the company may see this idea. `visibleSql` says the same. */
export function canSee(idea: IdeaFacts & Pick<Idea, 'publishedAt'>, viewer: IdeaViewer | null): boolean {
  if (idea.visibility === IdeaVisibility.PUBLISHED) return true;
  if (idea.visibility === IdeaVisibility.MERGED && idea.publishedAt) return true;
  if (!viewer) return false;
  if (isAuthor(idea, viewer) || viewer.coauthor === CoauthorState.INVITED) return true;
  return idea.visibility !== IdeaVisibility.DRAFT && isModerator(viewer);
}

/** `canSee` of who is signed out, for a statement with the idea as `i`. */
export const publicSql = `(i.visibility = 'PUBLISHED' OR (i.visibility = 'MERGED' AND i.published_at IS NOT NULL))`;

/** `canSee` for a statement with the idea as `i`, the viewer's membership as `m`, user as `me` and co-authorship as `ca`. */
export const visibleSql = `(${publicSql} OR i.author_id = me.id OR ca.state IN ('INVITED', 'ACCEPTED')
  OR (i.visibility <> 'DRAFT' AND m.role IN ('MODERATOR', 'MANAGER', 'OWNER')))`;

/** Authors change a draft at any time, a submitted idea while the phase allows it, and nothing that was taken away. */
export function canEdit(idea: IdeaFacts, viewer: IdeaViewer, phase: Pick<Permissions, 'edit'>): boolean {
  if (!viewer.active || viewer.silenced || !isAuthor(idea, viewer)) return false;
  if (idea.visibility === IdeaVisibility.DRAFT) return true;
  return phase.edit && [IdeaVisibility.HELD, IdeaVisibility.PUBLISHED].includes(idea.visibility);
}

/**
 * The author may take an idea back at any time until the company has decided about it: from then on the decision and
 * its reason belong to the public record.
 */
export const canWithdraw = (idea: IdeaFacts, viewer: IdeaViewer): boolean =>
  viewer.active &&
  !viewer.silenced &&
  idea.authorId === viewer.userId &&
  [IdeaVisibility.HELD, IdeaVisibility.PUBLISHED].includes(idea.visibility) &&
  [IdeaStatus.OPEN, IdeaStatus.UNDER_REVIEW].includes(idea.status);

/** Only the author invites, and only where the co-author could then still write. */
export const canInviteCoauthor = (idea: IdeaFacts, viewer: IdeaViewer, phase: Pick<Permissions, 'edit'>): boolean =>
  idea.authorId === viewer.userId && canEdit(idea, viewer, phase);

/** Managers answer what is public. */
export const canAnswer = (idea: IdeaFacts, viewer: IdeaViewer): boolean =>
  viewer.active && idea.visibility === IdeaVisibility.PUBLISHED && roleAtLeast(viewer.role, Role.MANAGER);

const NOTHING: IdeaPermissions = {
  edit: false,
  withdraw: false,
  vote: false,
  comment: false,
  answer: false,
  inviteCoauthor: false,
};

/** All that the viewer may do with an idea, given what its phase (or the idea box) allows now. */
export function ideaPermissions(
  idea: IdeaFacts,
  viewer: IdeaViewer | null,
  phase: Omit<Permissions, 'submit'>,
): IdeaPermissions {
  if (!viewer?.active) return NOTHING;
  const published = idea.visibility === IdeaVisibility.PUBLISHED;
  return {
    edit: canEdit(idea, viewer, phase),
    withdraw: canWithdraw(idea, viewer),
    vote: published && phase.vote && !isAuthor(idea, viewer),
    comment: published && phase.comment && !viewer.silenced,
    answer: canAnswer(idea, viewer),
    inviteCoauthor: canInviteCoauthor(idea, viewer, phase),
  };
}
