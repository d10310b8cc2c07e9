import { createHash } from 'node:crypto';
import { hashOf } from '../src/features/moderation/log/chain.js';
import { LogEntry, LogEvent } from '../src/features/moderation/log/log-entry.entity.js';
import { ModerationLog } from '../src/features/moderation/log/moderation-log.service.js';
import type { TestApp } from './support/app.js';
import { type DecisionsApi, decisionsStage } from './support/decisions.stage.js';
import { given } from './support/ideas.api.js';
import { createIdea } from './support/ideas.factory.js';
import { fileNotice } from './support/notices.api.js';
import type { IdeasStage } from './support/ideas.stage.js';
import { decide } from './support/reviews.api.js';

let t: TestApp;
let stage: IdeasStage;
let api: DecisionsApi;
beforeAll(async () => {
  ({ t, stage, api } = await decisionsStage());
});
afterAll(() => t.close());

const SECRET = 'Penal code, art. 208: it calls Anton Vetsch a thief';

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

  it('says of which text a line is to who knows the nonce, and lets nobody else guess', async () => {
    const { ana, bea, moderator } = stage;
    const { id } = await api.discussed();
    const idea = await given(stage.api.idea(ana, id, 'id version title body'));
    const text = `${String(idea.title)}\n${String(idea.body)}`;
    const sha256 = (of: string) => createHash('sha256').update(of).digest('hex');
    const hashes = [];
    for (const act of ['KEEP', 'LOCK']) {
      const decision = await api.decideOn({ ideaId: id }, act);
      const query = 'query ($id: ID!) { decision(id: $id) { contentHash contentNonce } }';
      const ask = (who: typeof ana) =>
        t.ask<{ decision: { contentHash: string; contentNonce: string } }>(query, { id: decision }, who);
      const { contentHash, contentNonce } = (await ask(ana)).data!.decision;
      expect((await ask(moderator)).data!.decision).toEqual({ contentHash, contentNonce });
      expect((await ask(bea)).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
      expect(contentNonce).toHaveLength(22);
      expect(sha256(`${contentNonce}\n${text}`)).toBe(contentHash);
      hashes.push(contentHash);
      const lines = await t.database.manager.findBy(LogEntry, { decisionId: decision });
      expect(lines.map((line) => line.contentHash)).toEqual([contentHash]);
      expect(JSON.stringify(lines)).not.toContain(contentNonce);
    }
    expect(new Set([...hashes, sha256(text)]).size).toBe(3);
    await fileNotice(t, { ideaId: id });
    const [noticed] = await t.database.manager.findBy(LogEntry, { entry: LogEvent.NOTICE_RECEIVED });
    expect(noticed!.contentHash).toBe('');
  });

  it('says that a law was broken, and nothing of what a moderator wrote of it: that only its author reads', async () => {
    const { company, ana, moderator } = stage;
    const { id } = await api.discussed();
    const { review } = await decide(t, moderator, 'REMOVE', await api.open({ ideaId: id }), { legalGround: SECRET });
    const decisionId = review!.decisions![0]!.id;
    const { data } = await t.ask<{ moderationTrace: object; moderationLog: object; moderationLogRules: string[] }>(
      `query ($idea: ID!, $company: ID!) {
        moderationTrace(ideaId: $idea) { act ground }
        moderationLog(companyId: $company, rule: "Legal reasons", first: 9) { edges { node { decisionId rule basis } } }
        moderationLogRules(companyId: $company) }`,
      { idea: id, company: company.id },
    );
    expect(data!.moderationTrace).toEqual({ act: 'REMOVE', ground: 'Legal reasons' });
    expect(data!.moderationLog).toEqual({ edges: [{ node: { decisionId, rule: 'Legal reasons', basis: 'LAW' } }] });
    expect(data!.moderationLogRules).toContain('Legal reasons');
    const told = await t.ask('query ($id: ID!) { decision(id: $id) { legalGround } }', { id: decisionId }, ana);
    expect(told.data).toEqual({ decision: { legalGround: SECRET } });
    await given(api.undo(decisionId));
    const download = await t.app.inject({ url: `/${company.slug}/log/lines.jsonl` });
    expect(JSON.stringify(data) + download.body).not.toContain('Vetsch');
    expect((await api.log())[0]).toMatchObject({ entry: 'UNDONE', rule: 'Legal reasons' });
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
