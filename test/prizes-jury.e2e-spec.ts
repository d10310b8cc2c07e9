import { Role } from '../src/shared/auth/role.js';
import { createUser, type TestUser } from './support/accounts.factory.js';
import { addMember } from './support/companies.factory.js';
import { codeOf } from './support/ideas.api.js';
import { prizesApi, type PrizesApi, type PrizesStage, prizesStage } from './support/prizes.stage.js';

let stage: PrizesStage;
let api: PrizesApi;
let second: TestUser;
beforeAll(async () => {
  stage = await prizesStage();
  api = prizesApi(stage);
  second = await createUser(stage.t, { displayName: 'Nino' });
  await addMember(stage.t, stage.company, second, Role.EXPERT);
});
afterAll(() => stage.t.close());

const choose = async (who: TestUser, challenge: { id: string }, ...ideas: { id: string }[]) => {
  const picks = ideas.map(({ id }) => ({ ideaId: id, note: 'Sound.' }));
  return codeOf(await api.mutate(who, 'recordJuryChoice', { challengeId: challenge.id, picks }));
};
const setting = async (prizes = [{}, {}]) => {
  const challenge = await api.challenge(prizes, { winnersBy: 'JURY' });
  const { ana, bea, leo } = stage;
  const one = await api.idea(challenge, ana, 1);
  const two = await api.idea(challenge, bea, 2);
  const three = await api.idea(challenge, leo, 9);
  return { challenge, ideas: [one, two, three] as const };
};

describe('where a jury decides', () => {
  it('those win whom most experts chose, and the manager chooses nobody else', async () => {
    const { challenge, ideas } = await setting();
    const [one, two, votes] = ideas;
    expect(await choose(stage.expert, challenge, two, votes)).toBeNull();
    expect(await choose(stage.expert, challenge, two, one)).toBeNull();
    expect(await choose(second, challenge, two)).toBeNull();
    expect((await api.desk(challenge)).proposals.map(({ idea, jurors }) => [idea.id, jurors])).toEqual([
      [two.id, 2],
      [one.id, 1],
      [votes.id, 0],
    ]);
    expect(await api.announce(challenge, [votes, two])).toBe('WINNERS_NOT_BY_TERMS');
    expect(await api.announce(challenge, [two, votes])).toBe('WINNERS_NOT_BY_TERMS');
    expect(await api.announce(challenge, [two, one])).toBeNull();
  });

  it('nobody is announced before somebody has chosen', async () => {
    const { challenge, ideas } = await setting();
    expect(await api.announce(challenge, [ideas[0], ideas[1]])).toBe('WINNERS_NOT_BY_TERMS');
  });

  it('only experts do, who did not write it, and about as many as there are prizes', async () => {
    const { challenge, ideas } = await setting([{}]);
    const [one, two] = ideas;
    for (const other of [stage.manager, stage.ana]) expect(await choose(other, challenge, one)).toBe('FORBIDDEN');
    expect(await choose(stage.stranger, challenge, one)).toBe('FORBIDDEN');
    expect(await choose(stage.expert, challenge, one, two)).toBe('VALIDATION_FAILED');
    await stage.t.database.query(
      `INSERT INTO coauthor (company_id, idea_id, user_id, state) VALUES ($1, $2, $3, 'ACCEPTED')`,
      [stage.company.id, one.id, second.id],
    );
    expect(await choose(second, challenge, one)).toBe('WINNER_BARRED');
    const open = await api.challenge([{}]);
    expect(await choose(stage.expert, open, await api.idea(open, stage.ana))).toBe('FORBIDDEN');
  });

  it('they choose no more once winners are planned: the plan rests on it and stays', async () => {
    const { challenge, ideas } = await setting([{}]);
    await choose(stage.expert, challenge, ideas[0]);
    expect(await api.announce(challenge, [ideas[0]], { announceAt: new Date(Date.now() + 60_000) })).toBeNull();
    expect(await choose(second, challenge, ideas[1])).toBe('JURY_CLOSED');
    expect((await api.desk(challenge)).winners).toMatchObject([{ idea: { id: ideas[0].id }, heldAt: null }]);
  });

  it('they choose again for a prize that nobody has accepted, and what has won stays chosen', async () => {
    const { challenge, ideas } = await setting();
    const [one, two, three] = ideas;
    await choose(stage.expert, challenge, one, two);
    await choose(second, challenge, one);
    expect(await api.announce(challenge, [one, two])).toBeNull();
    expect(await choose(stage.expert, challenge, three)).toBe('JURY_CLOSED');
    const [claim] = (await api.claims(stage.bea)).filter(({ state }) => state === 'PENDING');
    await api.mutate(stage.bea, 'declinePrize', { claimId: claim!.id, version: claim!.version });
    expect(await choose(stage.expert, challenge, two)).toBe('WINNER_BARRED');
    expect(await choose(stage.expert, challenge, three, one)).toBe('VALIDATION_FAILED');
    expect(await choose(stage.expert, challenge, three)).toBeNull();
    const query = `query ($id: ID!) { winnerDesk(challengeId: $id) { juryChoices { juror { id } idea { id } } } }`;
    const { data } = await stage.t.ask<{ winnerDesk: { juryChoices: object[] } }>(
      query,
      { id: challenge.id },
      { token: stage.manager.token },
    );
    const chosen = (juror: { id: string }, idea: { id: string }) => ({
      juror: { id: juror.id },
      idea: { id: idea.id },
    });
    expect(new Set(data!.winnerDesk.juryChoices)).toEqual(
      new Set([one, two, three].map((idea) => chosen(stage.expert, idea)).concat(chosen(second, one))),
    );
    const choices = await api.choices(challenge.id, [three], 1);
    expect(
      codeOf(await api.mutate(stage.manager, 'announceWinners', { challengeId: challenge.id, choices })),
    ).toBeNull();
    expect(await choose(stage.expert, challenge, three)).toBe('JURY_CLOSED');
  });

  it('an idea that was merged counts where it is now', async () => {
    const { challenge, ideas } = await setting([{}]);
    const [one, two] = ideas;
    await choose(stage.expert, challenge, one);
    await choose(second, challenge, two);
    await stage.t.database.query(`UPDATE idea SET visibility = 'MERGED', merged_into_id = $2 WHERE id = $1`, [
      one.id,
      two.id,
    ]);
    expect((await api.desk(challenge)).proposals.find(({ idea }) => idea.id === two.id)!.jurors).toBe(2);
    await stage.t.database.query(`UPDATE idea SET visibility = 'PUBLISHED', merged_into_id = NULL WHERE id = $1`, [
      one.id,
    ]);
  });

  it('an expert sees what can win and their own choice, not the others’', async () => {
    const { challenge, ideas } = await setting([{}]);
    await choose(second, challenge, ideas[1]);
    await choose(stage.expert, challenge, ideas[0]);
    const query = `query ($id: ID!) { juryDesk(challengeId: $id) { open most ideas { id } picks { note idea { id } } } }`;
    const { data } = await stage.t.ask(query, { id: challenge.id }, { token: stage.expert.token });
    expect(data).toEqual({
      juryDesk: {
        ...{ open: true, most: 1, ideas: [ideas[2], ideas[1], ideas[0]].map(({ id }) => ({ id })) },
        picks: [{ note: 'Sound.', idea: { id: ideas[0].id } }],
      },
    });
  });
});
