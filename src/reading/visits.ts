/**
 * Visits that the text speaks of as past, other than the talks themselves.
 *
 *   > 東山大臣の2月の訪露の際に合意した      > 2月にロシアを訪問した際の歓待に謝意を表明した
 *     ＾＾＾＾　＾＾　＾＾                       ＾＾　＾＾＾
 *
 * 1 Only with a day told beside it that lies before the talks; 2 the visitor is named right beside the visit, or is the one who speaks;
 * 3 nobody visits the own country; a visit told for this month may be one still to come; 4 where the sentence speaks of something put off,
 * called off or only planned, none is found.
 */
import { compiled, type Pack, type Section } from '../language/pack.ts';
import { makeScanner, type Scanner } from '../language/scan.ts';
import type { DateMention, Mention, Statement, Talks, Visit } from '../record/reading.ts';
import type { Span } from '../text/span.ts';
import { liesBefore } from '../time/extent.ts';
import { findVisitsInitial } from './head-initial/visits.ts';
import type { Sentence } from './sentences.ts';
import { overlaps, type Place, places, type Visitor, visitOf } from './visits/sheet.ts';

interface Words {
  readonly before: readonly string[];
  readonly after: Scanner<true>;
  readonly during: Scanner<true>;
  readonly went: Scanner<true>;
  readonly joins: Scanner<true>;
  readonly selves: Scanner<true>;
  /** Joints and words for oneself. */
  readonly selfJoins: Scanner<true>;
  readonly former: readonly string[];
  readonly others: readonly string[];
  readonly unsure: Scanner<true>;
}

const some = (words: readonly string[]): Scanner<true> => makeScanner(words.map((word): [string, true] => [word, true]));
const wordsOf = compiled(
  (knowledge: Section<'visits'>): Words => ({
    before: knowledge.before,
    after: some(knowledge.after),
    during: some(knowledge.during),
    went: some(knowledge.went),
    joins: some(knowledge.joins),
    selves: some(knowledge.selves),
    selfJoins: some([...knowledge.joins, ...knowledge.selves]),
    former: knowledge.former,
    others: knowledge.others,
    unsure: some(knowledge.unsure),
  }),
);

/** The day and the visitor stand no further before the visit than this, in units. */
const REACH = 40;
/** Mentions right before the visit that may be its visitor. */
const NEAR = 3;

/** @returns in the order of the text. Never throws. Source: languages/<code>/visits.yaml. */
export function findVisits(
  text: string,
  sentences: readonly Sentence[],
  statements: readonly Statement[],
  talks: readonly Talks[],
  dates: readonly DateMention[],
  mentions: readonly Mention[],
  pack: Pack,
): Visit[] {
  if (pack.initial) return findVisitsInitial(text, sentences, statements, talks, dates, mentions, pack);
  if (!pack.visits) return [];
  const words = wordsOf(pack.visits);
  const found: Visit[] = [];
  for (const place of places(sentences, statements, talks, mentions)) {
    const { statement, sentence } = place;
    const [from, to] = sentence?.span ?? statement.span;
    for (const one of place.told) {
      const visit = visitAt(Object.assign({ text, dates, words }, place), one);
      if (!visit || overlaps(visit, found)) continue;
      if (words.unsure.has(text, Math.min(from, statement.span[0]), Math.max(to, statement.span[1]))) continue;
      found.push(Object.assign(visit, { rule: `${pack.code}.${visit.rule}` }));
    }
  }
  return found;
}

interface Here extends Place {
  readonly text: string;
  readonly dates: readonly DateMention[];
  readonly words: Words;
}

function visitAt(here: Here, place: Mention): Visit | undefined {
  const { text, statement, met, dates, words } = here;
  const { party: to, kind, span } = place;
  if (!to || (kind !== 'party' && kind !== 'place') || !met.parties.includes(to) || span[0] < statement.span[0]) return undefined;
  const word = words.before.find((one) => span[0] - one.length >= statement.span[0] && text.startsWith(one, span[0] - one.length));
  const start = word === undefined ? span[0] : span[0] - word.length;
  const noun = word === undefined ? words.after.at(text, span[1])?.end : span[1];
  const went = word === undefined ? words.went.at(text, span[1])?.end : undefined;
  const end = went ?? (noun !== undefined && words.during.at(text, noun) ? noun : undefined);
  if (end === undefined || end > statement.span[1]) return undefined;
  const date = statement.dates
    .map((i) => dates[i] as DateMention)
    .findLast((one) => one.edtf !== undefined && !one.duration && one.span[1] <= start && start - one.span[1] <= REACH);
  if (!date?.edtf || !liesBefore(date.edtf, met.date?.edtf)) return undefined;
  const who = visitorBefore(here, to, start, date) ?? own(here, to, start, date, went !== undefined);
  if (!who) return undefined;
  const from = Math.min(date.span[0], who.span[1] <= start && start - who.span[1] <= REACH ? who.span[0] : start);
  return visitOf(statement, to, who, date, [from, end]);
}

/** 東山大臣の2月の訪露, 2月の東山大臣の訪露, 東山大臣が2月に訪露した際: nothing but joints stands between the three. */
function visitorBefore({ text, told, met, words }: Here, to: string, start: number, date: DateMention): Visitor | undefined {
  const near = told.filter(({ kind, span }) => (kind === 'person' || kind === 'office') && span[1] <= start && start - span[1] <= REACH).slice(-NEAR);
  const visitor = near.findLast(({ span }) => isJoined(text, span, date.span, start, words.joins));
  if (!visitor) return undefined;
  const { name, office, role, party, span } = visitor;
  // 東山大臣夫人 is somebody else, whatever name stands in it
  if (name !== undefined && words.others.some((word) => visitor.text.endsWith(word))) return undefined;
  if (party === to || words.former.some((word) => text.startsWith(word, span[0] - word.length))) return undefined;
  if (name !== undefined) return { by: party, name, office, role, span, rule: 'named' };
  // an office without a name is that of the one who took part, as readouts speak of their own ministers
  const holders = met.participants.filter((one) => one.party !== to && one.office !== undefined && one.office.endsWith(visitor.text));
  const [holder] = holders;
  if (holders.length === 1 && holder && (party === undefined || party === holder.party))
    return { by: holder.party, name: holder.name, office: holder.office, role: holder.role, span, rule: 'office' };
  return { by: party, office: visitor.text, role, span, rule: 'office' };
}

/** Whether between a visitor and a visit stand the day and joints alone; the day may also stand before the visitor. */
function isJoined(text: string, who: Span, day: Span, visit: number, joins: Scanner<true>): boolean {
  if (day[0] >= who[1]) return isOnly(text, who[1], day[0], joins) && isOnly(text, day[1], visit, joins);
  return day[1] <= who[0] && isOnly(text, day[1], who[0], joins) && isOnly(text, who[1], visit, joins);
}

/** Whether nothing but some words stands between two places. */
function isOnly(text: string, from: number, until: number, words: Scanner<true>): boolean {
  let at = from;
  while (at < until) {
    const end = words.at(text, at)?.end;
    if (end === undefined || end > until) return false;
    at = end;
  }
  return true;
}

/**
 * 2月の訪露の際の歓待に謝意: who says so of himself. He thanks for it, says that he went, or calls it his own; and what he says begins with it,
 * for else the words before could tell of somebody else: 経済界の代表が2月に訪露した際.
 */
function own({ text, statement, words, met }: Here, to: string, start: number, date: DateMention, went: boolean): Visitor | undefined {
  const [speaker] = statement.speakers;
  if (statement.mode !== 'one' || statement.speakers.length !== 1 || !speaker?.person || speaker.party === to || !statement.content) return undefined;
  const self = words.selves.has(text, statement.content[0], start);
  if (!self && !went && statement.act !== 'thank') return undefined;
  if (!isOnly(text, statement.content[0], date.span[0], words.selfJoins) || !isOnly(text, date.span[1], start, words.selfJoins)) return undefined;
  const one = met.participants.find(({ name, party }) => party === speaker.party && name === speaker.person);
  return { by: speaker.party, name: speaker.person, office: one?.office, role: one?.role, span: speaker.span ?? date.span, rule: 'speaker' };
}
