/** What is said of files in folders and archives whose names are not those of formats that are read. */
import { type PassedOver, passedWords } from '../desk/incoming/passed-over.ts';
import type { Voice } from '../language/voice.ts';
import { printable } from '../publishing/columns.ts';

/** @returns nothing where nothing was passed over. */
export function passedOver(passed: ReadonlyMap<string, number>, voice: Voice): string {
  if (passed.size === 0) return '';
  const some = [...passed].sort(([, a], [, b]) => b - a);
  const endings = some.slice(0, MOST_ENDINGS).map(([ending, count]) => (count > 1 ? `${printable(ending)} (${count})` : printable(ending)));
  const list = endings.join(', ') + (some.length > MOST_ENDINGS ? ', …' : '');
  return `memcon: ${voice.label('passedOver', { n: some.reduce((sum, [, count]) => sum + count, 0), endings: list })}\n`;
}
const MOST_ENDINGS = 12;

/** Of an archive, by their names. */
export function passedInArchive(over: PassedOver, voice: Voice): string {
  return `memcon: ${printable(passedWords(over, voice))}\n`;
}
