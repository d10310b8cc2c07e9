import { createHash } from 'node:crypto';
import type { LogEntry } from './log-entry.entity.js';

const time = (date: Date | null): string | null => date?.toISOString() ?? null;

/**
 * SHA-256, in hex, of the UTF-8 of: the hash of the line before, a line break, and the line as a JSON array without
 * spaces: [position, at, entry, decisionId, kind, act, rule, automatic, role, endsAt, outcome, contentHash]; times as
 * ISO 8601 in UTC with milliseconds. Whoever reads the log can compute it again.
 */
export function hashOf(line: Omit<LogEntry, 'hash'>): string {
  const { position, at, entry, decisionId, kind, act, rule, automatic, role, endsAt, outcome, contentHash } = line;
  const fields = [position, time(at), entry, decisionId, kind, act, rule, automatic, role, time(endsAt), outcome];
  return createHash('sha256')
    .update(`${line.previousHash}\n${JSON.stringify([...fields, contentHash])}`)
    .digest('hex');
}
