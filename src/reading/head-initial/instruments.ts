/**
 * Treaties and other documents by their names in capitals, with the steps that the words before or behind the name tell, and when a step is
 * to follow another.
 *
 *   > The ministers signed the Fisheries Agreement.      > The Treaty between A and B on Extradition will enter into force on May 3, 2031.
 *                   ＾＾＾＾     ＾＾＾＾＾＾＾＾＾＾             ＾＾＾＾＾＾＾＾＾＾＾＾＾＾＾＾＾ ＾＾＾＾＾＾＾＾＾
 *
 * 1 only instruments of which a step is told; 2 a step has the day that stands right behind it or its name, a main verb also another of its
 * sentence; what those who met did, as a main verb says, else has the day of the talks, which is inferred; another step without a day of its own
 * (welcomed the signing of, was signed) has none, and gives way to the same with a day; 3 what is told behind a name needs a day of its own;
 * 4 a bare word (the Treaty) is the one of its kind named before, and without one nothing; 5 a clause belongs to the instrument named last.
 */
import type { Token } from '../../language/abilities/spaced-words.ts';
import type { Pack } from '../../language/pack.ts';
import type { DateMention, Mention, Talks } from '../../record/reading.ts';
import { type Draft, notTold } from '../instruments/drafts.ts';
import type { Sentence } from '../sentences.ts';
import type { TalksFound } from '../talks/found.ts';
import { clausesWordsOf } from './clauses/words.ts';
import { clauseAt } from './instruments/clauses.ts';
import { begins, type Here, type Name, nameBefore, nameFrom, namesAnother } from './instruments/naming.ts';
import { type Event, instrumentWords } from './instruments/words.ts';
import { wordsOf } from './words.ts';

/** What those who meet can do to a document themselves; parliaments approve, and days bring into force. */
const OF_TALKS: ReadonlySet<Event> = new Set<Event>(['signed', 'issued', 'instruments-exchanged', 'negotiated', 'negotiation-agreed']);
const DAY = /^\d{4}-\d\d-\d\d$/;
/** So many sentences back a bare word may point. */
const BACK = 12;

export function findInstrumentsInitial(
  text: string,
  sentences: readonly Sentence[],
  talks: TalksFound,
  dates: readonly DateMention[],
  pack: Pack,
): Draft[] {
  const clauses = clausesWordsOf(pack);
  const [met] = talks.talks;
  if (!pack.initial?.instruments || !clauses || !met) return [];
  const words = instrumentWords(pack.initial.instruments);
  const drafts = new Map<string, Draft>();
  let latest: Draft | undefined;
  const told = sentences.filter(({ passage }) => passage.kind !== 'furniture' && passage.kind !== 'title');
  const hereOf = (sentence: Sentence): Here => ({
    tokens: wordsOf(text, sentence, pack),
    words,
    clauses,
    days: dates.filter(({ edtf, span }) => edtf !== undefined && span[0] >= sentence.span[0] && span[1] <= sentence.span[1]),
  });
  for (const [n, sentence] of told.entries()) {
    const here = hereOf(sentence);
    const { tokens } = here;
    const draftFor = (name: Name): Draft | undefined => {
      const span = spanOf(here, name);
      const definite = words.again.has(tokens[name.start - 1]?.key ?? '');
      const former = name.bare && definite ? pointedAt(name, n) : undefined;
      if (name.bare && definite && !former && name.end - name.start === 1) return undefined;
      const written = former?.written ?? text.slice(...span);
      let draft = drafts.get(written);
      if (!draft) {
        const at = former?.span ?? span;
        const { parties, subject } = sidesOf(text, at, talks.mentions, met.parties);
        draft = {
          name: written,
          kind: name.kind,
          parties: [...parties],
          spans: former ? [[...at]] : [],
          events: [],
          clauses: [],
          aliases: [],
          subject,
        };
        drafts.set(written, draft);
      }
      draft.spans.push(span);
      latest = draft;
      return draft;
    };
    /** The Treaty: that of a step told before, else one that is named in full in the sentences before. */
    const pointedAt = ({ kind }: Name, upTo: number): { readonly written: string; readonly span: [number, number] } | undefined => {
      const known = latest?.kind === kind ? latest : [...drafts.values()].findLast((one) => one.kind === kind);
      if (known) return { written: known.name, span: known.spans[0] as [number, number] };
      for (let back = upTo - 1; back >= Math.max(0, upTo - BACK); back--) {
        const there = hereOf(told[back] as Sentence);
        for (let i = there.tokens.length - 1; i >= 0; i--) {
          const name = begins(there, i) ? nameFrom(there, i, i) : undefined;
          if (!name || name.kind !== kind || name.bare) continue;
          const span = spanOf(there, name);
          return { written: text.slice(...span), span };
        }
      }
      return undefined;
    };
    const enter = (name: Name, event: Event, at: [number, number], date: DateMention, isOfTalks = false): void => {
      const draft = draftFor(name);
      if (!draft) return;
      const same = draft.events.filter((other) => other.event === event);
      if (same.some((other) => date.edtf === undefined || other.date.edtf === date.edtf)) return;
      const open = draft.events.findIndex((other) => other.event === event && other.date.edtf === undefined);
      if (open >= 0) draft.events.splice(open, 1);
      draft.events.push({ event, date, ...(isOfTalks && { talks: met.id }), span: at, rule: `${pack.code}.instruments/${event}` });
    };
    const verb = (from: number, end: number): [number, number] => [(tokens[from] as Token).start, (tokens[end - 1] as Token).end];
    // A day right behind one step is no other's.
    const taken = new Set<DateMention>();
    for (let i = 0; i < tokens.length; i++) {
      const event = words.events.at(tokens, i);
      const date = event && dateBehind(here, event.end);
      if (date) taken.add(date);
    }
    const day = here.days.find((date) => DAY.test(date.edtf as string) && !taken.has(date));
    for (let i = 0; i < tokens.length; i++) {
      const event = words.events.at(tokens, i);
      if (event) {
        const before = tokens[i - 1]?.key ?? '';
        const isOpen = clauses.ahead.has(before) || clauses.negations.has(before);
        const passive = isPassive(here, i);
        const name = isOpen
          ? undefined
          : passive
            ? (nameBefore(here, i) ?? nameFrom(here, event.end))
            : (nameFrom(here, event.end) ?? nameBefore(here, i));
        const span = verb(i, event.end);
        const main = event.value.done && isMain(here, i);
        const own = dateBehind(here, event.end) ?? (name && name.end > i ? dateBehind(here, name.end) : undefined) ?? (main ? day : undefined);
        const atTalks = !own && main && !passive && OF_TALKS.has(event.value.event) ? dayOf(met, pack.code) : undefined;
        if (name) enter(name, event.value.event, span, own ?? atTalks ?? notTold(text, span), atTalks !== undefined);
        // of the exchange of instruments of ratification nothing is told as ratified
        i = Math.max(event.end, name?.end ?? 0) - 1;
        continue;
      }
      const name = here.days.length > 0 && begins(here, i) ? nameFrom(here, i, i) : undefined;
      const step = name && words.behind.at(tokens, name.end);
      const date = step && (dateBehind(here, step.end) ?? day);
      if (name && step && date) enter(name, step.value, verb(name.end, step.end), date);
    }
    const clause = latest && clauseAt(tokens, words.clauses);
    if (latest && clause && !namesAnother(here, text, latest.name)) {
      const known = latest.clauses;
      if (!known.some(({ step, from, count }) => step === clause.step && from === clause.from && count === clause.count))
        known.push({ ...clause, rule: `${pack.code}.instruments/clause` });
    }
  }
  return [...drafts.values()];
}

function spanOf({ tokens }: Here, { start, end }: Name): [number, number] {
  return [(tokens[start] as Token).start, (tokens[end - 1] as Token).end];
}

/** The day of the talks, for what was done at them. */
function dayOf({ date }: Talks, code: string): DateMention | undefined {
  return date?.edtf && DAY.test(date.edtf) ? { ...date, basis: 'inferred', rule: `${code}.instruments/day-of-talks`, anchor: date.edtf } : undefined;
}

/** Whether a verb is what the sentence tells: nothing before it opens words that are spoken of. */
function isMain({ tokens, clauses, words }: Here, at: number): boolean {
  for (let i = 0; i < at; i++) {
    const { key } = tokens[i] as Token;
    if (clauses.that.has(key) || clauses.wherein.at(tokens, i) || (words.which.has(key) && i > 0)) return false;
  }
  return true;
}

function isPassive({ tokens, clauses }: Here, at: number): boolean {
  const before = tokens[at - 1]?.key ?? '';
  return clauses.passive.has(before) || clauses.auxiliaries.has(before);
}

/** Words between a step, or its name, and its day: in, on. */
const GAP = 2;

/** The date right behind a token. */
function dateBehind({ tokens, days }: Here, at: number): DateMention | undefined {
  for (let i = at; i <= at + GAP && i < tokens.length; i++) {
    const found = days.find(({ span }) => span[0] === tokens[i]?.start);
    if (found) return found;
  }
  return undefined;
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
