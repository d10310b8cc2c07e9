import { hashOf } from '../src/features/moderation/log/chain.js';
import { LogEntry } from '../src/features/moderation/log/log-entry.entity.js';
import { ModerationLog } from '../src/features/moderation/log/moderation-log.service.js';
import type { TestApp } from './support/app.js';
import { type DecisionsApi, decisionsStage } from './support/decisions.stage.js';
import { given } from './support/ideas.api.js';
import { createIdea } from './support/ideas.factory.js';
import type { IdeasStage } from './support/ideas.stage.js';
import { decide } from './support/reviews.api.js';

let t: TestApp;
let stage: IdeasStage;
let api: DecisionsApi;
beforeAll(async () => {
  ({ t, stage, api } = await decisionsStage());
});
afterAll(() => t.close());

describe('the public log', () => {
  it('tells every decision and its undoing in order, each bound to the one before, without a name or a text', async () => {
    const { strict, moderator } = stage;
    const lines = await api.log();
    const { id } = await api.discussed();
    const decision = await api.decideOn({ ideaId: id }, 'HIDE');
    await given(api.undo(decision));
    const [undone, decided] = await api.log();
    expect(decided).toMatchObject({
      ...{ entry: 'DECIDED', act: 'HIDE', rule: 'Be kind', role: 'MODERATOR', decisionId: decision },
      ...{ position: lines.length + 1, previousHash: lines[0]?.hash ?? '' },
    });
    expect(undone).toMatchObject({ entry: 'UNDONE', outcome: 'RECONSIDERED', previousHash: decided!.hash });
    expect(JSON.stringify([undone, decided])).not.toContain(moderator.id);
    expect(await api.log(strict.id)).not.toContainEqual(expect.objectContaining({ decisionId: decision }));
  });

  it('has no gap when many decide at once', async () => {
    const { company, ana, moderator } = stage;
    const ideas = await Promise.all(Array.from({ length: 8 }, () => createIdea(t, { company, author: ana })));
    const reviews = await Promise.all(ideas.map(({ id }) => api.open({ ideaId: id })));
    await Promise.all(reviews.map((review) => decide(t, moderator, 'HIDE', review, api.ground('HIDE'))));
    const positions = (await api.log()).map(({ position }) => position);
    expect(positions).toEqual(positions.map((_, index) => positions.length - index));
    expect(await t.app.get(ModerationLog, { strict: false }).verify()).toEqual([]);
  });

  it('can be computed again by whoever reads it, and changed by nobody', async () => {
    await api.decideOn({ ideaId: (await api.discussed()).id }, 'HIDE');
    const [line] = await t.database.manager.find(LogEntry, { order: { position: 'DESC' }, take: 1 });
    expect(hashOf(line!)).toBe(line!.hash);
    for (const sql of [
      'UPDATE moderation_log SET rule = NULL',
      'DELETE FROM moderation_log',
      'TRUNCATE moderation_log',
    ])
      await expect(t.database.query(sql)).rejects.toThrow('may only grow');
  });

  it('is missed where a line was taken out by force', async () => {
    const decision = await api.decideOn({ ideaId: (await api.discussed()).id }, 'HIDE');
    await t.database.transaction(async (tx) => {
      await tx.query('ALTER TABLE moderation_log DISABLE TRIGGER moderation_log_grows');
      const [line] = await t.database.query<LogEntry>(
        'DELETE FROM moderation_log WHERE decision_id = $1 RETURNING *',
        [decision],
        tx,
      );
      expect(line).toBeTruthy();
      await tx.query('ALTER TABLE moderation_log ENABLE ALWAYS TRIGGER moderation_log_grows');
    });
    const found = await t.app.get(ModerationLog, { strict: false }).verify();
    expect(found.map(({ id, column }) => [id, column])).toContainEqual([decision, 'moderation_log']);
    expect(found.some(({ column }) => column === 'moderation_log_head.hash')).toBe(true);
  });
});
