/** What stands of a document, with its corrections laid over, put into lists, facets and search; made anew from what is kept. */
import type { Correction } from '../record/correction.ts';
import { type Standing, standing } from '../record/standing.ts';
import { searchForm } from '../text/search-form.ts';
import { type Draft, dropDerived, writeDerived } from './derived.ts';
import { newestReading } from './documents.ts';
import { type DocumentRows, makeRows } from './rows.ts';

export function titleForm(title: string | null, name: string | undefined | null): string {
  return searchForm([title, name].filter(Boolean).join('\n')).form;
}

export function writeStanding(draft: Draft, key: number, rows: DocumentRows, stands: Standing | undefined): void {
  const { store } = draft;
  const d = rows.document;
  const { name } = store.sql('SELECT name FROM document WHERE key = ?').get(key) as { name: string | null };
  const first = writeDerived(draft, key, d.language, rows);
  const orphans = stands?.orphans ?? [];
  store
    .sql(
      `UPDATE document SET title = ?, kind = ?, folded = ?, publisher = ?, publisher_name = ?, published = ?, language = ?, day = ?, strip = ?, first = ?, statements = ?, withheld = ?,
        commitments = ?, instruments = ?, low = ?, errors = ?, warnings = ?, corrections = ?, orphans = ? WHERE key = ?`,
    )
    .run(
      d.title,
      d.kind,
      titleForm(d.title, name),
      d.publisher,
      d.publisherName,
      d.published,
      d.language,
      d.day,
      d.strip,
      first,
      rows.statements.length,
      d.withheld,
      rows.commitments.length,
      d.instruments,
      d.low,
      d.errors,
      d.warnings,
      d.corrections,
      orphans.length,
      key,
    );
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
