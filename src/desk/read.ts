/** Documents to their records: bytes or texts, and the languages that may be in them. No files, no network: it runs in a browser. */
export { VERSION } from '../reading/version.ts';

import { fromText, intake } from '../intake/intake.ts';
import { detectLanguage } from '../language/detect.ts';
import type { Pack } from '../language/pack.ts';
import { abreast, alone, type Stages } from '../reading/abreast.ts';
import { reading } from '../reading/read.ts';
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

/** Bytes of text or HTML, a text, or the source that was made of a file of another format. */
export type Document = Uint8Array | string | Source;

export function readDocument(document: Document, options: ReadOptions): Reading {
  return alone(recordOf(document, options));
}

/** A document and what is known of it alone; what it leaves out is as of all. */
export interface Given extends Partial<ReadOptions> {
  readonly document: Document;
}

/** So many documents, or so many signs or bytes of them, are read abreast (`reading/abreast.ts`): more would take memory and save no time. */
export const HANDFUL = { documents: 32, size: 200_000 } as const;

/** The records of many, in their order. Some are read together, so the first comes when as many are taken as are read abreast. */
export function* readDocuments(documents: Iterable<Given>, options: ReadOptions): Generator<Reading, void, undefined> {
  let handful: Stages<Reading>[] = [];
  let size = 0;
  for (const { document, ...own } of documents) {
    handful.push(recordOf(document, both(own, options)));
    size += typeof document === 'object' && 'text' in document ? document.text.length : document.length;
    if (handful.length < HANDFUL.documents && size < HANDFUL.size) continue;
    yield* abreast(handful);
    handful = [];
    size = 0;
  }
  yield* abreast(handful);
}

/** What is known of one, and of all where it says nothing. */
function both(own: Partial<ReadOptions>, all: ReadOptions): ReadOptions {
  return {
    languages: own.languages ?? all.languages,
    published: own.published ?? all.published,
    kind: own.kind ?? all.kind,
    mediaType: own.mediaType ?? all.mediaType,
    url: own.url ?? all.url,
  };
}

function* recordOf(document: Document, options: ReadOptions): Stages<Reading> {
  const about = { ...(options.mediaType && { mediaType: options.mediaType }), ...(options.url && { url: options.url }) };
  const source = typeof document === 'string' ? fromText(document, about) : document instanceof Uint8Array ? intake(document, about) : document;
  yield;
  const { languages } = options;
  const first = languages[0];
  if (!first) throw new TypeError('read: options.languages is empty; give at least one language');
  const pack = languages.length === 1 ? first : (detectLanguage(source.text, languages) ?? unknown);
  yield;
  const { published, kind } = options;
  const record = yield* reading(source, pack, { ...(published && { published }), ...(kind && { kind }) });
  // Where nothing is written nobody can say in which language.
  if ((pack.acts ?? pack.initial?.acts) || source.text.trim() === '') return record;
  const issue = {
    code: 'language/not-known',
    severity: 'warning' as const,
    message: `no rules for reading "${pack.code}" yet`,
    values: { code: pack.code },
  };
  return { ...record, issues: [issue, ...record.issues] };
}

/** Stands for a language that none of those given is. */
const unknown: Pack = { code: 'und', name: 'und', version: '0.0.0' };
