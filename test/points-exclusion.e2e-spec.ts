import { verifyAll } from '../src/cli/verify.js';
import { SettleEverything } from '../src/features/rewards/points/settlement/settle-everything.service.js';
import { createUser, type TestUser } from './support/accounts.factory.js';
import { startTestApp, type TestApp } from './support/app.js';
import { act, createComment } from './support/comments.factory.js';
import { givePoints } from './support/catalogue.stage.js';
import { addMember } from './support/companies.factory.js';
import { createIdea } from './support/ideas.factory.js';
import { ideasStage, type IdeasStage } from './support/ideas.stage.js';
import { awardsOf, balanceOf, exclude, readmit, settle, storyOf } from './support/points.api.js';
import { vote } from './support/votes.factory.js';

let t: TestApp;
let stage: IdeasStage;
beforeAll(async () => {
  t = await startTestApp();
  stage = await ideasStage(t);
});
afterAll(async () => {
  expect(await verifyAll(t.app)).toEqual([]);
  await t.close();
});

async function member(): Promise<TestUser> {
  const user = await createUser(t);
  await addMember(t, stage.company, user, undefined, { trustLevel: 2 });
  return user;
}
const balance = (who: TestUser) => balanceOf(t, stage.company, who);

describe('who is excluded from rewards', () => {
  it('loses the use of their points, and has them again, exactly, once that is undone', async () => {
    const cai = await member();
    await stage.submit(cai);
    await settle(t);
    const decision = await exclude(t, stage, cai);
    expect(await balance(cai)).toBe(0);
    expect((await storyOf(t, stage.company, cai)).lines[0]).toMatchObject({
      kind: 'FORFEIT',
      points: -5,
      stands: true,
    });
    await stage.submit(cai, { title: 'Another one' });
    await settle(t);
    await readmit(t, stage, decision);
    expect(await balance(cai)).toBe(5);
    expect(await awardsOf(t, stage.company, cai)).toEqual(['IDEA_PUBLISHED 5', 'IDEA_PUBLISHED 0']);
  });

  it('owes what is reversed meanwhile, and has the rest when readmitted', async () => {
    const cai = await member();
    const { id, version } = await stage.submit(cai);
    await stage.submit(cai, { title: 'Another one' });
    await settle(t);
    const decision = await exclude(t, stage, cai);
    await stage.api.mutate(cai, 'withdrawIdea', { ideaId: id, version });
    await settle(t);
    expect(await balance(cai)).toBe(-5);
    await readmit(t, stage, decision);
    expect(await balance(cai)).toBe(5);
  });

  it('twice has no use of them until both are undone', async () => {
    const cai = await member();
    await stage.submit(cai);
    await settle(t);
    const [first, second] = [await exclude(t, stage, cai), await exclude(t, stage, cai)];
    await readmit(t, stage, first);
    expect(await balance(cai)).toBe(0);
    await readmit(t, stage, second);
    expect(await balance(cai)).toBe(5);
  });

  it('has back what each of several took from them, also what one took again when another was undone', async () => {
    const cai = await member();
    await givePoints(t, stage.company.id, cai.id, 5);
    const first = await exclude(t, stage, cai);
    await givePoints(t, stage.company.id, cai.id, 7);
    const second = await exclude(t, stage, cai);
    await readmit(t, stage, second);
    expect(await balance(cai)).toBe(0);
    await readmit(t, stage, first);
    expect(await balance(cai)).toBe(12);
  });

  it('has back what none that is in force holds, whatever has ended before', async () => {
    const cai = await member();
    const long = await exclude(t, stage, cai);
    const short = await exclude(t, stage, cai);
    for (const table of ['decision WHERE id', 'sanction WHERE decision_id'])
      await t.database.query(
        `UPDATE ${table.replace(' WHERE', ` SET ends_at = now() - interval '1 day' WHERE`)} = $1`,
        [short],
      );
    await givePoints(t, stage.company.id, cai.id, 7);
    const last = await exclude(t, stage, cai);
    await readmit(t, stage, last);
    expect(await balance(cai)).toBe(0);
    await readmit(t, stage, long);
    expect(await balance(cai)).toBe(7);
  });

  it('is looked at again when it ends, and not where it has no end', async () => {
    const planned = async (who: TestUser) => {
      const sql = `SELECT run_at AS at FROM graphile_worker.jobs WHERE key LIKE 'settle-member:%' AND strpos(key, $1) > 0`;
      return (await t.database.query<{ at: Date }>(sql, [who.id])).map(({ at }) => at);
    };
    const [cai, dan] = [await member(), await member()];
    const open = await exclude(t, stage, cai, { openBecause: 'It never stops.' });
    expect(await planned(cai)).toEqual([]);
    await exclude(t, stage, cai, { days: 3 });
    await readmit(t, stage, open);
    await exclude(t, stage, dan);
    expect([(await planned(cai)).length, (await planned(dan)).length]).toEqual([1, 1]);
  });

  it('earns others nothing by a vote for as long', async () => {
    const [cai, dan] = [await member(), await member()];
    const { id } = await createIdea(t, { company: stage.company, author: dan });
    await vote(t, cai, id, 'UP');
    await settle(t);
    const decision = await exclude(t, stage, cai);
    expect(await awardsOf(t, stage.company, dan)).toEqual(['FIRST_VOTE 2 VOTES_WITHDRAWN', 'IDEA_PUBLISHED 5']);
    await readmit(t, stage, decision);
    expect(await awardsOf(t, stage.company, dan)).toEqual(['FIRST_VOTE 2', 'IDEA_PUBLISHED 5']);
  });
});

describe('who is excluded and leaves the company', () => {
  const ask = async (who: TestUser, mutation: string, fields: string) => {
    const query = `mutation ($input: CompanyIdInput!) { ${mutation}(input: $input) { ${fields} } }`;
    expect(
      (await t.ask(query, { input: { companyId: stage.company.id } }, { token: who.token })).errors,
    ).toBeUndefined();
  };
  const leave = (who: TestUser) => ask(who, 'leaveCompany', 'ok');
  const join = (who: TestUser) => ask(who, 'joinCompany', 'id');
  /** Looks at everything anew. */
  const settleAll = async () => {
    await settle(t);
    await t.app.get(SettleEverything).all();
  };

  it('earns others nothing by votes and appreciation still, nor after joining again, until that is undone', async () => {
    const [cai, dan] = [await member(), await member()];
    const { id } = await createIdea(t, { company: stage.company, author: dan });
    const { id: commentId } = await createComment(t, { idea: { id }, author: dan });
    await vote(t, cai, id, 'UP');
    await act(t, cai, 'appreciateComment', { commentId });
    await settle(t);
    const all = ['COMMENT_APPRECIATED 1', 'FIRST_VOTE 2', 'IDEA_PUBLISHED 5'];
    const some = ['COMMENT_APPRECIATED 1 UNAPPRECIATED', 'FIRST_VOTE 2 VOTES_WITHDRAWN', 'IDEA_PUBLISHED 5'];
    const awards = () => awardsOf(t, stage.company, dan);
    expect(await awards()).toEqual(all);
    const decision = await exclude(t, stage, cai);
    expect(await awards()).toEqual(some);
    await leave(cai);
    await settleAll();
    expect(await awards()).toEqual(some);
    await join(cai);
    await settleAll();
    expect(await awards()).toEqual(some);
    await readmit(t, stage, decision);
    expect(await awards()).toEqual(all);
  });

  it('has no use of their points when they join again, nor where one of two exclusions is undone meanwhile', async () => {
    const cai = await member();
    await stage.submit(cai);
    await settle(t);
    const [first, second] = [await exclude(t, stage, cai), await exclude(t, stage, cai)];
    await leave(cai);
    await readmit(t, stage, first);
    await join(cai);
    await settleAll();
    expect(await balance(cai)).toBe(0);
    await stage.submit(cai, { title: 'Another one' });
    await settle(t);
    expect(await awardsOf(t, stage.company, cai)).toEqual(['IDEA_PUBLISHED 5', 'IDEA_PUBLISHED 0']);
    await readmit(t, stage, second);
    expect(await balance(cai)).toBe(5);
  });

  it('counts for others again when it has ended by itself', async () => {
    const [cai, dan] = [await member(), await member()];
    const { id } = await createIdea(t, { company: stage.company, author: dan });
    await vote(t, cai, id, 'UP');
    await exclude(t, stage, cai);
    await leave(cai);
    await settleAll();
    expect(await awardsOf(t, stage.company, dan)).toEqual(['IDEA_PUBLISHED 5']);
    t.clock.set(new Date(+t.clock.now() + 31 * 86_400_000));
    await settleAll();
    expect((await awardsOf(t, stage.company, dan)).map((one) => one.split(' ')[0])).toContain('FIRST_VOTE');
    t.clock.set(null);
  });
});

describe('who erases their account', () => {
  async function erase(who: TestUser): Promise<void> {
    const query = 'mutation ($input: EraseAccountInput!) { eraseAccount(input: $input) { ok } }';
    const { errors } = await t.ask(query, { input: { password: who.password } }, { token: who.token });
    expect(errors).toBeUndefined();
    await settle(t);
  }
  const left = async ({ id }: TestUser) => {
    const sql = 'SELECT balance FROM ledger_account WHERE user_id = $1';
    return (await t.database.query<{ balance: string }>(sql, [id])).map(({ balance: points }) => Number(points));
  };

  it('leaves no points that anybody could use, and none come back', async () => {
    const cai = await member();
    await stage.submit(cai);
    await settle(t);
    await erase(cai);
    expect(await left(cai)).toEqual([0]);
  });

  it('gets nothing back when an exclusion of before is undone: it expires like the rest', async () => {
    const cai = await member();
    await stage.submit(cai);
    await settle(t);
    const decision = await exclude(t, stage, cai);
    await givePoints(t, stage.company.id, cai.id, 3);
    await erase(cai);
    await readmit(t, stage, decision);
    expect(await left(cai)).toEqual([0]);
    const kinds = await t.database.query<{ points: number }>(
      `SELECT sum(e.amount)::integer AS points FROM ledger_transaction t JOIN ledger_entry e ON e.transaction_id = t.id
       JOIN ledger_account a ON a.id = e.account_id AND a.user_id = $1 WHERE t.kind = 'EXPIRY' GROUP BY t.id ORDER BY 1`,
      [cai.id],
    );
    expect(kinds).toEqual([{ points: -5 }, { points: -3 }]);
  });
});
