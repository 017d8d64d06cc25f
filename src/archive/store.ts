/** One SQLite file and how it is asked: statements are prepared once, transactions are whole or nothing, errors say what they mean. */
import { accessSync, constants, existsSync, statSync } from 'node:fs';
import Database from 'better-sqlite3';
import { type Compilable, DummyDriver, Kysely, SqliteAdapter, SqliteIntrospector, SqliteQueryCompiler } from 'kysely';
import { archiveFault, asFault } from './fault.ts';
import { MIGRATIONS } from './migrations/all.ts';
import type { Tables } from './tables.ts';

/** "MEMC": marks the file as ours. */
export const APPLICATION = 0x4d454d43;
/** How long a writer waits for another. */
const PATIENCE_MS = 10_000;

export interface Store {
  readonly db: Database.Database;
  readonly place: string;
  readonly writable: boolean;
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
  try {
    return open(place, options);
  } catch (error) {
    throw asFault(error, place);
  }
}

function open(place: string, options: StoreOptions): Store {
  let db: Database.Database;
  let writable = true;
  const timeout = options.patience ?? PATIENCE_MS;
  try {
    db = new Database(place, { timeout });
    // Opening is lazy: a file that may only be read shows at the first write.
    if (place !== ':memory:' && existsSync(place) && statSync(place).size > 0) db.pragma('schema_version');
    db.pragma('journal_mode = WAL');
    writable = place === ':memory:' || mayWrite(place);
  } catch (error) {
    const { code } = error as { code?: string };
    if (!code || !/^SQLITE_(READONLY|CANTOPEN)/.test(code) || !existsSync(place)) throw error;
    db = openReadOnly(place, timeout);
    writable = false;
  }
  try {
    return prepare(db, place, writable);
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

/** In a folder where nothing may be written the shared memory of the log cannot be made: then the file alone is read, if the log is empty. */
function openReadOnly(place: string, timeout: number): Database.Database {
  try {
    const db = new Database(place, { readonly: true, timeout });
    db.prepare('SELECT count(*) FROM sqlite_schema').get();
    return db;
  } catch (error) {
    const log = `${place}-wal`;
    if (existsSync(log) && statSync(log).size > 0) throw error;
    return new Database(`file:${encodeURI(place).replace(/[?#]/g, encodeURIComponent)}?immutable=1`, { readonly: true, timeout });
  }
}

function prepare(db: Database.Database, place: string, writable: boolean): Store {
  // WAL: readers go on while one writes. FULL: what was acknowledged is on the disk, also when the power fails.
  if (writable) db.pragma('synchronous = FULL');
  db.pragma('foreign_keys = ON');
  db.pragma('cache_size = -32000');
  db.pragma('temp_store = MEMORY');
  // A file from elsewhere may hold triggers and views of its own; they may call nothing that reaches outside.
  db.pragma('trusted_schema = OFF');
  bringUpToDate(db, place, writable);

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

function bringUpToDate(db: Database.Database, place: string, writable: boolean): void {
  const newest = MIGRATIONS.at(-1)?.number ?? 0;
  const form = () => db.pragma('user_version', { simple: true }) as number;
  const ours = db.pragma('application_id', { simple: true }) === APPLICATION;
  const empty = (db.prepare('SELECT count(*) AS n FROM sqlite_schema').get() as { n: number }).n === 0;
  if (!ours && !empty) throw archiveFault('foreign', { path: place });
  if (form() > newest) throw archiveFault('newer', { path: place, theirs: String(form()), ours: String(newest) });
  if (form() === newest) return;
  if (!writable) throw archiveFault(empty ? 'no-archive' : 'older-read-only', { path: place });
  for (const { number, sql } of MIGRATIONS) {
    db.exec('BEGIN IMMEDIATE');
    try {
      // Another process may have done it while this one waited.
      if (form() < number) {
        db.exec(sql);
        const broken = db.pragma('foreign_key_check') as unknown[];
        if (broken.length > 0) throw archiveFault('migration-broke-references', { path: place, number: String(number) });
        db.pragma(`application_id = ${APPLICATION}`);
        db.pragma(`user_version = ${number}`);
      }
      db.exec('COMMIT');
    } catch (error) {
      if (db.inTransaction) db.exec('ROLLBACK');
      throw error;
    }
  }
}
