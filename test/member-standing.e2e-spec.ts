import { Rule } from '../src/features/companies/rule.entity.js';
import { createUser, type TestUser } from './support/accounts.factory.js';
import { startTestApp, type TestApp } from './support/app.js';
import { addMember } from './support/companies.factory.js';
import { given } from './support/ideas.api.js';
import { ideasStage, type IdeasStage } from './support/ideas.stage.js';
import { decide } from './support/reviews.api.js';

interface Standing {
  trustLevel: number;
  trustFixed: boolean;
  sanctions: {
    kind: string;
    inForce: boolean;
    liftedAt: string | null;
    decisionId: string;
    decision: { rule: { title: string } };
  }[];
}

let t: TestApp;
let stage: IdeasStage;
let rule: Rule;
beforeAll(async () => {
  t = await startTestApp();
  stage = await ideasStage(t);
  rule = await t.database.manager.findOneByOrFail(Rule, { companyId: stage.company.id });
});
afterAll(() => t.close());
afterEach(() => t.clock.set(null));

async function read(membershipId: string, who: TestUser = stage.moderator) {
  const { data, errors } = await t.ask<{ memberStanding: Standing }>(
    `query ($id: ID!) { memberStanding(membershipId: $id) { trustLevel trustFixed
       sanctions { kind inForce liftedAt decisionId decision { rule { title } } } } }`,
    { id: membershipId },
    { token: who.token },
  );
  return errors?.[0]?.extensions.code ?? data!.memberStanding;
}
async function newMember() {
  const user = await createUser(t);
  const seat = await addMember(t, stage.company, user);
  const impose = async (act: string, more: object = {}) => {
    const item = { userId: user.id, companyId: stage.company.id };
    const review = await given(stage.api.mutate(stage.moderator, 'openReview', item, 'id version'));
    const decided = await decide(t, stage.moderator, act, review as never, { ruleId: rule.id, ...more });
    return decided.review!.decisions![0]!.id;
  };
  return { user, id: seat.id, impose };
}

describe('where a member stands', () => {
  it('is what they have to bear, and had to; what is lifted is no more in force', async () => {
    const { id, impose } = await newMember();
    await impose('WARN');
    await impose('SILENCE', { days: 1 });
    const suspension = await impose('SUSPEND', { openBecause: 'It never stops.' });
    const kinds = async () => ((await read(id)) as Standing).sanctions.map(({ kind, inForce }) => `${kind} ${inForce}`);
    expect(await kinds()).toEqual(['SUSPENSION true', 'SILENCE true', 'WARNING false']);
    await given(stage.api.mutate(stage.moderator, 'undoDecision', { decisionId: suspension }, 'id'));
    t.clock.set(new Date(t.clock.now().getTime() + 2 * 86_400_000));
    expect(await kinds()).toEqual(['SUSPENSION false', 'SILENCE false', 'WARNING false']);
    expect(((await read(id)) as Standing).sanctions[0]).toMatchObject({
      ...{ decisionId: suspension, liftedAt: expect.any(String) as string, decision: { rule: { title: rule.title } } },
    });
  });

  it('says whether a manager has fixed the level of trust', async () => {
    const { id } = await newMember();
    expect(await read(id)).toMatchObject({ trustLevel: 1, trustFixed: false, sanctions: [] });
    const fix = (level: number | null) =>
      given(stage.api.mutate(stage.manager, 'fixTrustLevel', { membershipId: id, level }, 'id trustLevel'));
    await fix(2);
    expect(await read(id)).toMatchObject({ trustLevel: 2, trustFixed: true });
    await fix(null);
    expect(await read(id)).toMatchObject({ trustLevel: 2, trustFixed: false });
  });

  it('is for moderators of the company', async () => {
    const { id, user } = await newMember();
    expect(await read(id, user)).toBe('FORBIDDEN');
    expect(await read(id, await createUser(t))).toBe('FORBIDDEN');
  });
});
