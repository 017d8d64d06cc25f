/**
 * How likely two statements tell the same: by their words where the language is one, and always by what a language does not change:
 * act, side, topic, persons, parties, dates, numbers, names and the terms of the glossary. Each part that counted is a reason.
 *
 * 1 the score lies from 0 to 1; 2 words and facts that many statements of either text have in common weigh little; 3 a statement
 * costs time in its own length, a pair in the number of its words.
 */
import { ACTS } from '../record/acts.generated.ts';
import type { Act, Mention, Reading, Statement } from '../record/reading.ts';
import { TOPICS } from '../record/topics.generated.ts';
import { folded } from '../text/fold.ts';
import { grams } from '../text/grams.ts';
import { stepBetween } from './ladder.ts';
import { makeSpelling } from './spelling.ts';
import type { Tongue } from './tongue.ts';

/** What a statement is known by. */
export interface Sign {
  readonly statement: Statement;
  readonly language: string;
  /** Pairs of signs, or words, of what was said. */
  readonly words: ReadonlySet<string>;
  /** What holds in every language: `date:2010-11-13`, `number:45`, `party:CN`, `person:RU/foreign-minister`, `term:…`, `name:apec`. */
  readonly facts: ReadonlySet<string>;
  /** Those of the facts that name who took part: they stand in everything, and tell nothing of what was said. */
  readonly present: ReadonlySet<string>;
  readonly speakers: ReadonlySet<string>;
  /** 0 to 1: where in its text it stands. */
  readonly place: number;
}

export const REASONS = ['words', 'facts', 'act', 'side', 'topic', 'order', 'answer'] as const;
export interface Reason {
  readonly what: (typeof REASONS)[number];
  /** 0 to 1: how far they agree in it. */
  readonly share: number;
  /** What both have. */
  readonly common?: readonly string[];
}

export interface Likeness {
  readonly score: number;
  readonly reasons: readonly Reason[];
}

/** One person in two scripts or spellings, where that is known: an id for a name and its party. */
export type PersonOf = (name: string, party: string | undefined) => string | undefined;

/** Longer contents say no more of what they are about. */
const LOOKED_AT = 600;

export function signOf(reading: Reading, statement: Statement, tongue: Tongue, personOf?: PersonOf): Sign {
  const { text, language } = reading.document;
  const spelling = makeSpelling(tongue);
  const [start, end] = statement.content && statement.content[1] > statement.content[0] ? statement.content : statement.span;
  const words = new Set(
    grams(spelling(text.slice(start, Math.min(end, start + LOOKED_AT))).form)
      .trim()
      .split(' ')
      .filter(Boolean),
  );
  return {
    statement,
    language,
    words,
    facts: factsOf(reading, statement, tongue, personOf),
    present: presentAt(reading, statement, personOf),
    speakers: new Set(statement.speakers.map(({ party }) => party)),
    place: statement.span[0] / Math.max(1, text.length),
  };
}

function factsOf(reading: Reading, statement: Statement, tongue: Tongue, personOf: PersonOf | undefined): Set<string> {
  const facts = new Set<string>();
  const dates = statement.dates.flatMap((index) => reading.dates[index] ?? []);
  for (const { edtf } of dates) if (edtf) facts.add(`date:${edtf}`);
  const quote = folded(statement.quote.slice(0, LOOKED_AT));
  for (const { 0: number, index } of quote.matchAll(/\d[\d,.]*/g)) {
    const at = statement.span[0] + index;
    if (!dates.some(({ span }) => span[0] <= at && at < span[1])) facts.add(`number:${number.replace(/[,.]+$/, '').replaceAll(',', '')}`);
  }
  for (const [name] of quote.matchAll(/(?<![A-Za-z])[A-Z][A-Z0-9+]+(?![a-z])/g)) facts.add(`name:${name.toLowerCase()}`);
  const parties = reading.talks.find(({ id }) => id === statement.talks)?.parties ?? [];
  for (const index of statement.mentions) {
    const fact = factOf(reading.mentions[index], parties, personOf);
    if (fact) facts.add(fact);
  }
  for (const concept of conceptsIn(quote, tongue)) facts.add(`term:${concept}`);
  return facts;
}

function presentAt({ talks }: Reading, statement: Statement, personOf: PersonOf | undefined): Set<string> {
  const met = talks.find(({ id }) => id === statement.talks)?.participants ?? [];
  return new Set(met.flatMap(({ name, party, role }) => personFacts(name, party, role, personOf)));
}

/** A person by who it is, where the archive knows it, and by the office held. */
function personFacts(name: string | undefined, party: string | undefined, role: string | undefined, personOf: PersonOf | undefined): string[] {
  const known = name === undefined ? undefined : personOf?.(name, party);
  return [...(known ? [`person:${known}`] : []), ...(party && role ? [`person:${party}/${role}`] : [])];
}

/** Whom or what a mention means in every language. The parties that met are in everything, so they tell nothing. */
function factOf(mention: Mention | undefined, parties: readonly string[], personOf: PersonOf | undefined): string | undefined {
  if (!mention) return undefined;
  const { kind, party, role, name } = mention;
  if (kind === 'person' || kind === 'office') {
    return personFacts(name, party, role, personOf)[0];
  }
  return party && !parties.includes(party) ? `party:${party}` : undefined;
}

interface Term {
  readonly concept: string;
  readonly words: string;
  /** A word of a script with spaces begins where no letter stands before it. */
  readonly spaced: boolean;
}
const compiled = new WeakMap<object, readonly Term[]>();

/** The concepts that a text names. */
export function conceptsIn(text: string, tongue: Tongue): Set<string> {
  if (!tongue.terms) return new Set();
  const { form } = makeSpelling(tongue)(text);
  let terms = compiled.get(tongue.terms);
  if (!terms) {
    const spelling = makeSpelling(tongue);
    terms = Object.entries(tongue.terms).flatMap(([concept, list]) =>
      list.map((words) => ({ concept, words: spelling(words).form, spaced: /^[\p{Script=Latin}\p{Script=Cyrillic}]/u.test(words) })),
    );
    compiled.set(tongue.terms, terms);
  }
  const found = new Set<string>();
  for (const { concept, words, spaced } of terms)
    for (let at = form.indexOf(words); at >= 0; at = form.indexOf(words, at + 1)) {
      if (spaced && /\p{L}/u.test(form[at - 1] ?? '')) continue;
      found.add(concept);
      break;
    }
  return found;
}

export type Like = (a: Sign, b: Sign) => Likeness;

/** @param signs all of both sides: what most of them have tells nothing of one. */
export function makeLikeness(signs: readonly Sign[]): Like {
  const [words, facts] = [weights(signs.map((sign) => sign.words)), weights(signs.map((sign) => sign.facts))];
  return (a, b) => {
    const one = a.language === b.language;
    const said = one ? share(a.words, b.words, words, 0) : undefined;
    const known = share(a.facts, b.facts, facts, 0.6);
    const act = actLikeness(a.statement.act, b.statement.act);
    const side = sideLikeness(a, b);
    const topic = topicLikeness(a.statement, b.statement);
    const order = 1 - Math.abs(a.place - b.place);
    // Without words in common the rest must do; its parts weigh more then.
    const score = said
      ? 0.56 * said.share + 0.08 * known.share + 0.13 * act + 0.11 * side + 0.08 * topic + 0.04 * order
      : 0.54 * known.share + 0.16 * act + 0.12 * side + 0.1 * topic + 0.08 * order;
    const reasons: Reason[] = [
      ...(said ? [{ what: 'words' as const, share: said.share }] : []),
      { what: 'facts', share: known.share, common: known.common },
      { what: 'act', share: act },
      { what: 'side', share: side },
      { what: 'topic', share: topic, common: a.statement.topics.filter((each) => b.statement.topics.includes(each)) },
      { what: 'order', share: order },
    ];
    return { score, reasons: reasons.filter((reason) => reason.share > 0).map((reason) => ({ ...reason, share: rounded(reason.share) })) };
  };
}

const rounded = (share: number) => Math.round(share * 100) / 100;

/** What stands in few of them weighs 1, what stands in all next to nothing. */
function weights(sets: readonly ReadonlySet<string>[]): (item: string) => number {
  const counts = new Map<string, number>();
  for (const set of sets) for (const item of set) counts.set(item, (counts.get(item) ?? 0) + 1);
  const all = Math.log(1 + sets.length);
  return (item) => Math.log(1 + sets.length / (counts.get(item) ?? 1)) / all;
}

/** What two sets have in common, by weight; `least` keeps a single common thing from being everything. */
function share(
  a: ReadonlySet<string>,
  b: ReadonlySet<string>,
  weight: (item: string) => number,
  least: number,
): { share: number; common: readonly string[] } {
  let [both, left, right] = [0, 0, 0];
  const common: string[] = [];
  for (const item of a) {
    const w = weight(item);
    left += w;
    if (b.has(item)) {
      both += w;
      common.push(item);
    }
  }
  for (const item of b) right += weight(item);
  if (both === 0) return { share: 0, common };
  // Between the two sizes: an account that tells more is not less alike for it.
  return { share: both / (0.6 * Math.min(left, right) + 0.4 * Math.max(left, right) + least), common };
}

function actLikeness(a: Act, b: Act): number {
  if (a === b) return 1;
  const step = stepBetween(a, b);
  if (step) return Math.max(0.3, 0.9 - 0.2 * Math.abs(step.now - step.was));
  // Every position may be told as plain saying.
  if (a === 'state' || b === 'state') return 0.5;
  return ACTS[a].family === ACTS[b].family ? 0.35 : 0;
}

function sideLikeness(a: Sign, b: Sign): number {
  if (a.speakers.size === 0 || b.speakers.size === 0) return 0.5;
  const common = [...a.speakers].filter((party) => b.speakers.has(party)).length;
  if (common === 0) return 0;
  return common === Math.max(a.speakers.size, b.speakers.size) ? 1 : 0.45;
}

function topicLikeness(a: Statement, b: Statement): number {
  if (a.topics.length === 0 || b.topics.length === 0) return 0.4;
  const wider = (topics: Statement['topics']) => new Set(topics.flatMap((topic) => [topic, (TOPICS[topic] as { within?: string }).within ?? topic]));
  const [left, right] = [wider(a.topics), wider(b.topics)];
  const common = [...left].filter((topic) => right.has(topic)).length;
  return common / Math.min(left.size, right.size);
}
