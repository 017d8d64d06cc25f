/** The sample readouts that stand beside the program, read once and kept. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Reading } from '../record/reading.ts';
import { loadLanguages } from './languages.ts';
import { readDocument } from './read.ts';

declare const MEMCON_BUILT: boolean | undefined;
const folder = fileURLToPath(new URL(typeof MEMCON_BUILT !== 'undefined' && MEMCON_BUILT ? './samples/' : '../../samples/', import.meta.url));

export interface Sample {
  /** The file's name without its ending: part of the page's address. */
  readonly slug: string;
  readonly reading: Reading;
}

let kept: readonly Sample[] | undefined;

/** Newest talks first. */
export async function loadSamples(): Promise<readonly Sample[]> {
  if (kept) return kept;
  const languages = (await loadLanguages()).filter((pack) => pack.language?.detect);
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => /^[a-z0-9-]+\.(txt|html)$/.test(name)) : [];
  const samples = names.map((name): Sample => {
    const mediaType = name.endsWith('.html') ? 'text/html' : 'text/plain';
    return { slug: name.slice(0, name.lastIndexOf('.')), reading: readDocument(readFileSync(folder + name), { languages, mediaType }) };
  });
  kept = samples.sort((a, b) => (dayOf(b.reading) < dayOf(a.reading) ? -1 : dayOf(b.reading) > dayOf(a.reading) ? 1 : 0));
  return kept;
}

function dayOf(reading: Reading): string {
  return reading.talks[0]?.date?.edtf ?? reading.document.published?.edtf ?? '';
}
