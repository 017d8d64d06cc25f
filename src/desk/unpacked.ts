/**
 * Documents as they come, and in the place of an archive what is in it; behind a mail what came with it. What cannot be unpacked is kept
 * as a document that says so, so that nothing is lost in silence.
 */
import { packedFormat } from '../intake/formats.ts';
import type { Enclosed } from '../intake/mail.ts';
import { openApart } from './opening.ts';
import type { Document, Unopened } from './ready.ts';

/** Archives within archives, mails within mails; what is packed deeper stays packed. And files that one document may come to. */
export const NESTING = { depth: 4, files: 10_000 } as const;

/** Whether the name of a file says that more than one document may be in it. */
export function holdsSeveral(name: string): boolean {
  return /\.(?:zip|eml)$/i.test(name);
}

export async function* unpacked(documents: AsyncIterable<Document | Unopened> | Iterable<Document | Unopened>): AsyncGenerator<Document | Unopened> {
  for await (const one of documents) {
    if ('fault' in one) yield one;
    else yield* opened(one, 0, { files: NESTING.files });
  }
}

async function* opened(document: Document, depth: number, left: { files: number }): AsyncGenerator<Document> {
  const format = packedFormat(document.bytes, document.mediaType);
  if (format !== 'zip' && format !== 'mail') {
    yield document;
    return;
  }
  const { enclosed, whole } = await enclosedIn(document, format);
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

/** What cannot be taken apart stays as it is; reading it says why. */
async function enclosedIn({ bytes }: Document, format: 'zip' | 'mail'): Promise<{ enclosed: readonly Enclosed[]; whole: boolean }> {
  try {
    if (format === 'mail') return { enclosed: await openApart({ deed: 'mail', bytes }), whole: false };
    const { files, issues } = await openApart({ deed: 'archive', bytes });
    return { enclosed: files, whole: issues.length === 0 };
  } catch {
    return { enclosed: [], whole: false };
  }
}
