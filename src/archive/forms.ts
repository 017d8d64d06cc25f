/** Bringing a file to the form of this program: migrations in order, each whole or not at all. */
import type { Database } from 'better-sqlite3';
import { correctionsOf } from './changing/corrections.ts';
import { rederive } from './changing/rederiving.ts';
import { beginDraft, endDraft } from './deriving/derived.ts';
import { archiveFault } from './fault.ts';
import type { Store } from './file/store.ts';
import { MIGRATIONS } from './migrations/all.ts';
import type { Migration } from './migrations/migration.ts';

/** "MEMC": marks the file as ours. */
export const APPLICATION = 0x4d454d43;

/** @throws Fault `archive/foreign` and `archive/newer`; the file is as it was. */
export function checkOurs(db: Database, place: string, migrations: readonly Migration[] = MIGRATIONS): void {
  const newest = migrations.at(-1)?.number ?? 0;
  const form = db.pragma('user_version', { simple: true }) as number;
  if (!isEmpty(db) && db.pragma('application_id', { simple: true }) !== APPLICATION) throw archiveFault('foreign', { path: place });
  if (form > newest) throw archiveFault('newer', { path: place, theirs: String(form), ours: String(newest) });
}

function isEmpty(db: Database): boolean {
  return (db.prepare('SELECT count(*) AS n FROM sqlite_schema').get() as { n: number }).n === 0;
}

const EVERY = 'SELECT key FROM document WHERE removed IS NULL ORDER BY key';

/** @throws Fault `archive/no-archive`, `archive/older-read-only`, `archive/migration-broke-references`; the file is then as it was. */
export function bringUpToDate(store: Store, migrations: readonly Migration[] = MIGRATIONS): void {
  const { db, place, writable } = store;
  const newest = migrations.at(-1)?.number ?? 0;
  const form = () => db.pragma('user_version', { simple: true }) as number;
  if (form() === newest) return;
  if (!writable) throw archiveFault(isEmpty(db) ? 'no-archive' : 'older-read-only', { path: place });
  for (const together of transactionsOf(migrations)) {
    db.exec('BEGIN IMMEDIATE');
    try {
      // Another process may have done it while this one waited.
      const due = together.filter(({ number }) => form() < number);
      for (const migration of due) step(store, migration);
      rederiveFor(store, due);
      for (const { number } of due.slice(-1)) settle(store, number);
      db.exec('COMMIT');
    } catch (error) {
      if (db.inTransaction) db.exec('ROLLBACK');
      throw error;
    }
  }
}

/** One each; but what is derived is made in the newest form only, so that all from the first step that makes it anew are one. */
function transactionsOf(migrations: readonly Migration[]): (readonly Migration[])[] {
  const at = migrations.findIndex(({ rederive }) => rederive);
  const alone = at < 0 ? migrations : migrations.slice(0, at);
  return [...alone.map((one) => [one]), ...(at < 0 ? [] : [migrations.slice(at)])];
}

function step({ db }: Store, { number, sql }: Migration): void {
  db.exec(sql);
  db.pragma(`user_version = ${number}`);
}

function settle({ db, place }: Store, number: number): void {
  const broken = db.pragma('foreign_key_check') as unknown[];
  if (broken.length > 0) throw archiveFault('migration-broke-references', { path: place, number: String(number) });
  db.pragma(`application_id = ${APPLICATION}`);
}

/** Makes lists, facets and index anew, of the documents that these steps ask for, from the records and corrections that are kept. */
function rederiveFor(store: Store, due: readonly Migration[]): void {
  const queries = due.flatMap(({ rederive }) => rederive ?? []);
  if (queries.length === 0) return;
  const { stamp } = store.db.prepare('UPDATE state SET stamp = stamp + 1 RETURNING stamp').get() as { stamp: number };
  const chosen = queries.includes(true) ? [EVERY] : (queries as string[]);
  const keys = [...new Set(chosen.flatMap((query) => store.db.prepare(query).pluck().all() as number[]))];
  // Some at a time, so that the facets that are gathered stay few.
  for (let i = 0; i < keys.length; i += 256) {
    const draft = beginDraft(store, stamp);
    for (const key of keys.slice(i, i + 256)) rederive(draft, key, correctionsOf(store, key));
    endDraft(draft);
  }
}
