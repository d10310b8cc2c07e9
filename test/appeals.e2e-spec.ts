import { verifyAll } from '../src/cli/verify.js';
import { Role } from '../src/shared/auth/role.js';
import { createUser, type TestUser } from './support/accounts.factory.js';
import { type ApiResult, type TestApp } from './support/app.js';
import { addMember } from './support/companies.factory.js';
import { type DecisionsApi, decisionsStage } from './support/decisions.stage.js';
import { codeOf, given } from './support/ideas.api.js';
import { createIdea } from './support/ideas.factory.js';
import type { IdeasStage } from './support/ideas.stage.js';
import { decide } from './support/reviews.api.js';
import { picture, upload } from './support/uploads.js';

interface Appeal {
  id: string;
  version: number;
  state: string;
}

let t: TestApp;
let stage: IdeasStage;
let api: DecisionsApi;
beforeAll(async () => {
  ({ t, stage, api } = await decisionsStage());
});
afterAll(() => t.close());

const TEXT = 'The name stands on the door of the shop.';
const ask = (who: TestUser, decisionId: string, more: object = {}) =>
  api.mutate(who, 'fileAppeal', { decisionId, text: TEXT, ...more }, 'id version state');
const file = async (decisionId: string, who = stage.ana) => (await given(ask(who, decisionId))) as unknown as Appeal;
const judge = (who: TestUser, { id, version }: Appeal, outcome: string) =>
  api.mutate(
    who,
    'decideAppeal',
    { appealId: id, version, outcome, reasons: 'The name is public already.' },
    'id version state reasons deciderRole decision { act undoneBecause }',
  );

describe('an appeal', () => {
  it('that is right restores all; the public log tells it, and nothing is missing', async () => {
    const { manager } = stage;
    const { id } = await api.discussed();
    const before = await api.everything(id);
    const appeal = await file(await api.decideOn({ ideaId: id }, 'HIDE'));
    expect(await given(judge(manager, appeal, 'OVERTURN'))).toMatchObject({
      ...{ state: 'OVERTURNED', deciderRole: 'MANAGER', reasons: 'The name is public already.' },
      decision: { act: 'HIDE', undoneBecause: 'APPEAL' },
    });
    expect(await api.everything(id)).toEqual(before);
    expect((await api.log()).slice(0, 4).map(({ entry, outcome, role }) => [entry, outcome, role])).toEqual([
      ['UNDONE', 'APPEAL', 'MANAGER'],
      ['APPEAL_DECIDED', 'OVERTURNED', 'MANAGER'],
      ['APPEALED', null, null],
      ['DECIDED', null, 'MODERATOR'],
    ]);
    expect(await verifyAll(t.app)).toEqual([]);
  });

  it('that is wrong changes nothing, and its reasons are read', async () => {
    const { ana, manager } = stage;
    const { id } = await api.discussed();
    const decision = await api.decideOn({ ideaId: id }, 'HIDE');
    const after = await api.everything(id);
    await given(judge(manager, await file(decision), 'UPHOLD'));
    expect(await api.everything(id)).toEqual(after);
    const { data } = await t.ask(
      'query ($id: ID!) { decision(id: $id) { undoneAt appeal { state text reasons } } }',
      { id: decision },
      { token: ana.token },
    );
    expect(data).toEqual({
      decision: { undoneAt: null, appeal: { state: 'UPHELD', text: TEXT, reasons: 'The name is public already.' } },
    });
  });

  it('against what was never published publishes it', async () => {
    const { strict, ana, moderator, manager } = stage;
    const { id } = await stage.submit(ana, { companyId: strict.id });
    const [rule] = await t.database.query<{ id: string }>('SELECT id FROM rule WHERE company_id = $1', [strict.id]);
    const decided = await decide(t, moderator, 'HIDE', await api.open({ ideaId: id }), { ruleId: rule!.id });
    await given(judge(manager, await file(decided.review!.decisions![0]!.id), 'OVERTURN'));
    expect(await given(stage.api.idea(null, id, 'id version visibility'))).toMatchObject({ visibility: 'PUBLISHED' });
  });

  it('is decided by somebody else than who decided', async () => {
    const { manager, moderator } = stage;
    const appeal = await file(await api.decideOn({ ideaId: (await api.discussed()).id }, 'HIDE', moderator));
    expect(codeOf(await judge(moderator, appeal, 'UPHOLD'))).toBe('OWN_DECISION');
    expect(codeOf(await judge(stage.ana, appeal, 'OVERTURN'))).toBe('FORBIDDEN');
    await given(judge(manager, appeal, 'UPHOLD'));
    expect(codeOf(await judge(manager, appeal, 'OVERTURN'))).toBe('CONFLICT');
  });

  it('is for whom the decision concerns, once, within six months, and not against what was kept', async () => {
    const { bea, moderator } = stage;
    const { id } = await api.discussed();
    const kept = await api.decideOn({ ideaId: id }, 'KEEP');
    expect(codeOf(await ask(stage.ana, kept))).toBe('CONFLICT');
    const decision = await api.decideOn({ ideaId: id }, 'HIDE');
    expect(codeOf(await ask(bea, decision))).toBe('NOT_FOUND');
    expect(codeOf(await ask(moderator, decision))).toBe('FORBIDDEN');
    const both = await Promise.all([ask(stage.ana, decision), ask(stage.ana, decision)]);
    expect(both.map((asked) => codeOf(asked) ?? 'OK').sort()).toEqual(['ALREADY_APPEALED', 'OK']);
    const late = await api.decideOn({ ideaId: (await api.discussed()).id }, 'HIDE');
    await t.database.query(`UPDATE decision SET appeal_until = now() - interval '1 minute' WHERE id = $1`, [late]);
    expect(codeOf(await ask(stage.ana, late))).toBe('APPEAL_TOO_LATE');
  });

  it('is open to who is suspended, or has left', async () => {
    const { company, manager } = stage;
    const guest = await createUser(t);
    const seat = await addMember(t, company, guest, Role.CUSTOMER, { trustLevel: 2 });
    const ideas = [await createIdea(t, { company, author: guest }), await createIdea(t, { company, author: guest })];
    const [first, second] = [
      await api.decideOn({ ideaId: ideas[0]!.id }, 'HIDE'),
      await api.decideOn({ ideaId: ideas[1]!.id }, 'HIDE'),
    ];
    await t.database.query(`UPDATE membership SET suspended_until = now() + interval '1 day' WHERE id = $1`, [seat.id]);
    await file(first, guest);
    await t.database.query('DELETE FROM membership WHERE id = $1', [seat.id]);
    await given(judge(manager, await file(second, guest), 'OVERTURN'));
  });

  it('brings files, one’s own alone, which moderators see', async () => {
    const { ana, bea, manager } = stage;
    const decision = await api.decideOn({ ideaId: (await api.discussed()).id }, 'HIDE');
    const of = async (user: TestUser) => upload(t, await picture().png(), { token: user.token });
    const [mine, theirs] = [await of(ana), await of(bea)];
    expect(codeOf(await ask(ana, decision, { fileIds: [theirs.id] }))).toBe('VALIDATION_FAILED');
    await given(ask(ana, decision, { fileIds: [mine.id] }));
    const { data } = await t.ask<{ appeals: { edges: { node: { attachments: object[] } }[] } }>(
      'query ($id: ID!) { appeals(companyId: $id, first: 100) { edges { node { decision { id } attachments { id } } } } }',
      { id: stage.company.id },
      { token: manager.token },
    );
    const nodes = data!.appeals.edges.map(({ node }) => node);
    expect(nodes).toContainEqual({ decision: { id: decision }, attachments: [{ id: mine.id }] });
  });

  it('and a decision that is taken back at the same time end in the same', async () => {
    const { ana, moderator } = stage;
    for (let round = 0; round < 4; round++) {
      const { id } = await api.discussed();
      const before = await api.everything(id);
      const decision = await api.decideOn({ ideaId: id }, 'HIDE');
      const [filed, undone]: ApiResult<unknown>[] = await Promise.all([
        ask(ana, decision),
        api.undo(decision, moderator),
      ]);
      expect(codeOf(undone as never)).toBeNull();
      expect(await api.everything(id)).toEqual(before);
      const rows = await t.database.query<{ state: string }>('SELECT state FROM appeal WHERE decision_id = $1', [
        decision,
      ]);
      expect(rows).toEqual(codeOf(filed as never) === null ? [{ state: 'OVERTURNED' }] : []);
    }
    expect(await verifyAll(t.app)).toEqual([]);
  });
});
