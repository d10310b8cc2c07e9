import { newId } from '../../../src/shared/database/ids.js';
import {
  active,
  anybody,
  confirmed,
  leavers,
  managers,
  members,
  moderators,
  notDeciders,
  type Outcomes,
  readersOfDecision,
  signedIn,
} from './outcomes.js';
import { change, read, type Row, type Rows } from './row.js';
import type { Scene } from './scene.js';

const companyId = ({ company }: Scene) => ({ companyId: company.id });
const free = (row: Row): Row => ({ ...row, free: true });
/** Members need not join; others do where the door is open. */
const joiners: Outcomes = confirmed;

export const companyRows: Rows = {
  companies: free(read(anybody, () => ({ first: 5 }))),
  company: read(anybody, ({ company }) => ({ slug: company.slug })),
  brandColors: free(read(anybody, () => ({ color: '#ffd400' }))),
  companyMembers: read(members, companyId),
  companyInvitations: read(managers, companyId),
  invitation: free(read(anybody, async (scene) => ({ token: (await scene.invitation()).token }))),
  auditEntries: read(managers, companyId),
  trustProgress: read(members, companyId),
  fixTrustLevel: change(managers, async (scene) => ({ membershipId: (await scene.member()).membershipId, level: 2 })),
  memberStanding: read(moderators, async (scene) => ({ membershipId: (await scene.member()).membershipId })),
  evasionSignals: read(moderators, async (scene) => ({ ...companyId(scene), userId: (await scene.member()).userId })),
  sanctionAdvice: read(moderators, async (scene) => ({ ...companyId(scene), userId: (await scene.member()).userId })),
  pendingReviewCount: read(moderators, companyId),
  reviews: read(moderators, companyId),
  review: read(moderators, async (scene) => ({ id: (await scene.review()).reviewId })),

  updateCompany: change(managers, async (scene) => ({
    ...companyId(scene),
    version: await scene.version(),
    description: `Now with ${newId()}`,
  })),
  screeningSettings: read(moderators, companyId),
  updateScreening: change(managers, async (scene) => ({
    ...companyId(scene),
    version: await scene.screeningVersion(),
  })),
  updateRules: change(managers, (scene) => ({ ...companyId(scene), rules: [{ title: 'Be kind', text: newId() }] })),
  inviteMember: change(managers, (scene) => ({
    ...companyId(scene),
    email: `${newId()}@example.org`,
    role: 'CUSTOMER',
  })),
  revokeInvitation: change(managers, async (scene) => ({ invitationId: (await scene.invitation()).id })),
  acceptInvitation: free(
    change(confirmed, async (scene) => ({ token: (await scene.invitation(scene.self.email)).token })),
  ),
  joinCompany: change(joiners, companyId),
  leaveCompany: change(leavers, companyId),
  changeMemberRole: change(managers, async (scene) => ({
    membershipId: (await scene.member()).membershipId,
    role: 'EXPERT',
  })),
  removeMember: change(managers, async (scene) => ({ membershipId: (await scene.member()).membershipId })),
  decideReview: change(moderators, async (scene) => ({
    reviewId: (await scene.review()).reviewId,
    version: 1,
    act: 'HIDE',
    ruleId: await scene.ruleId(),
    note: 'Not like this.',
  })),
  // of an idea the company is known
  openReview: { ...change(moderators, async (scene) => ({ ideaId: await scene.idea() })), told: ['companyId'] },
  undoDecision: change(moderators, async (scene) => ({ decisionId: await scene.decision() })),
  decision: read(readersOfDecision, async (scene) => ({ id: await scene.decision() })),
  moderationLog: read(anybody, companyId),
  moderationLogHeads: read(anybody, companyId),
  moderationLogRules: read(anybody, companyId),
  transparencyReport: read(anybody, (scene) => ({ ...companyId(scene), period: '2026' })),
  overturnRates: read(managers, (scene) => ({
    ...companyId(scene),
    since: '2026-01-01T00:00:00Z',
    before: '2027-01-01T00:00:00Z',
  })),
  moderationTrace: read(anybody, async (scene) => ({ ideaId: await scene.idea() })),
  myDecisions: { ...free(read(signedIn, companyId)), told: ['companyId'] },
  mySanctions: { ...free(read(signedIn, companyId)), told: ['companyId'] },
  viewerFlag: read(signedIn, async (scene) => ({ ideaId: await scene.idea() })),
  appeals: read(moderators, companyId),
  openAppealCount: read(moderators, companyId),
  fileAppeal: free(
    change(signedIn, async (scene) => ({ decisionId: await scene.decision(scene.self), text: 'It names nobody.' })),
  ),
  fileComplaint: free(
    change(anybody, async (scene) => ({ token: await scene.turnedDown(), text: 'It names a person, by name.' })),
  ),
  decideAppeal: change(moderators, async (scene) => ({
    appealId: await scene.appeal(),
    version: 1,
    outcome: 'UPHOLD',
    reasons: 'It names somebody.',
  })),
  decideReviews: {
    ...change(moderators, async (scene) => ({
      ...companyId(scene),
      reviews: [{ reviewId: (await scene.review()).reviewId, version: 1 }],
      act: 'HIDE',
      ruleId: await scene.ruleId(),
    })),
    told: ['reviews.0.reviewId', 'ruleId'],
  },
  undoDecisions: {
    ...change(moderators, async (scene) => ({ ...companyId(scene), decisionIds: [await scene.decision()] })),
    told: ['decisionIds'],
  },
  claimReview: change(moderators, async (scene) => ({ reviewId: (await scene.review()).reviewId })),
  releaseReview: change(moderators, async (scene) => ({ reviewId: (await scene.review()).reviewId })),
  flagItem: {
    ...change(active, async (scene) => ({ ideaId: await scene.idea(), ruleId: await scene.ruleId() })),
    told: ['companyId'],
  },
  withdrawFlag: { ...change(active, async (scene) => ({ ideaId: await scene.flag() })), told: ['companyId'] },
  fileNotice: {
    ...change(notDeciders, async (scene) => ({
      ideaId: await scene.idea(),
      explanation: 'It defames a person by name, in its first sentence.',
      name: 'Nobody',
      email: `${newId()}@example.org`,
      goodFaith: true,
    })),
    told: ['companyId'],
  },
  notice: free(read(anybody, async (scene) => ({ token: await scene.receipt() }))),
};
