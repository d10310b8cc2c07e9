import { verifyAll } from '../src/cli/verify.js';
import { Rule } from '../src/features/companies/rule.entity.js';
import { Role } from '../src/shared/auth/role.js';
import { createUser, type TestUser } from './support/accounts.factory.js';
import { startTestApp, type TestApp } from './support/app.js';
import { act, say } from './support/comments.factory.js';
import { addMember } from './support/companies.factory.js';
import { createIdea } from './support/ideas.factory.js';
import { given } from './support/ideas.api.js';
import { ideasStage, type IdeasStage } from './support/ideas.stage.js';
import { awardsOf, balanceOf, exclude, readmit, settle } from './support/points.api.js';
import { decide } from './support/reviews.api.js';

let t: TestApp;
let stage: IdeasStage;
let rule: Rule;
beforeAll(async () => {
  t = await startTestApp();
  stage = await ideasStage(t);
  rule = await t.database.manager.findOneByOrFail(Rule, { companyId: stage.company.id });
});
afterAll(async () => {
  expect(await verifyAll(t.app)).toEqual([]);
  await t.close();
});

async function member(role = Role.CUSTOMER): Promise<TestUser> {
  const user = await createUser(t);
  await addMember(t, stage.company, user, role, { trustLevel: 2 });
  return user;
}
const members = (count: number) => Promise.all(Array.from({ length: count }, () => member()));
const awards = (who: TestUser) => awardsOf(t, stage.company, who);
const idea = (author: TestUser) => createIdea(t, { company: stage.company, author });
const appreciate = async (who: TestUser, comment: { id: string }, wanted = true) => {
  const { errors } = await act(t, who, wanted ? 'appreciateComment' : 'unappreciateComment', { commentId: comment.id });
  if (errors) throw new Error(JSON.stringify(errors));
};

describe('a comment', () => {
  it('earns its author something for each who appreciates it, until they do no more', async () => {
    const [cai, dan, eva] = await members(3);
    const comment = await say(t, cai!, await idea(stage.ana), 'The baker next door does it.');
    await appreciate(dan!, comment);
    await appreciate(eva!, comment);
    await settle(t);
    expect(await awards(cai!)).toEqual(['COMMENT_APPRECIATED 1', 'COMMENT_APPRECIATED 1']);
    await appreciate(eva!, comment, false);
    await settle(t);
    expect(await awards(cai!)).toEqual(['COMMENT_APPRECIATED 1', 'COMMENT_APPRECIATED 1 UNAPPRECIATED']);
    await appreciate(eva!, comment);
    await settle(t);
    expect(await balanceOf(t, stage.company, cai!)).toBe(2);
  });

  it('is an answer given where whom it answers appreciates it: the author of the idea, or of the comment', async () => {
    const [cai, dan, eva] = await members(3);
    const place = await idea(cai!);
    const top = await say(t, dan!, place, 'Would you pay for it?');
    const reply = await say(t, eva!, place, 'I would.', top);
    await appreciate(cai!, top);
    await appreciate(cai!, reply);
    await appreciate(dan!, reply);
    await settle(t);
    expect(await awards(dan!)).toEqual(['ANSWER_GIVEN 3', 'COMMENT_APPRECIATED 1']);
    expect(await awards(eva!)).toEqual(['ANSWER_GIVEN 3', 'COMMENT_APPRECIATED 1', 'COMMENT_APPRECIATED 1']);
    await appreciate(dan!, reply, false);
    await settle(t);
    expect(await awards(eva!)).toEqual([
      'ANSWER_GIVEN 3 UNAPPRECIATED',
      ...['COMMENT_APPRECIATED 1', 'COMMENT_APPRECIATED 1 UNAPPRECIATED'],
    ]);
  });

  it('answering oneself is no answer given', async () => {
    const [cai, dan] = await members(2);
    const place = await idea(cai!);
    const own = await say(t, cai!, place, 'One more thing.');
    await appreciate(dan!, own);
    await settle(t);
    expect(await awards(cai!)).toEqual(['COMMENT_APPRECIATED 1']);
  });

  it('that a moderator hides loses all it earned; shown again, it has it again', async () => {
    const [cai, dan, eva] = await members(3);
    const comment = await say(t, cai!, await idea(dan!), 'Nonsense.');
    await appreciate(dan!, comment);
    await appreciate(eva!, comment);
    await settle(t);
    const review = await given(
      stage.api.mutate(stage.moderator, 'openReview', { commentId: comment.id }, 'id version'),
    );
    const hidden = await decide(t, stage.moderator, 'HIDE', review, { ruleId: rule.id });
    await settle(t);
    const all = ['ANSWER_GIVEN 3', 'COMMENT_APPRECIATED 1', 'COMMENT_APPRECIATED 1'];
    expect(await awards(cai!)).toEqual(all.map((one) => `${one} HIDDEN`));
    const decisionId = hidden.review!.decisions![0]!.id;
    await given(stage.api.mutate(stage.moderator, 'undoDecision', { decisionId }, 'id'));
    await settle(t);
    expect(await awards(cai!)).toEqual(all);
  });

  it('that its author deletes loses all it earned', async () => {
    const [cai, dan] = await members(2);
    const comment = await say(t, cai!, await idea(stage.ana), 'Never mind.');
    await appreciate(dan!, comment);
    await settle(t);
    await act(t, cai!, 'deleteComment', { commentId: comment.id });
    await settle(t);
    expect(await awards(cai!)).toEqual(['COMMENT_APPRECIATED 1 WITHDRAWN']);
  });

  it('earns nothing by the appreciation of who is excluded', async () => {
    const [cai, dan] = await members(2);
    await exclude(t, stage, dan!);
    const comment = await say(t, cai!, await idea(stage.ana), 'A fair point.');
    await appreciate(dan!, comment);
    await settle(t);
    expect(await awards(cai!)).toEqual([]);
  });

  it('of who is excluded earns nothing, then or later', async () => {
    const [cai, dan] = await members(2);
    const decision = await exclude(t, stage, cai!);
    const comment = await say(t, cai!, await idea(stage.ana), 'A fair point.');
    await appreciate(dan!, comment);
    await settle(t);
    await readmit(t, stage, decision);
    await appreciate(dan!, comment, false);
    await appreciate(dan!, comment);
    await settle(t);
    expect(await awards(cai!)).toEqual(['COMMENT_APPRECIATED 0']);
  });
});
