import fc from 'fast-check';
import { SettleEverything } from '../src/features/rewards/points/settlement/settle-everything.service.js';
import { Settling } from '../src/features/rewards/points/settlement/settling.service.js';
import { createUser, type TestUser } from './support/accounts.factory.js';
import { startTestApp, type TestApp } from './support/app.js';
import { addMember } from './support/companies.factory.js';
import { createIdea } from './support/ideas.factory.js';
import { ideasStage, type IdeasStage } from './support/ideas.stage.js';
import { balanceOf, pointsDifferences } from './support/points.api.js';

const DAY = 86_400_000;
let t: TestApp;
let stage: IdeasStage;
beforeAll(async () => {
  t = await startTestApp();
  stage = await ideasStage(t);
});
afterAll(async () => {
  expect(await pointsDifferences(t)).toEqual([]);
  await t.close();
});

async function member(): Promise<TestUser> {
  const user = await createUser(t);
  await addMember(t, stage.company, user);
  return user;
}
/** Ideas of a member, published on a day so long ago. */
const ideas = (author: TestUser, count: number, daysAgo = 0) =>
  Promise.all(
    Array.from({ length: count }, async () => {
      const publishedAt = new Date(t.clock.now().getTime() - daysAgo * DAY);
      return (await createIdea(t, { company: stage.company, author, publishedAt })).id;
    }),
  );
const settleIdeas = (ids: string[]) => t.database.transaction((tx) => t.app.get(Settling).ideas(tx, ids));
const show = (id: string, visibility: 'HIDDEN' | 'PUBLISHED') =>
  t.database.query(
    `WITH i AS (UPDATE idea SET visibility = $2 WHERE id = $1) UPDATE idea_tally SET listed = $2 = 'PUBLISHED' WHERE idea_id = $1`,
    [id, visibility],
  );
const balance = (who: TestUser) => balanceOf(t, stage.company, who);

describe('a cap', () => {
  it('of a day is not passed by what is settled at the same time', async () => {
    const cai = await member();
    const all = await ideas(cai, 9);
    await Promise.all(all.map((id) => settleIdeas([id])));
    expect(await balance(cai)).toBe(20);
  });

  it('of a day leaves room on another', async () => {
    const cai = await member();
    await settleIdeas([...(await ideas(cai, 5)), ...(await ideas(cai, 5, 1))]);
    expect(await balance(cai)).toBe(40);
  });

  it('leaves less than a whole award where there is less room', async () => {
    const input = {
      companyId: stage.strict.id,
      version: 1,
      rules: [{ rule: 'IDEA_PUBLISHED', points: 5, lifetimeCap: 8 }],
    };
    await t.ask(
      'mutation ($input: UpdateRewardRulesInput!) { updateRewardRules(input: $input) { version } }',
      { input },
      { token: stage.manager.token },
    );
    for (let n = 0; n < 3; n++) {
      const { id } = await createIdea(t, { company: stage.strict, author: stage.bea });
      await settleIdeas([id]);
    }
    expect(await balanceOf(t, stage.strict, stage.bea)).toBe(8);
  });

  it('cannot be passed by undoing and redoing', async () => {
    const cai = await member();
    const all = await ideas(cai, 4);
    await settleIdeas(all);
    await show(all[0]!, 'HIDDEN');
    await settleIdeas(all);
    expect(await balance(cai)).toBe(15);
    await settleIdeas(await ideas(cai, 1));
    expect(await balance(cai)).toBe(20);
    await show(all[0]!, 'PUBLISHED');
    await settleIdeas(all);
    expect(await balance(cai)).toBe(20);
    // what had no room is there again once there is some
    await show(all[1]!, 'HIDDEN');
    await settleIdeas([all[1]!]);
    await settleIdeas([all[0]!]);
    expect(await balance(cai)).toBe(20);
  });
});

describe('whatever happens in which order', () => {
  const acts = fc.array(
    fc.record({ idea: fc.nat(4), what: fc.constantFrom('hide', 'show', 'settle', 'settleAll', 'vote', 'unvote') }),
    { maxLength: 25 },
  );

  it('what is awarded in the end is what is so, the same as if it had been settled once', async () => {
    await fc.assert(
      fc.asyncProperty(acts, async (sequence) => {
        const [cai, voter] = [await member(), await member()];
        // each on a day of its own: no cap is near
        const all = (await Promise.all([0, 1, 2, 3, 4].map((day) => ideas(cai, 1, day)))).flat();
        const shown = new Set(all);
        const voted = new Set<string>();
        const put = async (id: string, value: boolean) => {
          if (voted.has(id) === value) return;
          if (value) voted.add(id);
          else voted.delete(id);
          const sql = value
            ? `INSERT INTO vote (company_id, idea_id, user_id, value, created_at, updated_at) VALUES ($3, $1, $2, 1, now(), now())`
            : `DELETE FROM vote WHERE idea_id = $1 AND user_id = $2 AND company_id = $3`;
          await t.database.query(sql, [id, voter.id, stage.company.id]);
          const change = value ? 1 : -1;
          await t.database.query(
            `UPDATE idea_tally SET up_count = up_count + $2, score = score + $2 WHERE idea_id = $1`,
            [id, change],
          );
        };
        const does = {
          hide: async (id: string) => void (shown.delete(id), await show(id, 'HIDDEN')),
          show: async (id: string) => void (shown.add(id), await show(id, 'PUBLISHED')),
          settle: (id: string) => settleIdeas([id]),
          settleAll: () => Promise.all([settleIdeas(all), settleIdeas(all.toReversed())]),
          vote: (id: string) => put(id, true),
          unvote: (id: string) => put(id, false),
        };
        for (const { idea, what } of sequence) await does[what](all[idea]!);
        await t.app.get(SettleEverything).all();
        await settleIdeas(all);
        const expected = all.filter((id) => shown.has(id)).reduce((sum, id) => sum + 5 + (voted.has(id) ? 2 : 0), 0);
        expect(await balance(cai)).toBe(expected);
      }),
      { numRuns: 15 },
    );
    expect(await pointsDifferences(t)).toEqual([]);
  });
});
