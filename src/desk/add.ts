/** Adding documents: many at once, in transactions of some dozens; what cannot be read is kept with its issues, and the rest goes on. */
import { createHash } from 'node:crypto';
import type { Kept, Signed } from '../archive/archive.ts';
import { makeReady, type Ready } from '../archive/keeping.ts';
import type { Pack } from '../language/pack.ts';
import type { Reading } from '../record/reading.ts';
import type { OpenArchive } from './archive.ts';
import type { NameFault } from './files.ts';
import { readDocument } from './read.ts';
import { unreadable } from './unreadable.ts';

export interface Document {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly mediaType?: string | undefined;
  /** Absolute path or address, by which a later version is known; absent for what was pasted or piped in. */
  readonly from?: string | undefined;
  readonly url?: string | undefined;
}

export interface AddOptions {
  readonly languages: readonly Pack[];
  readonly published?: string | undefined;
  /** The one language that a person named. */
  readonly language?: string | undefined;
  readonly sign: () => Signed;
  /** Stops after the batch in hand; what was told is kept. */
  readonly signal?: AbortSignal | undefined;
}

export type Added =
  | (Kept & {
      readonly name: string;
      readonly talks: number;
      readonly statements: number;
      readonly low: number;
      readonly errors: readonly string[];
    })
  | ({ readonly how: 'failed' } & Unopened);

/** A document that could not be opened. */
export interface Unopened {
  readonly name: string;
  readonly fault: NameFault;
}

/** Documents and bytes that go into one transaction at most: what is lost when the machine stops is read again in a second. */
const BATCH = 64;
const BATCH_BYTES = 8_000_000;

/** Tells of each document once it is on the disk, in the order given. */
export async function* addDocuments(archive: OpenArchive, documents: AsyncIterable<Document | Unopened>, options: AddOptions): AsyncGenerator<Added> {
  let batch: (Added | { readonly document: Document; readonly ready: Ready })[] = [];
  let bytes = 0;
  const flush = async (): Promise<Added[]> => {
    const ready = batch.flatMap((one) => ('ready' in one ? [one] : []));
    const kept = ready.length === 0 ? [] : await archive.keepReady(ready.map((one) => one.ready));
    let next = 0;
    const told = batch.map((one) => ('ready' in one ? toldOf(kept[next++] as Kept, one) : one));
    batch = [];
    bytes = 0;
    return told;
  };
  for await (const one of documents) {
    if (options.signal?.aborted) break;
    if ('fault' in one) batch.push({ how: 'failed', ...one });
    else {
      batch.push((await alreadyHere(archive, one)) ?? { document: one, ready: makeReadyOf(one, options) });
      bytes += one.bytes.length;
    }
    if (batch.length >= BATCH || bytes >= BATCH_BYTES) yield* await flush();
  }
  yield* await flush();
}

/** What is here already is not read again. */
async function alreadyHere(archive: OpenArchive, { bytes, name }: Document): Promise<Added | undefined> {
  const id = `d-${createHash('sha256').update(bytes).digest('hex').slice(0, 16)}`;
  if (!(await archive.known([id])).has(id)) return undefined;
  const row = await archive.document(id);
  if (!row) return undefined;
  const { n, title, talks, statements, low } = row;
  return { how: 'same', name, id: row.id, n, ...(title !== undefined && { title }), talks: talks.length, statements, low, errors: [] };
}

function makeReadyOf(document: Document, options: AddOptions): Ready {
  const { bytes, name, from } = document;
  let reading: Reading;
  try {
    reading = readDocument(bytes, { languages: options.languages, published: options.published, mediaType: document.mediaType, url: document.url });
  } catch (error) {
    reading = unreadable(bytes, document.mediaType, error);
  }
  const given = {
    ...(options.published !== undefined && { published: options.published }),
    ...(options.language !== undefined && { language: options.language }),
    ...(document.mediaType !== undefined && { mediaType: document.mediaType }),
    ...(document.url !== undefined && { url: document.url }),
  };
  return makeReady({ bytes, reading, name, given, ...(from && { from }), signed: options.sign() });
}

function toldOf(kept: Kept, { document, ready }: { document: Document; ready: Ready }): Added {
  const { reading } = ready.incoming;
  return {
    ...kept,
    name: document.name,
    talks: reading.talks.length,
    statements: reading.statements.length,
    low: ready.rows.document.low,
    errors: reading.issues.filter(({ severity }) => severity === 'error').map(({ code }) => code),
  };
}
