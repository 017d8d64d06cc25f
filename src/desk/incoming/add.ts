/** Adding documents: many at once, in transactions of some dozens; what cannot be read is kept with its issues, and the rest goes on. */
import { createHash } from 'node:crypto';
import type { Kept, Signed } from '../../archive/archive.ts';
import type { Pack } from '../../language/pack.ts';
import type { OpenArchive } from '../archive.ts';
import { readByKind } from '../kinds.ts';
import { keepLarge } from './large.ts';
import type { PassedOver } from './passed-over.ts';
import { openReaders, type Readers } from './readers.ts';
import { type Document, type Doubt, type Made, makeAllReady, type Said, type Unopened } from './ready.ts';
import { unpacked } from './unpacked.ts';

export type { PassedOver } from './passed-over.ts';
export type { Document, Unopened } from './ready.ts';

export interface AddOptions extends Said {
  readonly languages: readonly Pack[];
  readonly sign: () => Signed;
  /** Stops after the documents in hand; what was told is kept. */
  readonly signal?: AbortSignal | undefined;
  /** Reads in this thread alone, however many there are. */
  readonly alone?: boolean;
  /** Is told of files of archives that are not read. */
  readonly passed?: (over: PassedOver) => void;
  /** For a server: what is large is read and kept in a thread of its own, and this one goes on answering. */
  readonly serving?: boolean;
}

export type Added =
  | (Kept & {
      readonly name: string;
      /** What kind of text it is; absent where nobody knows. */
      readonly kind?: string;
      readonly talks: number;
      readonly statements: number;
      /** Statements of low confidence. */
      readonly low: number;
      /** Codes of issues that are errors. */
      readonly errors: readonly string[];
      /** What is to be said of them; absent where there are none. */
      readonly doubts?: readonly Doubt[];
    })
  | ({ readonly how: 'failed' } & Unopened);

/** Documents and bytes that go into one transaction at most: what is lost when the machine stops is read again in a second. */
const BATCH = 64;
const BATCH_BYTES = 8_000_000;
/** Documents that are handed to a thread together. */
const HANDFUL = 16;
/** From so many new documents on, threads are worth opening. */
const MANY = 128;
/** Documents that are being read at one time. */
const IN_HAND = 256;
/** One larger than this goes to its thread alone. */
const LARGE = 200_000;
/** One larger than this would hold up a server for a second or more. */
const LARGE_SERVING = 100_000;

type Item = Added | (Made & { readonly document: Document });

/** Tells of each document once it is on the disk, in the order given. */
export async function* addDocuments(
  archive: OpenArchive,
  documents: AsyncIterable<Document | Unopened> | Iterable<Document | Unopened>,
  options: AddOptions,
): AsyncGenerator<Added> {
  const batch = openBatch(archive, options.sign);
  /** What is being read, in order. */
  const reading: { readonly count: number; readonly items: Promise<Item[]> }[] = [];
  let inHand = 0;
  let handful: Document[] = [];
  let handfulBytes = 0;
  let fresh = 0;
  let readers: Readers | undefined;

  const handOver = (): void => {
    if (handful.length === 0) return;
    const these = handful;
    handful = [];
    handfulBytes = 0;
    if (!options.alone && fresh >= MANY) readers ??= openReaders();
    const made = readers
      ? readers.read({ languages: options.languages.map(({ code }) => code), said: saidOf(options), signed: options.sign(), documents: these })
      : makeAllReady(these, saidOf(options), options.languages, options.sign());
    put(
      these.length,
      made.then((all) => all.map((one, i): Item => ({ ...one, document: these[i] as Document }))),
    );
  };
  const put = (count: number, items: Promise<Item[]>): void => {
    // It is awaited later; until then a failure is no unhandled one.
    items.catch(() => {});
    reading.push({ count, items });
    inHand += count;
  };
  const large = async (document: Document): Promise<Item[]> => {
    const codes = options.languages.map(({ code }) => code);
    const work = { languages: codes, said: saidOf(options), signed: options.sign(), documents: [document] };
    const { kept, told } = await keepLarge(archive, work, options.languages);
    if (kept.how === 'version') await readByKind(archive, kept.id, options.sign());
    return [{ ...kept, name: document.name, ...told }];
  };
  /** Takes up what was read first. */
  async function* takeUp(): AsyncGenerator<Added> {
    const first = reading.shift();
    if (!first) return;
    inHand -= first.count;
    for (const item of await first.items) {
      batch.push(item);
      if (batch.full()) yield* await batch.flush();
    }
  }

  try {
    for await (const one of unpacked(documents, options.passed)) {
      if (options.signal?.aborted) break;
      const known = 'fault' in one ? ({ how: 'failed', ...one } as const) : await alreadyHere(archive, one);
      if (known) {
        handOver();
        put(1, Promise.resolve([known]));
      } else if (options.serving && (one as Document).bytes.length > LARGE_SERVING) {
        handOver();
        put(1, large(one as Document));
      } else {
        fresh++;
        handful.push(one as Document);
        handfulBytes += (one as Document).bytes.length;
        // Without threads each is read as it comes, so that a person sees it go on.
        if (!readers && fresh < MANY) handOver();
        else if (handful.length >= HANDFUL || handfulBytes >= LARGE) handOver();
      }
      if (!readers) while (reading.length > 0) yield* takeUp();
      else while (inHand > IN_HAND) yield* takeUp();
    }
    handOver();
    while (reading.length > 0) yield* takeUp();
    yield* await batch.flush();
  } finally {
    await readers?.close();
  }
}

function saidOf({ published, language }: AddOptions): Said {
  return { published, language };
}

/** Gathers what goes into one transaction. */
function openBatch(archive: OpenArchive, sign: () => Signed) {
  let items: Item[] = [];
  let bytes = 0;
  return {
    push(item: Item): void {
      items.push(item);
      if ('ready' in item) bytes += item.ready.size;
    },
    full: () => items.length >= BATCH || bytes >= BATCH_BYTES,
    async flush(): Promise<Added[]> {
      const these = items;
      items = [];
      bytes = 0;
      const made = these.flatMap((one) => ('ready' in one ? [one] : []));
      const kept = made.length === 0 ? [] : await archive.keepReady(made.map(({ ready }) => ready));
      // What a person said of the kind of a page holds for its new version.
      for (const { how, id } of kept) if (how === 'version') await readByKind(archive, id, sign());
      let next = 0;
      return these.map((one) => ('ready' in one ? toldOf(kept[next++] as Kept, one) : one));
    },
  };
}

/** What is here already is not read again. */
async function alreadyHere(archive: OpenArchive, { bytes, name }: Document): Promise<Added | undefined> {
  const id = `d-${createHash('sha256').update(bytes).digest('hex').slice(0, 16)}`;
  if (!(await archive.known([id])).has(id)) return undefined;
  const row = await archive.document(id);
  if (!row) return undefined;
  const { n, title, kind, talks, statements, low } = row;
  return {
    how: 'same',
    name,
    id: row.id,
    n,
    ...(title !== undefined && { title }),
    ...(kind !== undefined && { kind }),
    talks: talks.length,
    statements,
    low,
    errors: [],
  };
}

function toldOf(kept: Kept, { document, ready, errors, doubts }: Made & { readonly document: Document }): Added {
  return {
    ...kept,
    name: document.name,
    ...(ready.rows.document.kind !== null && { kind: ready.rows.document.kind }),
    talks: ready.rows.talks.length,
    statements: ready.rows.statements.length,
    low: ready.rows.document.low,
    errors,
    ...(doubts && { doubts }),
  };
}
