import { parse } from 'csv-parse/sync';
import { invalidField } from '../../../shared/errors/validation.js';
import { cleanLine } from '../../../shared/text/clean.js';

const LONGEST_CODE = 200;
const CALLED = new Set(['code', 'codes', 'código', 'códigos', 'codice', 'codici']);

/**
 * The codes of a list, each once: one a line, or of a CSV the column that is called so, else the first.
 * @returns how many were there twice beside them
 * @throws DomainError VALIDATION_FAILED on `codes`
 */
export function codesOf(text: string): { codes: string[]; twice: number } {
  const rows = read(text);
  const column = rows[0]?.findIndex((cell) => CALLED.has(cell.toLowerCase())) ?? -1;
  const cells = column < 0 ? rows.map(([first]) => first) : rows.slice(1).map((row) => row[column]);
  const all = cells.flatMap((cell) => (cell ? [cell] : []));
  if (all.length === 0) throw noCodes();
  if (all.some((code) => code.length > LONGEST_CODE)) throw codeTooLong();
  const codes = [...new Set(all)];
  return { codes, twice: all.length - codes.length };
}

function read(text: string): string[][] {
  const clean = (cell: string) => cleanLine(cell);
  try {
    return parse(text, {
      delimiter: [',', ';', '\t'],
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      cast: clean,
    }) as string[][];
  } catch {
    return text.split('\n').map((line) => [clean(line)]); // a quote that is part of a code
  }
}

const noCodes = () =>
  invalidField('codes', 'NO_CODES', {
    en: 'There is no code in it: one a line.',
    es: 'No contiene ningún código: uno por línea.',
    it: 'Non contiene nessun codice: uno per riga.',
  });

const codeTooLong = () =>
  invalidField('codes', 'CODE_TOO_LONG', {
    en: 'A code has at most 200 characters: one a line.',
    es: 'Un código tiene como máximo 200 caracteres: uno por línea.',
    it: 'Un codice ha al massimo 200 caratteri: uno per riga.',
  });
