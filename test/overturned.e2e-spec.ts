import { verifyAll } from '../src/cli/verify.js';
import { type ActsStage, actsStage } from './support/acts.stage.js';
import { createChallenge } from './support/challenges.factory.js';
import { given } from './support/ideas.api.js';
import { createIdea } from './support/ideas.factory.js';

let s: ActsStage;
beforeAll(async () => {
  s = await actsStage();
}, 60_000);
afterAll(() => s.t.close());
afterEach(async () => expect(await verifyAll(s.t.app)).toEqual([]));

describe('an appeal that was right', () => {
  const voters = async (id: string) =>
    (await s.t.database.query<{ id: string }>('SELECT user_id AS id FROM vote WHERE idea_id = $1', [id])).map(
      (row) => row.id,
    );

  async function overturn(decisionId: string): Promise<void> {
    const { ana, manager } = s.stage;
    const filed = await given(
      s.api.mutate(ana, 'fileAppeal', { decisionId, text: 'It says something else.' }, 'id version'),
    );
    const { id: appealId, version } = filed as unknown as { id: string; version: number };
    const judged = { appealId, version, outcome: 'OVERTURN', reasons: 'It does say that.' };
    await given(s.api.mutate(manager, 'decideAppeal', judged, 'id state'));
  }
  const seen = (id: string) =>
    given(s.stage.api.idea(s.stage.ana, id, 'id version visibility locked challenge { id }'));

  it('is right, too, once what was decided since is undone', async () => {
    const { id } = await createIdea(s.t, { company: s.stage.company, author: s.stage.ana });
    const request = await s.act({ ideaId: id }, 'REQUEST_EDIT');
    const keep = await s.act({ ideaId: id }, 'KEEP');
    await overturn(request);
    await given(s.api.undo(keep));
    expect(await seen(id)).toMatchObject({ visibility: 'PUBLISHED' });

    const { id: elsewhere } = await createChallenge(s.t, s.stage.company);
    const there = await s.act({ ideaId: id }, 'MOVE', { challengeId: s.challenge.id });
    const further = await s.act({ ideaId: id }, 'MOVE', { challengeId: elsewhere });
    await overturn(there);
    expect(await seen(id)).toMatchObject({ challenge: { id: elsewhere } });
    await given(s.api.undo(further));
    expect(await seen(id)).toMatchObject({ challenge: null });

    const lock = await s.act({ ideaId: id }, 'LOCK');
    // two of them could be made once
    await s.t.database.query('UPDATE idea SET locked = false WHERE id = $1', [id]);
    const again = await s.act({ ideaId: id }, 'LOCK');
    await s.t.database.query(`UPDATE decision SET effect = '{"locked": true}' WHERE id = $1`, [again]);
    await overturn(lock);
    expect(await seen(id)).toMatchObject({ locked: true });
    await given(s.api.undo(again));
    expect(await seen(id)).toMatchObject({ locked: false });
  });

  it('parts what was merged, though it stays hidden for another reason', async () => {
    const { idea, target, voters: people } = await s.world();
    const merged = await s.act({ ideaId: idea }, 'MERGE', { targetIdeaId: target, ruleId: null });
    const hide = await s.act({ ideaId: idea }, 'HIDE');
    await overturn(merged);
    expect((await voters(target)).sort()).toEqual([people.ofBoth.id, people.ofTarget.id].sort());
    expect(await seen(idea)).toMatchObject({ visibility: 'HIDDEN' });
    await given(s.api.undo(hide));
    expect(await given(s.stage.api.idea(null, idea, 'id version visibility mergedInto { id }'))).toMatchObject({
      ...{ visibility: 'PUBLISHED', mergedInto: null },
    });
  });
});
