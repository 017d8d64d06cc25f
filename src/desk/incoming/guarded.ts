/** The source of any file, taken apart in a process of its own (`opening.ts`) unless a glance is enough. */
import { sha256 } from '@noble/hashes/sha2';
import { bytesToHex } from '@noble/hashes/utils';
import { MEDIA_TYPES, packedFormat } from '../../intake/formats.ts';
import type { Source } from '../../text/source.ts';
import { GivenUp, OPENING_LIMITS, type OpeningLimits, openApart } from './opening.ts';

/** A text or page up to this size is read by whoever asks: the parser of HTML takes a fraction of a second for it. */
const LARGE = 1_000_000;

/** Whether a file is worth a process. */
export function needsProcess(bytes: Uint8Array, mediaType: string | undefined): boolean {
  return bytes.length > LARGE || packedFormat(bytes, mediaType) !== undefined;
}

export interface GuardedOptions {
  readonly mediaType?: string | undefined;
  readonly url?: string | undefined;
  readonly limits?: Partial<OpeningLimits> | undefined;
}

/** Never throws for what is in the file, and never hangs at it: a file that was given up is an issue of a source without text. */
export async function openGuarded(bytes: Uint8Array, { mediaType, url, limits }: GuardedOptions): Promise<Source> {
  try {
    return await openApart({ deed: 'source', bytes, mediaType, url }, limits ? { ...OPENING_LIMITS, ...limits } : OPENING_LIMITS);
  } catch (error) {
    if (!(error instanceof GivenUp)) throw error;
    const format = packedFormat(bytes, mediaType);
    return {
      text: '',
      blocks: [],
      issues: [error.issue],
      sha256: bytesToHex(sha256(bytes)),
      mediaType: format ? MEDIA_TYPES[format] : (mediaType ?? 'text/html'),
      ...(url && { url }),
    };
  }
}
