/** Rows in columns for a terminal: the widths of Japanese signs are right, the last column takes what is left and is cut. */
import { cut, padded, printable, width } from '../publishing/columns.ts';

/** @param columns width of the terminal; without it nothing is cut. */
export function table(rows: readonly (readonly string[])[], columns?: number): string {
  const clean = rows.map((row) => row.map((cell) => printable(cell).replace(/\s+/g, ' ')));
  const widths: number[] = [];
  for (const row of clean) for (const [i, cell] of row.entries()) widths[i] = Math.max(widths[i] ?? 0, width(cell));
  return clean
    .map((row) => {
      const line = row.map((cell, i) => (i === row.length - 1 ? cell : padded(cell, widths[i] as number))).join('  ');
      return `${columns === undefined ? line : cut(line, columns)}\n`;
    })
    .join('');
}
