/** The example of the readmes: its record, the page of it, and the picture of that page. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { readDocument } from '../../src/desk/read.ts';
import { loadPack } from '../../src/language/load.ts';
import type { Voice } from '../../src/language/voice.ts';
import type { Reading } from '../../src/record/reading.ts';

export function exampleOf(root: string): Reading {
  return readDocument(readFileSync(`${root}docs/example.txt`), { languages: [loadPack(`${root}languages/ja`)], mediaType: 'text/plain' });
}

/** `readout.png` in the language of README.md, `readout.ja.png` in that of README.ja.md. */
export function pictureName({ code }: Voice): string {
  return code === 'en' ? 'readout.png' : `readout.${code}.png`;
}

/** A digest of what a page says, without its style, its script and the addresses and classes of its elements. */
export function wordsDigest(page: string): string {
  const words = page
    .replace(/<(style|script)\b[\s\S]*?<\/\1>/g, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ');
  return createHash('sha256').update(words).digest('hex').slice(0, 32);
}

/** The digest that a picture carries; undefined where it carries none. */
export function digestOf(png: Buffer): string | undefined {
  const at = png.lastIndexOf('tEXtPage\0', undefined, 'latin1');
  return at < 0 ? undefined : png.toString('latin1', at + 9, at + 9 + 32);
}
