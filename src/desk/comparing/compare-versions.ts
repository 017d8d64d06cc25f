/** A version of a page against the one before: lines of the text, and statements that went and came. */
import type { Archive, VersionRow } from '../../archive/archive.ts';
import { changedSpans, type LineEdit, lineEdits } from '../../comparison/edits.ts';
import type { Reading, Statement } from '../../record/reading.ts';

export { changedSpans, type LineEdit };

export interface Compared {
  readonly version: VersionRow;
  readonly before: VersionRow;
  readonly edits: readonly LineEdit[];
  readonly gone: readonly Statement[];
  readonly come: readonly Statement[];
  readonly language: string;
}

/** @returns undefined where there is no such version, or none before it. */
export async function compareVersions(archive: Archive, id: string, n: number): Promise<Compared | undefined> {
  const versions = await archive.versions(id);
  const at = versions.findIndex((each) => each.n === n);
  const [version, before] = [versions[at], versions[at - 1]];
  if (!version || !before) return undefined;
  const [now, then] = await Promise.all([archive.reading(id, version.n), archive.reading(id, before.n)]);
  if (!now || !then) return undefined;
  const of = (reading: Reading, ids: readonly string[]) => reading.statements.filter((each) => ids.includes(each.id));
  return {
    version,
    before,
    edits: lineEdits(then.document.text, now.document.text),
    gone: of(then, version.difference?.gone ?? []),
    come: of(now, version.difference?.come ?? []),
    language: now.document.language,
  };
}
