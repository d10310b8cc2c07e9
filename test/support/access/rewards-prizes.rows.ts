import { sealedFor } from '../../../src/features/rewards/prizes/claims/claims.service.js';
import { Sealer } from '../../../src/shared/crypto/sealed.js';
import { createIdea } from '../ideas.factory.js';
import { createClaim, createPrize, overWithPrize } from '../prizes.factory.js';
import { active, managers, type Outcomes, signedIn } from './outcomes.js';
import { customer, elsewhere, input, manager, type OtherRow } from './others.row.js';
import { change, own, read, type Rows } from './row.js';
import type { Scene } from './scene.js';

const companyId = ({ company }: Scene) => ({ companyId: company.id });
/** The jury are the experts, and nobody above them. */
const jury: Outcomes = {
  ...active,
  customer: 'FORBIDDEN',
  moderator: 'FORBIDDEN',
  manager: 'FORBIDDEN',
  owner: 'FORBIDDEN',
};

const chooser = async (scene: Scene) => ({ id: (await scene.member()).userId });
const claim = async (scene: Scene, state: Parameters<typeof createClaim>[4], winner: { id: string } = scene.author) =>
  createClaim(scene.t, scene.company, winner, await chooser(scene), state);
const version = async (made: ReturnType<typeof claim>) => ({ claimId: (await made).claimId, version: 1 });

/** What wins which prize of a challenge that is over. */
async function winning({ t, company, author }: Scene) {
  const { challenge, prizeId } = await overWithPrize(t, company);
  const idea = await createIdea(t, { company, challenge, author });
  return { challengeId: challenge.id, choices: [{ prizeId, ideaId: idea.id, reason: 'It helps most.' }] };
}

async function planned(scene: Scene) {
  const { challengeId, winnerId } = await claim(scene, 'PENDING');
  await scene.t.database.query('DELETE FROM prize_claim WHERE challenge_id = $1', [challengeId]);
  await scene.t.database.query('UPDATE winner SET announced_at = NULL WHERE id = $1', [winnerId]);
  return challengeId;
}

/** An idea that the caller has written with the author, of a challenge whose prize is to be won. */
async function together(scene: Scene, byAuthor: boolean) {
  const { t, company, author, self } = scene;
  const challenge = await scene.challenge();
  await createPrize(t, company, challenge);
  const [first, second] = byAuthor ? [author, self] : [self, author];
  const other = first.id === second.id ? { id: (await scene.member()).userId } : second;
  const { id } = await createIdea(t, { company, challenge, author: first });
  await scene.coauthor(id, other.id);
  return { ideaId: id, people: [first, other] };
}

export const prizeRows: Rows = {
  winnerDesk: read(managers, async (scene) => ({ challengeId: (await winning(scene)).challengeId })),
  awardedChallenges: read(managers, companyId),
  announceWinners: change(managers, winning),
  cancelAnnouncement: change(managers, async (scene) => ({ challengeId: await planned(scene) })),
  juryDesk: read(signedIn, async ({ t, company }) => {
    const { challenge } = await overWithPrize(t, company, { winnersBy: 'JURY' });
    return { challengeId: challenge.id };
  }),
  recordJuryChoice: change(jury, async ({ t, company, author }) => {
    const { challenge } = await overWithPrize(t, company, { winnersBy: 'JURY' });
    const { id: ideaId } = await createIdea(t, { company, challenge, author });
    return { challengeId: challenge.id, picks: [{ ideaId, note: 'Sound.' }] };
  }),
  myPrizeClaims: { ...read(signedIn, () => ({})), free: true },
  mySharedIdeas: { ...read(signedIn, () => ({})), free: true },
  acceptPrize: change(active, async (scene) => ({
    ...(await version(claim(scene, 'PENDING', scene.self))),
    acceptTerms: true,
  })),
  declinePrize: own(signedIn, (scene) => version(claim(scene, 'PENDING', scene.self))),
  confirmPrize: own(signedIn, (scene) => version(claim(scene, 'SENT', scene.self))),
  proposeShares: change(active, async (scene) => {
    const { ideaId, people } = await together(scene, false);
    return { ideaId, shares: people.map(({ id }) => ({ userId: id, percent: 50 })) };
  }),
  answerShares: change(active, async (scene) => {
    const { ideaId, people } = await together(scene, true);
    for (const { id } of people)
      await scene.t.database.query(
        'INSERT INTO idea_share (company_id, idea_id, user_id, percent, version) VALUES ($1, $2, $3, 50, 1)',
        [scene.company.id, ideaId, id],
      );
    return { ideaId, version: 1, agree: true };
  }),
  prizeClaims: read(managers, companyId),
  revealDelivery: change(managers, async (scene) => {
    const { claimId } = await claim(scene, 'SENT');
    const { t } = scene;
    const details = t.app.get(Sealer, { strict: false }).seal('{}', sealedFor({ id: claimId }, 'details'));
    await t.database.query('UPDATE prize_claim SET details = $2, erase_at = now() WHERE id = $1', [claimId, details]);
    return { claimId };
  }),
  markPrizeSent: change(managers, (scene) => version(claim(scene, 'ACCEPTED'))),
  markPrizeReceived: change(managers, (scene) => version(claim(scene, 'SENT'))),
};

/** Prizes of others, and of other companies. */
export const othersPrizes: OtherRow[] = [
  customer(
    'accepts another’s prize',
    'acceptPrize',
    'NOT_FOUND',
    input(async (s) => ({ ...(await version(claim(s, 'PENDING'))), acceptTerms: true })),
  ),
  customer(
    'declines another’s prize',
    'declinePrize',
    'NOT_FOUND',
    input((s) => version(claim(s, 'PENDING'))),
  ),
  customer(
    'confirms another’s prize',
    'confirmPrize',
    'NOT_FOUND',
    input((s) => version(claim(s, 'SENT'))),
  ),
  manager(
    'announces an idea of another company',
    'announceWinners',
    'WINNER_BARRED',
    input(async (s) => {
      const { challengeId, choices } = await winning(s);
      return { challengeId, choices: [{ ...choices[0]!, ideaId: (await elsewhere(s)).idea.id }] };
    }),
  ),
  manager(
    'announces a prize of another challenge',
    'announceWinners',
    'CONFLICT',
    input(async (s) => {
      const [one, two] = [await winning(s), await winning(s)];
      return { challengeId: one.challengeId, choices: [{ ...one.choices[0]!, prizeId: two.choices[0]!.prizeId }] };
    }),
  ),
];
