/**
 * An office, from its first word to the last word of its field, and the name behind it.
 *
 *   > Japanese Ministry of Foreign Affairs Director General for Asian and Oceanian Affairs Mori Hanako
 *              ^^^^^^^^^^^^^^^^^^^^^^^^^^^ ^^^^^^^^^^^^^^^^ ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ ^^^^^^^^^^^
 *              fields before               head             field                           name
 */
import type { Token } from '../../language/abilities/spaced-words.ts';
import { OFFICES } from '../../record/offices.generated.ts';
import type { Role } from '../../record/reading.ts';
import type { Names } from './names.ts';

export interface Office {
  /** Places in the list of words. */
  readonly start: number;
  readonly end: number;
  readonly role: Role;
  readonly party?: string;
}

/** No office has more words before or after its head, no name more parts. */
const FIELDS = 14;
const PARTS = 8;
/** Words of the name of a body. */
const BODY = 9;
const RANK = Object.keys(OFFICES) as Role[];
const SECOND: Partial<Record<Role, Role>> = {
  minister: 'vice-minister',
  'foreign-minister': 'vice-minister',
  'head-of-government': 'deputy-head',
  'head-of-state': 'deputy-head',
};

/** @param joins whether two offices with "and" between may be of one person. */
export function officeAt(text: string, tokens: readonly Token[], start: number, names: Names, joins = false): Office | undefined {
  const first = headAt(tokens, start, names);
  if (!first) return undefined;
  const field = fieldsAfter(tokens, first.end, first.end - first.head > 2, names);
  let { role } = first;
  if (role === 'minister' && (first.foreign || field.foreign) && names.ministers.has((tokens[first.end - 1] as Token).key)) role = 'foreign-minister';
  if (first.second) role = SECOND[role] ?? role;
  let { end } = field;
  // High Representative/Vice-President: one person
  if (tokens[end]?.key === '/') end = officeAt(text, tokens, end + 1, names)?.end ?? end;
  let party = field.party ?? names.only.get(written(text, tokens, start, end)) ?? names.only.get(written(text, tokens, first.head, end));
  const and = tokens[end];
  if (joins && and && names.joins.has(and.key)) {
    const body = names.terms.at(tokens, end + 1);
    const more = officeAt(text, tokens, body?.value.kind === 'organisation' ? body.end : end + 1, names, false);
    if (more) {
      end = more.end;
      role = higher(role, more.role);
      party ??= more.party;
    }
  }
  return { start, end, role, ...(party && { party }) };
}

interface Head {
  /** Where the head word begins, and where it ends. */
  readonly head: number;
  readonly end: number;
  readonly role: Role;
  readonly second: boolean;
  readonly foreign: boolean;
}

function headAt(tokens: readonly Token[], start: number, names: Names): Head | undefined {
  let at = start;
  let second = false;
  for (;;) {
    const token = tokens[at];
    if (!token?.cap) return undefined;
    const found = names.heads.at(tokens, at);
    if (found) {
      // a longer office may go on where this one ends: Foreign Ministry Secretary General
      return { head: at, end: found.end, role: found.value, second, foreign: false };
    }
    if (names.second.has(token.key)) second = true;
    else if (!names.plain.has(token.key)) break;
    at++;
  }
  let foreign = false;
  for (let i = at; i < at + FIELDS; i++) {
    const token = tokens[i];
    if (!token) return undefined;
    if (i > at) {
      const found = token.cap ? names.heads.at(tokens, i) : undefined;
      if (found) return { head: i, end: found.end, role: found.value, second, foreign };
    }
    if (token.cap && names.fields.has(token.key)) {
      foreign ||= names.foreign.has(token.key);
      continue;
    }
    const next = tokens[i + 1];
    const between = names.joins.has(token.key) || token.key === ',' || names.links.has(token.key);
    if (i > at && between && next?.cap && names.fields.has(next.key)) continue;
    return undefined;
  }
  return undefined;
}

/** of Foreign Affairs, for Asian and Oceanian Affairs, of Japan. */
function fieldsAfter(tokens: readonly Token[], from: number, fielded: boolean, names: Names): { end: number; foreign: boolean; party?: string } {
  let end = from;
  let foreign = false;
  let party: string | undefined;
  let within = false;
  for (let i = from; i < from + FIELDS + 6; ) {
    const token = tokens[i];
    if (!token) break;
    if (end > from && token.cap && isField(tokens, i, names)) {
      foreign ||= names.foreign.has(token.key);
      end = ++i;
      continue;
    }
    const link = names.links.has(token.key) || names.seats.has(token.key);
    // Minister of State for Youth in Norway
    const home = end > from && names.homes.has(token.key) ? names.terms.at(tokens, i + 1) : undefined;
    if (home?.value.kind === 'country') return { end: home.end, foreign, party: party ?? home.value.party };
    const joint = (end > from || fielded) && (names.joins.has(token.key) || token.key === ',');
    if (!link && !joint) break;
    let to = i + 1;
    if (joint && tokens[to] && (names.joins.has((tokens[to] as Token).key) || names.links.has((tokens[to] as Token).key))) to++;
    if (tokens[to] && names.articles.has((tokens[to] as Token).key)) to++;
    const next = tokens[to];
    if (!next?.cap) break;
    const land = names.terms.at(tokens, to);
    if (land && land.value.kind !== 'place' && !joint) {
      // "of Japan" is whose office it is; "for Iran", "to Japan" what or where it is for
      // of the Committee on the European Union of the German Bundestag: a body inside it has not the office
      if (token.key === names.links.values().next().value) {
        if (party === undefined || (within && land.value.kind === 'country')) party = land.value.party;
        within = land.value.kind === 'organisation';
      }
      end = i = afterBracket(tokens, land.end);
      continue;
    }
    if (!isField(tokens, to, names) || (joint && names.heads.at(tokens, to) !== undefined)) {
      const body = link ? bodyAt(tokens, to, names) : undefined;
      if (!body) break;
      party ??= body.party;
      end = i = body.end;
      continue;
    }
    foreign ||= names.foreign.has(next.key);
    end = i = to + 1;
  }
  return { end, foreign, ...(party && { party }) };
}

/**
 * A body by a name that nobody has listed, and whose it is.
 *
 *   > Minister of the International Department of the Coastal Party of Norway
 *                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
 */
function bodyAt(tokens: readonly Token[], from: number, names: Names): { end: number; party: string } | undefined {
  const of = names.links.values().next().value;
  for (let i = from; i < from + BODY; i++) {
    const token = tokens[i];
    if (!token) return undefined;
    if (token.key === of) {
      const land = names.terms.at(tokens, names.articles.has(tokens[i + 1]?.key ?? '') ? i + 2 : i + 1);
      if (land && land.value.kind !== 'place') return { end: land.end, party: land.value.party };
    } else if (!token.cap && !names.articles.has(token.key) && !names.joins.has(token.key) && !names.links.has(token.key)) return undefined;
    else if (token.cap && names.heads.at(tokens, i)) return undefined;
  }
  return undefined;
}

/** A field of an office; a word that a name may be too only where another field follows. */
function isField(tokens: readonly Token[], at: number, names: Names): boolean {
  return names.fields.has((tokens[at] as Token).key);
}

/** Behind (ROK). */
export function afterBracket(tokens: readonly Token[], at: number): number {
  if (tokens[at]?.key !== '(') return at;
  for (let i = at + 1; i < at + 5; i++) if (tokens[i]?.key === ')') return i + 1;
  return at;
}

/** The end of the name that begins at a word; `start` where there is none. */
export function nameEnd(tokens: readonly Token[], start: number, names: Names): number {
  let end = start;
  for (let i = start; i < start + PARTS; i++) {
    const token = tokens[i];
    if (token?.kind !== 'word') break;
    // Ada Lund Lund Ada: told twice, as beside a portrait; Boutros Boutros is a name
    if (i > start + 1 && token.key === tokens[i - 1]?.key) break;
    if (token.cap) {
      // Theresa May, but not on May 3
      const last = i > start && names.lastNames.has(token.key) && tokens[i + 1]?.kind !== 'number';
      if (last && end === i) {
        end = i + 1;
        break;
      }
      if (names.notNames.has(token.key)) break;
      if (i === start && names.terms.at(tokens, i) && !tokens[i + 1]?.cap) break;
      if (i > start && names.terms.at(tokens, i) && !isInitial(tokens[i - 1])) break;
      end = i + 1;
      continue;
    }
    // al-Abadi
    if (i > start && [...names.particles].some((word) => token.key.startsWith(`${word}-`))) {
      end = i + 1;
      continue;
    }
    if (!names.particles.has(token.key) || !(tokens[i + 1]?.cap || (tokens[i + 1] && names.particles.has((tokens[i + 1] as Token).key)))) break;
  }
  // initials alone are no name
  return end - start === 1 && isInitial(tokens[start]) ? start : end;
}

function isInitial(token: Token | undefined): boolean {
  return token !== undefined && token.key.length === 2 && token.key.endsWith('.');
}

function higher(a: Role, b: Role): Role {
  // the portfolio counts: Deputy Prime Minister and Foreign Minister
  if (a === 'deputy-head' && b === 'foreign-minister') return b;
  return RANK.indexOf(a) <= RANK.indexOf(b) ? a : b;
}

function written(text: string, tokens: readonly Token[], start: number, end: number): string {
  const [first, last] = [tokens[start], tokens[end - 1]];
  return first && last ? text.slice(first.start, last.end).toLowerCase() : '';
}
