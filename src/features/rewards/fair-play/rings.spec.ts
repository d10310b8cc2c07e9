import { type Edge, pairsOf, ringsOf } from './rings.js';

/** `a>b2` is: a gave b two votes. @param gave all votes of each, where they gave others some */
const edgesOf = (text: string, gave: Record<string, number> = {}, all = 100): Edge[] => {
  const edges = text.split(' ').map((one) => {
    const [, voter, author, votes = '1'] = /^(\w)>(\w)(\d+)?$/.exec(one)!;
    return { voter: voter!, author: author!, votes: Number(votes), gave: 0, got: 0, all };
  });
  const count = (key: 'voter' | 'author', who: string) =>
    edges.reduce((sum, edge) => sum + (edge[key] === who ? edge.votes : 0), 0);
  for (const edge of edges) {
    edge.gave = gave[edge.voter] ?? count('voter', edge.voter);
    edge.got = count('author', edge.author);
  }
  return edges;
};
const names = (edges: Edge[]) => ringsOf(edges).map(({ members }) => members.join(''));

describe('a ring', () => {
  it('is a closed group of three or more, by pairs or in a circle', () => {
    expect(names(edgesOf('a>b a>c b>a b>c c>a c>b'))).toEqual(['abc']);
    expect(names(edgesOf('a>b2 b>c2 c>a2'))).toEqual(['abc']);
    expect(names(edgesOf('a>b2 b>c2 c>a2 d>e2 e>f2 f>g2 g>d2'))).toEqual(['abc', 'defg']);
  });

  it('is not two, nor who is merely liked, nor who merely likes, nor a chain', () => {
    expect(ringsOf(edgesOf('a>b9 b>a9'))).toEqual([]);
    expect(ringsOf(edgesOf('b>a2 c>a2 d>a2'))).toEqual([]);
    expect(ringsOf(edgesOf('a>b2 a>c2 a>d2'))).toEqual([]);
    expect(ringsOf(edgesOf('a>b2 b>c2 c>d2 d>e2'))).toEqual([]);
  });

  it('does not take in who votes for one of it among many others, nor one vote each', () => {
    expect(names(edgesOf('a>b2 b>c2 c>a2 d>a2 a>d1', { d: 20 }))).toEqual(['abc']);
    expect(ringsOf(edgesOf('a>b b>c c>a'))).toEqual([]);
    expect(ringsOf(edgesOf('a>b b>c c>d d>e e>a a>c c>e e>b b>d d>a'))).toEqual([]);
  });

  it('falls apart with whoever voted mostly for others', () => {
    expect(ringsOf(edgesOf('a>b2 b>c2 c>a2', { c: 9 }))).toEqual([]);
  });

  it('says how many votes stay within, how many would be usual, and how many go elsewhere', () => {
    expect(ringsOf(edgesOf('a>b2 b>c2 c>a2 d>a2', { a: 3 }, 107))).toEqual([
      { members: ['a', 'b', 'c'], within: 6, usual: (7 * 2) / 100, elsewhere: 1 },
    ]);
  });

  it('is none where others like the same, nor where there are too few others to compare with', () => {
    expect(ringsOf(edgesOf('a>b2 b>c2 c>a2 d>a9 e>b9 f>c9', {}, 40))).toEqual([]);
    expect(ringsOf(edgesOf('a>b2 b>c2 c>a2', {}, 8))).toEqual([]);
  });

  it('is found in time, however long the chain that leads nowhere', () => {
    const chain = Array.from({ length: 20_000 }, (_, at) => ({
      ...{ voter: String(at), author: String(at + 1), votes: 2, gave: 2, got: 2, all: 99_999 },
    }));
    expect(ringsOf(chain)).toEqual([]);
  });
});

describe('a pair', () => {
  it('votes for each other three times or more, both of them', () => {
    expect(pairsOf(edgesOf('a>b3 b>a4 a>c3 c>a2'), [])).toMatchObject([
      { members: ['a', 'b'], within: 7, elsewhere: 3 },
    ]);
  });

  it('is not told again where it is in a ring', () => {
    const edges = edgesOf('a>b3 b>a3 b>c3 c>b3 a>c3 c>a3');
    expect(pairsOf(edges, ringsOf(edges))).toEqual([]);
  });
});
