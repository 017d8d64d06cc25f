/**
 * What is derived from a standing reading and can be made again at any time: rows for lists, facets and search. Written
 * and taken out whole, a document at a time, inside a transaction of the caller.
 */

import type { Side } from '../archive.ts';
import type { Store } from '../file/store.ts';
import { countAppearance, entityFor } from './entities.ts';
import type { Packed } from './packing.ts';
import { BLOCK, blockOf, fromBlob, repacked, toBlob } from './packing.ts';
import { dropPassages, writePassages } from './passage-rows.ts';
import { type DocumentRows, MARK, marked, type NamePart, NO_TEXT_KIND, PARTS, type TalksPart, TEXT_KINDS } from './rows.ts';

export const SIDES: readonly Side[] = ['own', 'other', 'joint', 'each', 'unknown'];

/** Gathers what a transaction does to facets, so that each block is written once. */
export interface Draft {
  readonly store: Store;
  readonly stamp: number;
  readonly blocks: Map<number, Map<number, Packed | undefined>>;
  readonly codes: Map<string, number>;
  /** The next key of a statement; none is given twice. */
  next: number;
}

export function beginDraft(store: Store, stamp: number): Draft {
  const { next } = store.sql('SELECT next FROM state').get() as { next: number };
  return { store, stamp, blocks: new Map(), codes: new Map(), next };
}

/** Writes the facets that were gathered. */
export function endDraft({ store, stamp, blocks, next }: Draft): void {
  const read = store.sql('SELECT data FROM facet_block WHERE no = ?');
  const put = store.sql(
    'INSERT INTO facet_block (no, stamp, data) VALUES (?, ?, ?) ON CONFLICT (no) DO UPDATE SET stamp = excluded.stamp, data = excluded.data',
  );
  for (const [no, changes] of blocks) {
    const old = read.get(no) as { data: Uint8Array } | undefined;
    put.run(no, stamp, toBlob(repacked(old && fromBlob(old.data), changes)));
  }
  blocks.clear();
  store.sql('UPDATE state SET next = ?').run(next);
}

function setFacets({ blocks }: Draft, key: number, packed: Packed | undefined): void {
  const no = blockOf(key);
  let block = blocks.get(no);
  if (!block) {
    block = new Map();
    blocks.set(no, block);
  }
  block.set(key - no * BLOCK, packed);
}

/** The number of a facet's value; 0 for none. */
function codeOf({ store, codes }: Draft, facet: string, value: string | null): number {
  if (value === null) return 0;
  const name = `${facet}\n${value}`;
  let code = codes.get(name);
  if (code === undefined) {
    store.sql('INSERT INTO facet_value (facet, value) VALUES (?, ?) ON CONFLICT DO NOTHING').run(facet, value);
    code = (store.sql('SELECT code FROM facet_value WHERE facet = ? AND value = ?').get(facet, value) as { code: number }).code;
    codes.set(name, code);
  }
  return code;
}

/** @returns the key of its first statement. */
export function writeDerived(draft: Draft, document: number, language: string, rows: DocumentRows): number {
  const { store } = draft;
  // Given once, also to a document without statements: it names this writing of it.
  const first = draft.next;
  if (rows.statements.length === 0) draft.next++;
  const talksKeys = rows.talks.map((one, nth): number => {
    const { lastInsertRowid } = store
      .sql(
        'INSERT INTO talks (document, nth, id, kind, level, date, day, start, duration, place, host, occasion, ordinal, parties, statements, withheld) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
      )
      .run(
        document,
        nth,
        one.id,
        one.kind,
        one.level,
        one.date,
        one.day,
        one.start,
        one.duration,
        one.place,
        one.host,
        one.occasion,
        one.ordinal,
        one.parties,
        one.statements,
        one.withheld,
      );
    const key = Number(lastInsertRowid);
    const dyad = store.sql('INSERT INTO talks_dyad (dyad, day, talks) VALUES (?, ?, ?)');
    for (const each of one.dyads) dyad.run(each, one.day ?? '', key);
    return key;
  });
  store.sql('INSERT INTO extract (document, data) VALUES (?, ?)').run(document, rows.extract);
  countRelations(store, rows.talks, 1);
  const entities = rows.names.map((one) => writeName(draft, document, language, one, talksKeys[one.talks] ?? null));

  const put = store.sql(
    'INSERT INTO statement (key, document, talks, id, path, heading, quote, act, verb, side, speakers, topics, withheld, low, corrected, strength, content_start, content_end, named) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
  );
  const index = store.sql('INSERT INTO words (rowid, grams) VALUES (?, ?)');
  const languageCode = codeOf(draft, 'language', language);
  const text = textKindOf(rows.document.kind);
  for (const one of rows.statements) {
    const key = draft.next++;
    const talks = rows.talks[one.talks];
    put.run(
      key,
      document,
      talksKeys[one.talks] ?? null,
      one.id,
      one.path,
      one.heading,
      one.quote,
      one.act,
      one.verb,
      one.side,
      one.speakers,
      JSON.stringify(one.topics),
      one.withheld ? 1 : 0,
      one.low ? 1 : 0,
      one.corrected ? 1 : 0,
      one.strength,
      one.content[0],
      one.content[1],
      one.named,
    );
    const day = talks?.day ?? rows.document.day;
    const packed: Packed = {
      day: day === null ? 0 : Number(day.replaceAll('-', '')),
      side: SIDES.indexOf(one.side),
      part: PARTS.indexOf(one.part),
      withheld: one.withheld,
      low: one.low,
      corrected: one.corrected,
      text,
      length: one.quote.length,
      group: talksKeys[one.talks] ?? 0,
      act: codeOf(draft, 'act', one.act),
      level: codeOf(draft, 'level', talks?.level ?? null),
      kind: codeOf(draft, 'kind', talks?.kind ?? null),
      language: languageCode,
      dyads: (talks?.dyads ?? []).map((each) => codeOf(draft, 'dyad', each)),
      topics: one.topics.map((each) => codeOf(draft, 'topic', each)),
      people: one.people.map((i) => entities[i] as number),
    };
    setFacets(draft, key, packed);
    index.run(key, one.grams + marksOf(packed));
  }

  const promise = store.sql(
    'INSERT INTO commitment (document, nth, id, talks, kind, by_parties, to_parties, what, due, due_day, stage, statement, path) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
  );
  for (const [nth, one] of rows.commitments.entries())
    promise.run(
      document,
      nth,
      one.id,
      talksKeys[one.talks] ?? null,
      one.kind,
      one.by,
      one.to,
      one.what,
      one.due,
      one.dueDay,
      one.stage,
      one.statement,
      one.path,
    );
  writePassages(store, document, rows.passages);
  return first;
}

/** Adds a document to the relations of its talks, or takes it off. */
function countRelations(store: Store, talks: readonly Pick<TalksPart, 'day' | 'dyads' | 'statements'>[], by: 1 | -1): void {
  const all = new Map<string, { dyad: string; year: string; talks: number; statements: number }>();
  for (const { day, dyads, statements } of talks)
    for (const dyad of dyads) {
      const year = day?.slice(0, 4) ?? '';
      const one = all.get(`${dyad} ${year}`) ?? { dyad, year, talks: 0, statements: 0 };
      one.talks++;
      one.statements += statements;
      all.set(`${dyad} ${year}`, one);
    }
  const count = store.sql(
    `INSERT INTO relation (dyad, year, talks, documents, statements) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET talks = talks + excluded.talks, documents = documents + excluded.documents, statements = statements + excluded.statements`,
  );
  for (const one of all.values()) count.run(one.dyad, one.year, by * one.talks, by, by * one.statements);
}

function writeName({ store }: Draft, document: number, language: string, part: NamePart, talks: number | null): number {
  const entity = entityFor(store, part);
  store
    .sql(
      'INSERT INTO appearance (entity, document, talks, way, name, office, role, party, language, day, statements) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
    )
    .run(entity, document, talks, part.way, part.name, part.office, part.role, part.party, language, part.day, part.statements);
  countAppearance(store, entity, part.name, language, part.statements, 1);
  for (const { event, date, day, statement, quote } of part.events)
    store
      .sql('INSERT INTO instrument_event (entity, document, event, date, day, statement, quote) VALUES (?, ?, ?, ?, ?, ?, ?)')
      .run(entity, document, event, date, day, statement, quote);
  return entity;
}

function textKindOf(kind: string | null): number {
  const number = (TEXT_KINDS as readonly (string | null)[]).indexOf(kind);
  return number < 0 ? NO_TEXT_KIND : number;
}

/** The facets as words of the index, so that a search over many hits is narrowed by them where it is made. */
export function marksOf(packed: Packed): string {
  const codes = [packed.act, packed.level, packed.kind, packed.language, ...packed.dyads, ...packed.topics].filter((code) => code > 0);
  return marked(
    [
      `y${Math.floor(packed.day / 10_000)}`,
      `s${packed.side}`,
      `b${packed.part}`,
      `w${packed.withheld ? 1 : 0}`,
      ...codes.map((code) => `f${code}`),
      ...packed.people.map((key) => `p${key}`),
    ].join(' '),
    MARK,
  );
}

/** Takes out all that `writeDerived` wrote for a document. */
export function dropDerived(draft: Draft, document: number): void {
  const { store } = draft;
  const row = store.sql('SELECT first, statements FROM document WHERE key = ?').get(document) as { first: number; statements: number };
  const last = row.first + row.statements - 1;
  store.sql('DELETE FROM words WHERE rowid BETWEEN ? AND ?').run(row.first, last);
  store.sql('DELETE FROM statement WHERE key BETWEEN ? AND ? AND document = ?').run(row.first, last, document);
  for (let key = row.first; key <= last; key++) setFacets(draft, key, undefined);
  dropPassages(store, document);
  store.sql('DELETE FROM commitment WHERE document = ?').run(document);
  store.sql('DELETE FROM extract WHERE document = ?').run(document);
  store.sql('DELETE FROM instrument_event WHERE document = ?').run(document);
  const gone = store.sql('SELECT entity, name, language, statements FROM appearance WHERE document = ?').all(document) as {
    entity: number;
    name: string;
    language: string;
    statements: number;
  }[];
  for (const { entity, name, language, statements } of gone) countAppearance(store, entity, name, language, statements, -1);
  store.sql('DELETE FROM appearance WHERE document = ?').run(document);
  const talks = store
    .sql('SELECT day, statements, (SELECT json_group_array(dyad) FROM talks_dyad WHERE talks = t.key) AS dyads FROM talks t WHERE document = ?')
    .all(document) as {
    day: string | null;
    statements: number;
    dyads: string;
  }[];
  countRelations(
    store,
    talks.map((one) => ({ ...one, dyads: JSON.parse(one.dyads) as string[] })),
    -1,
  );
  store.sql('DELETE FROM talks_dyad WHERE talks IN (SELECT key FROM talks WHERE document = ?)').run(document);
  store.sql('DELETE FROM talks WHERE document = ?').run(document);
  store.sql('DELETE FROM orphan WHERE document = ?').run(document);
}
