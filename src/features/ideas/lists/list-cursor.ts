import { createHash } from 'node:crypto';
import { validate as isUuid } from 'uuid';
import type { Viewer } from '../../../shared/auth/viewer.js';
import { badCursor, decodeCursor } from '../../../shared/graphql/connection.js';

/** The ways in which a list is really sorted; a cursor names its own. */
export type Sorting = 'TOP' | 'TRENDING' | 'NEWEST' | 'DELIVERED' | 'RANDOM' | 'MATCH';
/** … and of the queue of what is to be answered. */
type AnySorting = Sorting | 'WAITING';

/** Where a page begins: after the idea with this key (of RANDOM: when shuffled with this seed). */
export interface Position {
  sorting: AnySorting;
  key: string;
  id: string;
  seed: string | null;
}

const isInt8 = (text: string): boolean => /^-?\d{1,19}$/.test(text) && BigInt.asIntN(64, BigInt(text)) === BigInt(text);
const isFloat = (text: string): boolean => /^-?\d{1,9}(\.\d{1,30})?$/.test(text);
const isInt4 = (text: string): boolean => /^-?\d{1,9}$/.test(text);
const isMicros = (text: string): boolean => /^\d{1,16}$/.test(text);
/** … of a time, or of how much earlier or later than one */
const isSignedMicros = (text: string): boolean => /^-?\d{1,16}$/.test(text);

const IS_KEY: Record<AnySorting, (text: string) => boolean> = {
  TOP: isInt4,
  TRENDING: isFloat,
  NEWEST: isMicros,
  DELIVERED: isMicros,
  RANDOM: isInt8,
  MATCH: isInt4,
  WAITING: isSignedMicros,
};

/** What a cursor of these lists holds. */
export const cursorValues = ({ sorting, key, id, seed }: Position): (string | null)[] => [sorting, key, id, seed];

/**
 * Reads a cursor of these lists.
 * @throws DomainError VALIDATION_FAILED on `after`
 */
export function readPosition(after: string | null | undefined): Position | null {
  const values = decodeCursor(after, 4);
  if (!values) return null;
  const [name, key, id, seed] = values.map(String) as [string, string, string, string];
  if (!Object.hasOwn(IS_KEY, name)) throw badCursor();
  const sorting = name as AnySorting;
  if (!IS_KEY[sorting](key) || !isUuid(id) || (sorting === 'RANDOM' && !isInt8(seed))) throw badCursor();
  return { sorting, key, id, seed };
}

/** What shuffles a viewer's lists on a day (UTC); all who are not signed in share one. A 64-bit integer. */
export function seedOf(viewer: Viewer | null, now: Date): string {
  const name = `${viewer?.userId ?? 'anybody'}/${now.toISOString().slice(0, 10)}`;
  return createHash('sha256').update(name).digest().readBigInt64BE().toString();
}
