import { createUser, type TestUser } from './support/accounts.factory.js';
import type { TestApp } from './support/app.js';
import { addMember } from './support/companies.factory.js';
import { type DecisionsApi, decisionsStage } from './support/decisions.stage.js';
import { codeOf, given } from './support/ideas.api.js';
import { createIdea } from './support/ideas.factory.js';
import type { IdeasStage } from './support/ideas.stage.js';
import { decide } from './support/reviews.api.js';

let t: TestApp;
let stage: IdeasStage;
let api: DecisionsApi;
let rule: { id: string; title: string };
beforeAll(async () => {
  ({ t, stage, api, rule } = await decisionsStage());
});
afterAll(() => t.close());

const read = async <T>(query: string, variables: object, who: TestUser | null, language = 'en') =>
  t.ask<T>(query, variables, { token: who?.token, language });

describe('the statement of reasons', () => {
  const STATEMENT = `query ($id: ID!) { decision(id: $id) { viewerMayAppeal statement { title item itemPath company companySlug
    sections { part heading paragraphs } } } }`;
  interface Read {
    decision: { statement: { title: string; sections: { part: string; paragraphs: string[] }[] } } | null;
  }

  it('is read by the author in the language that they ask in, and by nobody else but moderators', async () => {
    const { ana, bea, moderator, company } = stage;
    const { id } = await api.discussed();
    const decision = await api.decideOn({ ideaId: id }, 'HIDE');
    const { data } = await read<Read>(STATEMENT, { id: decision }, ana, 'es');
    expect(data!.decision!.statement).toMatchObject({
      ...{ title: 'Se ha ocultado tu idea', itemPath: `/i/${id}`, companySlug: company.slug },
    });
    const parts = data!.decision!.statement.sections.map(({ part }) => part);
    expect(parts).toEqual(['DECISION', 'GROUND', 'FACTS', 'ORIGIN', 'SCOPE', 'REDRESS']);
    expect(JSON.stringify(data)).toContain(rule.title);
    expect(data!.decision).toMatchObject({ viewerMayAppeal: true });
    expect((await read<Read>(STATEMENT, { id: decision }, moderator)).data?.decision).toMatchObject({
      viewerMayAppeal: false,
    });
    expect(codeOf(await read<Read>(STATEMENT, { id: decision }, bea))).toBe('NOT_FOUND');
    expect(codeOf(await read<Read>(STATEMENT, { id: decision }, null))).toBe('UNAUTHENTICATED');
  });

  it('of a comment leads to where it stands', async () => {
    const { bea } = stage;
    const { id, first } = await api.discussed();
    const decision = await api.decideOn({ commentId: first }, 'REMOVE');
    const { data } = await read<Read>(STATEMENT, { id: decision }, bea);
    expect(data!.decision!.statement).toMatchObject({
      ...{ title: 'Your comment was removed', itemPath: `/i/${id}?comment=${first}` },
    });
  });

  it('of a sanction is read by the suspended, who see what holds, and may appeal', async () => {
    const { company, moderator } = stage;
    const carla = await createUser(t);
    await addMember(t, company, carla);
    const idea = await createIdea(t, { company, author: carla });
    const review = await api.open({ ideaId: idea.id });
    const { review: decided } = await decide(t, moderator, 'SUSPEND', review, { ruleId: rule.id, days: 30 });
    const { id } = decided!.decisions![0]!;
    const MINE = `query ($companyId: ID!) {
      mySanctions(companyId: $companyId) { kind endsAt decision { id rule { title } statement { title } } }
      myDecisions(companyId: $companyId) { totalCount edges { node { id act sanction { kind } } } } }`;
    const mine = { companyId: company.id };
    expect((await read(MINE, mine, carla)).data).toMatchObject({
      mySanctions: [{ kind: 'SUSPENSION', decision: { id, rule: { title: rule.title } } }],
      myDecisions: { totalCount: 1, edges: [{ node: { id, act: 'SUSPEND', sanction: { kind: 'SUSPENSION' } } }] },
    });
    expect((await read(MINE, mine, stage.manager)).data).toEqual({
      mySanctions: [],
      myDecisions: { totalCount: 0, edges: [] },
    });
    const appeal = await given(
      api.mutate(carla, 'fileAppeal', { decisionId: id, text: 'I did not write this myself.' }, 'id state'),
    );
    expect(appeal).toMatchObject({ state: 'OPEN' });
    await given(api.undo(id));
    expect((await read<{ mySanctions: object[] }>(MINE, mine, carla)).data!.mySanctions).toEqual([]);
  });
});

describe('what is left in the place of what was taken away', () => {
  const TRACE = `query ($ideaId: ID!) { moderationTrace(ideaId: $ideaId) { act ground automatic company companySlug decisionId } }`;
  const traceOf = async (ideaId: string, who: TestUser | null) =>
    (await read<{ moderationTrace: object | null }>(TRACE, { ideaId }, who)).data?.moderationTrace;

  it('tells everybody what was done and by which rule, and its author where to read why', async () => {
    const { ana, company } = stage;
    const { id } = await api.discussed();
    const decisionId = await api.decideOn({ ideaId: id }, 'HIDE');
    const trace = { act: 'HIDE', ground: rule.title, automatic: false, company: 'Forno', companySlug: company.slug };
    expect(await traceOf(id, null)).toEqual({ ...trace, company: expect.any(String) as string, decisionId: null });
    expect(await traceOf(id, ana)).toMatchObject({ decisionId });
    await given(api.undo(decisionId));
    expect(await traceOf(id, null)).toBeNull();
  });

  it('is nothing where it is there again, but for what locks it', async () => {
    const { ana } = stage;
    const { id } = await api.discussed();
    await api.decideOn({ ideaId: id }, 'REQUEST_EDIT');
    expect(await traceOf(id, null)).toMatchObject({ act: 'REQUEST_EDIT' });
    await api.decideOn({ ideaId: id }, 'KEEP');
    for (const who of [null, ana]) expect(await traceOf(id, who)).toBeNull();
    const lock = await api.decideOn({ ideaId: id }, 'LOCK');
    expect(await traceOf(id, null)).toMatchObject({ act: 'LOCK' });
    await given(api.undo(lock));
    expect(await traceOf(id, null)).toBeNull();
  });

  it('tells others nothing of what was never public', async () => {
    const { company, ana, bea } = stage;
    const idea = await createIdea(t, { company, author: ana, visibility: 'HELD' });
    await t.database.query('UPDATE idea SET published_at = NULL WHERE id = $1', [idea.id]);
    await api.decideOn({ ideaId: idea.id }, 'HIDE');
    expect(await traceOf(idea.id, bea)).toBeNull();
    expect(await traceOf(idea.id, ana)).toMatchObject({ act: 'HIDE' });
  });

  it('stands in the thread for a hidden comment', async () => {
    const { ana, bea } = stage;
    const { id, first } = await api.discussed();
    const decisionId = await api.decideOn({ commentId: first }, 'HIDE');
    const ask = async (who: TestUser | null) => {
      const { data } = await read<{ idea: { comments: { edges: { node: object }[] } } }>(
        `query ($id: ID!) { idea(id: $id) { comments { edges { node { id body moderationTrace { act ground decisionId } } } } } }`,
        { id },
        who,
      );
      return data!.idea.comments.edges[0]!.node;
    };
    const trace = { act: 'HIDE', ground: rule.title };
    expect(await ask(ana)).toEqual({ id: first, body: '', moderationTrace: { ...trace, decisionId: null } });
    expect(await ask(bea)).toMatchObject({ moderationTrace: { ...trace, decisionId } });
  });
});

it('a member sees what they have reported, until they take it back', async () => {
  const { bea, ana } = stage;
  const { id } = await api.discussed();
  const own = async (who: TestUser) =>
    (
      await read<{ viewerFlag: object | null }>(
        `query ($ideaId: ID!) { viewerFlag(ideaId: $ideaId) { state note rule { title } } }`,
        { ideaId: id },
        who,
      )
    ).data!.viewerFlag;
  expect(await own(bea)).toBeNull();
  await given(api.mutate(bea, 'flagItem', { ideaId: id, ruleId: rule.id, note: 'Look.' }, 'id'));
  expect(await own(bea)).toEqual({ state: 'OPEN', note: 'Look.', rule: { title: rule.title } });
  expect(await own(ana)).toBeNull();
  await given(api.mutate(bea, 'withdrawFlag', { ideaId: id }, 'id'));
  expect(await own(bea)).toBeNull();
});
