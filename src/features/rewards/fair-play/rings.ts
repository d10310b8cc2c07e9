import { MUTUAL_VOTES, RING_MEMBERS, RING_SHARE, RING_VOTES, TIMES_USUAL } from './fair-play.policy.js';

/** That somebody voted for somebody's ideas far more than others do. */
export interface Edge {
  voter: string;
  author: string;
  votes: number;
  /** all votes of this voter, and all for this author's ideas */
  gave: number;
  got: number;
  /** all votes there are */
  all: number;
}

/** Members who vote for each other. */
export interface Circle {
  members: string[];
  within: number;
  /** how many would be within if they voted as all others do */
  usual: number;
  elsewhere: number;
}

/**
 * Closed groups: everybody in them gives most of their votes to the others, and gets some. Whoever does not is taken
 * away until nobody is; what is left holds together by who votes for whom. A single vote that is not returned counts
 * for nothing: where each votes for a few among many, chance alone makes circles of those.
 */
export function ringsOf(edges: Edge[]): Circle[] {
  const known = new Set(edges.map(({ voter, author }) => `${voter} ${author}`));
  const firm = edges.filter(({ voter, author, votes }) => votes > 1 || known.has(`${author} ${voter}`));
  const [out, back] = [groupBy(firm, (edge) => edge.voter), groupBy(firm, (edge) => edge.author)];
  const left = new Set([...out.keys()].filter((user) => back.has(user)));
  const isIn = (user: string) =>
    back.get(user)!.some(({ voter }) => left.has(voter)) &&
    sum(
      out.get(user)!.filter(({ author }) => left.has(author)),
      ({ votes }) => votes,
    ) >=
      RING_SHARE * out.get(user)![0]!.gave;
  const doubtful = new Set(left);
  for (const user of doubtful) {
    doubtful.delete(user);
    if (!left.has(user) || isIn(user)) continue;
    left.delete(user);
    for (const { voter } of back.get(user)!) if (left.has(voter)) doubtful.add(voter);
    for (const { author } of out.get(user)!) if (left.has(author)) doubtful.add(author);
  }
  return componentsOf(firm.filter(({ voter, author }) => left.has(voter) && left.has(author)))
    .map(circleOf)
    .filter(({ members, within }) => members.length >= RING_MEMBERS && within >= RING_VOTES * members.length)
    .filter(isUnusual);
}

/** Pairs who vote for each other often, but for those of a ring. */
export function pairsOf(edges: Edge[], rings: Circle[]): Circle[] {
  const ringOf = new Map(rings.flatMap(({ members }, at) => members.map((user) => [user, at])));
  const often = edges.filter(({ votes }) => votes >= MUTUAL_VOTES);
  const known = new Map(often.map((edge) => [`${edge.voter} ${edge.author}`, edge]));
  const circles = often.flatMap((edge) => {
    const { voter, author } = edge;
    const back = voter < author && known.get(`${author} ${voter}`);
    const isTold = ringOf.has(voter) && ringOf.get(voter) === ringOf.get(author);
    return back && !isTold ? [circleOf([edge, back])] : [];
  });
  return circles.filter(isUnusual);
}

/** Far above what others do, of whom there are enough to compare with. */
const isUnusual = ({ within, usual }: Circle): boolean => within >= TIMES_USUAL * usual;

const sum = <T>(list: T[], amount: (one: T) => number): number => list.reduce((all, one) => all + amount(one), 0);

function circleOf(edges: Edge[]): Circle {
  const gave = new Map(edges.map((edge) => [edge.voter, edge.gave]));
  const got = new Map(edges.map((edge) => [edge.author, edge.got]));
  const [within, given, received] = [
    sum(edges, ({ votes }) => votes),
    sum([...gave.values()], Number),
    sum([...got.values()], Number),
  ];
  const ofOthers = edges[0]!.all - given;
  // with too few others nothing is unusual
  const usual = ofOthers < given ? within : (given * (received - within)) / ofOthers;
  return { members: [...new Set([...gave.keys(), ...got.keys()])].sort(), within, usual, elsewhere: given - within };
}

function groupBy(edges: Edge[], keyOf: (edge: Edge) => string): Map<string, Edge[]> {
  const groups = new Map<string, Edge[]>();
  for (const edge of edges) {
    const key = keyOf(edge);
    groups.set(key, groups.get(key) ?? []);
    groups.get(key)!.push(edge);
  }
  return groups;
}

/** What hangs together, whichever way. */
function componentsOf(edges: Edge[]): Edge[][] {
  const root = new Map<string, string>();
  const find = (user: string): string => {
    let at = user;
    for (let up = root.get(at); up && up !== at; up = root.get(at)) at = up;
    root.set(user, at);
    return at;
  };
  for (const { voter, author } of edges) root.set(find(voter), find(author));
  return [...groupBy(edges, ({ voter }) => find(voter)).values()];
}
