import { Locale } from '../errors/locale.js';

/** What a cell may begin with that a spreadsheet takes for a formula, and so could run what a stranger wrote. */
const FORMULA = /^[=+\-@\t\r]/;

/** By this mark spreadsheets take the letters for UTF-8. */
export const CSV_START = '\ufeff';

/** A line of a table as spreadsheets in this language open it: in Spanish and Italian they part cells by semicolons. */
export function csvLine(cells: readonly (string | null)[], locale: Locale): string {
  return `${cells.map((cell) => quoted(cell ?? '')).join(locale === Locale.EN ? ',' : ';')}\r\n`;
}

function quoted(text: string): string {
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return /["\r\n,;]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
