import { followsRanking, mayChoose, placesOf } from './winner.policy.js';

const at = (hour: number) => new Date(Date.UTC(2026, 0, 1, hour));
const challenge = (changes: object = {}) => ({
  ...{ publishAt: at(0), startsAt: at(0), endsAt: at(9), closedAt: null, archivedAt: null },
  ...changes,
});
const phase = (endsAt: Date, rights: object = {}) => ({ endsAt, maySubmit: false, mayVote: false, ...rights });

describe('winners', () => {
  const phases = [phase(at(2), { maySubmit: true }), phase(at(4), { mayVote: true }), phase(at(9))];

  it('are chosen from the very end of the last phase that takes ideas or votes', () => {
    expect(mayChoose(challenge(), phases, new Date(+at(4) - 1))).toBe(false);
    expect(mayChoose(challenge(), phases, at(4))).toBe(true);
    expect(mayChoose(challenge(), phases, at(20))).toBe(true);
  });

  it('are chosen once it is closed, and not any more once it is archived', () => {
    expect(mayChoose(challenge({ closedAt: at(1), endsAt: at(1) }), phases, at(1))).toBe(true);
    expect(mayChoose(challenge({ archivedAt: at(10) }), phases, at(11))).toBe(false);
    expect(mayChoose(challenge({ publishAt: null }), phases, at(5))).toBe(false);
  });
});

describe('a ranking', () => {
  it('lets only those change places who are level', () => {
    const ranking = [9, 7, 7, 3];
    expect(followsRanking(ranking, [9, 7])).toBe(true);
    expect(followsRanking(ranking, [9, 7, 7])).toBe(true);
    expect(followsRanking(ranking, [7, 9])).toBe(false);
    expect(followsRanking(ranking, [9, 3])).toBe(false);
    expect(followsRanking([1], [1, 1])).toBe(false);
  });

  it('gives those who are level one place', () => {
    expect(placesOf([9, 7, 7, 3])).toEqual([1, 2, 2, 4]);
    expect(placesOf([])).toEqual([]);
  });
});
