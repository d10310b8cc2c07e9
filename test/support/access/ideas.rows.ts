import { newId } from '../../../src/shared/database/ids.js';
import { active, anybody, confirmed, managers, signedIn } from './outcomes.js';
import { change, read, type Rows } from './row.js';
import type { Scene } from './scene.js';

const TEXT = { title: 'Bread until noon', body: 'Late risers want bread too.', tags: ['bread'] };
const companyId = ({ company }: Scene) => ({ companyId: company.id });

export const ideaRows: Rows = {
  idea: read(anybody, async (scene) => ({ id: await scene.idea() })),
  ideas: read(anybody, (scene) => ({ ...companyId(scene), order: 'TOP' })),
  similarIdeas: read(anybody, (scene) => ({ ...companyId(scene), title: 'Bread until noon' })),
  myIdeas: { ...read(signedIn, () => ({ first: 5 })), free: true },
  myVotes: { ...read(signedIn, () => ({ first: 5 })), free: true },
  myFollowedIdeas: { ...read(signedIn, () => ({ first: 5 })), free: true },
  myLoop: { ...read(signedIn, () => ({ since: '2026-01-01T00:00:00Z' })), free: true },
  memberIdeas: { ...read(anybody, ({ author }) => ({ userId: author.id })), free: true },
  myCoauthorInvitations: { ...read(signedIn, () => ({})), free: true },
  liveChanges: read(anybody, async (scene) => ({ ...companyId(scene), ideaIds: [await scene.idea()] })),
  comment: read(anybody, async (scene) => ({ id: await scene.comment() })),

  saveIdeaDraft: change(active, (scene) => ({ ...companyId(scene), ...TEXT })),
  // a draft is its author's, a member or not; of a company that they can't see any more they see nothing
  deleteIdeaDraft: change(signedIn, async (scene) => ({ ideaId: await scene.ownIdea({ visibility: 'DRAFT' }) })),
  submitIdea: change(active, (scene) => ({ ...companyId(scene), ...TEXT, idempotencyKey: newId() })),
  editIdea: change(active, async (scene) => ({ ideaId: await scene.ownIdea(), version: 1, ...TEXT, note: 'Clearer.' })),
  withdrawIdea: change(active, async (scene) => ({ ideaId: await scene.ownIdea(), version: 1 })),
  answerIdea: {
    ...change(managers, async (scene) => ({
      ideaId: await scene.idea(),
      version: 1,
      status: 'PLANNED',
      body: 'We will.',
    })),
    told: ['savedReplyId'],
  },
  inviteCoauthor: change(active, async (scene) => ({
    ideaId: await scene.ownIdea(),
    userId: (await scene.member()).userId,
  })),
  removeCoauthor: change(active, async (scene) => {
    const ideaId = await scene.ownIdea();
    const { userId } = await scene.member();
    await scene.coauthor(ideaId, userId);
    return { ideaId, userId };
  }),
  answerCoauthorInvitation: change(active, async (scene) => {
    const ideaId = await scene.idea();
    await scene.coauthor(ideaId, scene.self.id, 'INVITED');
    return { ideaId, accept: true };
  }),

  // who may read an idea may follow it, members or not
  followIdea: change(confirmed, async (scene) => ({ ideaId: await scene.idea() })),
  unfollowIdea: change(confirmed, async (scene) => ({ ideaId: await scene.idea() })),

  vote: change(active, async (scene) => ({ ideaId: await scene.idea(), value: 'UP' })),
  withdrawVote: change(active, async (scene) => ({ ideaId: await scene.idea() })),

  addComment: change(active, async (scene) => ({ ideaId: await scene.idea(), body: 'Yes!', idempotencyKey: newId() })),
  editComment: change(active, async (scene) => ({
    commentId: await scene.comment(scene.self),
    version: 1,
    body: 'Yes, please!',
  })),
  // what one said can be taken back at any time, from wherever
  deleteComment: {
    ...change(signedIn, async (scene) => ({ commentId: await scene.comment(scene.self) })),
    inPrivate: signedIn,
  },
  appreciateComment: change(active, async (scene) => ({ commentId: await scene.comment() })),
  unappreciateComment: change(active, async (scene) => ({ commentId: await scene.comment() })),
};
