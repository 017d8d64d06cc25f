/** A file to a record, whatever its format. What is not Memcon's own to take apart is taken apart in another thread. */
import type { Reading } from '../../record/reading.ts';
import { type ReadOptions, readDocument } from '../read.ts';
import { needsProcess, openGuarded } from './guarded.ts';

/** As `readDocument`, of files of every format that is read. Never throws for what is in the file, and never hangs at it. */
export async function readFileBytes(bytes: Uint8Array, options: ReadOptions): Promise<Reading> {
  const { mediaType, url } = options;
  return readDocument(needsProcess(bytes, mediaType) ? await openGuarded(bytes, { mediaType, url }) : bytes, options);
}
