/** What stands of a document, with its corrections laid over, put into lists, facets and search; made anew from what is kept. */
import type { Correction } from '../../record/correction.ts';
import { type Standing, standing } from '../../record/standing.ts';
import { searchForm } from '../../text/search-form.ts';
import { type Draft, dropDerived, writeDerived } from '../deriving/derived.ts';
import { type DocumentRows, makeRows } from '../deriving/rows.ts';
import { newestReading } from './documents.ts';

function titleForm(title: string | null, name: string | undefined | null): string {
  return searchForm([title, name].filter(Boolean).join('\n')).form;
}

/** What a row of `document` says of its newest version, by the names of the columns. @param name of the file. @param first the key of its first statement. */
export function columnsOf({ document: d, statements, commitments }: DocumentRows, name: string | null | undefined, first: number) {
  return {
    title: d.title,
    kind: d.kind,
    folded: titleForm(d.title, name),
    publisher: d.publisher,
    publisher_name: d.publisherName,
    published: d.published,
    language: d.language,
    day: d.day,
    strip: d.strip,
    first,
    statements: statements.length,
    withheld: d.withheld,
    commitments: commitments.length,
    instruments: d.instruments,
    low: d.low,
    errors: d.errors,
    warnings: d.warnings,
    corrections: d.corrections,
  };
}

export function writeStanding(draft: Draft, key: number, rows: DocumentRows, stands: Standing | undefined): void {
  const { store } = draft;
  const { name } = store.sql('SELECT name FROM document WHERE key = ?').get(key) as { name: string | null };
  const columns = columnsOf(rows, name, writeDerived(draft, key, rows.document.language, rows));
  const orphans = stands?.orphans ?? [];
  const set = Object.keys(columns).map((column) => `${column} = @${column}`);
  store.sql(`UPDATE document SET ${set.join(', ')}, orphans = @orphans WHERE key = @key`).run({ ...columns, orphans: orphans.length, key });
  for (const { correction, reason } of orphans)
    store.sql('INSERT INTO orphan (document, correction, reason) SELECT ?, key, ? FROM correction WHERE id = ?').run(key, reason, correction.id);
}

/** Makes everything derived of a document anew from its newest record and its corrections. */
export function rederive(draft: Draft, key: number, corrections: readonly Correction[]): Standing {
  const { store } = draft;
  const { n, removed } = store.sql('SELECT n, removed FROM document WHERE key = ?').get(key) as { n: number; removed: string | null };
  const stands = standing(newestReading(store, key, n), corrections);
  if (removed === null) dropDerived(draft, key);
  writeStanding(draft, key, makeRows(stands), stands);
  return stands;
}
