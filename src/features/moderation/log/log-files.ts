import { csvRow } from '../../../shared/web/csv.js';
import { LINE_FIELDS, plain } from './chain.js';
import type { LogEntry, PublishedHead } from './log-entry.entity.js';

/** What a download has of each line, in this order. */
const COLUMNS = [...LINE_FIELDS, 'previousHash', 'hash'] as const;

export const LINES_HEADING = csvRow(COLUMNS);

export const csvOfLine = (line: LogEntry): string => csvRow(COLUMNS.map((name) => plain(line[name])));

export const jsonOfLine = (line: LogEntry): string =>
  `${JSON.stringify(Object.fromEntries(COLUMNS.map((name) => [name, plain(line[name])])))}\n`;

export const jsonOfHead = ({ day, position, hash, publishedAt }: PublishedHead): string =>
  `${JSON.stringify({ day, position, hash, publishedAt: publishedAt.toISOString() })}\n`;
