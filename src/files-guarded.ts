/** `memcon/files` on Node: as in a browser, and with the guard of the command around the parsers of others. */
import { needsProcess, openGuarded } from './desk/incoming/guarded.ts';
import { type OpenOptions, openSource as openHere } from './files.ts';
import type { Source } from './text/source.ts';

export type { Block, LetterTables, OpenOptions, Source, SourceIssue } from './files.ts';

export async function openSource(bytes: Uint8Array, options: OpenOptions = {}): Promise<Source> {
  // A table that is handed in cannot go into a process; the package's own stand beside it.
  return needsProcess(bytes, options.mediaType) ? openGuarded(bytes, options) : openHere(bytes, options);
}
