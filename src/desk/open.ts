/** A file to a record, whatever its format. What is not Memcon's own to take apart is taken apart in another thread (`opening.ts`). */
import { createHash } from 'node:crypto';
import { MEDIA_TYPES, packedFormat } from '../intake/formats.ts';
import type { Reading } from '../record/reading.ts';
import type { Source } from '../text/source.ts';
import { GivenUp, openApart } from './opening.ts';
import { type ReadOptions, readDocument } from './read.ts';

/** A text or page up to this size is read here: the parser of HTML takes a fraction of a second for it. */
const LARGE = 1_000_000;

/** As `readDocument`, of files of every format that is read. Never throws for what is in the file, and never hangs at it. */
export async function readFileBytes(bytes: Uint8Array, options: ReadOptions): Promise<Reading> {
  const { mediaType } = options;
  if (bytes.length <= LARGE && packedFormat(bytes, mediaType) === undefined) return readDocument(bytes, options);
  return readDocument(await sourceOf(bytes, options), options);
}

async function sourceOf(bytes: Uint8Array, { mediaType, url }: ReadOptions): Promise<Source> {
  try {
    return await openApart({ deed: 'source', bytes, mediaType, url });
  } catch (error) {
    if (!(error instanceof GivenUp)) throw error;
    const format = packedFormat(bytes, mediaType);
    return {
      text: '',
      blocks: [],
      issues: [error.issue],
      sha256: createHash('sha256').update(bytes).digest('hex'),
      mediaType: format ? MEDIA_TYPES[format] : (mediaType ?? 'text/html'),
      ...(url && { url }),
    };
  }
}
