/** A record as a page that stands on a server. */
import type { Links } from '../drawing/frame.ts';
import type { Voice } from '../language/voice.ts';
import { toHtml } from '../publishing/html.ts';
import type { Reading } from '../record/reading.ts';

export function makePage(reading: Reading, voice: Voice, links: Links): string {
  return toHtml(reading, voice, { links });
}
