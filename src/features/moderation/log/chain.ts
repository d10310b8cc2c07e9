import { createHash } from 'node:crypto';
import type { LogEntry } from './log-entry.entity.js';

/** What a line tells, in the order in which it is hashed: that of its columns and of the downloads. */
export const LINE_FIELDS = [
  ...(['position', 'at', 'entry', 'decisionId', 'kind', 'act', 'rule', 'automatic', 'role', 'endsAt'] as const),
  ...(['outcome', 'contentHash', 'foundBy', 'basis', 'noticeId'] as const),
] as const;

type Line = Omit<LogEntry, 'hash'>;

/** A value as it is hashed and downloaded: times as ISO 8601 in UTC with milliseconds. */
export const plain = (value: Line[(typeof LINE_FIELDS)[number]]): string | number | boolean | null =>
  value instanceof Date ? value.toISOString() : value;

/**
 * SHA-256, in hex, of the UTF-8 of: the hash of the line before, a line break, and the line as a JSON array without
 * spaces, in the order of `LINE_FIELDS`. Whoever reads the log can compute it again: docs/moderation-log.md.
 */
export function hashOf(line: Line): string {
  const fields = LINE_FIELDS.map((name) => plain(line[name]));
  return createHash('sha256')
    .update(`${line.previousHash}\n${JSON.stringify(fields)}`)
    .digest('hex');
}
