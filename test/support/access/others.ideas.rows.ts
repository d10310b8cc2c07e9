import {
  customer,
  draft,
  elsewhere,
  file,
  held,
  input,
  INVALID,
  manager,
  moderator,
  TEXT,
  type OtherRow,
  owner,
} from './others.row.js';

/** Ideas of others. */
export const othersIdeas: OtherRow[] = [
  customer('reads a draft', 'idea', 'NOT_FOUND', async (s) => ({ id: await draft(s) })),
  customer('reads what is held', 'idea', 'NOT_FOUND', async (s) => ({ id: await held(s) })),
  moderator('reads what is held', 'idea', 'ok', async (s) => ({ id: await held(s) })),
  owner('reads a draft', 'idea', 'NOT_FOUND', async (s) => ({ id: await draft(s) })),
  customer(
    'saves a draft',
    'saveIdeaDraft',
    'NOT_FOUND',
    input(async (s) => ({ ideaId: await draft(s), ...TEXT })),
  ),
  owner(
    'saves a draft',
    'saveIdeaDraft',
    'NOT_FOUND',
    input(async (s) => ({ ideaId: await draft(s), ...TEXT })),
  ),
  customer(
    'deletes a draft',
    'deleteIdeaDraft',
    'NOT_FOUND',
    input(async (s) => ({ ideaId: await draft(s) })),
  ),
  customer(
    'submits a draft',
    'submitIdea',
    'NOT_FOUND',
    input(async (s) => ({ ideaId: await draft(s) })),
  ),
  customer(
    'edits',
    'editIdea',
    'FORBIDDEN',
    input(async (s) => ({ ideaId: await s.idea(), version: 1, ...TEXT })),
  ),
  owner(
    'edits',
    'editIdea',
    'FORBIDDEN',
    input(async (s) => ({ ideaId: await s.idea(), version: 1, ...TEXT })),
  ),
  customer(
    'withdraws',
    'withdrawIdea',
    'FORBIDDEN',
    input(async (s) => ({ ideaId: await s.idea(), version: 1 })),
  ),
  customer(
    'asks a co-author',
    'inviteCoauthor',
    'FORBIDDEN',
    input(async (s) => ({ ideaId: await s.idea(), userId: s.self.id })),
  ),
  customer(
    'removes a co-author',
    'removeCoauthor',
    'FORBIDDEN',
    input(async (s) => {
      const [ideaId, { userId }] = [await s.idea(), await s.member()];
      await s.coauthor(ideaId, userId);
      return { ideaId, userId };
    }),
  ),
  customer(
    'joins unasked',
    'answerCoauthorInvitation',
    'NOT_FOUND',
    input(async (s) => ({ ideaId: await s.idea(), accept: true })),
  ),
  customer(
    'votes for their own',
    'vote',
    'OWN_IDEA',
    input(async (s) => ({ ideaId: await s.ownIdea(), value: 'UP' })),
  ),
  customer(
    'votes for what is held',
    'vote',
    'NOT_FOUND',
    input(async (s) => ({ ideaId: await held(s), value: 'UP' })),
  ),
  manager(
    'answers what is held',
    'answerIdea',
    'IDEA_STATE',
    input(async (s) => ({ ideaId: await held(s), version: 1, status: 'PLANNED', body: 'Yes.' })),
  ),
  customer(
    'attaches a file',
    'saveIdeaDraft',
    INVALID,
    input(async (s) => ({ companyId: s.company.id, attachmentIds: [await file(s, 'attachment')] })),
  ),
  customer(
    'drafts for a challenge of another company',
    'saveIdeaDraft',
    'NOT_FOUND',
    input(async (s) => ({ companyId: s.company.id, challengeId: (await elsewhere(s)).challenge.id, ...TEXT })),
  ),
  customer(
    'submits to a challenge of another company',
    'submitIdea',
    'NOT_FOUND',
    input(async (s) => ({ companyId: s.company.id, challengeId: (await elsewhere(s)).challenge.id, ...TEXT })),
  ),
  customer(
    'submits to a challenge that is hidden',
    'submitIdea',
    'NOT_FOUND',
    input(async (s) => ({ companyId: s.company.id, challengeId: (await s.hiddenChallenge()).id, ...TEXT })),
  ),
  customer('lists the ideas of a challenge of another company', 'ideas', 'NOT_FOUND', async (s) => ({
    companyId: s.company.id,
    challengeId: (await elsewhere(s)).challenge.id,
    order: 'TOP',
  })),
];
