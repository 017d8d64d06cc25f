/** Reading again what is in the archive, by the reader of today: what changes is told before it is kept. */
import type { Archive, GivenToReader } from '../../archive/archive.ts';
import type { Pack } from '../../language/pack.ts';
import type { DocumentKind, Reading, Statement } from '../../record/reading.ts';
import { kindSaid, standing } from '../../record/standing.ts';
import { readFileBytes } from './open.ts';
import { unreadable } from './unreadable.ts';

export interface Reread {
  readonly id: string;
  readonly n: number;
  readonly title?: string;
  readonly reader: { readonly before: string; readonly after: string };
  /** Same, byte for byte, but for the versions of the reader. */
  readonly same: boolean;
  readonly gone: readonly Told[];
  readonly come: readonly Told[];
  /** On the same words, read otherwise; `fields` names what differs. */
  readonly otherwise: readonly { readonly before: Told; readonly after: Told; readonly fields: readonly string[] }[];
  /** Parts of the record that differ besides: talks, commitments, instruments, dates, mentions, issues, document. */
  readonly parts: readonly string[];
  /** Corrections that held and would hold no longer. */
  readonly orphaned: readonly string[];
  /** To be handed to `archive.replace` where it is to be kept. */
  readonly reading: Reading;
}

export type Told = Pick<Statement, 'id' | 'path' | 'act' | 'quote'>;

export interface RereadOptions {
  readonly languages: readonly Pack[];
  readonly signal?: AbortSignal | undefined;
}

/** One document at a time, its newest version. */
export async function* rereadDocuments(
  archive: Archive,
  ids: AsyncIterable<string> | Iterable<string>,
  options: RereadOptions,
): AsyncGenerator<Reread> {
  for await (const id of ids) {
    if (options.signal?.aborted) return;
    const [source, before, row] = [await archive.source(id), await archive.reading(id), await archive.document(id)];
    if (!source || !before || !row) continue;
    const corrections = await archive.corrections({ document: row.id });
    const after = await readAgain(source.bytes, source.mediaType, source.given, kindSaid(corrections), options.languages);
    yield compare(row.id, row.n, before, after, corrections);
  }
}

async function readAgain(
  bytes: Uint8Array,
  mediaType: string,
  given: GivenToReader,
  kind: DocumentKind | undefined,
  languages: readonly Pack[],
): Promise<Reading> {
  const named = given.language === undefined ? [] : languages.filter(({ code }) => code === given.language);
  try {
    return await readFileBytes(bytes, {
      languages: named.length > 0 ? named : languages,
      published: given.published,
      kind,
      mediaType: given.mediaType,
      url: given.url,
    });
  } catch (error) {
    return unreadable(bytes, given.mediaType ?? mediaType, error);
  }
}

function compare(id: string, n: number, before: Reading, after: Reading, corrections: Parameters<typeof standing>[1]): Reread {
  const title = after.document.title?.value ?? before.document.title?.value;
  const placeOf = ({ span, verb }: Statement) => `${span.join('-')} ${verb.span.join('-')}`;
  const old = new Map(before.statements.map((one) => [placeOf(one), one]));
  const now = new Map(after.statements.map((one) => [placeOf(one), one]));
  const held = new Set(standing(before, corrections).orphans.map(({ correction }) => correction.id));
  return {
    id,
    n,
    ...(title !== undefined && { title }),
    reader: { before: readerOf(before), after: readerOf(after) },
    same: JSON.stringify({ ...before, reader: undefined }) === JSON.stringify({ ...after, reader: undefined }),
    gone: before.statements.filter((one) => !now.has(placeOf(one))).map(toldOf),
    come: after.statements.filter((one) => !old.has(placeOf(one))).map(toldOf),
    otherwise: after.statements.flatMap((one) => {
      const was = old.get(placeOf(one));
      const fields = was ? fieldsThatDiffer(was, one) : [];
      return was && fields.length > 0 ? [{ before: toldOf(was), after: toldOf(one), fields }] : [];
    }),
    parts: (['document', 'talks', 'commitments', 'instruments', 'mentions', 'dates', 'issues'] as const).filter(
      (part) => JSON.stringify(before[part]) !== JSON.stringify(after[part]),
    ),
    orphaned: standing(after, corrections).orphans.flatMap(({ correction }) => (held.has(correction.id) ? [] : [correction.id])),
    reading: after,
  };
}

function toldOf({ id, path, act, quote }: Statement): Told {
  return { id, path, act, quote };
}

/** Links and indexes follow from elsewhere; what is said is in these. */
const FIELDS = ['act', 'speakers', 'mode', 'addressees', 'topics', 'withheld', 'voice', 'content', 'confidence', 'path'] as const;

function fieldsThatDiffer(one: Statement, other: Statement): string[] {
  return FIELDS.filter((field) => JSON.stringify(one[field]) !== JSON.stringify(other[field]));
}

export function readerOf({ reader }: Reading): string {
  return [reader.version, ...Object.entries(reader.languages).flat()].join(' ');
}

/** Ids of all documents, newest talks first. */
export async function* allDocuments(archive: Archive): AsyncGenerator<string> {
  let cursor: string | undefined;
  do {
    const page = await archive.list({ order: 'title', limit: 500, ...(cursor !== undefined && { cursor }) });
    for (const { id } of page.items) yield id;
    cursor = page.next;
  } while (cursor !== undefined);
}
