import { createUser } from '../accounts.factory.js';
import { addMember } from '../companies.factory.js';
import {
  customer,
  elsewhere,
  file,
  held,
  input,
  INVALID,
  manager,
  managerOf,
  moderator,
  type OtherRow,
  owner,
  comment,
} from './others.row.js';

/** Comments of others. */
export const othersComments: OtherRow[] = [
  customer(
    'edits a comment',
    'editComment',
    'FORBIDDEN',
    input(async (s) => ({ commentId: await s.comment(), version: 1, body: 'No.' })),
  ),
  owner(
    'edits a comment',
    'editComment',
    'FORBIDDEN',
    input(async (s) => ({ commentId: await s.comment(), version: 1, body: 'No.' })),
  ),
  customer(
    'deletes a comment',
    'deleteComment',
    'FORBIDDEN',
    input(async (s) => ({ commentId: await s.comment() })),
  ),
  owner(
    'deletes a comment',
    'deleteComment',
    'FORBIDDEN',
    input(async (s) => ({ commentId: await s.comment() })),
  ),
  customer('reads a held comment', 'comment', 'NOT_FOUND', async (s) => ({ id: await comment(s, 'HELD') })),
  moderator('reads a held comment', 'comment', 'ok', async (s) => ({ id: await comment(s, 'HELD') })),
  customer(
    'edits a held comment',
    'editComment',
    'NOT_FOUND',
    input(async (s) => ({ commentId: await comment(s, 'HELD'), version: 1, body: 'No.' })),
  ),
  customer('reads a comment on a held idea', 'comment', 'NOT_FOUND', async (s) => ({
    id: await s.comment(s.author, await held(s)),
  })),
  customer(
    'comments on a held idea',
    'addComment',
    'NOT_FOUND',
    input(async (s) => ({ ideaId: await held(s), body: 'Hm.' })),
  ),
  customer(
    'answers a comment of another idea',
    'addComment',
    'NOT_FOUND',
    input(async (s) => ({ ideaId: await s.idea(), parentId: await s.comment(), body: 'Hm.' })),
  ),
  customer(
    'appreciates their own',
    'appreciateComment',
    'OWN_COMMENT',
    input(async (s) => ({ commentId: await s.comment(s.self) })),
  ),
];

/** What belongs to other companies, or to those above. */
export const othersCompanies: OtherRow[] = [
  manager(
    'lowers a manager',
    'changeMemberRole',
    'FORBIDDEN',
    input(async (s) => ({ membershipId: await managerOf(s), role: 'CUSTOMER' })),
  ),
  manager(
    'makes a manager',
    'changeMemberRole',
    'FORBIDDEN',
    input(async (s) => ({ membershipId: (await s.member()).membershipId, role: 'MANAGER' })),
  ),
  manager(
    'removes a manager',
    'removeMember',
    'FORBIDDEN',
    input(async (s) => ({ membershipId: await managerOf(s) })),
  ),
  manager(
    'invites an owner',
    'inviteMember',
    'FORBIDDEN',
    input(async (s) => ({ companyId: s.company.id, email: 'o@example.org', role: 'OWNER' })),
  ),
  owner(
    'removes a member of another company',
    'removeMember',
    'FORBIDDEN',
    input(async (s) => {
      const { company } = await elsewhere(s);
      return { membershipId: (await addMember(s.t, company, await createUser(s.t))).id };
    }),
  ),
  customer(
    'accepts another’s invitation',
    'acceptInvitation',
    'INVITATION_OTHER_ADDRESS',
    input(async (s) => ({ token: (await s.invitation()).token })),
  ),
  moderator(
    'approves their own idea',
    'decideReview',
    'OWN_CONTENT',
    input(async (s) => ({ reviewId: (await s.review(s.self)).reviewId, version: 1, act: 'KEEP' })),
  ),
  moderator(
    'rejects by another company’s rule',
    'decideReview',
    INVALID,
    input(async (s) => ({
      reviewId: (await s.review()).reviewId,
      version: 1,
      act: 'HIDE',
      ruleId: (await elsewhere(s)).ruleId,
    })),
  ),
  manager(
    'keeps another company’s rule',
    'updateRules',
    'CONFLICT',
    input(async (s) => ({
      companyId: s.company.id,
      rules: [{ id: (await elsewhere(s)).ruleId, title: 'Mine', text: 'Now.' }],
    })),
  ),
  manager(
    'takes another’s file as a logo',
    'updateCompany',
    INVALID,
    input(async (s) => ({ companyId: s.company.id, version: await s.version(), logoFileId: await file(s, 'logo') })),
  ),
  owner('reads what another company’s staff did', 'auditEntries', 'FORBIDDEN', async (s) => ({
    companyId: (await elsewhere(s)).company.id,
  })),
  owner(
    'fixes the trust in a member of another company',
    'fixTrustLevel',
    'FORBIDDEN',
    input(async (s) => {
      const { company } = await elsewhere(s);
      return { membershipId: (await addMember(s.t, company, await createUser(s.t))).id, level: 3 };
    }),
  ),
  moderator(
    'opens a review of a member of another company',
    'openReview',
    'NOT_FOUND',
    input(async (s) => ({ companyId: (await elsewhere(s)).company.id, userId: s.author.id })),
  ),
  customer(
    'takes another’s file as their picture',
    'updateProfile',
    INVALID,
    input(async (s) => ({ avatarFileId: await file(s, 'avatar') })),
  ),
];

/** Challenges that are hidden or of others. */
export const othersChallenges: OtherRow[] = [
  moderator('reads a draft', 'challenge', 'NOT_FOUND', async (s) => ({ id: (await s.hiddenChallenge()).id })),
  manager('reads a draft', 'challenge', 'ok', async (s) => ({ id: (await s.hiddenChallenge()).id })),
  moderator('lists drafts', 'challenges', 'FORBIDDEN', async (s) => ({ companyId: s.company.id, list: 'DRAFTS' })),
  owner(
    'changes a challenge of another company',
    'updateChallenge',
    'FORBIDDEN',
    input(async (s) => ({ challengeId: (await elsewhere(s)).challenge.id, version: 1, title: 'Mine' })),
  ),
  manager(
    'extends a phase of another challenge',
    'extendPhase',
    INVALID,
    input(async (s) => ({
      challengeId: (await s.challenge()).id,
      phaseId: (await s.challenge()).phases[0]!.id,
      endsAt: '2999-01-01T00:00:00Z',
      reason: 'Why not.',
    })),
  ),
  manager(
    'takes another’s file as a cover',
    'createChallenge',
    INVALID,
    input(async (s) => ({
      companyId: s.company.id,
      title: 'What now?',
      language: 'EN',
      coverFileId: await file(s, 'cover'),
    })),
  ),
  customer(
    'accepts the terms of a draft',
    'acceptTerms',
    'NOT_FOUND',
    input(async (s) => ({ challengeId: (await s.hiddenChallenge()).id })),
  ),
];
