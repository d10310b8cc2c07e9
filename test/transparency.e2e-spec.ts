import type { Decision } from '../src/features/moderation/decisions/decision.entity.js';
import type { TestUser } from './support/accounts.factory.js';
import type { TestApp } from './support/app.js';
import { type DecisionsApi, decisionsStage } from './support/decisions.stage.js';
import { codeOf, given } from './support/ideas.api.js';
import { createIdea } from './support/ideas.factory.js';
import type { IdeasStage } from './support/ideas.stage.js';
import { fileNotice } from './support/notices.api.js';

let t: TestApp;
let stage: IdeasStage;
let api: DecisionsApi;
beforeAll(async () => {
  ({ t, stage, api } = await decisionsStage());
});
afterAll(() => t.close());
afterEach(() => t.clock.set(null));

const COUNTS = 'decisions automatic undone';
const FIELDS = `from until isOver lastPosition lastHash decisions { ${COUNTS} } byAct { act ${COUNTS} } byRule { basis rule ${COUNTS} }
  bySource { source ${COUNTS} } notices { received actedOnByLaw actedOnByRules notActedOn gone automatic medianHours }
  appeals { filed upheld overturned medianHours } suspensions { byLaw byRules }
  automaticMeans { decisions undone errorRate screened screenedKept screeningErrorRate }`;

async function report(period: string) {
  const { data, errors } = await t.ask<{ transparencyReport: Record<string, never> }>(
    `query ($companyId: ID!, $period: String!) { transparencyReport(companyId: $companyId, period: $period) { ${FIELDS} } }`,
    { companyId: stage.company.id, period },
  );
  if (errors) throw new Error(JSON.stringify(errors));
  return data!.transparencyReport;
}

const anIdea = () => createIdea(t, { company: stage.company, author: stage.ana });
const at = (hours: number) => t.clock.set(new Date(Date.UTC(2031, 2, 1) + hours * 3_600_000));
const appealAndDecide = async (decisionId: string, outcome: string) => {
  const filed = await given(
    api.mutate(stage.ana, 'fileAppeal', { decisionId, text: 'It names nobody.' }, 'id version'),
  );
  at(40);
  const { id, version } = filed as unknown as { id: string; version: number };
  const input = { appealId: id, version, outcome, reasons: 'We have read it again.' };
  await given(api.mutate(stage.manager, 'decideAppeal', input, 'id'));
};

describe('the transparency report', () => {
  it('counts decisions, notices, appeals and suspensions of its period from the log', async () => {
    at(0);
    const [noticed, kept, gone, hidden] = await Promise.all([anIdea(), anIdea(), anIdea(), anIdea()]);
    for (const { id } of [noticed, kept, gone]) await fileNotice(t, { ideaId: id });
    at(10);
    await api.decideOn({ ideaId: noticed.id }, 'HIDE');
    at(20);
    await api.decideOn({ ideaId: kept.id }, 'KEEP');
    await given(api.mutate(stage.ana, 'withdrawIdea', { ideaId: gone.id, version: 1 }, 'id'));
    const [wrong, right] = [
      await api.decideOn({ ideaId: hidden.id }, 'HIDE'),
      await api.decideOn({ ideaId: (await anIdea()).id }, 'REMOVE'),
    ];
    await appealAndDecide(wrong, 'OVERTURN');
    at(20);
    await appealAndDecide(right, 'UPHOLD');
    const march = await report('2031-03');
    expect(march).toMatchObject({
      isOver: false,
      decisions: { decisions: 4, automatic: 0, undone: 1 },
      byAct: [
        { act: 'HIDE', decisions: 2, undone: 1 },
        { act: 'KEEP', decisions: 1 },
        { act: 'REMOVE', decisions: 1 },
      ],
      byRule: [{ basis: 'RULES', rule: 'Be kind', decisions: 3, undone: 1 }],
      bySource: [
        { source: 'NOTICES', decisions: 2 },
        { source: 'STAFF', decisions: 2, undone: 1 },
      ],
      notices: {
        received: 3,
        actedOnByLaw: 0,
        actedOnByRules: 1,
        notActedOn: 1,
        gone: 1,
        automatic: 0,
        medianHours: 15,
      },
      appeals: { filed: 2, upheld: 1, overturned: 1, medianHours: 20 },
      suspensions: { byLaw: 0, byRules: 0 },
      automaticMeans: { decisions: 0, errorRate: null },
    });
    expect(await report('2031-H1')).toMatchObject({ decisions: march.decisions, until: '2031-07-01T00:00:00.000Z' });
    expect(await report('2031-04')).toMatchObject({ decisions: { decisions: 0 }, byAct: [], notices: { received: 0 } });
    t.clock.set(new Date('2031-04-01T00:00:00Z'));
    expect(await report('2031-03')).toMatchObject({ isOver: true });
  });

  it('tells how often automatic means were wrong', async () => {
    t.clock.set(new Date('2032-01-05T00:00:00Z'));
    const [held, right] = await Promise.all(
      [1, 2].map(() => createIdea(t, { company: stage.company, author: stage.ana, visibility: 'HELD' })),
    );
    for (const { id } of [held!, right!])
      await t.database.query(
        `INSERT INTO review (id, company_id, kind, idea_id, author_id, reason, state, created_at, due_at, rank_at)
         VALUES (gen_random_uuid(), $1, 'IDEA', $2, $3, 'LINKS', 'PENDING', $4, $4, $4)`,
        [stage.company.id, id, stage.ana.id, t.clock.now()],
      );
    await api.decideOn({ ideaId: held!.id }, 'KEEP');
    await api.decideOn({ ideaId: right!.id }, 'REMOVE');
    expect(await report('2032')).toMatchObject({
      bySource: [{ source: 'SCREENING', decisions: 2 }],
      automaticMeans: { screened: 2, screenedKept: 1, screeningErrorRate: 0.5 },
    });
  });

  it('reads nothing but the log: what is told elsewhere changes no number of it', async () => {
    const before = await report('2031');
    const { id } = (await t.database.query<Pick<Decision, 'id'>>('SELECT id FROM decision LIMIT 1'))[0]!;
    await t.database.query(`UPDATE decision SET act = 'LOCK', automatic = automatic WHERE id = $1`, [id]);
    await t.database.query('DELETE FROM appeal');
    await api.decideOn({ ideaId: (await anIdea()).id }, 'HIDE'); // so that it is counted anew
    const { lastPosition, lastHash } = before;
    expect({ ...(await report('2031')), lastPosition, lastHash }).toEqual(before);
  });

  it('refuses what is no period', async () => {
    for (const period of ['2031-13', '2031-H3', '31', ''])
      await expect(report(period)).rejects.toThrow('VALIDATION_FAILED');
  });

  it('comes as files, each number with its definition and the article that asks for it', async () => {
    const path = `/${stage.company.slug}/log/report`;
    const { body, headers } = await t.app.inject({ url: `${path}.csv?period=2031-03` });
    expect(headers['content-type']).toContain('text/csv');
    expect(body).toContain(
      '\r\nnotices,,noticesReceived,3,15(1)(b),Notices of illegal content (art. 16) that came in the period.\r\n',
    );
    expect(body).toContain('\r\ndecisions by rule,RULES: Be kind,decisions,3,15(1)(c),');
    const json = (await t.app.inject({ url: `${path}.json?period=2031-03` })).json<{
      figures: object[];
      lastHash: string;
    }>();
    expect(json.figures).toContainEqual(
      expect.objectContaining({ section: 'appeals', name: 'appealsOverturned', value: 1, article: '15(1)(d)' }),
    );
    expect(json.lastHash).toMatch(/^[0-9a-f]{64}$/);
    for (const query of ['', '?period=2031-3', '?period=2031&period=2032'])
      expect((await t.app.inject({ url: `${path}.csv${query}` })).statusCode).toBe(404);
  });
});

describe('how often decisions were overturned', () => {
  const ask = (who: TestUser) =>
    t.ask<{ overturnRates: { byRule: object[]; byModerator: object[] } }>(
      `query ($companyId: ID!) { overturnRates(companyId: $companyId, since: "2033-01-01T00:00:00Z", before: "2034-01-01T00:00:00Z") {
        byRule { rule decisions appealed appealsDecided overturned reconsidered overturnRate }
        byModerator { moderator decisions appealed overturned reconsidered overturnRate } } }`,
      { companyId: stage.company.id },
      { token: who.token },
    );

  it('is told to managers, by rule and by moderator', async () => {
    t.clock.set(new Date('2033-05-05T00:00:00Z'));
    const decide = async (act: string) => api.decideOn({ ideaId: (await anIdea()).id }, act);
    const [wrong, right, back] = [await decide('HIDE'), await decide('HIDE'), await decide('LOCK')];
    await decide('KEEP');
    const appeal = async (decisionId: string, outcome: string) => {
      const filed = await given(
        api.mutate(stage.ana, 'fileAppeal', { decisionId, text: 'It names nobody.' }, 'id version'),
      );
      const { id, version } = filed as unknown as { id: string; version: number };
      await given(
        api.mutate(
          stage.manager,
          'decideAppeal',
          { appealId: id, version, outcome, reasons: 'We have read it again.' },
          'id',
        ),
      );
    };
    await appeal(wrong, 'OVERTURN');
    await appeal(right, 'UPHOLD');
    await given(api.undo(back));
    const { data } = await ask(stage.manager);
    const counted = { decisions: 3, appealed: 2, overturned: 1, reconsidered: 1, overturnRate: 0.5 };
    expect(data!.overturnRates).toEqual({
      byRule: [{ rule: 'Be kind', appealsDecided: 2, ...counted }],
      byModerator: [{ moderator: stage.moderator.displayName, ...counted }],
    });
    expect(codeOf(await ask(stage.moderator))).toBe('FORBIDDEN');
  });
});
