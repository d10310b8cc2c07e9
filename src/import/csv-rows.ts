import { parse, type CsvError } from 'csv-parse';
import { createReadStream } from 'node:fs';
import path from 'node:path';
import { StartupError } from '../shared/config/startup-error.js';
import type { Source } from './mapping.js';
import { type Kind, type Report, RowProblem } from './report.js';

/** One row of a file, read through the mapping. */
export class Row {
  constructor(
    readonly file: string,
    readonly line: number,
    private readonly cells: Record<string, string>,
    private readonly report: Report,
  ) {}

  /** The value; null where there is none. */
  optional(source: Source | undefined): string | null {
    if (!source) return null;
    const read = (name: string) =>
      source.remove.reduce((text, part) => text.replaceAll(part, ''), this.cells[name] ?? '').trim();
    const text = source.columns.map(read).filter(Boolean).join(source.join);
    if (text !== '' && !source.none.includes(text)) return text;
    if (source.default === undefined) return null;
    this.report.notice(this.file, this.line, nameOf(source), `is empty: “${source.default}” is taken`);
    return source.default;
  }

  /** @throws RowProblem where there is none */
  required(source: Source): string {
    const text = this.optional(source);
    if (text === null) throw new RowProblem(nameOf(source), 'is empty');
    return text;
  }

  /** A moment: ISO 8601 (UTC where it says nothing else), a date, or seconds or milliseconds since 1970. */
  time(source: Source): Date {
    const text = this.required(source);
    const time = parseTime(text);
    if (!time) throw new RowProblem(nameOf(source), `“${text}” is not a time`);
    if (time.getTime() > Date.now()) throw new RowProblem(nameOf(source), `“${text}” is in the future`);
    return time;
  }
}

/** How messages call a source. */
export const nameOf = (source: Source): string => source.columns.join('+');

export function parseTime(text: string): Date | null {
  if (/^\d{9,11}$/.test(text)) return new Date(Number(text) * 1000);
  if (/^\d{12,14}$/.test(text)) return new Date(Number(text));
  const parts = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d(?:\.\d{1,6})?)?) ?(Z|[+-]\d\d:?\d\d)?)?$/.exec(text);
  if (!parts) return null;
  const [, date, clock = '00:00', zone = 'Z'] = parts;
  const time = new Date(`${date}T${clock}${zone}`);
  return Number.isNaN(time.getTime()) ? null : time;
}

interface Parsed {
  record: Record<string, string>;
  raw: string;
  info: { lines: number };
}

/**
 * The rows of a CSV file (comma, RFC 4180 quotes, UTF-8 with or without a mark), one after the other.
 * @throws StartupError when the file can't be read or lacks a column
 */
export async function* csvRows(
  file: string,
  kind: Kind,
  needed: Source[],
  report: Report,
  onBytes: (count: number) => void,
): AsyncGenerator<Row> {
  const name = path.basename(file);
  const stream = createReadStream(file).on('data', (chunk) => onBytes(chunk.length));
  const parser = parse({
    columns: (header: string[]) => checkHeader(name, header, needed, report),
    bom: true,
    info: true,
    raw: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
  });
  parser.on('skip', (error: CsvError) => {
    report.of(kind).read++;
    report.problem(name, (error as CsvError & { lines?: number }).lines ?? 0, {
      column: '(row)',
      message: error.message,
    });
  });
  stream.on('error', (error) => parser.destroy(new StartupError(`${file} can't be read: ${error.message}`)));
  for await (const { record, raw, info } of stream.pipe(parser) as AsyncIterable<Parsed>) {
    report.of(kind).read++;
    // a quoted cell may hold line ends: the row is where it begins
    yield new Row(name, info.lines - (raw.trim().match(/\n/g)?.length ?? 0), record, report);
  }
}

function checkHeader(name: string, header: string[], needed: Source[], report: Report): string[] {
  const used = new Set(needed.flatMap(({ columns }) => columns));
  const missing = [...used].filter((column) => !header.includes(column));
  if (missing.length > 0)
    throw new StartupError(`${name}:1 ${missing.join(', ')}: there is no such column (there are ${header.join(', ')})`);
  report.unused.set(
    name,
    header.filter((column) => column !== '' && !used.has(column)),
  );
  return header;
}
