/** How a file is asked: statements are prepared once, transactions are whole or nothing, errors say what they mean. */
import type Database from 'better-sqlite3';
import { type Compilable, DummyDriver, Kysely, SqliteAdapter, SqliteIntrospector, SqliteQueryCompiler } from 'kysely';
import { archiveFault, asFault } from '../fault.ts';
import type { Tables } from './tables.ts';

export interface Store {
  readonly db: Database.Database;
  readonly place: string;
  readonly writable: boolean;
  /** Milliseconds. */
  readonly patience: number;
  /** Number of the last transaction that was written through it; 0 where none was. */
  written: number;
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

/** @param patience milliseconds */
export function storeOf(db: Database.Database, place: string, writable: boolean, patience: number): Store {
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
  const store: Store = {
    db,
    place,
    writable,
    patience,
    written: 0,
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
      let written = 0;
      const result = inside('BEGIN IMMEDIATE', () => {
        const { stamp } = sql('UPDATE state SET stamp = stamp + 1 RETURNING stamp').get() as { stamp: number };
        written = stamp;
        return work(stamp);
      });
      store.written = written;
      return result;
    },
    read: (work) => inside('BEGIN', work),
    close: () => {
      prepared.clear();
      db.close();
    },
  };
  return store;
}
