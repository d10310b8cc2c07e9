/**
 * Divides a whole by weights into whole parts that add up to it: each part is rounded down, and what is left goes, one
 * each, to the largest remainders, the first of equals first (method of the largest remainder, as for seats).
 * @param total whole, 0 or more; of points, or of a currency's smallest unit
 * @param weights 0 or more, at least one above
 */
export function splitWhole(total: number, weights: number[]): number[] {
  const sum = weights.reduce((all, weight) => all + weight, 0);
  const exact = weights.map((weight) => (total * weight) / sum);
  const parts = exact.map(Math.floor);
  const left = total - parts.reduce((all, part) => all + part, 0);
  const byRemainder = exact.map((share, index) => ({ index, rest: share - parts[index]! }));
  byRemainder.sort((a, b) => b.rest - a.rest || a.index - b.index);
  for (const { index } of byRemainder.slice(0, left)) parts[index]! += 1;
  return parts;
}
