/** The names that a language with the office before the name knows, made ready for one pass over the words. */
import { makePhrases, type Phrases } from '../../language/abilities/spaced-words.ts';
import { compiled, type InitialSection } from '../../language/pack.ts';
import type { Role } from '../../record/reading.ts';

export interface Term {
  readonly kind: 'country' | 'organisation' | 'place';
  readonly party: string;
}

export interface Names {
  readonly terms: Phrases<Term>;
  /** Countries of one word, in small letters: japan. */
  readonly lands: ReadonlyMap<string, string>;
  readonly heads: Phrases<Role>;
  /** The same in small letters, behind a nationality: Norwegian ambassador Moe. */
  readonly low: Phrases<Role>;
  /** Foreign Ministers. */
  readonly plurals: Phrases<Role>;
  readonly dashes: ReadonlySet<string>;
  readonly second: ReadonlySet<string>;
  readonly plain: ReadonlySet<string>;
  readonly fields: ReadonlySet<string>;
  readonly links: ReadonlySet<string>;
  /** Before the country that has an office of a field: Minister of Fisheries in Norway. */
  readonly homes: ReadonlySet<string>;
  /** Before the body that an office belongs to: at. */
  readonly seats: ReadonlySet<string>;
  readonly joins: ReadonlySet<string>;
  readonly articles: ReadonlySet<string>;
  readonly foreign: ReadonlySet<string>;
  readonly ministers: ReadonlySet<string>;
  /** Office in small letters → the one party that has it. */
  readonly only: ReadonlyMap<string, string>;
  /** Behind a name, in small letters: member of. */
  readonly small: Phrases<true>;
  readonly counterpart: Phrases<true>;
  readonly titles: Phrases<true>;
  readonly particles: ReadonlySet<string>;
  readonly notNames: ReadonlySet<string>;
  /** Behind a name: MP. */
  readonly honours: ReadonlySet<string>;
  /** Words that are no part of a name by themselves, but may end one. */
  readonly lastNames: ReadonlySet<string>;
}

const set = (words: readonly string[]): Set<string> => new Set(words.map((word) => word.toLowerCase()));

export const namesOf = compiled((knowledge: InitialSection<'names'>): Names => {
  const { offices } = knowledge;
  const terms: [string, Term][] = [];
  const taken = new Set(Object.values(knowledge.countries).flat());
  const add = (lists: Readonly<Record<string, readonly string[]>>, kind: Term['kind']) => {
    for (const [party, words] of Object.entries(lists)) for (const word of words) terms.push([word.replace(/’/g, "'"), { kind, party }]);
  };
  add(knowledge.places, 'place');
  add(knowledge.organisations, 'organisation');
  add(knowledge.countries, 'country');
  // by its usual name; where that may be meant otherwise, the whole is written out among the countries
  for (const [party, [name]] of Object.entries(knowledge.countries))
    for (const state of knowledge.states) if (name && !taken.has(`${state} ${name}`)) terms.push([`${state} ${name}`, { kind: 'country', party }]);
  return {
    terms: makePhrases(terms.map(([word, value]): [string, Term] => [word.replace(/,/g, ' ,'), value])),
    lands: new Map(terms.flatMap(([word, { kind, party }]) => (kind === 'place' ? [] : [[word.toLowerCase(), party] as const]))),
    heads: makePhrases(Object.entries(offices.heads).flatMap(([role, words]) => (words ?? []).map((word): [string, Role] => [word, role as Role]))),
    low: makePhrases(
      Object.entries(offices.heads).flatMap(([role, words]) => (words ?? []).map((word): [string, Role] => [word.toLowerCase(), role as Role])),
    ),
    plurals: makePhrases(
      Object.entries(offices.plurals).flatMap(([role, words]) => (words ?? []).map((word): [string, Role] => [word, role as Role])),
    ),
    dashes: set(offices.dashes),
    homes: set(offices.homes),
    second: set(offices.second),
    plain: set(offices.plain),
    fields: set(offices.fields),
    links: set(offices.links),
    seats: set(offices.seats),
    joins: set(offices.joins),
    articles: set(offices.articles),
    foreign: set(offices.foreign),
    ministers: set(offices.ministers),
    only: new Map(Object.entries(offices.only).flatMap(([party, words]) => words.map((word): [string, string] => [word.toLowerCase(), party]))),
    small: makePhrases(offices.small.map((word): [string, true] => [word, true])),
    counterpart: makePhrases(offices.counterpart.map((word): [string, true] => [word, true])),
    titles: makePhrases(knowledge.titles.map((word): [string, true] => [word, true])),
    particles: set(knowledge.particles),
    notNames: set(knowledge.notNames),
    honours: set(knowledge.honours),
    lastNames: set(knowledge.lastNames),
  };
});
