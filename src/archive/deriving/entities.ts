/** Persons, instruments and mechanisms across documents: which name is whom. */

import { digest } from '../../text/digest.ts';
import { searchForm } from '../../text/search-form.ts';
import type { Store } from '../file/store.ts';
import type { NamePart } from './rows.ts';

/** Years between which one name in one office is taken for one person; beyond them it may be the grandson. */
const LIFETIME_YEARS = 15;

interface Candidate {
  readonly key: number;
  readonly role: string | null;
  readonly first: string | null;
  readonly last: string | null;
}

/**
 * The entity that a name means, made where there is none. A person is the same by party, name and office; another office
 * (a minister who became prime minister) is a proposal, for it may be a namesake, except where the name has several parts.
 */
export function entityFor(store: Store, part: NamePart): number {
  const candidates = store
    .sql('SELECT key, role, first, last FROM entity WHERE kind = ? AND folded = ? AND party IS ?')
    .all(part.kind, part.folded, part.party) as Candidate[];
  const found = part.kind === 'person' ? candidates.find((one) => samePerson(one, part)) : candidates[0];
  if (found) {
    widen(store, found, part.day);
    return found.key;
  }
  const id = `${PREFIX[part.kind]}-${digest(part.kind, part.party ?? '', part.folded, part.role ?? '', String(candidates.length))}`;
  const key = (store.sql('SELECT coalesce(max(key), 0) + 1 AS key FROM entity').get() as { key: number }).key;
  store
    .sql(
      'INSERT INTO entity (key, id, kind, party, folded, role, first, last, documents, statements, into_entity) VALUES (?, ?, ?, ?, ?, ?, ?, ?, 0, 0, ?)',
    )
    .run(key, id, part.kind, part.party, part.folded, part.role, part.day, part.day, key);
  return key;
}

/** Counts one document in which an entity appears, spelled so; `by` is -1 where the document goes out. */
export function countAppearance(store: Store, entity: number, name: string, language: string, statements: number, by: 1 | -1): void {
  store.sql('UPDATE entity SET documents = documents + ?, statements = statements + ? WHERE key = ?').run(by, by * statements, entity);
  if (by > 0)
    store
      .sql('INSERT INTO spelling (entity, name, language, words, n) VALUES (?, ?, ?, ?, 1) ON CONFLICT DO UPDATE SET n = n + 1')
      .run(entity, name, language, spellingWords(name));
  else store.sql('UPDATE spelling SET n = n - 1 WHERE entity = ? AND name = ? AND language = ?').run(entity, name, language);
}

/** A name in search form with a space at either end and between its parts, so that a part is found in it. */
export function spellingWords(name: string): string {
  return ` ${searchForm(name).form.split(SEPARATORS).filter(Boolean).join(' ')} `;
}

const SEPARATORS = /[\s\u00b7\u30fb\uff65=\uff1d.]+/;

const PREFIX = { person: 'p', instrument: 'n', mechanism: 'm' } as const;

function samePerson(one: Candidate, part: NamePart): boolean {
  if (part.day !== null && one.first !== null && one.last !== null) {
    const year = Number(part.day.slice(0, 4));
    if (year < Number(one.first.slice(0, 4)) - LIFETIME_YEARS || year > Number(one.last.slice(0, 4)) + LIFETIME_YEARS) return false;
  }
  return one.role === part.role || ofSeveralParts(part.name);
}

/** A name with a space or a dot inside is a whole name. */
function ofSeveralParts(name: string): boolean {
  return /\S[\s\u00b7\u30fb\uff65=\uff1d]+\S/.test(name);
}

function widen(store: Store, { key, first, last }: Candidate, day: string | null): void {
  if (day === null || (first !== null && last !== null && day >= first && day <= last)) return;
  store.sql('UPDATE entity SET first = min(coalesce(first, ?), ?), last = max(coalesce(last, ?), ?) WHERE key = ?').run(day, day, day, day, key);
}
