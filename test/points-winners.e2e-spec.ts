import { verifyAll } from '../src/cli/verify.js';
import { SettleEverything } from '../src/features/rewards/points/settlement/settle-everything.service.js';
import { awardsOf } from './support/points.api.js';
import { prizesApi, type PrizesApi, type PrizesStage, prizesStage } from './support/prizes.stage.js';

let stage: PrizesStage;
let api: PrizesApi;
beforeAll(async () => {
  stage = await prizesStage();
  api = prizesApi(stage);
});
afterAll(() => stage.t.close());

describe('an idea that wins', () => {
  it('earns its author points when that is announced, and as long as it has won', async () => {
    const { t, bea, company } = stage;
    const challenge = await api.challenge([{}]);
    const idea = await api.idea(challenge, bea, 0);
    await t.app.get(SettleEverything).all();
    const before = await awardsOf(t, company, bea);
    expect(await api.announce(challenge, [idea])).toBeNull();
    await t.runJobs();
    expect(await awardsOf(t, company, bea)).toEqual([...before, 'WINNER 200']);
    await t.database.query('UPDATE winner SET revoked_at = $2 WHERE idea_id = $1', [idea.id, t.clock.now()]);
    await t.app.get(SettleEverything).all();
    expect(await awardsOf(t, company, bea)).toEqual([...before, 'WINNER 200 WIN_REVOKED']);
    await t.database.query('UPDATE winner SET revoked_at = NULL WHERE idea_id = $1', [idea.id]);
    await t.app.get(SettleEverything).all();
    expect(await awardsOf(t, company, bea)).toEqual([...before, 'WINNER 200']);
    expect((await verifyAll(t.app)).filter(({ column }) => /award|score|ledger/.test(column))).toEqual([]);
  });
});
