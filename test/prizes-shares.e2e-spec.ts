import { codeOf, fieldsOf } from './support/ideas.api.js';
import { prizesApi, type PrizesApi, type PrizesStage, prizesStage } from './support/prizes.stage.js';

interface Shared {
  version: number;
  agreed: boolean;
}

let stage: PrizesStage;
let api: PrizesApi;
beforeAll(async () => {
  stage = await prizesStage();
  api = prizesApi(stage);
});
afterAll(() => stage.t.close());

const together = async () => {
  const { ana, bea, t, company } = stage;
  const challenge = await api.challenge([{ kind: 'MONEY', amountMinor: 1000, currency: 'EUR' }]);
  const idea = await api.idea(challenge, ana);
  const row = [company.id, idea.id, bea.id];
  await t.database.query(
    `INSERT INTO coauthor (company_id, idea_id, user_id, state) VALUES ($1, $2, $3, 'ACCEPTED')`,
    row,
  );
  return { challenge, idea };
};
const propose = (ideaId: string, hers: number, his: number, who = stage.ana) => {
  const shares = [
    { userId: stage.ana.id, percent: hers },
    { userId: stage.bea.id, percent: his },
  ];
  return api.mutate<Shared>(who, 'proposeShares', { ideaId, shares });
};
const answer = (ideaId: string, version: number, agree = true, who = stage.bea) =>
  api.mutate<Shared>(who, 'answerShares', { ideaId, version, agree });
const amounts = async (challenge: { id: string }) => {
  const rows = await stage.t.database.query<{ id: string; amount: number }>(
    'SELECT user_id AS id, amount_minor AS amount FROM prize_claim WHERE challenge_id = $1',
    [challenge.id],
  );
  return [stage.ana, stage.bea].map((user) => rows.find(({ id }) => id === user.id)?.amount);
};

describe('who writes an idea together', () => {
  it('shares what it wins as all have agreed', async () => {
    const { challenge, idea } = await together();
    const { version } = await api.done(propose(idea.id, 70, 30));
    expect(await api.done(answer(idea.id, version))).toMatchObject({ agreed: true });
    await api.announce(challenge, [idea]);
    expect(await amounts(challenge)).toEqual([700, 300]);
    expect(codeOf(await propose(idea.id, 60, 40))).toBe('SHARES_FIXED');
  });

  it('shares alike while somebody has not agreed, or agrees no more', async () => {
    const { challenge, idea } = await together();
    const { version } = await api.done(propose(idea.id, 90, 10));
    await api.done(answer(idea.id, version));
    expect(await api.done(answer(idea.id, version, false))).toMatchObject({ agreed: false });
    await api.announce(challenge, [idea]);
    expect(await amounts(challenge)).toEqual([500, 500]);
  });

  it('agrees to what was read: another proposal asks anew', async () => {
    const { idea } = await together();
    const { version } = await api.done(propose(idea.id, 50, 50));
    await api.done(answer(idea.id, version));
    expect(await api.done(propose(idea.id, 99, 1))).toMatchObject({ agreed: false });
    expect(codeOf(await answer(idea.id, version))).toBe('CONFLICT');
  });

  it('is asked by the author alone, about all of them, for all of it', async () => {
    const { idea } = await together();
    expect(codeOf(await propose(idea.id, 50, 50, stage.bea))).toBe('FORBIDDEN');
    expect(codeOf(await propose(idea.id, 50, 50, stage.leo))).toBe('FORBIDDEN');
    expect(codeOf(await answer(idea.id, 1, true, stage.leo))).toBe('NOT_FOUND');
    expect(fieldsOf(await propose(idea.id, 50, 40))).toEqual(['shares:SHARES_NOT_100']);
    const strange = [
      { userId: stage.ana.id, percent: 50 },
      { userId: stage.leo.id, percent: 50 },
    ];
    expect(codeOf(await api.mutate(stage.ana, 'proposeShares', { ideaId: idea.id, shares: strange }))).toBe(
      'VALIDATION_FAILED',
    );
  });

  it('sees it, the author first, as long as the prize is to be won', async () => {
    const { challenge, idea } = await together();
    await api.done(propose(idea.id, 80, 20));
    const list = async () => {
      const query = '{ mySharedIdeas { idea { id } own agreed people { user { id } percent agreed } } }';
      const { data } = await stage.t.ask<{ mySharedIdeas: { idea: { id: string } }[] }>(
        query,
        {},
        {
          token: stage.bea.token,
        },
      );
      return data!.mySharedIdeas.filter((shared) => shared.idea.id === idea.id);
    };
    expect(await list()).toEqual([
      {
        ...{ idea: { id: idea.id }, own: false, agreed: false },
        people: [
          { user: { id: stage.ana.id }, percent: 80, agreed: true },
          { user: { id: stage.bea.id }, percent: 20, agreed: false },
        ],
      },
    ]);
    await api.announce(challenge, [idea]);
    expect(await list()).toEqual([]);
  });
});
