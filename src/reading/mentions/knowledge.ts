/** The names that a language knows, made ready for one pass over a text. */
import { compiled, type Section } from '../../language/pack.ts';
import { makeScanner, type Scanner } from '../../language/scan.ts';
import type { Role } from '../../record/reading.ts';
import { folded } from '../../text/fold.ts';

/** All that a word may be; which of these it is, the words around it decide. */
export interface Term {
  country?: string;
  sign?: string;
  /** An office may begin here. */
  office?: true;
  /** Longer word in which an office or a country is none. */
  none?: true;
  stop?: true;
  organisation?: string;
  body?: true;
  place?: string;
  site?: true;
  mechanism?: true;
  /** Last word of a mechanism. */
  suffix?: true;
  placeSuffix?: true;
  honorific?: Role;
  /** May stand before a single sign. */
  prefix?: true;
  /** 駐. */
  accredited?: true;
  about?: true;
}

export interface OfficePart {
  head?: Role;
  field?: true;
  foreign?: true;
  /** A parliament: who chairs in it is a legislator. */
  parliament?: true;
  none?: true;
  after?: true;
  former?: true;
  party?: string;
}

export interface Names {
  readonly terms: Scanner<Term>;
  readonly offices: Scanner<OfficePart>;
  readonly states: Scanner<true>;
  readonly joins: Scanner<true>;
  readonly links: Scanner<true>;
  /** Between the office of a minister and that of one attached to him: 外務大臣｜付｜国務長官. */
  readonly attached: ReadonlySet<number>;
  readonly charge: Scanner<true>;
  readonly nationals: Scanner<true>;
  readonly polite: Scanner<true>;
  readonly signs: ReadonlyMap<number, string>;
  /** Before the sign of a country that one goes to, or that something concerns: 訪, 対. */
  readonly towards: ReadonlySet<number>;
  readonly core: ReadonlySet<number>;
  readonly free: ReadonlySet<number>;
  readonly during: ReadonlySet<number>;
  /** Between a country and the name of its officer: の, ・. */
  readonly countryJoints: ReadonlySet<number>;
  /** Behind a figure, before a name. */
  readonly counted: ReadonlySet<number>;
  /** Before an office that two hold. */
  readonly both: ReadonlySet<number>;
  /** Last signs of the agencies of a country. */
  readonly agencies: readonly string[];
  readonly notAfter: ReadonlySet<number>;
  readonly notBefore: Scanner<true>;
  readonly before: Scanner<true>;
  readonly guests: Scanner<true>;
  /** Signs of countries that are a surname: 中西. */
  readonly surnamesOfSigns: Scanner<true>;
  readonly all: ReadonlySet<string>;
  readonly same: ReadonlySet<string>;
  /** Those of `same` that point at the other side. */
  readonly others: ReadonlySet<string>;
  readonly ours: ReadonlySet<string>;
  /** Words for the country named last. */
  /** Before the office of who holds it: 新. */
  readonly newly: readonly string[];
  readonly sameCountry: readonly string[];
  /** Ministries, of which an office may name a part. */
  readonly bodies: ReadonlySet<string>;
  /** Around the number of a session in an office: 第63回. */
  readonly sessions: { readonly before: ReadonlySet<number>; readonly after: ReadonlySet<number> };
  readonly late: ReadonlySet<string>;
  /** Last signs of bodies whose people are named right behind them: 党. */
  readonly houses: ReadonlySet<number>;
  readonly surnames: ReadonlySet<string>;
  readonly insideNames: ReadonlySet<number>;
  readonly generations: ReadonlySet<number>;
  readonly notNames: ReadonlySet<string>;
  readonly given: ReadonlySet<string>;
  /** Office as written → the one party that has it. */
  readonly only: ReadonlyMap<string, string>;
  /** Fields that are the last sign of a name before an ambassador. */
  readonly nameEnds: ReadonlySet<string>;
  /** Parties whose people are named in Han signs. */
  readonly inHan: ReadonlySet<string>;
  /** Party → offices it does not have. */
  readonly never: ReadonlyMap<string, ReadonlySet<string>>;
  readonly plain: Scanner<true>;
  readonly cuts: Scanner<true>;
  readonly notPlaces: ReadonlySet<string>;
  readonly notPlaceStart: Scanner<true>;
  readonly amounts: Amounts;
  readonly open: ReadonlySet<number>;
  readonly close: ReadonlySet<number>;
}

export interface Amounts {
  readonly scales: Scanner<true>;
  readonly numerals: ReadonlySet<number>;
  readonly units: Scanner<'money' | 'unit' | 'strict' | 'none'>;
  readonly after: Scanner<true>;
}

/** A scanner that finds nothing at or behind its limit. */
export function scannerOf<V>(terms: Iterable<readonly [string, V]>): Scanner<V> {
  const scanner = makeScanner(terms);
  return { all: scanner.all, has: scanner.has, at: (text, at, limit = text.length) => (at < limit ? scanner.at(text, at, limit) : undefined) };
}

const trie = (words: Iterable<string>): Scanner<true> => scannerOf([...words].map((word): [string, true] => [word, true]));
const units = (words: Iterable<string>): Set<number> => new Set([...words].map((word) => word.charCodeAt(0)));

/** With every field in one order, so that all terms are of one kind to the machine: reading their fields is then a load and no search. */
function whole(term: Term): Term {
  const { country, sign, office, none, stop, organisation, body, place, site, mechanism, suffix, placeSuffix, honorific, prefix, accredited, about } =
    term;
  return {
    country,
    sign,
    office,
    none,
    stop,
    organisation,
    body,
    place,
    site,
    mechanism,
    suffix,
    placeSuffix,
    honorific,
    prefix,
    accredited,
    about,
  } as Term;
}

export const namesOf = compiled((knowledge: Section<'names'>): Names => {
  const terms = new Map<string, Term>();
  const term = (words: Iterable<string>, add: Term) => {
    for (const word of words) {
      const key = folded(word);
      const old = terms.get(key);
      if (old) Object.assign(old, add);
      else terms.set(key, { ...add });
    }
  };
  const parts = new Map<string, OfficePart>();
  const part = (words: Iterable<string>, add: OfficePart) => {
    for (const word of words) {
      const key = folded(word);
      parts.set(key, { ...parts.get(key), ...add });
    }
  };
  const { offices, signRuns, mechanisms, amounts } = knowledge;

  for (const [country, words] of Object.entries(knowledge.countries)) term(words, { country });
  for (const [sign, country] of Object.entries(knowledge.signs)) term([sign], { sign: country });
  term(signRuns.after, { prefix: true });
  term(offices.accredited, { accredited: true });
  for (const [organisation, words] of Object.entries(knowledge.organisations)) term(words, { organisation });
  term(knowledge.bodies, { body: true });
  for (const [place, words] of Object.entries(knowledge.places)) term(words, { place });
  term(knowledge.sites, { site: true });
  term(knowledge.placeSuffixes, { placeSuffix: true });
  term(mechanisms.names, { mechanism: true });
  term(mechanisms.suffixes, { suffix: true });
  term(amounts.about, { about: true });
  term(knowledge.stops, { stop: true });
  term([...signRuns.not, ...offices.not], { none: true });
  for (const [word, honorific] of Object.entries(knowledge.honorifics)) term([word], { honorific });
  for (const [head, words] of Object.entries(offices.heads)) {
    part(words, { head: head as Role });
    term(words, { office: true });
  }
  part(offices.fields, { field: true });
  part(offices.foreign, { foreign: true });
  part(offices.parliament ?? [], { parliament: true });
  part(offices.former, { former: true });
  part(offices.after, { after: true });
  term([...offices.fields, ...offices.former], { office: true });
  for (const [party, words] of Object.entries(knowledge.organisations))
    for (const word of words) if (parts.has(folded(word))) part([word], { party });
  for (const word of offices.not) if (!parts.get(folded(word))?.field) part([word], { none: true });

  return {
    terms: scannerOf([...terms].map(([word, term]): [string, Term] => [word, whole(term)])),
    offices: scannerOf(parts),
    states: trie(knowledge.states),
    joins: trie(offices.joins),
    links: trie(offices.links),
    attached: units(offices.attached ?? []),
    charge: trie(offices.charge),
    nationals: trie(offices.nationals ?? []),
    polite: trie(offices.polite),
    signs: new Map(Object.entries(knowledge.signs).map(([sign, code]) => [sign.charCodeAt(0), code])),
    towards: units(signRuns.after),
    core: units(signRuns.core),
    free: units(signRuns.free),
    during: units(signRuns.during),
    countryJoints: units(offices.ofCountry),
    counted: units(offices.counted ?? []),
    both: units(offices.both ?? []),
    agencies: offices.agencies ?? [],
    notAfter: units(signRuns.notAfter),
    notBefore: trie(signRuns.notBefore),
    before: trie(signRuns.before),
    guests: trie(signRuns.guests ?? []),
    surnamesOfSigns: trie(signRuns.surnames ?? []),
    all: new Set(offices.all),
    same: new Set([...offices.same, ...offices.othersOf, ...offices.oursOf]),
    others: new Set(offices.othersOf),
    ours: new Set(offices.oursOf),
    newly: offices.newly ?? [],
    sameCountry: offices.sameCountry ?? [],
    bodies: new Set(knowledge.bodies.map(folded)),
    sessions: { before: units(offices.sessions?.before ?? []), after: units(offices.sessions?.after ?? []) },
    late: new Set(offices.late),
    houses: new Set(offices.houses.map((sign) => sign.charCodeAt(0))),
    surnames: new Set(knowledge.surnames),
    insideNames: new Set(knowledge.insideNames.map((sign) => sign.charCodeAt(0))),
    generations: new Set(knowledge.generations.map((sign) => sign.charCodeAt(0))),
    notNames: new Set(knowledge.notNames),
    given: new Set(knowledge.given),
    only: new Map(
      [...Object.entries(offices.only), ['', offices.several] as const].flatMap(([party, words]) =>
        words.map((word): [string, string] => [folded(word), party]),
      ),
    ),
    nameEnds: new Set(offices.nameEnds ?? []),
    inHan: new Set(offices.inHan ?? []),
    never: new Map(Object.entries(offices.never).map(([party, words]) => [party, new Set(words.map(folded))])),
    plain: trie([
      ...mechanisms.plain,
      ...Object.values(knowledge.countries).flat(),
      ...Object.keys(knowledge.signs),
      ...Object.values(knowledge.organisations).flat(),
    ]),
    cuts: trie(mechanisms.cuts),
    notPlaces: new Set(knowledge.notPlaces),
    notPlaceStart: trie(knowledge.notPlaces),
    amounts: {
      scales: trie(amounts.scales),
      numerals: units(amounts.numerals),
      units: scannerOf<'money' | 'unit' | 'strict' | 'none'>([
        ...amounts.units.map((word): [string, 'unit'] => [word, 'unit']),
        ...amounts.strict.map((word): [string, 'strict'] => [word, 'strict']),
        ...amounts.money.map((word): [string, 'money'] => [word, amounts.strict.includes(word) ? ('strict' as 'money') : 'money']),
        ...amounts.not.map((word): [string, 'none'] => [word, 'none']),
      ]),
      after: trie(amounts.after),
    },
    open: units(knowledge.readings.open),
    close: units(knowledge.readings.close),
  };
});
