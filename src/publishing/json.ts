import type { Reading } from '../record/reading.ts';

/** The record as its contract has it: keys in the order of the contract, the same bytes each time, one line end at the end. */
export function toJson(reading: Reading, options: { readonly lines?: boolean } = {}): string {
  return `${JSON.stringify(reading, null, options.lines ? undefined : 2)}\n`;
}
