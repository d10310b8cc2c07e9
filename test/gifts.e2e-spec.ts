import { setTimeout } from 'node:timers/promises';
import { AuditEntry } from '../src/shared/audit/audit-entry.entity.js';
import { Role } from '../src/shared/auth/role.js';
import { newId } from '../src/shared/database/ids.js';
import { verifyAll } from '../src/cli/verify.js';
import { startTestApp, type TestApp } from './support/app.js';
import { createComment } from './support/comments.factory.js';
import { createCompany } from './support/companies.factory.js';
import { GiftsStage, NOTE } from './support/gifts.stage.js';
import { codeOf, fieldsOf } from './support/ideas.api.js';
import { createIdea } from './support/ideas.factory.js';

let t: TestApp;
let s: GiftsStage;
beforeAll(async () => {
  t = await startTestApp();
  s = await GiftsStage.of(t);
});
afterAll(async () => {
  expect(await verifyAll(t.app)).toEqual([]);
  await t.close();
});

const POINTS = { kind: 'POINTS', points: 15 };
const until = (user: { id: string }, column: string, moment: string | null) =>
  t.database.query(`UPDATE membership SET ${column} = $3 WHERE company_id = $1 AND user_id = $2`, [
    s.company.id,
    user.id,
    moment,
  ]);

describe('a gift', () => {
  it('gives points with a note, which the member reads with the name of who gave it', async () => {
    const cai = await s.member();
    const { data } = await s.give({ ...POINTS, userId: cai.id });
    expect(data!.gift).toMatchObject({ kind: 'POINTS', points: 15, viewerCanTakeBack: true });
    expect(await s.balance(cai)).toBe(15);
    const told = { note: NOTE, points: 15, giver: { displayName: 'Nora' }, seenAt: null, viewerCanTakeBack: false };
    expect(await s.received(cai)).toEqual([expect.objectContaining({ ...told, company: { slug: s.company.slug } })]);
    const [row] = await t.database.query<object>(
      `SELECT kind, cause, actor_id FROM ledger_transaction WHERE cause = $1`,
      [`gift:${data!.gift.id}`],
    );
    expect(row).toMatchObject({ kind: 'GIFT', actor_id: s.moderator.id });
  });

  it('of thanks alone moves no points', async () => {
    const cai = await s.member();
    expect((await s.give({ userId: cai.id })).data!.gift).toMatchObject({ kind: 'THANKS', points: 0, idea: null });
    expect(await s.balance(cai)).toBe(0);
  });

  it('comes from an idea, a co-author’s too, or a comment of theirs, and of nobody else’s', async () => {
    const idea = await createIdea(t, { company: s.company, author: s.ana });
    const comment = await createComment(t, { idea, author: s.bea });
    expect((await s.give({ ideaId: idea.id })).data!.gift.idea).toMatchObject({ id: idea.id });
    expect((await s.give({ userId: s.bea.id, commentId: comment.id })).data!.gift).toMatchObject({
      ...{ commentId: comment.id, idea: { id: idea.id } },
    });
    expect(codeOf(await s.give({ userId: s.bea.id, ideaId: idea.id }))).toBe('NOT_FOUND');
    expect(codeOf(await s.give({ commentId: comment.id }))).toBe('NOT_FOUND');
    await t.database.query(`INSERT INTO coauthor VALUES ($1, $2, $3, 'ACCEPTED')`, [s.company.id, idea.id, s.bea.id]);
    expect((await s.give({ userId: s.bea.id, ideaId: idea.id })).errors).toBeUndefined();
    const draft = await createIdea(t, { company: s.company, author: s.ana, visibility: 'DRAFT' });
    expect(codeOf(await s.give({ ideaId: draft.id }))).toBe('NOT_FOUND');
    const elsewhere = await createIdea(t, { company: await createCompany(t), author: s.ana });
    expect(codeOf(await s.give({ ideaId: elsewhere.id }))).toBe('NOT_FOUND');
  });

  it('is for members alone: not for oneself, staff, who is suspended or excluded, or not here', async () => {
    for (const user of [s.moderator, s.manager, await s.member(Role.EXPERT)])
      expect(codeOf(await s.give({ userId: user.id }))).toBe('GIFT_TO_STAFF');
    for (const column of ['suspended_until', 'excluded_until']) {
      const cai = await s.member();
      await until(cai, column, 'infinity');
      expect(codeOf(await s.give({ ...POINTS, userId: cai.id }))).toBe('RECEIVER_EXCLUDED');
      expect(await s.balance(cai)).toBe(0);
      await until(cai, column, null);
      expect((await s.give({ userId: cai.id })).errors).toBeUndefined();
    }
    expect(codeOf(await s.give({ userId: newId() }))).toBe('NOT_FOUND');
  });

  it('waits for who is being excluded at this moment, and is refused then', async () => {
    const cai = await s.member();
    let given: ReturnType<typeof s.give> | undefined;
    await t.database.transaction(async (tx) => {
      await tx.query(`UPDATE membership SET excluded_until = 'infinity' WHERE user_id = $1`, [cai.id]);
      given = s.give({ ...POINTS, userId: cai.id });
      await setTimeout(200);
    });
    expect(codeOf(await given!)).toBe('RECEIVER_EXCLUDED');
    await until(cai, 'excluded_until', null);
  });

  it('needs a note that says something, and points where points are given', async () => {
    const wrong = async (input: object) => fieldsOf(await s.give(input));
    expect(await wrong({ note: ' Thanks!\u202e   ' })).toEqual(['note:MIN_LENGTH']);
    expect(await wrong({ note: 'x'.repeat(1_001) })).toEqual(['note:MAX_LENGTH']);
    expect(await wrong({ kind: 'POINTS' })).toEqual(['points:GIFT_NEEDED']);
    expect(await wrong({ points: 5 })).toEqual(['points:NOT_OF_GIFT']);
    expect(await wrong({ kind: 'POINTS', points: 0 })).toEqual(['points:MIN']);
  });

  it('sent twice with the same key is given once, also at the same time', async () => {
    const cai = await s.member();
    const input = { ...POINTS, userId: cai.id, idempotencyKey: newId() };
    const twice = await Promise.all([s.give(input), s.give(input)]);
    expect(new Set([...twice, await s.give(input)].map(({ data }) => data!.gift.id)).size).toBe(1);
    expect(await s.balance(cai)).toBe(15);
    expect(await s.received(cai)).toHaveLength(1);
  });

  it('is known to the two and the managers: other moderators, and members, read nothing of it', async () => {
    const [cai, other] = [await s.member(), await s.member(Role.MODERATOR)];
    const { id } = (await s.give({ userId: cai.id }, other)).data!.gift;
    const has = (list: { id: string }[]) => list.some((gift) => gift.id === id);
    expect(has(await s.given(other))).toBe(true);
    expect(has(await s.given(s.manager))).toBe(true);
    expect(has(await s.given(s.moderator))).toBe(false);
    expect(has(await s.received(s.bea))).toBe(false);
  });

  it('is listed by the company where that is asked for', async () => {
    const cai = await s.member();
    await s.give({ userId: cai.id });
    const list = async (companyId: string) => {
      const query =
        'query ($companyId: ID!) { viewerGifts(companyId: $companyId) { totalCount edges { node { id } } } }';
      return (await t.ask<{ viewerGifts: { totalCount: number } }>(query, { companyId }, { token: cai.token })).data!;
    };
    expect((await list(s.company.id)).viewerGifts.totalCount).toBe(1);
    expect((await list(newId())).viewerGifts.totalCount).toBe(0);
  });

  it('is seen once its receiver says so, and by nobody else', async () => {
    const cai = await s.member();
    const { id } = (await s.give({ userId: cai.id })).data!.gift;
    expect((await s.see([id], s.bea)).data!.gift).toEqual([]);
    expect((await s.received(cai))[0]!.seenAt).toBeNull();
    const [seen] = (await s.see([id], cai)).data!.gift;
    expect(seen!.seenAt).not.toBeNull();
    expect((await s.see([id], cai)).data!.gift[0]!.seenAt).toBe(seen!.seenAt);
  });

  it('leaves an event without its words, and an entry in the audit', async () => {
    const { id } = (await s.give(POINTS)).data!.gift;
    const [event] = await t.database.query<{ type: string; payload: object }>(
      'SELECT type, payload FROM event WHERE aggregate_id = $1',
      [id],
    );
    expect(event).toEqual({ type: 'GiftGiven', payload: { giftId: id, userId: s.ana.id } });
    const entries = await t.database.manager.findBy(AuditEntry, { subjectId: id });
    expect(entries).toEqual([
      expect.objectContaining({
        ...{ action: 'gift.give', subjectKind: 'GIFT', actorId: s.moderator.id },
        after: { userId: s.ana.id, kind: 'POINTS', points: 15, badgeId: null, rewardId: null, because: null },
      }),
    ]);
  });
});
