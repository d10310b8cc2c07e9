import { verifyAll } from '../src/cli/verify.js';
import { accountsApi } from './support/accounts.api.js';
import { createUser } from './support/accounts.factory.js';
import type { TestApp } from './support/app.js';
import { addMember } from './support/companies.factory.js';
import { type DecisionsApi, decisionsStage } from './support/decisions.stage.js';
import type { IdeasStage } from './support/ideas.stage.js';
import { fileNotice } from './support/notices.api.js';

let t: TestApp;
let stage: IdeasStage;
let api: DecisionsApi;
beforeAll(async () => void ({ t, stage, api } = await decisionsStage()));
afterAll(() => t.close());

async function erased(decided: boolean) {
  const { company } = stage;
  const gone = await createUser(t);
  await addMember(t, company, gone);
  const item = { userId: gone.id, companyId: company.id };
  const review = await api.open(item);
  await fileNotice(t, item);
  const reason = 'INSERT INTO review_reason (review_id, code, company_id, score, detail, created_at)';
  await t.database.query(`${reason} VALUES ($1, 'WATCHED_WORD', $2, 1, 'pills', now())`, [review.id, company.id]);
  if (decided) await api.decideOn(item, 'KEEP');
  await accountsApi(t).eraseAccount({ password: gone.password }, gone);
  await t.runJobs();
  const [row] = await t.database.query(
    `SELECT r.state, f.state AS flag, s.detail FROM review r JOIN flag f ON f.review_id = r.id
       JOIN review_reason s ON s.review_id = r.id WHERE r.id = $1`,
    [review.id],
  );
  return { row, id: review.id };
}

describe('once an account is erased', () => {
  it('nobody decides about its profile any more, and who reported it reads that it is gone', async () => {
    const { row } = await erased(false);
    expect(row).toEqual({ state: 'WITHDRAWN', flag: 'GONE', detail: '' });
    const [line] = await api.log();
    expect(line).toMatchObject({ entry: 'NOTICE_SETTLED', outcome: 'GONE' });
    expect(await verifyAll(t.app)).toEqual([]);
  });

  it('what was decided about it stays so, without its words', async () => {
    const { row } = await erased(true);
    expect(row).toEqual({ state: 'APPROVED', flag: 'REJECTED', detail: '' });
  });
});
