import { startTestApp, type TestApp } from './support/app.js';
import { fairPlayStage, type FairPlayStage, type Signal } from './support/fair-play.stage.js';

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

const idsOf = (items: { id: string }[]) => items.map(({ id }) => id).sort();
const rules = (signals: Signal[]) => signals.map(({ rule }) => rule);
const figure = (signal: Signal, name: string) => signal.evidence.find((one) => one.figure === name)!.value;

/** Twenty people with an idea each, who vote as they please. */
async function community() {
  const people = await s.people(20);
  const ideas = [];
  for (const author of people) ideas.push(await s.ideaOf(author));
  await s.usual(people, ideas);
  return { people, ideas };
}

describe('fair play', () => {
  it('says nothing of people who vote as they please', async () => {
    await community();
    const { signals, ideas } = await s.look();
    expect(signals).toEqual([]);
    expect(ideas.length).toBeGreaterThan(10);
    expect(ideas.every(({ counted, lowest, questioned }) => counted === lowest && questioned.length === 0)).toBe(true);
  });

  it('shows three who vote mostly for each other, also in a circle, with how unusual that is', async () => {
    await community();
    const ring = await s.people(3);
    const made = [];
    for (const [at, author] of ring.entries())
      for (let n = 0; n < 2; n++) {
        const idea = await s.ideaOf(author);
        made.push(idea);
        await s.cast(idea, [ring[(at + 1) % 3]!]);
      }
    const { signals } = await s.look();
    expect(rules(signals)).toEqual(['VOTE_RING']);
    expect(signals[0]).toMatchObject({ memberCount: 3, ideaCount: 6, votes: 6 });
    expect(idsOf(signals[0]!.members)).toEqual(idsOf(ring));
    expect(idsOf(signals[0]!.ideas)).toEqual(idsOf(made));
    expect(figure(signals[0]!, 'VOTES_WITHIN')).toBe(6);
    expect(figure(signals[0]!, 'VOTES_ELSEWHERE')).toBe(0);
    expect(figure(signals[0]!, 'VOTES_USUAL')).toBeLessThan(1);
  });

  it('shows two who vote for each other again and again, among votes for others', async () => {
    const { ideas } = await community();
    const [one, other] = await s.people(2);
    for (let n = 0; n < 3; n++) {
      await s.cast(await s.ideaOf(one!), [other!]);
      await s.cast(await s.ideaOf(other!), [one!]);
    }
    for (const idea of ideas.slice(0, 8)) await s.cast(idea, [one!, other!]);
    const { signals } = await s.look();
    expect(rules(signals)).toEqual(['RECIPROCAL_VOTES']);
    expect(signals[0]).toMatchObject({ memberCount: 2, ideaCount: 6, votes: 6 });
    expect(figure(signals[0]!, 'VOTES_ELSEWHERE')).toBe(16);
  });

  it('knows who votes for whom from before the period and other challenges, and questions only votes in it', async () => {
    await community();
    const ring = await s.people(3);
    for (const [at, author] of ring.entries()) {
      const others = ring.filter((_, no) => no !== at);
      await s.cast(await s.ideaOf(author), others, { daysAgo: 120 });
      await s.cast(await s.ideaOf(author, s.challenge), [others[0]!], { daysAgo: 0.5, seconds: 60 });
    }
    const { signals, ideas } = await s.look({ challengeId: s.challenge.id });
    expect(rules(signals)).toEqual(['VOTE_RING']);
    expect(signals[0]).toMatchObject({ votes: 3, ideaCount: 3 });
    expect(figure(signals[0]!, 'VOTES_WITHIN')).toBe(9);
    expect(ideas).toHaveLength(3);
  });

  it('shows many votes within minutes, against the pace of the idea, and who had just joined', async () => {
    const { people } = await community();
    const idea = await s.ideaOf(people[0]!);
    await s.cast(idea, people.slice(1, 6), { daysAgo: 30, seconds: 80_000 });
    const old = await s.people(8);
    const young = await s.people(4, 15.2);
    await s.cast(idea, [...old, ...young], { daysAgo: 15, seconds: 20 });
    const { signals } = await s.look();
    expect(rules(signals)).toEqual(['BURST']);
    expect(signals[0]).toMatchObject({ votes: 12, memberCount: 12, ideas: [{ id: idea.id }] });
    expect(signals[0]!.evidence).toEqual([
      { figure: 'SECONDS_BETWEEN', value: 20 },
      { figure: 'NEWCOMERS', value: 4 },
      { figure: 'VOTES_OTHERWISE', value: 5 },
    ]);
  });

  it('does not take for a burst what everybody votes on just then, nor what always goes fast', async () => {
    const { people, ideas } = await community();
    const crowd = await s.people(12);
    for (const idea of ideas.slice(0, 4)) await s.cast(idea, crowd, { daysAgo: 10, seconds: 20 });
    const popular = await s.ideaOf(people[0]!);
    await s.cast(popular, await s.people(100), { daysAgo: 5, seconds: 45 });
    const { signals } = await s.look();
    expect(signals).toEqual([]);
  }, 30_000);

  it('shows accounts whose first vote, just after they were made, is for one idea', async () => {
    const { people } = await community();
    const idea = await s.ideaOf(people[0]!);
    await s.cast(idea, await s.people(6, 10.1), { daysAgo: 10, seconds: 400 });
    const { signals } = await s.look();
    expect(rules(signals)).toEqual(['NEW_ACCOUNTS']);
    expect(signals[0]).toMatchObject({ votes: 6, ideas: [{ id: idea.id }] });
  });

  it('shows votes of one network for the same idea, not of a crowd, and says whether its author came from there', async () => {
    const { people } = await community();
    const [author, ...friends] = await s.people(5);
    const [one, other] = [await s.ideaOf(author!), await s.ideaOf(people[0]!)];
    await s.cast(one, friends, { daysAgo: 3 });
    await s.cast(other, friends.slice(0, 2), { daysAgo: 3 });
    await s.cameFrom('home', [author!, ...friends], 3);
    const campus = await s.people(51);
    await s.cast(other, campus, { daysAgo: 2, seconds: 900 });
    await s.cameFrom('campus', campus, 2);
    const { signals } = await s.look();
    expect(rules(signals)).toEqual(['SAME_NETWORK']);
    expect(signals[0]).toMatchObject({ votes: 4, ideaCount: 1, ideas: [{ id: one.id }] });
    expect(signals[0]!.evidence).toEqual([
      { figure: 'NETWORK_MEMBERS', value: 5 },
      { figure: 'AUTHORS_WITHIN', value: 1 },
    ]);
  }, 30_000);

  it('shows votes for the same idea by members who use one browser, not one of many, nor of before it was known', async () => {
    const { people } = await community();
    const [author, friend, other, guest] = await s.people(4);
    const [one, two] = [await s.ideaOf(author!), await s.ideaOf(people[0]!)];
    await s.cast(one, [friend!, other!, guest!], { daysAgo: 3 });
    await s.cast(two, [friend!, guest!], { daysAgo: 3 });
    await s.used('laptop', [author!, friend!, other!], 5);
    await s.used('old laptop', [guest!, friend!], 31);
    const library = await s.people(7);
    await s.cast(two, library, { daysAgo: 2, seconds: 9_000 });
    await s.used('library', library, 2);
    const { signals } = await s.look();
    expect(rules(signals)).toEqual(['SAME_DEVICE']);
    expect(signals[0]).toMatchObject({ votes: 2, memberCount: 2, ideaCount: 1, ideas: [{ id: one.id }] });
    expect(signals[0]!.evidence).toEqual([
      { figure: 'DEVICE_MEMBERS', value: 3 },
      { figure: 'AUTHORS_WITHIN', value: 1 },
    ]);
  }, 30_000);
});
