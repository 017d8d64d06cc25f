/**
 * A person's word of what kind of text a document is, as the reader is told it: who says that it is an account of talks lets
 * its talks and statements be read, which the reader had left aside.
 */
import type { Archive, Signed } from '../archive/archive.ts';
import { isAccount } from '../record/kinds.ts';
import type { Reading } from '../record/reading.ts';

/**
 * Reads the newest version of one document again, where what a person says of its kind changes what it may hold; nothing
 * else is read. Talks and statements that this finds, or leaves aside again, are a reading again in the history.
 */
export async function readByKind(archive: Archive, id: string, signed: Signed): Promise<void> {
  const [row, before] = [await archive.document(id), await archive.reading(id)];
  if (!row || !before || !leavesAside(before)) return;
  if (!(await archive.corrections({ document: row.id })).some(({ change }) => change.set === 'kind')) return;
  const { rereadDocuments } = await import('./incoming/reread.ts');
  const { loadLanguages } = await import('./languages.ts');
  const languages = (await loadLanguages()).filter((pack) => pack.language?.detect);
  for await (const { n, reading } of rereadDocuments(archive, [row.id], { languages })) await archive.replace(row.id, n, reading, signed);
}

/** An account of talks is read as one whatever is said: of any other kind the talks are left aside as it stands. */
function leavesAside({ document: { kind } }: Reading): boolean {
  return kind !== undefined && !isAccount(kind.value);
}

/** The archive whose corrections of a kind are read by. */
export function readingByKind<A extends Archive>(archive: A): A {
  const correct = archive.correct.bind(archive);
  archive.correct = async (draft) => {
    const correction = await correct(draft);
    const { document, on, change, who, when } = correction;
    if (document !== undefined && on.of === 'document' && change.set !== 'published') await readByKind(archive, document, { who, when });
    return correction;
  };
  return archive;
}
