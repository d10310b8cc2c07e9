import { active, anybody, managers, managersOfHidden } from './outcomes.js';
import { change, read, type Rows } from './row.js';
import type { Scene } from './scene.js';

const DAY = 86_400_000;
const inDays = ({ t }: Scene, days: number) => new Date(t.clock.now().getTime() + days * DAY).toISOString();
const companyId = ({ company }: Scene) => ({ companyId: company.id });
const version = ({ id }: { id: string }) => ({ challengeId: id, version: 1 });

export const challengeRows: Rows = {
  challenge: read(anybody, async (scene) => ({
    companySlug: scene.company.slug,
    slug: (await scene.challenge()).slug,
  })),
  challenges: read(anybody, (scene) => ({ ...companyId(scene), list: 'OPEN' })),
  challengeCounts: read(anybody, companyId),

  createChallenge: change(managers, (scene) => ({
    ...companyId(scene),
    title: 'What now?',
    language: 'EN',
    summary: 'In short.',
    brief: 'At length.',
    terms: 'None.',
    tags: ['bread'],
    phases: [{ kind: 'IDEATION', startsAt: inDays(scene, 1), endsAt: inDays(scene, 2), maySubmit: true }],
    prizes: [{ place: 1, title: 'A loaf', kind: 'MONEY', amountMinor: 500, currency: 'EUR' }],
    criteria: [{ name: 'Taste', description: 'How good it is.', weight: 100 }],
  })),
  updateChallenge: change(managers, async (scene) => ({ ...version(await scene.challenge()), summary: 'In short.' })),
  deleteChallengeDraft: change(managersOfHidden, async (scene) => version(await scene.hiddenChallenge())),
  publishChallenge: change(managersOfHidden, async (scene) => version(await scene.hiddenChallenge())),
  unscheduleChallenge: change(managersOfHidden, async (scene) =>
    version(await scene.hiddenChallenge(new Date(scene.t.clock.now().getTime() + DAY))),
  ),
  extendPhase: change(managers, async (scene) => {
    const { id, phases } = await scene.challenge();
    return { challengeId: id, phaseId: phases[0]!.id, endsAt: inDays(scene, 5), reason: 'More time.' };
  }),
  closeChallenge: change(managers, async (scene) => ({ ...version(await scene.challenge()), reason: 'Enough.' })),
  archiveChallenge: change(managers, async (scene) => version(await scene.closedChallenge())),
  acceptTerms: change(active, async (scene) => ({ challengeId: (await scene.challenge({ terms: 'Be fair.' })).id })),
};
