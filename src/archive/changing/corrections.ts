/** Corrections as they are kept: those of a document, those of the archive, and those whose words are gone. */
import type { Correction } from '../../record/correction.ts';
import type { OrphanRow } from '../archive.ts';
import type { Store } from '../file/store.ts';

interface Row {
  readonly id: string;
  readonly document: string | null;
  readonly subject: string;
  readonly change: string;
  readonly who: string;
  readonly at: string;
  readonly why: string;
}

const COLUMNS = 'c.id, d.id AS document, c.subject, c.change, c.who, c.at, c.why FROM correction c LEFT JOIN document d ON d.key = c.document';

function fromRow({ id, document, subject, change, who, at, why }: Row): Correction {
  return { id, ...(document !== null && { document }), on: JSON.parse(subject), change: JSON.parse(change), who, when: at, why };
}

/** All of one document, oldest first. */
export function correctionsOf(store: Store, document: number): Correction[] {
  return (store.sql(`SELECT ${COLUMNS} WHERE c.document = ? ORDER BY c.key`).all(document) as Row[]).map(fromRow);
}

export function corrections(store: Store, query: { readonly document?: string; readonly who?: string } = {}): Correction[] {
  const rows = store
    .sql(
      `SELECT ${COLUMNS} WHERE (@document IS NULL OR c.document = (SELECT document FROM version WHERE id = @document)) AND (@who IS NULL OR c.who = @who) ORDER BY c.key`,
    )
    .all({ document: query.document ?? null, who: query.who ?? null }) as Row[];
  return rows.map(fromRow);
}

export function orphans(store: Store, query: { readonly document?: string } = {}): OrphanRow[] {
  const rows = store
    .sql(
      `SELECT d.id AS owner, d.title, o.reason, ${COLUMNS} JOIN orphan o ON o.correction = c.key AND o.document = c.document
       WHERE d.removed IS NULL AND (@document IS NULL OR c.document = (SELECT document FROM version WHERE id = @document)) ORDER BY c.key`,
    )
    .all({ document: query.document ?? null }) as (Row & { owner: string; title: string | null; reason: OrphanRow['reason'] })[];
  return rows.map((row) => {
    const correction = fromRow(row);
    const anchor = 'anchor' in correction.on ? correction.on.anchor : undefined;
    return { document: row.owner, ...(row.title !== null && { title: row.title }), correction, reason: row.reason, ...(anchor && { anchor }) };
  });
}
