/**
 * Whether a side's position is told, or only that it had one: 自国の立場を述べた.
 *
 *   > 訪問は遺憾であるとする基本的立場を述べた → told
 *   > 自国の立場を述べた → withheld
 *   > 協力を続ける自国の立場を述べた → told
 */
import { compiled, type Pack, type Section } from '../language/pack.ts';
import { makeScanner } from '../language/scan.ts';
import type { Clause } from './clauses.ts';

/** How far before the noun of a position its content may close, in units: とする｜基本的な 立場. */
const NEAR = 12;

const scannersOf = compiled((acts: Section<'acts'>) => ({
  nouns: makeScanner(acts.positions.nouns.map((word): [string, true] => [word, true])),
  told: makeScanner(acts.positions.told.map((word): [string, true] => [word, true])),
  owners: makeScanner((acts.positions.owners ?? []).map((word): [string, true] => [word, true])),
}));

export function isWithheld(text: string, from: number, clause: Clause, pack: Pack): boolean {
  if (clause.act !== 'hold' || !pack.acts) return false;
  const { nouns, told, owners } = scannersOf(pack.acts);
  if (clause.reports) return false;
  let noun = clause.verb[0];
  for (const found of nouns.all(text, from, clause.verb[1])) noun = found.start;
  for (let i = Math.max(from, noun - NEAR); i < noun; i++) {
    if (told.at(text, i, noun)) return false;
    if (i > from && owners.at(text, i, noun) && isTold(text, i, pack)) return false;
  }
  return true;
}

/** 協力を続ける｜自国の: a verb tells the position, and not only what it is about (に関する). */
function isTold(text: string, at: number, { acts, clauses }: Pack): boolean {
  const ends = (words: readonly string[] = []) => words.some((word) => text.endsWith(word, at));
  return ends(clauses?.attributive?.ends) && !ends(acts?.positions.about);
}
