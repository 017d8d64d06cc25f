/** Files to their records, whatever their format. What is not Memcon's own to take apart is taken apart in another process. */
import type { Reading } from '../../record/reading.ts';
import { type Given, type ReadOptions, readDocument, readDocuments } from '../read.ts';
import { needsProcess, openGuarded } from './guarded.ts';

/** As `readDocument`, of files of every format that is read. Never throws for what is in the file, and never hangs at it. */
export async function readFileBytes(bytes: Uint8Array, options: ReadOptions): Promise<Reading> {
  const { mediaType, url } = options;
  return readDocument(needsProcess(bytes, mediaType) ? await openGuarded(bytes, { mediaType, url }) : bytes, options);
}

/** What is in one file, and what is known of it alone. */
export interface FileGiven extends Pick<ReadOptions, 'mediaType' | 'url'> {
  readonly bytes: Uint8Array;
}

/** The same of several, in their order: pages are read abreast, and what is packed by itself, for it may be large once it is open. */
export async function readFilesBytes(files: readonly FileGiven[], options: ReadOptions): Promise<Reading[]> {
  const readings: Reading[] = [];
  let pages: Given[] = [];
  for (const { bytes, ...of } of files) {
    const all = { ...options, ...of };
    if (!needsProcess(bytes, all.mediaType)) {
      pages.push({ document: bytes, ...of });
      continue;
    }
    readings.push(...readDocuments(pages, options), await readFileBytes(bytes, all));
    pages = [];
  }
  readings.push(...readDocuments(pages, options));
  return readings;
}
