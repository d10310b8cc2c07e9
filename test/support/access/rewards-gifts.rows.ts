import { newId } from '../../../src/shared/database/ids.js';
import { createUser } from '../accounts.factory.js';
import { addMember } from '../companies.factory.js';
import { NOTE } from '../gifts.stage.js';
import { managers, moderators, signedIn } from './outcomes.js';
import { elsewhere, input, manager, moderator, type OtherRow } from './others.row.js';
import { change, own, read, type Rows } from './row.js';
import type { Scene } from './scene.js';

const companyId = ({ company }: Scene) => ({ companyId: company.id });
const REASON = 'It was meant for another.';

/** That this person has thanked the author. */
async function gift({ t, company, author }: Scene, giverId: string): Promise<string> {
  const id = newId();
  await t.database.query(
    `INSERT INTO gift (id, company_id, giver_id, receiver_id, kind, note, at) VALUES ($1, $2, $3, $4, 'THANKS', $5, $6)`,
    [id, company.id, giverId, author.id, NOTE, t.clock.now()],
  );
  return id;
}
const thanks = (scene: Scene) => ({ ...companyId(scene), userId: scene.author.id, kind: 'THANKS', note: NOTE });

export const giftRows: Rows = {
  gifts: read(moderators, companyId),
  viewerGifts: { ...read(signedIn, companyId), free: true, told: ['companyId'] },
  giftBudget: read(moderators, companyId),
  thankSuggestions: read(moderators, companyId),
  giveGift: change(moderators, async (scene) => ({ ...thanks(scene), ideaId: await scene.idea() })),
  takeBackGift: change(moderators, async (scene) => {
    const giver = scene.me?.id ?? (await scene.member()).userId;
    return { giftId: await gift(scene, giver), reason: REASON };
  }),
  // others' are nothing to the viewer, and so are those that are gone
  seeGifts: { ...own(signedIn, () => ({ giftIds: [newId()] })), told: ['giftIds'] },
  updateGiftBudget: change(managers, async (scene) => {
    const { t, company } = scene;
    await t.database.query('DELETE FROM gift_budget WHERE company_id = $1', [company.id]);
    return { ...companyId(scene), moderatorPoints: 100, managerPoints: 500, version: 0 };
  }),
  dismissThanks: change(moderators, (scene) => ({
    ...companyId(scene),
    ...{ userId: scene.author.id, reason: 'WAITED_LONG' },
  })),
};

export const othersGifts: OtherRow[] = [
  moderator(
    'takes back what another gave',
    'takeBackGift',
    'NOT_FOUND',
    input(async (s) => ({ giftId: await gift(s, (await s.member()).userId), reason: REASON })),
  ),
  manager(
    'takes back what another gave',
    'takeBackGift',
    'ok',
    input(async (s) => ({ giftId: await gift(s, (await s.member()).userId), reason: REASON })),
  ),
  manager(
    'thanks for an idea of another company',
    'giveGift',
    'NOT_FOUND',
    input(async (s) => {
      const { idea } = await elsewhere(s);
      const [row] = await s.t.database.query<{ id: string }>('SELECT author_id AS id FROM idea WHERE id = $1', [
        idea.id,
      ]);
      await addMember(s.t, s.company, row!);
      return { ...thanks(s), userId: row!.id, ideaId: idea.id };
    }),
  ),
  manager(
    'gives to who is no member',
    'giveGift',
    'NOT_FOUND',
    input(async (s) => ({ ...thanks(s), userId: (await createUser(s.t)).id })),
  ),
  manager(
    'gives in another company',
    'giveGift',
    'FORBIDDEN',
    input(async (s) => ({ ...thanks(s), companyId: (await elsewhere(s)).company.id })),
  ),
];
