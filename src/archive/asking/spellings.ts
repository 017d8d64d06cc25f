/**
 * Other spellings of a name, to search along: those of persons, instruments and mechanisms that somebody said are one; what countries,
 * places, organisations and offices are called in other languages; and names of persons in another script that sound alike. All of them
 * are told and can be left out; what sounds alike is a proposal and told apart.
 */
import { inOtherLanguages } from '../../record/names.ts';
import { type Sounds, soundAlike, soundsOf } from '../../text/sound.ts';
import { spellingWords } from '../deriving/entities.ts';
import type { Store } from '../file/store.ts';
import type { Term } from './asking.ts';

export interface SpelledSo {
  readonly name: string;
  /** Nobody said that it is the same: it sounds alike. */
  readonly bySound?: true;
}

/** More would be no name. */
const MOST = 12;

/** The other spellings of whoever or whatever is spelled so, or has this word as a part of the name. */
export function spellingsOf(store: Store, { words }: Term): SpelledSo[] {
  const wanted = spellingWords(words);
  if (wanted.trim().length < 2) return [];
  const seen = new Set<string>();
  const fresh = (name: string, spelled = spellingWords(name)): boolean => {
    // What holds the word itself is found by it anyway.
    if (spelled.includes(wanted) || seen.has(spelled)) return false;
    seen.add(spelled);
    return true;
  };
  const found: SpelledSo[] = merged(store, wanted).flatMap(({ name, words: spelled }) => (fresh(name, spelled) ? [{ name }] : []));
  for (const name of inOtherLanguages(words)) if (fresh(name)) found.push({ name });
  for (const name of soundingLike(store, words)) if (fresh(name)) found.push({ name, bySound: true });
  return found.slice(0, MOST);
}

function merged(store: Store, wanted: string): { name: string; words: string }[] {
  return store
    .sql(
      `SELECT DISTINCT o.name, o.words FROM spelling s JOIN entity e ON e.key = s.entity JOIN entity g ON g.into_entity = e.into_entity JOIN spelling o ON o.entity = g.key
       WHERE instr(s.words, ?) > 0 AND o.n > 0 ORDER BY o.n DESC LIMIT 100`,
    )
    .all(wanted) as { name: string; words: string }[];
}

/** Names of persons, part by part, by what their consonants have in common. */
interface Heard {
  readonly state: string;
  readonly byConsonants: ReadonlyMap<string, readonly { readonly word: string; readonly sounds: Sounds }[]>;
}
const heard = new WeakMap<Store, Heard>();

function soundingLike(store: Store, words: string): string[] {
  const sounds = soundsOf(words);
  if (!sounds) return [];
  const { byConsonants } = heardIn(store);
  const near = new Set<string>();
  for (const consonants of new Set(sounds.ways.map((way) => way.consonants)))
    for (const { word, sounds: other } of byConsonants.get(consonants) ?? []) if (soundAlike(sounds, other, true)) near.add(word);
  return [...near].sort();
}

function heardIn(store: Store): Heard {
  // Which names are met, not only how many: one may come as another goes.
  const state = JSON.stringify(store.sql('SELECT count(*), sum(n > 0), sum(CASE WHEN n > 0 THEN entity END) FROM spelling').raw().get());
  const known = heard.get(store);
  if (known?.state === state) return known;
  const byConsonants = new Map<string, { word: string; sounds: Sounds }[]>();
  const seen = new Set<string>();
  const rows = store.sql("SELECT name FROM spelling s JOIN entity e ON e.key = s.entity WHERE e.kind = 'person' AND s.n > 0").raw().all() as [
    string,
  ][];
  for (const [name] of rows)
    for (const word of partsOf(name)) {
      const sounds = seen.has(word) ? undefined : soundsOf(word);
      seen.add(word);
      for (const consonants of new Set(sounds?.ways.map((way) => way.consonants))) {
        const list = byConsonants.get(consonants);
        if (list) list.push({ word, sounds: sounds as Sounds });
        else byConsonants.set(consonants, [{ word, sounds: sounds as Sounds }]);
      }
    }
  const made = { state, byConsonants };
  heard.set(store, made);
  return made;
}

/** The parts of a name, as they are written. */
export function partsOf(name: string): string[] {
  return name.split(/[\s\u00b7\u30fb\uff65=\uff1d.]+/).filter((part) => part.length > 1);
}
