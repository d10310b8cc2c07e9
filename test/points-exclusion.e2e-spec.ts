import { verifyAll } from '../src/cli/verify.js';
import { SettleEverything } from '../src/features/rewards/points/settlement/settle-everything.service.js';
import { createUser, type TestUser } from './support/accounts.factory.js';
import { startTestApp, type TestApp } from './support/app.js';
import { act, createComment } from './support/comments.factory.js';
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
  it('leaves no points that anybody could use, and none come back', async () => {
    const cai = await member();
    const { id } = await stage.submit(cai);
    await settle(t);
    const { errors } = await t.ask(
      'mutation ($input: EraseAccountInput!) { eraseAccount(input: $input) { ok } }',
      { input: { password: cai.password } },
      { token: cai.token },
    );
    expect(errors).toBeUndefined();
    await settle(t);
    const [account] = await t.database.query<{ balance: string }>(
      'SELECT balance FROM ledger_account WHERE user_id = $1',
      [cai.id],
    );
    expect(account!.balance).toBe('0');
    expect(id).toBeDefined();
  });
});
