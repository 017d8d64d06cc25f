/** Care of the file: does everything hold, and a copy of it. */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import type { Reading } from '../../record/reading.ts';
import { standing } from '../../record/standing.ts';
import type { Finding } from '../archive.ts';
import { BLOCK, blockOf, fromBlob } from '../deriving/packing.ts';
import { type DocumentRows, makeRows } from '../deriving/rows.ts';
import { archiveFault } from '../fault.ts';
import type { Store } from '../file/store.ts';
import { unpack, unpackRecord } from './content.ts';
import { correctionsOf } from './corrections.ts';

/** A damaged file has more than these; the first tell what it is. */
const MOST = 200;

export async function verify(store: Store, progress?: (done: number, all: number) => void): Promise<Finding[]> {
  const findings: Finding[] = [];
  /** What cannot even be asked is a finding too. */
  const attempt = (what: string, work: () => void): void => {
    try {
      work();
    } catch (error) {
      findings.push({ what, detail: (error as Error).message });
    }
  };
  attempt('file', () => {
    for (const line of store.db.pragma('integrity_check(50)') as { integrity_check: string }[])
      if (line.integrity_check !== 'ok') findings.push({ what: 'file', detail: line.integrity_check });
  });
  attempt('reference', () => {
    for (const row of store.db.pragma('foreign_key_check') as { table: string; rowid: number; parent: string }[])
      findings.push({ what: 'reference', detail: `${row.table} ${row.rowid} → ${row.parent}` });
  });
  if (store.writable)
    for (const index of ['words', 'passage_words'])
      attempt('index', () => store.sql(`INSERT INTO ${index} (${index}) VALUES ('integrity-check')`).run());
  const versions: { key: number; id: string; n: number; sha256: string; size: number; document: number }[] = [];
  attempt('file', () => {
    for (const version of allVersions(store)) versions.push(version);
  });
  for (const [i, version] of versions.entries()) {
    if (findings.length >= MOST) break;
    attempt('record', () => verifyVersion(version));
    if (i % 200 === 199) {
      progress?.(i + 1, versions.length);
      await new Promise((done) => setImmediate(done));
    }
  }
  progress?.(versions.length, versions.length);
  return findings;

  function verifyVersion(version: (typeof versions)[number]): void {
    const owner = store.sql('SELECT id, n, removed, first, statements FROM document WHERE key = ?').get(version.document) as
      | { id: string; n: number; removed: string | null; first: number; statements: number }
      | undefined;
    const add = (what: string, detail: string) =>
      findings.push({ what, document: owner?.id ?? version.id, detail: `version ${version.n}: ${detail}` });
    const row = store.sql('SELECT bytes, record FROM content WHERE version = ?').get(version.key) as
      | { bytes: Uint8Array; record: Uint8Array }
      | undefined;
    if (!row) {
      add('bytes', 'there is no content');
      return;
    }
    let reading: Reading;
    try {
      const bytes = unpack(row.bytes);
      if (createHash('sha256').update(bytes).digest('hex') !== version.sha256) add('bytes', 'the bytes are not those that came');
      reading = unpackRecord(row.record);
    } catch (error) {
      add('record', (error as Error).message);
      return;
    }
    for (const detail of spanFaults(reading)) add(detail.startsWith('quote') ? 'quote' : 'span', detail);
    if (owner && version.n === owner.n && owner.removed === null)
      for (const detail of indexFaults(store, version.document, owner, reading)) add('index', detail);
  }
}

function allVersions(store: Store): { key: number; id: string; n: number; sha256: string; size: number; document: number }[] {
  return store.sql('SELECT key, id, n, sha256, size, document FROM version ORDER BY key').all() as ReturnType<typeof allVersions>;
}

/** Spans outside the text, and quotes that are not the words at their span. */
export function spanFaults(reading: Reading): string[] {
  const { text } = reading.document;
  const wrong: string[] = [];
  const walk = (value: unknown, path: string): void => {
    if (Array.isArray(value)) {
      value.forEach((each, i) => {
        walk(each, `${path}[${i}]`);
      });
      return;
    }
    if (!value || typeof value !== 'object') return;
    const { span, quote, text: words } = value as { span?: unknown; quote?: unknown; text?: unknown };
    if (span !== undefined) {
      const [start, end] = Array.isArray(span) ? (span as number[]) : [];
      if (start === undefined || end === undefined || !(start >= 0 && start <= end && end <= text.length))
        wrong.push(`span of ${path} is outside the text`);
      else {
        const told = quote ?? words;
        if (typeof told === 'string' && text.slice(start, end) !== told) wrong.push(`quote of ${path} is not the words at its span`);
      }
    }
    for (const [key, inner] of Object.entries(value)) walk(inner, path === '' ? key : `${path}.${key}`);
  };
  walk({ ...reading, document: { ...reading.document, text: undefined } }, '');
  return wrong;
}

/** Whether lists and index hold what the record says. */
function indexFaults(store: Store, document: number, owner: { first: number; statements: number }, reading: Reading): string[] {
  const stands = standing(reading, correctionsOf(store, document));
  const rows = makeRows(stands);
  const kept = store
    .sql('SELECT key, id, quote, act FROM statement WHERE key BETWEEN ? AND ? ORDER BY key')
    .all(owner.first, owner.first + owner.statements - 1) as {
    key: number;
    id: string;
    quote: string;
    act: string;
  }[];
  const wanted = rows.statements.map(({ id, quote, act }) => `${id} ${act} ${quote}`).join('\n');
  if (kept.map(({ id, quote, act }) => `${id} ${act} ${quote}`).join('\n') !== wanted)
    return ['the statements of the list are not those of the record'];
  const extract = store.sql('SELECT data FROM extract WHERE document = ?').pluck().get(document);
  const wrong: string[] = extract === rows.extract ? [] : ['what goes into the ledgers is not what the record says'];
  let no = -1;
  let block: Uint32Array | undefined;
  for (const [i, { key, id }] of kept.entries()) {
    if (blockOf(key) !== no) {
      no = blockOf(key);
      const row = store.sql('SELECT data FROM facet_block WHERE no = ?').get(no) as { data: Uint8Array } | undefined;
      block = row && fromBlob(row.data);
    }
    const at = block?.[key % BLOCK] ?? 0;
    if (!block || at === 0) wrong.push(`statement ${id} has no facets`);
    else if ((block[at + 1] as number) >>> 16 !== Math.min(rows.statements[i]?.quote.length ?? 0, 0x7fff))
      wrong.push(`the facets of statement ${id} are of another`);
    if (!store.sql('SELECT 1 FROM words WHERE rowid = ?').get(key)) wrong.push(`statement ${id} is not in the index`);
  }
  return [...wrong, ...passageFaults(store, document, rows)];
}

function passageFaults(store: Store, document: number, { passages }: DocumentRows): string[] {
  const owner = store.sql('SELECT passage AS first, passages AS n FROM document WHERE key = ?').get(document) as { first: number | null; n: number };
  const kept = store
    .sql('SELECT key, path, start, words FROM passage WHERE key BETWEEN ? AND ? ORDER BY key')
    .all(owner.first, (owner.first ?? 0) + owner.n - 1) as {
    key: number;
    path: string;
    start: number;
    words: string;
  }[];
  const told = (all: readonly { path: string; start: number; words: string }[]) =>
    all.map(({ path, start, words }) => `${path} ${start} ${words}`).join('\n');
  if (told(kept) !== told(passages)) return ['the passages that are searched are not those of the record'];
  return kept.flatMap(({ key, path }) =>
    store.sql('SELECT 1 FROM passage_words WHERE rowid = ?').get(key) ? [] : [`a passage at ${path} is not in the index`],
  );
}

export async function backup(store: Store, to: string, progress?: (done: number, all: number) => void): Promise<void> {
  if (existsSync(to)) throw archiveFault('copy-exists', { path: to });
  await store.db.backup(to, {
    progress: ({ totalPages, remainingPages }) => {
      progress?.(totalPages - remainingPages, totalPages);
      return 2_000;
    },
  });
}
