import { codeOf } from './support/ideas.api.js';
import { prizesApi, type PrizesApi, type PrizesStage, prizesStage } from './support/prizes.stage.js';

let stage: PrizesStage;
let api: PrizesApi;
beforeAll(async () => {
  stage = await prizesStage();
  api = prizesApi(stage);
});
afterAll(() => stage.t.close());

const member = (user: { id: string }, set: string) =>
  stage.t.database.query(`UPDATE membership SET ${set} WHERE user_id = $1`, [user.id]);

describe('winners by votes', () => {
  it('are those with the most, announced with their reasons for everybody', async () => {
    const { ana, bea, leo } = stage;
    const challenge = await api.challenge([{}, {}], { winnersBy: 'TALLY' });
    const [second, first] = [await api.idea(challenge, ana, 5), await api.idea(challenge, bea, 9)];
    await api.idea(challenge, leo, 2);
    expect((await api.desk(challenge)).proposals.map(({ idea, place }) => [idea.id, place]).slice(0, 2)).toEqual([
      [first.id, 1],
      [second.id, 2],
    ]);
    expect(await api.announce(challenge, [second, first])).toBe('WINNERS_NOT_BY_TERMS');
    expect(await api.announce(challenge, [first])).toBe('PRIZE_WITHOUT_WINNER');
    expect(await api.winners(challenge)).toEqual([]);
    expect(await api.announce(challenge, [first, second])).toBeNull();
    expect(await api.winners(challenge)).toMatchObject([
      { idea: { id: first.id }, prize: { place: 1 }, reason: 'It helps most.' },
      { idea: { id: second.id }, prize: { place: 2 } },
    ]);
    expect(await api.events(challenge.id)).toEqual(['WinnersAnnounced']);
    expect(await api.audited(challenge.id)).toEqual(['winners.announce']);
  });

  it('that are level are chosen among by the manager', async () => {
    const { ana, bea, leo } = stage;
    const challenge = await api.challenge([{}], { winnersBy: 'TALLY' });
    const [one, two, less] = [
      await api.idea(challenge, ana, 5),
      await api.idea(challenge, bea, 5),
      await api.idea(challenge, leo, 4),
    ];
    const places = (await api.desk(challenge)).proposals.map(({ idea, place }) => [idea.id, place]);
    expect(new Map(places as [string, number][])).toEqual(
      new Map([
        [one.id, 1],
        [two.id, 1],
        [less.id, 3],
      ]),
    );
    expect(await api.announce(challenge, [less])).toBe('WINNERS_NOT_BY_TERMS');
    expect(await api.announce(challenge, [one])).toBeNull();
  });

  it('are not those who may not win: the next one is, and nobody needs to win without a vote', async () => {
    const { ana, bea, leo, expert } = stage;
    const challenge = await api.challenge([{}, {}], { winnersBy: 'TALLY' });
    const out = await api.idea(challenge, ana, 9);
    const staff = await api.idea(challenge, expert, 8);
    const next = await api.idea(challenge, bea, 7);
    await api.idea(challenge, leo, 0);
    await member(ana, `excluded_until = 'infinity'`);
    const bars = (await api.desk(challenge)).proposals.map(({ idea, bar, place }) => [idea.id, bar, place]);
    expect(bars.slice(0, 3)).toEqual([
      [out.id, 'AUTHOR_EXCLUDED', null],
      [staff.id, 'STAFF', null],
      [next.id, null, 1],
    ]);
    expect(await api.announce(challenge, [out, next])).toBe('WINNER_BARRED');
    expect(await api.announce(challenge, [next])).toBeNull();
    await member(ana, 'excluded_until = NULL');
  });
});

describe('an idea cannot win', () => {
  const barOf = async (set: string, table: 'idea' | 'membership' | 'user') => {
    const challenge = await api.challenge([{}]);
    const idea = await api.idea(challenge, stage.leo, 3);
    const [where, id] = table === 'idea' ? ['id', idea.id] : [table === 'user' ? 'id' : 'user_id', stage.leo.id];
    await stage.t.database.query(`UPDATE "${table}" SET ${set} WHERE ${where} = $1`, [id]);
    const input = { challengeId: challenge.id, choices: await api.choices(challenge.id, [idea]) };
    const { errors } = await api.mutate(stage.manager, 'announceWinners', input);
    return (errors?.[0]?.extensions as { bar?: string } | undefined)?.bar;
  };

  it.each([
    ['hidden', 'NOT_PUBLIC', `visibility = 'HIDDEN'`, 'idea'],
    ['removed', 'NOT_PUBLIC', `visibility = 'REMOVED'`, 'idea'],
    ['merged', 'MERGED', `visibility = 'MERGED'`, 'idea'],
    ['withdrawn', 'WITHDRAWN', `visibility = 'WITHDRAWN'`, 'idea'],
    ['of somebody suspended', 'AUTHOR_SUSPENDED', `suspended_until = now() + interval '1 day'`, 'membership'],
    ['of somebody excluded', 'AUTHOR_EXCLUDED', `excluded_until = 'infinity', suspended_until = NULL`, 'membership'],
    ['of staff', 'STAFF', `role = 'MODERATOR', excluded_until = NULL`, 'membership'],
    ['of somebody who is gone', 'AUTHOR_GONE', `erased_at = now()`, 'user'],
  ] as const)('that is %s', async (_, bar, set, table) => {
    expect(await barOf(set, table)).toBe(bar);
  });

  afterAll(async () => {
    await member(stage.leo, `role = 'CUSTOMER', suspended_until = NULL, excluded_until = NULL`);
    await stage.t.database.query('UPDATE "user" SET erased_at = NULL WHERE id = $1', [stage.leo.id]);
  });

  it('of another challenge, or twice', async () => {
    const [challenge, other] = [await api.challenge([{}, {}]), await api.challenge([{}])];
    const [idea, foreign] = [await api.idea(challenge, stage.ana), await api.idea(other, stage.ana)];
    expect(await api.announce(challenge, [foreign, idea])).toBe('WINNER_BARRED');
    expect(await api.announce(challenge, [idea, idea])).toBe('VALIDATION_FAILED');
  });
});

describe('winners', () => {
  it('are not chosen while somebody may still submit or vote', async () => {
    const challenge = await api.challenge([{}], { endsAt: new Date(Date.now() + 60_000) });
    const idea = await api.idea(challenge, stage.ana);
    expect((await api.desk(challenge)).mayChoose).toBe(false);
    expect(await api.announce(challenge, [idea])).toBe('WINNERS_TOO_EARLY');
  });

  it('are chosen freely where the terms say so, with a reason that is not empty', async () => {
    const { ana, bea, manager } = stage;
    const challenge = await api.challenge([{}]);
    const [idea] = [await api.idea(challenge, ana, 1), await api.idea(challenge, bea, 9)];
    const [choice] = await api.choices(challenge.id, [idea]);
    const silent = { challengeId: challenge.id, choices: [{ ...choice, reason: ' ' }] };
    expect(codeOf(await api.mutate(manager, 'announceWinners', silent))).toBe('VALIDATION_FAILED');
    expect(await api.announce(challenge, [idea])).toBeNull();
    expect(await api.announce(challenge, [idea])).toBe('CONFLICT');
  });

  it('are marked on their ideas once announced, with the prize and the reason', async () => {
    const challenge = await api.challenge([{}]);
    const [idea, other] = [await api.idea(challenge, stage.ana), await api.idea(challenge, stage.bea)];
    expect(await api.announce(challenge, [idea], { announceAt: new Date(Date.now() + 3_600_000) })).toBeNull();
    expect(await api.wins(idea, stage.manager)).toEqual([]);
    await api.mutate(stage.manager, 'cancelAnnouncement', { challengeId: challenge.id });
    expect(await api.announce(challenge, [idea])).toBeNull();
    expect(await api.wins(idea)).toMatchObject([{ prize: { place: 1 }, reason: 'It helps most.', passedAt: null }]);
    expect(await api.wins(other)).toEqual([]);
    await stage.t.database.query(`UPDATE idea SET visibility = 'HIDDEN' WHERE id = $1`, [idea.id]);
    expect(await api.wins(idea)).toBeUndefined();
    expect(await api.wins(idea, stage.ana)).toEqual([]);
  });

  it('have won where they did, also if their idea is moved since', async () => {
    const challenge = await api.challenge([{}]);
    const idea = await api.idea(challenge, stage.ana);
    await api.announce(challenge, [idea]);
    await stage.t.database.query('UPDATE idea SET challenge_id = NULL WHERE id = $1', [idea.id]);
    expect(await api.wins(idea)).toMatchObject([{ challenge: { id: challenge.id } }]);
  });

  it('whose idea is hidden later are no longer shown in public, but to managers', async () => {
    const challenge = await api.challenge([{}]);
    const idea = await api.idea(challenge, stage.ana);
    await api.announce(challenge, [idea]);
    await stage.t.database.query(`UPDATE idea SET visibility = 'HIDDEN' WHERE id = $1`, [idea.id]);
    expect(await api.winners(challenge)).toEqual([]);
    expect(await api.winners(challenge, stage.manager)).toEqual([]);
    expect((await api.desk(challenge)).winners).toMatchObject([{ idea: { id: idea.id }, revokedAt: null }]);
  });
});
