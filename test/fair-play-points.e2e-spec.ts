import { Settling } from '../src/features/rewards/points/settlement/settling.service.js';
import { startTestApp, type TestApp } from './support/app.js';
import { fairPlayStage, type FairPlayStage } from './support/fair-play.stage.js';

let t: TestApp;
let s: FairPlayStage;
beforeAll(async () => {
  t = await startTestApp();
});
afterAll(() => t.close());
beforeEach(async () => {
  await t.database.query('DELETE FROM rate_limit');
  s = await fairPlayStage(t);
});

const settle = (...ideas: { id: string }[]) =>
  t.database.transaction((tx) =>
    t.app.get(Settling, { strict: false }).ideas(
      tx,
      ideas.map(({ id }) => id),
    ),
  );
const earned = async (who: { id: string }) =>
  (
    await t.database.query<{ points: number }>(
      'SELECT coalesce(sum(points), 0)::integer AS points FROM award WHERE user_id = $1 AND standing',
      [who.id],
    )
  )[0]!.points;

/** An idea with ten votes over weeks and twelve within minutes, and one with ten over weeks. */
async function twoAuthors() {
  const people = await s.people(12);
  const [one, other] = [people[0]!, people[1]!];
  const [rushed, calm] = [await s.ideaOf(one), await s.ideaOf(other)];
  for (const idea of [rushed, calm]) await s.cast(idea, people.slice(2), { daysAgo: 50, seconds: 90_000 });
  const crowd = await s.people(12);
  await s.cast(rushed, crowd, { daysAgo: 10, seconds: 20 });
  await settle(rushed, calm);
  return { one, other, rushed, crowd };
}

describe('members’ points as a range', () => {
  it('tell what votes in question have given them, and leave it to them', async () => {
    const { one, other } = await twoAuthors();
    const before = [await earned(one), await earned(other)];
    const { members } = await s.look();
    expect(before[0]! - before[1]!).toBe(5);
    expect(members).toEqual([
      {
        ...{ member: { id: one.id }, counted: before[0], lowest: before[1], place: 1, lowestPlace: 1 },
        questioned: [{ rule: 'BURST', amount: 5 }],
      },
      {
        ...{ member: { id: other.id }, counted: before[1], lowest: before[1], place: 2, lowestPlace: 2 },
        questioned: [],
      },
    ]);
    expect([await earned(one), await earned(other)]).toEqual(before);
  });

  it('question no points for which enough other votes remain, nor those for what became of an idea', async () => {
    const [author, ...voters] = await s.people(31);
    const idea = await s.ideaOf(author!);
    await s.cast(idea, voters.slice(0, 18), { daysAgo: 50, seconds: 90_000 });
    await s.cast(idea, voters.slice(18), { daysAgo: 10, seconds: 20 });
    await settle(idea);
    const all = await earned(author!);
    const { members, ideas } = await s.look();
    expect(ideas[0]).toMatchObject({ counted: 30, lowest: 18 });
    // of 10, 20 and 30 votes the last two
    expect(members[0]).toMatchObject({ counted: all, lowest: all - 10 });
  });

  it('count nobody twice who is excluded and in question', async () => {
    const { one, rushed, crowd } = await twoAuthors();
    await s.exclude(...crowd.slice(0, 2));
    await settle(rushed);
    const { ideas, members } = await s.look();
    expect(ideas[0]).toMatchObject({ counted: 22, lowest: 10 });
    expect(members.find(({ member }) => member.id === one.id)).toMatchObject({
      questioned: [{ rule: 'BURST', amount: 5 }],
    });
  });

  it('are those of the challenge or month that is asked for', async () => {
    const { one } = await twoAuthors();
    const { members } = await s.look({ challengeId: s.challenge.id });
    expect(members).toEqual([]);
    const month = new Date(+s.now - 400 * 86_400_000).toISOString().slice(0, 7);
    expect((await s.look({ month })).members).toEqual([]);
    expect((await s.look()).members.some(({ member }) => member.id === one.id)).toBe(true);
  });
});
