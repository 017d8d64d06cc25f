/** What may go wrong with the file: each is told as what it is, and what was kept stays kept. The real database, no mocks. */
import { chmodSync, copyFileSync, mkdtempSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { readDocument } from '../desk/read.ts';
import { loadPack } from '../language/load.ts';
import { keepAll, makeReady } from './changing/keeping.ts';
import { verify } from './changing/upkeep.ts';
import { APPLICATION } from './forms.ts';
import { MIGRATIONS } from './migrations/all.ts';
import { openStore } from './opening.ts';
import { openSqlite } from './sqlite.ts';
import { CALL, JOINT, TALKS, TALKS_EDITED } from './test-readouts.ts';

vi.setConfig({ testTimeout: 60_000 });

const languages = [loadPack(resolve(import.meta.dirname, '../../languages/ja'))];
const incoming = (text: string, from?: string) => {
  const bytes = new TextEncoder().encode(text);
  return {
    bytes,
    reading: readDocument(bytes, { languages, mediaType: 'text/plain' }),
    signed: { who: 'tester', when: '2031-04-09T00:00:00.000Z' },
    ...(from && { from }),
  };
};
/** Many readouts, all different. */
const many = (n: number, first = 0) =>
  Array.from({ length: n }, (_, i) => incoming(TALKS.replace('5月9日、', `5月9日午後${first + i}分、`).replace('概要', `概要その${first + i}`)));

let folder = '';
let path = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'memcon-faults-'));
});
afterAll(() => {
  chmodSync(folder, 0o755);
  rmSync(folder, { recursive: true, force: true });
});
let n = 0;
beforeEach(() => {
  path = join(folder, `${n++}.memcon`);
});

async function filled(documents = [incoming(TALKS), incoming(CALL)]): Promise<void> {
  const archive = openSqlite(path);
  await archive.keep(documents);
  await archive.close();
}

describe('files that are refused, and stay as they were', () => {
  const rows: [what: string, make: () => void, code: string][] = [
    ['of a newer program', () => edit('PRAGMA user_version = 99'), 'archive/newer'],
    ['of another program', () => other('CREATE TABLE t (x)'), 'archive/foreign'],
    [
      'of another program, with a mark of its own',
      () => other('CREATE TABLE t (x); PRAGMA application_id = 7; PRAGMA user_version = 3'),
      'archive/foreign',
    ],
    ['no database at all', () => writeFileSync(path, 'A readout of talks.\n'.repeat(400)), 'archive/no-archive'],
    ['a picture', () => writeFileSync(path, Buffer.from('89504e470d0a1a0a0000000d49484452'.repeat(60), 'hex')), 'archive/no-archive'],
  ];
  test.each(rows)('%s', async (_, make, code) => {
    if (code === 'archive/newer') await filled();
    make();
    const before = readFileSync(path);
    expect(() => openSqlite(path)).toThrow(expect.objectContaining({ code }));
    expect(readFileSync(path).equals(before)).toBe(true);
  });

  test('where there is none, and none is to be made', () => {
    expect(() => openSqlite(path, { create: false })).toThrow(expect.objectContaining({ code: 'archive/none' }));
    expect(() => openSqlite(join(path, 'below', 'a.memcon'))).toThrow();
  });

  function edit(sql: string): void {
    const db = new Database(path);
    db.exec(sql);
    db.pragma('wal_checkpoint(TRUNCATE)');
    db.close();
  }
  function other(sql: string): void {
    const db = new Database(path);
    db.exec(sql);
    db.close();
  }
});

describe('older forms', () => {
  test('are brought up to date, and then hold what they held', async () => {
    await filled();
    const wanted = openSqlite(path);
    const questions = [{ words: '拉致' }, { words: '漁業 -拉致' }, { facets: { dyad: ['JP-GB'] } }];
    const answers = async (archive: ReturnType<typeof openSqlite>) => {
      const all = [];
      for (const question of questions) all.push((await archive.search(question)).items.map(({ id, marks }) => [id, marks]));
      return [all, await archive.dyads(), (await archive.list()).items, await archive.extracts()];
    };
    const before = await answers(wanted);
    await wanted.close();
    // As form 1 had it.
    const db = new Database(path);
    db.exec(`DROP TABLE passage; DROP TABLE passage_words; DROP INDEX document_passages; ALTER TABLE document DROP COLUMN passages;
      ALTER TABLE document DROP COLUMN passage; DROP TABLE fetched; DROP TABLE relation; DROP INDEX event_by_day; DROP TABLE extract; DROP TABLE words; CREATE VIRTUAL TABLE words USING fts5 (own, heading, marks, content = '', contentless_delete = 1, tokenize = 'ascii');
      INSERT INTO words (rowid, own) SELECT key, 'x' FROM statement;
      ALTER TABLE statement DROP COLUMN strength; ALTER TABLE statement DROP COLUMN content_start; ALTER TABLE statement DROP COLUMN content_end;
      ALTER TABLE statement DROP COLUMN named; DROP INDEX document_kind; ALTER TABLE document DROP COLUMN kind; PRAGMA user_version = 1`);
    db.close();
    const archive = openSqlite(path);
    expect(await answers(archive)).toEqual(before);
    expect(await archive.verify()).toEqual([]);
    await archive.close();
  });

  test('texts that are no accounts of talks can be found in a file of the form before, and what tells of talks is left as it is', async () => {
    await filled([incoming(TALKS), incoming(JOINT)]);
    const db = new Database(path);
    const first = db.prepare('SELECT first FROM document WHERE statements > 0').pluck();
    const before = first.get();
    db.exec(`DROP TABLE passage; DROP TABLE passage_words; DROP INDEX document_passages; ALTER TABLE document DROP COLUMN passages;
      ALTER TABLE document DROP COLUMN passage; PRAGMA user_version = 7`);
    const newer = openSqlite(path);
    expect((await newer.searchTexts({ words: '火山' })).items[0]?.passages[0]?.path).toBe('2(b)');
    expect(await newer.verify()).toEqual([]);
    await newer.close();
    expect(first.get()).toBe(before);
    db.close();
  });

  test('numbers follow one another, and each migration is kept for good', () =>
    expect(MIGRATIONS.map(({ number }) => number)).toEqual(MIGRATIONS.map((_, i) => i + 1)));

  test('a migration that fails leaves the file as it was', async () => {
    await filled();
    const before = new Database(path, { readonly: true });
    const schema = before.prepare('SELECT sql FROM sqlite_schema').all();
    before.close();
    const { bringUpToDate } = await import('./forms.ts');
    const store = openStore(path);
    const number = MIGRATIONS.length + 1;
    expect(() => bringUpToDate(store, [...MIGRATIONS, { number, sql: 'CREATE TABLE more (x); DROP TABLE absent' }])).toThrow();
    expect(() =>
      bringUpToDate(store, [...MIGRATIONS, { number, sql: 'PRAGMA defer_foreign_keys = ON; UPDATE content SET version = version + 1000' }]),
    ).toThrow(expect.objectContaining({ code: 'archive/migration-broke-references' }));
    store.close();
    const after = new Database(path, { readonly: true });
    expect(after.prepare('SELECT sql FROM sqlite_schema').all()).toEqual(schema);
    expect(after.pragma('application_id', { simple: true })).toBe(APPLICATION);
    after.close();
    expect(await openSqlite(path).verify()).toEqual([]);
  });
});

describe('a damaged file', () => {
  test.each([0.1, 0.4, 0.7, 0.95])('cut at %d', async (share) => {
    await filled(many(40));
    truncateSync(path, Math.floor(statSync(path).size * share));
    await toldAsDamage();
  });

  test.each([11, 12, 13, 14, 15, 16])('overwritten here and there (%i)', async (seed) => {
    await filled(many(40));
    const bytes = readFileSync(path);
    let a = seed;
    for (let i = 0; i < 60; i++) {
      a = (Math.imul(a, 1103515245) + 12345) >>> 0;
      bytes[4096 + (a % (bytes.length - 4096))] = a & 0xff;
    }
    writeFileSync(path, bytes);
    await toldAsDamage();
  });

  /** Either it cannot be opened, or verify says what is wrong; whatever is asked, only Faults come. */
  async function toldAsDamage(): Promise<void> {
    let findings = 0;
    const ask = async (work: () => unknown) => {
      try {
        return await work();
      } catch (error) {
        expect(error).toMatchObject({ name: 'Fault', code: expect.stringMatching(/^archive\/(damaged|no-archive|io)$/) });
        findings++;
        return undefined;
      }
    };
    const archive = (await ask(() => openSqlite(path))) as ReturnType<typeof openSqlite> | undefined;
    if (archive) {
      const found = (await ask(() => archive.verify())) as unknown[] | undefined;
      findings += found?.length ?? 0;
      await ask(() => archive.list());
      await ask(() => archive.search({ words: '拉致', count: ['act'] }));
      await ask(() => archive.keep([incoming(CALL)]));
      await archive.close();
    }
    expect(findings).toBeGreaterThan(0);
  }

  test('bytes and words that were changed inside are found by verify', async () => {
    await filled();
    const db = new Database(path);
    db.exec("UPDATE statement SET quote = replace(quote, '両外相', '両大臣') WHERE quote LIKE '両外相%'");
    db.exec('UPDATE content SET bytes = (SELECT bytes FROM content WHERE version = 2) WHERE version = 1');
    db.exec('DELETE FROM words WHERE rowid = 1');
    db.close();
    const archive = openSqlite(path);
    const found = (await archive.verify()).map(({ what }) => what);
    expect(found).toContain('bytes');
    expect(found).toContain('index');
    await archive.close();
  });
});

describe('another program at the file', () => {
  test('reading goes on beside a writer; writing waits, then says so, and nothing is lost', async () => {
    await filled();
    const db = new Database(path);
    db.exec('BEGIN IMMEDIATE');
    const archive = openSqlite(path, { patience: 50 });
    expect((await archive.list()).items.length).toBe(2);
    await expect(archive.keep([incoming(TALKS_EDITED)])).rejects.toMatchObject({ code: 'archive/locked' });
    db.exec('COMMIT');
    db.close();
    expect((await archive.keep([incoming(TALKS_EDITED)])).length).toBe(1);
    expect(await archive.verify()).toEqual([]);
    await archive.close();
  });

  test('while it waits to write, it answers', async () => {
    await filled();
    const db = new Database(path);
    db.exec('BEGIN IMMEDIATE');
    const archive = openSqlite(path);
    const kept = archive.keep([incoming(TALKS_EDITED)]);
    for (let i = 0; i < 5; i++) {
      await new Promise((done) => setTimeout(done, 60));
      expect((await archive.list()).items.length).toBe(2);
    }
    db.exec('COMMIT');
    db.close();
    expect((await kept).length).toBe(1);
    await archive.close();
  });

  test('what another connection writes is found', async () => {
    await filled();
    const [one, other] = [openSqlite(path), openSqlite(path)];
    expect((await one.search({ words: '早期に開催' })).total).toBe(0);
    await other.keep([incoming(TALKS_EDITED)]);
    expect((await one.search({ words: '早期に開催', count: ['side'] })).facets.side).toEqual([{ value: 'joint', count: 1, chosen: false }]);
    await one.close();
    await other.close();
  });
});

describe('a full disk', () => {
  test('is said, takes nothing with it, and the work goes on where there is room again', async () => {
    await filled();
    const store = openStore(path);
    const pages = store.db.pragma('page_count', { simple: true }) as number;
    store.db.pragma(`max_page_count = ${pages + 6}`);
    const ready = many(60).map(makeReady);
    expect(() => keepAll(store, ready)).toThrow(expect.objectContaining({ code: 'archive/disk-full' }));
    expect(await verify(store)).toEqual([]);
    store.db.pragma('max_page_count = 1000000');
    expect(keepAll(store, ready).filter(({ how }) => how === 'added').length).toBe(60);
    expect(await verify(store)).toEqual([]);
    store.close();
  });
});

describe('an archive that may only be read', () => {
  /** The superuser may write everything; for the while of a test it is somebody else. */
  async function asReader(work: () => Promise<void>): Promise<void> {
    const root = process.getuid?.() === 0;
    if (root) process.seteuid?.(65534);
    try {
      await work();
    } finally {
      if (root) process.seteuid?.(0);
    }
  }

  test.each([
    ['the file', 0o444, 0o755],
    ['the file and its folder', 0o444, 0o555],
  ])('%s', async (_, file, around) => {
    await filled();
    const own = mkdtempSync(join(folder, 'ro-'));
    const copy = join(own, 'a.memcon');
    copyFileSync(path, copy);
    chmodSync(folder, 0o755);
    chmodSync(copy, file);
    chmodSync(own, around);
    await asReader(async () => {
      const archive = openSqlite(copy);
      expect(archive.writable).toBe(false);
      expect((await archive.list()).items.length).toBe(2);
      expect((await archive.search({ words: '拉致' })).total).toBe(2);
      await expect(archive.keep([incoming(TALKS_EDITED)])).rejects.toMatchObject({ code: 'archive/read-only' });
      await expect(
        archive.correct({ on: { of: 'archive' }, change: { set: 'same', names: ['a', 'b'] }, who: 'x', when: 'y', why: 'z' }),
      ).rejects.toMatchObject({
        code: 'archive/read-only',
      });
      expect(await archive.verify()).toEqual([]);
      await archive.close();
    });
    chmodSync(own, 0o755);
  });
});
