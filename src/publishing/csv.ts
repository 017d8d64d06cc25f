/** Comma-separated values (RFC 4180): UTF-8, lines end in CRLF. */

/** What a spreadsheet would take for a formula and run. */
const FORMULA = /^[=+\-@\t\r]/;

/**
 * One line. A cell that begins as a formula does gets an apostrophe before it, so that words from outside never run in a
 * spreadsheet; numbers stay as they are. The exact words stand in the JSON formats.
 */
export function csvLine(cells: readonly (string | number | boolean | undefined)[]): string {
  return `${cells.map(cell).join(',')}\r\n`;
}

function cell(value: string | number | boolean | undefined): string {
  if (value === undefined) return '';
  if (typeof value !== 'string') return String(value);
  const words = FORMULA.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(words) ? `"${words.replaceAll('"', '""')}"` : words;
}
