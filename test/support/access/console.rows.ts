import { newId } from '../../../src/shared/database/ids.js';
import { managers } from './outcomes.js';
import { change, read, type Rows } from './row.js';
import type { Scene } from './scene.js';

const companyId = ({ company }: Scene) => ({ companyId: company.id });
const PERIOD = { from: '2026-01-01', to: '2026-03-31', unit: 'WEEK', timeZone: 'Europe/Madrid' };
const SAID = { title: 'Thanks', body: 'Thank you, {name}!', language: 'EN' };

async function reply({ t, company, author }: Scene): Promise<string> {
  const id = newId();
  await t.database.query(
    `INSERT INTO saved_reply (id, company_id, title, body, language, created_by_id, created_at, updated_at)
     VALUES ($1, $2, 'Thanks', 'Thank you!', 'en', $3, now(), now())`,
    [id, company.id, author.id],
  );
  return id;
}

/** What a manager's console asks. */
export const consoleRows: Rows = {
  ideasToAnswer: read(managers, companyId),
  answerIdeas: {
    ...change(managers, async (scene) => ({
      ...companyId(scene),
      ideas: [{ ideaId: await scene.idea(), version: 1 }],
      status: 'PLANNED',
      body: 'We will.',
      idempotencyKey: newId(),
    })),
    told: ['ideas.0.ideaId', 'savedReplyId'],
  },
  savedReplies: read(managers, companyId),
  createSavedReply: change(managers, (scene) => ({ ...companyId(scene), ...SAID })),
  updateSavedReply: change(managers, async (scene) => ({ replyId: await reply(scene), version: 1, ...SAID })),
  deleteSavedReply: change(managers, async (scene) => ({ replyId: await reply(scene) })),
  insights: read(managers, (scene) => ({ ...companyId(scene), ...PERIOD })),
  companyDesk: read(managers, companyId),
};
