/** Other spellings of a name that the archive knows: those of persons, instruments and mechanisms that somebody said are one. */
import type { Term } from './asking.ts';
import { spellingWords } from './entities.ts';
import type { Store } from './store.ts';

/** More would be no name. */
const MOST = 12;

/** The other spellings of whoever is spelled so, or has this word as a part of the name. */
export function spellingsOf(store: Store, { words }: Term): string[] {
  const wanted = spellingWords(words);
  if (wanted.trim().length < 2) return [];
  const rows = store
    .sql(
      `SELECT DISTINCT o.name, o.words FROM spelling s JOIN entity e ON e.key = s.entity JOIN entity g ON g.into_entity = e.into_entity JOIN spelling o ON o.entity = g.key
       WHERE instr(s.words, ?) > 0 AND o.n > 0 ORDER BY o.n DESC LIMIT 100`,
    )
    .all(wanted) as { name: string; words: string }[];
  const seen = new Set<string>();
  return rows
    .flatMap(({ name, words: spelled }) => {
      // What holds the word itself is found by it anyway.
      if (spelled.includes(wanted) || seen.has(spelled)) return [];
      seen.add(spelled);
      return [name];
    })
    .slice(0, MOST);
}
