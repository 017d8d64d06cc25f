/** A record for a document at which the reading itself failed: it is kept, says so, and may be read again by a newer reader. */
import { createHash } from 'node:crypto';
import { VERSION } from '../../reading/version.ts';
import type { Reading } from '../../record/reading.ts';

export function unreadable(bytes: Uint8Array, mediaType: string | undefined, error: unknown): Reading {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return {
    memcon: '1',
    reader: { version: VERSION, languages: {} },
    document: {
      id: `d-${sha256.slice(0, 16)}`,
      language: 'und',
      source: { mediaType: mediaType ?? 'application/octet-stream', sha256 },
      offsets: 'utf-16',
      text: '',
      outline: [],
    },
    talks: [],
    statements: [],
    commitments: [],
    instruments: [],
    mentions: [],
    dates: [],
    issues: [{ code: 'reading/failed', severity: 'error', message: `the reading failed: ${error instanceof Error ? error.message : String(error)}` }],
  };
}
