/**
 * Documents as they come, and in the place of an archive what is in it; behind a mail what came with it. What cannot be unpacked is kept
 * as a document that says so, so that nothing is lost in silence.
 */
import { missedIn } from '../../intake/endings.ts';
import { packedFormat } from '../../intake/formats.ts';
import type { Enclosed } from '../../intake/mail.ts';
import { NAMED } from '../../intake/zip.ts';
import { openApart } from './opening.ts';
import type { PassedOver } from './passed-over.ts';
import type { Document, Unopened } from './ready.ts';

/** Archives within archives, mails within mails; what is packed deeper stays packed. And files that one document may come to. */
export const NESTING = { depth: 4, files: 10_000 } as const;

/** Whether the name of a file says that more than one document may be in it. */
export function holdsSeveral(name: string): boolean {
  return /\.(?:zip|eml|msg)$/i.test(name);
}

/** @param passed is told of each archive beside whose files that are read stand others. */
export async function* unpacked(
  documents: AsyncIterable<Document | Unopened> | Iterable<Document | Unopened>,
  passed: (over: PassedOver) => void = () => {},
): AsyncGenerator<Document | Unopened> {
  for await (const one of documents) {
    if ('fault' in one) yield one;
    else yield* opened(one, 0, { files: NESTING.files, passed });
  }
}

interface Bounds {
  files: number;
  readonly passed: (over: PassedOver) => void;
}

async function* opened(document: Document, depth: number, left: Bounds): AsyncGenerator<Document> {
  const format = packedFormat(document.bytes, document.mediaType);
  if (format !== 'zip' && format !== 'mail') {
    yield document;
    return;
  }
  const { enclosed, unwanted, whole } = await enclosedIn(document, format);
  const missed = missedIn(unwanted);
  if (missed.length > 0 && enclosed.length > 0) left.passed({ archive: document.name, count: missed.length, names: missed.slice(0, NAMED) });
  const room = depth < NESTING.depth ? left.files : 0;
  const taken = enclosed.slice(0, room);
  left.files -= taken.length;
  // An archive of which all came out is nothing but what was in it.
  if (format === 'mail' || !whole || taken.length < enclosed.length) yield document;
  for (const { name, bytes } of taken) {
    const { from } = document;
    yield* opened({ name: `${document.name}/${name}`, bytes, ...(from !== undefined && { from: `${from}#${name}` }) }, depth + 1, left);
  }
}

interface Inside {
  readonly enclosed: readonly Enclosed[];
  /** Names of files that are not read. */
  readonly unwanted: readonly string[];
  readonly whole: boolean;
}

/** What cannot be taken apart stays as it is; reading it says why. */
async function enclosedIn({ bytes }: Document, format: 'zip' | 'mail'): Promise<Inside> {
  try {
    // What a mail holds besides is named in its own reading.
    if (format === 'mail') return { enclosed: await openApart({ deed: 'mail', bytes }), unwanted: [], whole: false };
    const { files, unwanted, issues } = await openApart({ deed: 'archive', bytes });
    return { enclosed: files, unwanted, whole: issues.length === 0 };
  } catch {
    return { enclosed: [], unwanted: [], whole: false };
  }
}
