/**
 * Treaties and other documents by their names in capitals, with the steps that the words before or behind the name tell, and when a step is
 * to follow another.
 *
 *   > The ministers signed the Fisheries Agreement.      > The Treaty between A and B on Extradition will enter into force on May 3, 2031.
 *                   ＾＾＾＾     ＾＾＾＾＾＾＾＾＾＾             ＾＾＾＾＾＾＾＾＾＾＾＾＾＾＾＾＾ ＾＾＾＾＾＾＾＾＾
 *
 * 1 only instruments of which a step is told; 2 what those who met did, as a main verb says, has the day of the talks, which is inferred; another
 * step without a day of its own (welcomed the signing of, was signed) has none, and gives way to the same with a day; 3 what is told behind a name
 * needs a day of its own; 4 a clause belongs to the instrument named last.
 */
import { makePhrases, type Phrases, type Token } from '../../language/abilities/spaced-words.ts';
import { compiled, type InitialSection, type Pack } from '../../language/pack.ts';
import type { DateMention, Instrument, Mention, Talks } from '../../record/reading.ts';
import { digest } from '../../text/digest.ts';
import { notTold } from '../instruments/drafts.ts';
import type { Sentence } from '../sentences.ts';
import type { TalksFound } from '../talks/found.ts';
import { type ClausesWords, clausesWordsOf } from './clauses/words.ts';
import { type ClauseWords, clauseAt, clauseWordsOf } from './instruments/clauses.ts';
import { wordsOf } from './words.ts';

type Event = Instrument['events'][number]['event'];

interface Words {
  readonly kinds: Phrases<Instrument['kind']>;
  readonly events: Phrases<Step>;
  readonly behind: Phrases<Event>;
  readonly joins: Phrases<true>;
  readonly further: ReadonlySet<string>;
  readonly clauses: ClauseWords;
}

/** @param done as a verb: they did it; as a noun it is spoken of. */
interface Step {
  readonly event: Event;
  readonly done: boolean;
}

const eventsOf = (list: readonly { readonly event: Event; readonly words: readonly string[] }[]): Phrases<Event> =>
  makePhrases(list.flatMap(({ event, words }) => words.map((word): [string, Event] => [word, event])));
const wordsMade = compiled(
  (knowledge: InitialSection<'instruments'>): Words => ({
    kinds: makePhrases(knowledge.kinds.flatMap(({ kind, words }) => words.map((word): [string, Instrument['kind']] => [word, kind]))),
    events: makePhrases(
      knowledge.events.flatMap(({ event, words, nouns = [] }) => [
        ...words.map((word): [string, Step] => [word, { event, done: true }]),
        ...nouns.map((word): [string, Step] => [word, { event, done: false }]),
      ]),
    ),
    behind: eventsOf(knowledge.behind),
    joins: makePhrases(knowledge.titles.joins.map((word): [string, true] => [word, true])),
    further: new Set([...knowledge.titles.further, ...knowledge.titles.joins]),
    clauses: clauseWordsOf(knowledge),
  }),
);

/** Words between the verb and the name, and in a name before its last word; in all of a title. */
const REACH = 12;
const TITLE = 40;
/** Small words in a row inside a title: between the Government of. */
const SMALL = 3;
/** What those who meet can do to a document themselves; parliaments approve, and days bring into force. */
const OF_TALKS: ReadonlySet<Event> = new Set<Event>(['signed', 'issued', 'instruments-exchanged', 'negotiated', 'negotiation-agreed']);
const DAY = /^\d{4}-\d\d-\d\d$/;

export function findInstrumentsInitial(
  text: string,
  sentences: readonly Sentence[],
  talks: TalksFound,
  dates: readonly DateMention[],
  pack: Pack,
): Instrument[] {
  const clauses = clausesWordsOf(pack);
  const [met] = talks.talks;
  if (!pack.initial?.instruments || !clauses || !met) return [];
  const words = wordsMade(pack.initial.instruments);
  const result = new Map<string, Instrument>();
  let latest: Instrument | undefined;
  for (const sentence of sentences) {
    if (sentence.passage.kind === 'furniture' || sentence.passage.kind === 'title') continue;
    const tokens = wordsOf(text, sentence, pack);
    const here: Here = {
      tokens,
      words,
      clauses,
      days: dates.filter(({ span }) => span[0] >= sentence.span[0] && span[1] <= sentence.span[1]),
    };
    const enter = (name: Name, told: Omit<Instrument['events'][number], 'rule'>): void => {
      const span: [number, number] = [(tokens[name.start] as Token).start, (tokens[name.end - 1] as Token).end];
      const written = text.slice(...span);
      const event = { ...told, rule: `${pack.code}.instruments/${told.event}` };
      const old = result.get(written);
      if (old) {
        old.spans.push(span);
        const same = old.events.findIndex((other) => other.event === told.event);
        if (same < 0) old.events.push(event);
        else if (old.events[same]?.date.edtf === undefined && event.date.edtf !== undefined) old.events[same] = event;
        latest = old;
        return;
      }
      const { parties, subject } = sidesOf(text, span, talks.mentions, met.parties);
      latest = {
        id: `i-${digest(written)}`,
        name: written,
        ...(subject && { subject }),
        kind: name.kind,
        parties: [...parties],
        spans: [span],
        events: [event],
      };
      result.set(written, latest);
    };
    const verb = (from: number, end: number): [number, number] => [(tokens[from] as Token).start, (tokens[end - 1] as Token).end];
    const day = here.days.find(({ edtf }) => edtf && DAY.test(edtf));
    for (let i = 0; i < tokens.length; i++) {
      const event = words.events.at(tokens, i);
      if (event) {
        const before = tokens[i - 1]?.key ?? '';
        const name = clauses.ahead.has(before) || clauses.negations.has(before) ? undefined : (nameFrom(here, event.end) ?? nameBefore(here, i));
        const span = verb(i, event.end);
        const atTalks = !day && event.value.done && OF_TALKS.has(event.value.event) && isMain(here, i) ? dayOf(met, pack.code) : undefined;
        const date = day ?? atTalks ?? notTold(text, span);
        if (name) enter(name, { event: event.value.event, date, ...(atTalks && { talks: met.id }), span });
        // of the exchange of instruments of ratification nothing is told as ratified
        i = Math.max(event.end, name?.end ?? 0) - 1;
        continue;
      }
      const name = day && begins(here, i) ? nameFrom(here, i, i) : undefined;
      const told = name && words.behind.at(tokens, name.end);
      if (name && told && day) enter(name, { event: told.value, date: day, span: verb(name.end, told.end) });
    }
    const clause = latest && clauseAt(tokens, words.clauses);
    if (latest && clause && !namesAnother(here, text, latest.name)) {
      const known = latest.clauses ?? [];
      if (!known.some(({ step, from, count }) => step === clause.step && from === clause.from && count === clause.count))
        latest.clauses = [...known, { ...clause, rule: `${pack.code}.instruments/clause` }];
    }
  }
  return [...result.values()];
}

/** The day of the talks, for what was done at them. */
function dayOf({ date }: Talks, code: string): DateMention | undefined {
  return date?.edtf && DAY.test(date.edtf) ? { ...date, basis: 'inferred', rule: `${code}.instruments/day-of-talks`, anchor: date.edtf } : undefined;
}

/** Whether a verb is what the sentence tells: nothing before it opens words that are spoken of, and no auxiliary makes it passive. */
function isMain({ tokens, clauses }: Here, at: number): boolean {
  const before = tokens[at - 1]?.key ?? '';
  if (clauses.passive.has(before) || clauses.auxiliaries.has(before)) return false;
  for (let i = 0; i < at; i++) if (clauses.that.has((tokens[i] as Token).key) || clauses.wherein.at(tokens, i)) return false;
  return true;
}

interface Here {
  readonly tokens: readonly Token[];
  readonly words: Words;
  readonly clauses: ClausesWords;
  /** Dates of the sentence. */
  readonly days: readonly DateMention[];
}

interface Name {
  readonly start: number;
  /** The token behind it. */
  readonly end: number;
  readonly kind: Instrument['kind'];
}

/** Whether a name may begin at a token: with a capital, behind a small word or The. */
function begins({ tokens, clauses }: Here, i: number): boolean {
  const before = tokens[i - 1];
  return tokens[i]?.cap === true && (!before?.cap || (i === 1 && clauses.determiners.has(before.key)));
}

/** A name that stands right before the verb: the Tax Convention entered into force, was signed. */
function nameBefore(here: Here, at: number): Name | undefined {
  const { tokens, clauses } = here;
  let end = at;
  while (end > 0 && (clauses.passive.has((tokens[end - 1] as Token).key) || clauses.auxiliaries.has((tokens[end - 1] as Token).key))) end--;
  for (let from = Math.max(0, end - TITLE); from < end; from++) {
    const name = nameFrom(here, from);
    if (name?.end === end) return name;
    from = Math.max(from, name?.start ?? from);
  }
  return undefined;
}

/** A name in capitals that ends in a word for a document, with the rest of its title. @param must where it has to begin. */
function nameFrom(here: Here, from: number, must?: number): Name | undefined {
  const { tokens, words, clauses } = here;
  const { linking, determiners } = clauses;
  let start = -1;
  for (let i = from; i < Math.min(tokens.length, from + REACH); i++) {
    const token = tokens[i] as Token;
    if (token.cap || token.kind === 'number') {
      const kind = words.kinds.at(tokens, i);
      if (start < 0 && (kind || i > 0 || !determiners.has(token.key))) start = i;
      if (must !== undefined && start !== must) return undefined;
      if (kind) return { start, end: titleEnd(here, kind.end), kind: kind.value };
    } else if (start >= 0 && !linking.has(token.key) && token.key !== '-') {
      if (must !== undefined) return undefined;
      start = -1;
    }
    if (token.kind === 'mark' && token.key === '.') return undefined;
  }
  return undefined;
}

/** Whether a sentence names an instrument by more than its last word (the Treaty), and not this one. */
function namesAnother(here: Here, text: string, known: string): boolean {
  const { tokens } = here;
  return tokens.some(({ cap }, i) => {
    const name = cap && begins(here, i) ? nameFrom(here, i, i) : undefined;
    // the Treaty, this Agreement: the one named last
    if (!name || name.end - name.start < 2) return false;
    const written = text.slice((tokens[name.start] as Token).start, (tokens[name.end - 1] as Token).end);
    return written !== known && !known.endsWith(written);
  });
}

/** Agreement [on Mobility], Treaty [between Japan and the Russian Federation on Mutual Legal Assistance in Criminal Matters]; a day is no part of it. */
function titleEnd({ tokens, words, days }: Here, from: number): number {
  let end = from;
  let begun = false;
  while (end < from + TITLE) {
    const first = words.joins.at(tokens, end);
    if (!begun && !first) break;
    let i = end;
    for (let n = 0; n < SMALL && !tokens[i]?.cap && words.further.has(tokens[i]?.key ?? ''); n++) i++;
    const next = tokens[i];
    if (i === end || !next?.cap || days.some(({ span }) => span[0] <= next.start && next.start < span[1])) break;
    begun = true;
    while (tokens[i]?.cap) i++;
    end = i;
  }
  return end;
}

/** The parties that the title tells, else those of the talks; and the title without them where they stand at its head: Japan-Russia Treaty on. */
function sidesOf(
  text: string,
  [start, end]: readonly [number, number],
  mentions: readonly Mention[],
  talks: readonly string[],
): { readonly parties: readonly string[]; readonly subject?: string } {
  const inside = mentions.filter(({ kind, party, span }) => kind === 'party' && party !== undefined && span[0] >= start && span[1] <= end);
  const parties = [...new Set(inside.map(({ party }) => party as string))];
  let at = start;
  for (const { span } of inside) {
    if (text.slice(at, span[0]).replace(/[-\u2010-\u2013\s]/g, '') !== '') break;
    at = span[1];
  }
  const subject = at > start ? text.slice(at, end).trim() : '';
  return { parties: parties.length > 1 ? parties : talks, ...(subject !== '' && parties.length > 1 && { subject }) };
}
