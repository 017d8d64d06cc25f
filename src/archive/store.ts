/** One SQLite file and how it is asked: statements are prepared once, transactions are whole or nothing, errors say what they mean. */
import { accessSync, constants, existsSync, readFileSync, statSync } from 'node:fs';
import Database from 'better-sqlite3';
import { type Compilable, DummyDriver, Kysely, SqliteAdapter, SqliteIntrospector, SqliteQueryCompiler } from 'kysely';
import { Fault } from '../fault.ts';
import { archiveFault, asFault } from './fault.ts';
import { bringUpToDate, checkOurs } from './forms.ts';
import type { Tables } from './tables.ts';

/** How long a writer waits for another. */
const PATIENCE_MS = 10_000;
/** How long of that it waits in SQLite, where nothing else is done meanwhile: the rest is waited for outside (`patiently`). */
const AT_ONCE_MS = 40;

export interface Store {
  readonly db: Database.Database;
  readonly place: string;
  readonly writable: boolean;
  /** Milliseconds. */
  readonly patience: number;
  /** Makes queries; it has no connection of its own. */
  readonly make: Kysely<Tables>;
  all<R>(query: Compilable<R>): R[];
  get<R>(query: Compilable<R>): R | undefined;
  /** A statement of plain SQL, prepared once. */
  sql(words: string): Database.Statement;
  /** All of it or nothing, on disk when it returns. Others may read meanwhile, and writers wait. */
  write<R>(work: (stamp: number) => R): R;
  /** One consistent view, whatever others write meanwhile. */
  read<R>(work: () => R): R;
  close(): void;
}

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
    return prepare(db, place, writable, timeout);
  } catch (error) {
    db.close();
    throw error;
  }
}

/** Works on the file; while another writes it lets the program do other things, and tries again until its patience ends. @throws Fault `archive/locked` then. */
export async function patiently<R>({ patience }: Store, work: () => R): Promise<R> {
  const until = Date.now() + patience;
  for (;;) {
    try {
      return work();
    } catch (error) {
      if (!(error instanceof Fault && error.code === 'archive/locked') || Date.now() >= until) throw error;
      await new Promise((again) => setTimeout(again, AT_ONCE_MS));
    }
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

function prepare(db: Database.Database, place: string, writable: boolean, patience: number): Store {
  // WAL: readers go on while one writes. FULL: what was acknowledged is on the disk, also when the power fails.
  if (writable) db.pragma('synchronous = FULL');
  db.pragma('foreign_keys = ON');
  db.pragma('cache_size = -32000');
  db.pragma('temp_store = MEMORY');
  // A file from elsewhere may hold triggers and views of its own; they may call nothing that reaches outside.
  db.pragma('trusted_schema = OFF');

  const make = new Kysely<Tables>({
    dialect: {
      createAdapter: () => new SqliteAdapter(),
      createDriver: () => new DummyDriver(),
      createIntrospector: (of) => new SqliteIntrospector(of),
      createQueryCompiler: () => new SqliteQueryCompiler(),
    },
  });
  const prepared = new Map<string, Database.Statement>();
  const sql = (words: string): Database.Statement => {
    let statement = prepared.get(words);
    if (!statement) {
      // Queries with lists of values are many; keep the number bounded.
      if (prepared.size > 400) prepared.clear();
      statement = db.prepare(words);
      prepared.set(words, statement);
    }
    return statement;
  };
  const guarded = <R>(work: () => R): R => {
    try {
      return work();
    } catch (error) {
      throw asFault(error, place);
    }
  };
  let depth = 0;
  const inside = <R>(begin: string, work: () => R): R => {
    if (depth > 0) return work();
    return guarded(() => {
      db.exec(begin);
      depth++;
      try {
        const result = work();
        db.exec('COMMIT');
        return result;
      } catch (error) {
        if (db.inTransaction) db.exec('ROLLBACK');
        throw error;
      } finally {
        depth--;
      }
    });
  };
  return {
    db,
    place,
    writable,
    patience,
    make,
    sql,
    all: (query) =>
      guarded(() => {
        const { sql: words, parameters } = query.compile();
        return sql(words).all(...(parameters as unknown[])) as never;
      }),
    get: (query) =>
      guarded(() => {
        const { sql: words, parameters } = query.compile();
        return sql(words).get(...(parameters as unknown[])) as never;
      }),
    write: (work) => {
      if (!writable) throw archiveFault('read-only', { path: place, reason: 'EACCES' });
      return inside('BEGIN IMMEDIATE', () => {
        const { stamp } = sql('UPDATE state SET stamp = stamp + 1 RETURNING stamp').get() as { stamp: number };
        return work(stamp);
      });
    },
    read: (work) => inside('BEGIN', work),
    close: () => {
      prepared.clear();
      db.close();
    },
  };
}
