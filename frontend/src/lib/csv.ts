/** What a cell may begin with that a spreadsheet takes for a formula, and so could run what a stranger wrote. */
const FORMULA = /^[=+\-@\t\r]/;

type Cell = string | number | null;

/**
 * A table as a file that a spreadsheet opens with a double click. Spreadsheets in Spanish and Italian part cells by
 * semicolons and write decimals with a comma, those in English by commas and with a point; all of them take the letters
 * for UTF-8 by the mark at the beginning. Dates are to be given as 2026-03-01, which all of them read.
 */
export function toCsv(rows: readonly (readonly Cell[])[], locale: string): string {
  const english = locale.startsWith('en');
  const separator = english ? ',' : ';';
  const number = (value: number) => String(Math.round(value * 100) / 100).replace('.', english ? '.' : ',');
  const text = (value: string) => {
    const safe = FORMULA.test(value) ? `'${value}` : value;
    return /["\r\n,;]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  };
  const cell = (value: Cell) => (value === null ? '' : typeof value === 'number' ? number(value) : text(value));
  return `\ufeff${rows.map((row) => row.map(cell).join(separator)).join('\r\n')}\r\n`;
}

/** Saves a text as a file on the person's device. */
export function download(filename: string, text: string, type = 'text/csv;charset=utf-8'): void {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = Object.assign(document.createElement('a'), { href: url, download: filename });
  link.click();
  // some browsers begin to read after the click
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
