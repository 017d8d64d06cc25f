/** One document to its record: bytes or a text, and the languages that may be in it. No files, no network: it runs in a browser. */
export { VERSION } from '../reading/version.ts';

import { fromText, intake } from '../intake/intake.ts';
import { detectLanguage } from '../language/detect.ts';
import type { Pack } from '../language/pack.ts';
import { read } from '../reading/read.ts';
import type { DocumentKind, Reading } from '../record/reading.ts';
import type { Source } from '../text/source.ts';

export interface ReadOptions {
  /** Languages to choose from; one alone is taken without asking the text. */
  readonly languages: readonly Pack[];
  /** EDTF of the day of publication, where it is known. It outweighs the page's own. */
  readonly published?: string | undefined;
  /** What kind of text a person says it is; an account of talks holds them, whatever the reader takes it for. */
  readonly kind?: DocumentKind | undefined;
  readonly mediaType?: string | undefined;
  readonly url?: string | undefined;
}

/** @param document bytes of text or HTML, a text, or the source that was made of a file of another format. */
export function readDocument(document: Uint8Array | string | Source, options: ReadOptions): Reading {
  const about = { ...(options.mediaType && { mediaType: options.mediaType }), ...(options.url && { url: options.url }) };
  const source = typeof document === 'string' ? fromText(document, about) : document instanceof Uint8Array ? intake(document, about) : document;
  const { languages } = options;
  const first = languages[0];
  if (!first) throw new TypeError('read: options.languages is empty; give at least one language');
  const pack = languages.length === 1 ? first : (detectLanguage(source.text, languages) ?? unknown);
  const { published, kind } = options;
  const reading = read(source, pack, { ...(published && { published }), ...(kind && { kind }) });
  // Where nothing is written nobody can say in which language.
  if ((pack.acts ?? pack.initial?.acts) || source.text.trim() === '') return reading;
  const issue = {
    code: 'language/not-known',
    severity: 'warning' as const,
    message: `no rules for reading "${pack.code}" yet`,
    values: { code: pack.code },
  };
  return { ...reading, issues: [issue, ...reading.issues] };
}

/** Stands for a language that none of those given is. */
const unknown: Pack = { code: 'und', name: 'und', version: '0.0.0' };
