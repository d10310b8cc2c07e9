/** Whether two values say something else. */
export const differs = (some: unknown, other: unknown): boolean => JSON.stringify(some) !== JSON.stringify(other);

/** The parts in which two versions say something else. */
export const changedParts = <T extends object>(before: T, after: T): (keyof T)[] =>
  (Object.keys(after) as (keyof T)[]).filter((part) => differs(before[part], after[part]));

interface Versions<T> {
  /** What both began with. */
  base: T;
  theirs: T;
  mine: T;
  /** The parts that I changed. */
  touched: (keyof T)[];
}

/**
 * Two people have changed the same thing. Where they changed different parts, both changes hold; `clashes` are the parts
 * that both changed, each in another way, of which `merged` has mine.
 */
export function merge<T extends object>({ base, theirs, mine, touched }: Versions<T>) {
  const merged = { ...theirs };
  for (const part of touched) merged[part] = mine[part];
  const changed = changedParts(base, theirs);
  return {
    merged,
    changed,
    clashes: changed.filter((part) => touched.includes(part) && differs(mine[part], theirs[part])),
  };
}
