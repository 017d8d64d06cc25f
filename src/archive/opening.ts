/** One SQLite file opened: whose it is is looked at first, then it is brought to the form of this program. */
import { accessSync, constants, existsSync, readFileSync, statSync } from 'node:fs';
import Database from 'better-sqlite3';
import { Fault } from '../fault.ts';
import { archiveFault, asFault } from './fault.ts';
import { AT_ONCE_MS, PATIENCE_MS } from './file/patience.ts';
import { type Store, storeOf } from './file/store.ts';
import { bringUpToDate, checkOurs } from './forms.ts';

export interface StoreOptions {
  /** Makes the file where there is none; true where it is left out. */
  readonly create?: boolean;
  readonly patience?: number;
}

/** @throws Fault `archive/…` where the file is missing, newer, foreign, damaged, locked or cannot be opened. */
export function openStore(place: string, options: StoreOptions = {}): Store {
  const memory = place === ':memory:';
  if (!memory && options.create === false && !existsSync(place)) throw archiveFault('none', { path: place });
  const until = Date.now() + (options.patience ?? PATIENCE_MS);
  for (;;) {
    try {
      return prepared(place, options);
    } catch (error) {
      const fault = asFault(error, place);
      // While another process makes the file SQLite does not wait: two could wait for each other.
      if (!(fault instanceof Fault && fault.code === 'archive/locked') || Date.now() >= until) throw fault;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, AT_ONCE_MS);
    }
  }
}

function prepared(place: string, options: StoreOptions): Store {
  const store = open(place, options);
  try {
    bringUpToDate(store);
    store.db.pragma(`busy_timeout = ${Math.min(AT_ONCE_MS, store.patience)}`);
    return store;
  } catch (error) {
    store.close();
    throw error;
  }
}

function open(place: string, options: StoreOptions): Store {
  let db: Database.Database;
  let writable = true;
  const timeout = options.patience ?? PATIENCE_MS;
  try {
    db = new Database(place, { timeout });
    // Before anything is written to it, even how it keeps its log.
    checkOurs(db, place);
    db.pragma('journal_mode = WAL');
    writable = place === ':memory:' || mayWrite(place);
  } catch (error) {
    const { code } = error as { code?: string };
    if (!code || !/^SQLITE_(READONLY|CANTOPEN)/.test(code) || !existsSync(place)) throw error;
    db = openReadOnly(place, timeout);
    checkOurs(db, place);
    writable = false;
  }
  try {
    return storeOf(db, place, writable, timeout);
  } catch (error) {
    db.close();
    throw error;
  }
}

function mayWrite(place: string): boolean {
  try {
    accessSync(place, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

/** The most that a database in memory may hold. */
const MOST_IN_MEMORY = 1_000_000_000;
/** Where a file says by which journal it is written, and what stands for none in particular. */
const JOURNAL_AT = [18, 19];

/**
 * In a folder where nothing may be written the shared memory of the log cannot be made, and SQLite does not open the file.
 * Then it is taken into memory whole, provided that the log beside it is empty.
 */
function openReadOnly(place: string, timeout: number): Database.Database {
  try {
    const db = new Database(place, { readonly: true, timeout });
    db.prepare('SELECT count(*) FROM sqlite_schema').get();
    return db;
  } catch (error) {
    const log = `${place}-wal`;
    if (!String((error as { code?: string }).code).match(/^SQLITE_(READONLY|CANTOPEN)/)) throw error;
    if ((existsSync(log) && statSync(log).size > 0) || statSync(place).size > MOST_IN_MEMORY) throw archiveFault('read-only-folder', { path: place });
    const bytes = readFileSync(place);
    for (const at of JOURNAL_AT) if (bytes[at] === 2) bytes[at] = 1;
    return new Database(bytes, { readonly: true });
  }
}
