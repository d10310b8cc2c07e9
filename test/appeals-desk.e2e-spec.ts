import { Role } from '../src/shared/auth/role.js';
import { createUser, type TestUser } from './support/accounts.factory.js';
import type { TestApp } from './support/app.js';
import { addMember } from './support/companies.factory.js';
import { type DecisionsApi, decisionsStage } from './support/decisions.stage.js';
import { given } from './support/ideas.api.js';
import type { IdeasStage } from './support/ideas.stage.js';

interface Line {
  decision: { id: string };
  viewerBarredBy: string | null;
  decidedBy: { id: string } | null;
  review: { author: { id: string }; idea: { id: string } | null; decidedBy: { id: string } | null } | null;
}

let t: TestApp;
let stage: IdeasStage;
let api: DecisionsApi;
beforeAll(async () => {
  ({ t, stage, api } = await decisionsStage());
});
afterAll(() => t.close());

const FIELDS = 'viewerBarredBy decidedBy { id } review { author { id } idea { id } decidedBy { id } }';
const file = async (decisionId: string) =>
  given(api.mutate(stage.ana, 'fileAppeal', { decisionId, text: 'It names nobody at all.' }, 'id version'));
async function appealed(decider = stage.moderator) {
  const { id: ideaId } = await api.discussed();
  const decision = await api.decideOn({ ideaId }, 'HIDE', decider);
  return { ideaId, decision, appeal: await file(decision) };
}
async function line(who: TestUser, decision: string, state: string | null = 'OPEN'): Promise<Line> {
  const { data } = await t.ask<{ appeals: { edges: { node: Line }[] } }>(
    `query ($id: ID!, $state: AppealState) { appeals(companyId: $id, state: $state, first: 100) { edges { node { decision { id } ${FIELDS} } } } }`,
    { id: stage.company.id, state },
    { token: who.token },
  );
  return data!.appeals.edges.map(({ node }) => node).find((node) => node.decision.id === decision)!;
}
async function waiting(who: TestUser): Promise<number> {
  const query = 'query ($id: ID!) { openAppealCount(companyId: $id) }';
  const { data } = await t.ask<{ openAppealCount: number }>(query, { id: stage.company.id }, { token: who.token });
  return data!.openAppealCount;
}

describe('the desk of appeals', () => {
  it('shows the item, its author and who decided, and counts what waits', async () => {
    const { ana, manager, moderator } = stage;
    const before = await waiting(manager);
    const { ideaId, decision, appeal } = await appealed();
    expect(await waiting(manager)).toBe(before + 1);
    expect(await line(manager, decision)).toEqual({
      ...{ decision: { id: decision }, viewerBarredBy: null, decidedBy: null },
      review: { author: { id: ana.id }, idea: { id: ideaId }, decidedBy: { id: moderator.id } },
    });
    const verdict = { appealId: appeal.id, version: appeal.version, outcome: 'UPHOLD', reasons: 'It names the baker.' };
    await given(api.mutate(manager, 'decideAppeal', verdict, 'id version'));
    expect(await waiting(manager)).toBe(before);
    expect(await line(moderator, decision, 'UPHELD')).toMatchObject({ decidedBy: { id: manager.id } });
  });

  it('tells a moderator why it is not theirs to decide, as the decision would', async () => {
    const { company, manager, moderator } = stage;
    const { ideaId, decision, appeal } = await appealed();
    const other = await createUser(t);
    await addMember(t, company, other, Role.MODERATOR);
    const barred = async (who: TestUser) => (await line(who, decision)).viewerBarredBy;
    expect(await barred(moderator)).toBe('OWN_DECISION');
    expect(await barred(other)).toBeNull();
    await t.database.query(
      `INSERT INTO coauthor (company_id, idea_id, user_id, state, invited_at) VALUES ($1, $2, $3, 'ACCEPTED', now())`,
      [company.id, ideaId, other.id],
    );
    expect(await barred(other)).toBe('OWN_CONTENT');
    const verdict = { appealId: appeal.id, version: appeal.version, outcome: 'UPHOLD', reasons: 'It names the baker.' };
    const { errors } = await api.mutate(other, 'decideAppeal', verdict, 'id version');
    expect(errors![0]!.extensions.code).toBe('OWN_CONTENT');
    expect(await barred(manager)).toBeNull();
  });

  it('leaves whoever decided to it where a company has nobody else', async () => {
    const { decision } = await appealed(stage.manager);
    await t.database.query(
      `UPDATE membership SET suspended_until = now() + interval '1 hour'
       WHERE company_id = $1 AND user_id <> $2 AND role IN ('MODERATOR', 'MANAGER', 'OWNER')`,
      [stage.company.id, stage.manager.id],
    );
    expect((await line(stage.manager, decision)).viewerBarredBy).toBeNull();
    await t.database.query('UPDATE membership SET suspended_until = NULL WHERE company_id = $1', [stage.company.id]);
    expect((await line(stage.manager, decision)).viewerBarredBy).toBe('OWN_DECISION');
  });

  it('shows whom a decision concerns nothing of who judges them', async () => {
    const { decision } = await appealed();
    const { data } = await t.ask<{ decision: { appeal: Line } }>(
      `query ($id: ID!) { decision(id: $id) { appeal { ${FIELDS} } } }`,
      { id: decision },
      { token: stage.ana.token },
    );
    expect(data!.decision.appeal).toEqual({ viewerBarredBy: null, decidedBy: null, review: null });
  });
});
