/**
 * Several persons behind one office in the plural.
 *
 *   > Norway’s and Chile’s Foreign Ministers Kari Moe and Ana Soto     > Foreign Ministers of Norway and Chile – Kari Moe and Ana Soto
 *     ^^^^^^     ^^^^^                       ^^^^^^^^     ^^^^^^^^                           ^^^^^^     ^^^^^   ^^^^^^^^     ^^^^^^^^
 *
 * 1 as many names as countries, or one country, or none; else nothing is read.
 */
import type { Token } from '../../language/abilities/spaced-words.ts';
import type { Role } from '../../record/reading.ts';
import type { Names } from './names.ts';
import { nameEnd } from './offices.ts';

/** Words by their places, and whose they are. */
export interface Part {
  readonly from: number;
  readonly to: number;
  readonly party?: string;
}

export interface Several {
  readonly end: number;
  readonly role: Role;
  readonly lands: readonly Part[];
  readonly persons: readonly Part[];
}

/** No more stand behind one office. */
const MOST = 8;

/** @param i the word where the office begins. */
export function severalAt(tokens: readonly Token[], i: number, names: Names): Several | undefined {
  const office = names.plurals.at(tokens, i);
  if (!office) return undefined;
  let at = office.end;
  const lands = landsFrom(at);
  const before = lands.length > 0 ? [] : landsBefore(i);
  at = lands.at(-1)?.to ?? at;
  if (tokens[at]?.kind === 'mark' && names.dashes.has((tokens[at] as Token).key)) at++;
  const found: Part[] = [];
  for (let to = nameEnd(tokens, at, names); to > at && found.length < MOST; to = nameEnd(tokens, at, names)) {
    found.push({ from: at, to });
    at = joined(to);
    if (at === to) break;
  }
  const owners = lands.length > 0 ? lands : before;
  const last = found.at(-1);
  if (!last || found.length < 2 || (owners.length > 1 && owners.length !== found.length)) return undefined;
  const persons = found.map((part, k): Part => {
    const party = (owners.length > 1 ? owners[k] : owners[0])?.party;
    return { ...part, ...(party && { party }) };
  });
  return { end: last.to, role: office.value, lands, persons };

  /** Behind a comma, "and" or both. */
  function joined(from: number): number {
    let to = from;
    if (tokens[to]?.key === ',') to++;
    return names.joins.has(tokens[to]?.key ?? '') ? to + 1 : to;
  }

  /** of Norway and Chile */
  function landsFrom(from: number): Part[] {
    const result: Part[] = [];
    if (!names.links.has(tokens[from]?.key ?? '')) return result;
    for (let to = from + 1; result.length < MOST; ) {
      const start = names.articles.has(tokens[to]?.key ?? '') ? to + 1 : to;
      const land = names.terms.at(tokens, start);
      if (!land || land.value.kind === 'place') break;
      result.push({ from: start, to: land.end, party: land.value.party });
      to = joined(land.end);
      if (to === land.end) break;
    }
    return result;
  }

  /** Norway’s and Chile’s, Norwegian and Chilean: up to the office. */
  function landsBefore(limit: number): Part[] {
    for (let from = Math.max(0, limit - MOST * 2); from < limit; from++) {
      const result: Part[] = [];
      for (let to = from; to < limit; ) {
        const land = names.terms.at(tokens, to);
        if (!land || land.value.kind === 'place') break;
        result.push({ from: to, to: land.end, party: land.value.party });
        to = tokens[land.end]?.kind === 'possessive' ? land.end + 1 : land.end;
        if (to === limit) return result;
        to = joined(to);
      }
    }
    return [];
  }
}
