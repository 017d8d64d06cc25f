/** The sheet that statements are written on, and what the work on every sentence shares. */

import type { Pack } from '../../language/pack.ts';
import type { Act, DateMention, Mention, Speaker, Statement, Talks, Topic } from '../../record/reading.ts';
import { digest } from '../../text/digest.ts';
import type { Span } from '../../text/span.ts';
import type { Clause } from '../clauses.ts';
import type { Sentence } from '../sentences.ts';
import type { Frame } from '../speakers/frame.ts';
import { speakersOf } from '../speakers/knowledge.ts';
import { carriedOn, findTopics, inOrder } from '../topics.ts';
import { isWithheld } from '../withheld.ts';
import { saidIn } from './content.ts';
import type { Knowledge } from './knowledge.ts';

/** How far before its predicate a word marks the strength of an act, in units. */
const MARKING = 30;

/** Who spoke, to be carried to what comes after. */
export interface Said {
  readonly speakers: readonly Speaker[];
  readonly joint: boolean;
  /** Named as a person or a side, not as a country by its bare name. */
  readonly firm?: boolean;
  /** Introduced as the one from whom it came: 先方から. */
  readonly source?: boolean;
  /** The side of those whom the subject that is not written met: 某首相と会談し、意見交換を行い. */
  readonly whom?: string | undefined;
}

/** Who has the floor where no verb of saying stands: by a heading, by a mark before the words, by the announcement of a list. */
export interface Floor extends Said {
  /** The place that it holds for; an announced list holds for the items that follow. */
  readonly path: string;
  /** Held over the sections below this place too. */
  readonly over?: string;
  /** The act that the announcement gives to items without one: 以下の点で一致した. */
  readonly act?: Act;
  /** Given by a mark before the words: names alone are those who were there. */
  readonly marked?: boolean;
  /** Given before the press. */
  readonly press?: boolean;
  /** Held to the end of this passage (its index), whatever sides are named: 某外相は次のように述べた。両国は隣国である。… */
  readonly within?: number;
  /** Until a verb of saying ends what is told in several sentences: 先方より、…である。…したい旨述べた。 */
  readonly until?: boolean;
  /** The bullet of its first item: what another bullet sets below one of them breaks in, and ends there. */
  readonly bullet?: string;
  /** Whether the first item answers what was said before the list. */
  readonly replies?: boolean;
}

/** What is remembered from one sentence to the next. */
export interface Memory {
  /** Who spoke last in this passage, for clauses without a subject. */
  carried?: Said | undefined;
  carriedIn?: string;
  /** The talks, by their id, at which that was. */
  talks?: string;
  /** The passage, by its index, that goes on with what others said at talks of their own. */
  elsewhere?: number | undefined;
  /** The heading over that place. */
  heading?: Span | undefined;
  floor?: Floor | undefined;
  /** The heading that named a speaker, below which another spoke first. */
  left?: Span | undefined;
  /** Who has the floor again once those who broke in are done. */
  aside?: Floor | undefined;
  /** With whom of several the passage, by its index, tells what was done. */
  partner?: { readonly passage: number; readonly party: string } | undefined;
  /** The topics of the statement before, and its passage. */
  about?: { readonly passage: number; readonly topics: readonly Topic[] };
}

export interface Sheet {
  readonly text: string;
  readonly pack: Pack;
  readonly knowledge: Knowledge;
  readonly memory: Memory;
  readonly result: Statement[];
  /** Those of the page, in order. */
  readonly dates: readonly DateMention[];
  /** How often an id was given: equal words at one place are told apart. */
  readonly seen: Map<string, number>;
}

export interface Place {
  readonly sentence: Sentence;
  readonly talks: Talks;
  readonly mentions: readonly Mention[];
  readonly frames: readonly Frame[];
  /** The side of the traveller whose journey the page tells: who is named by nothing. */
  readonly traveller?: string | undefined;
  /** Told of the talks as such: 会談では. */
  readonly ofTalks?: boolean;
  /** Opens as one who goes on: また. */
  readonly goesOn?: boolean;
  /** A numbered line without a stop over a paragraph of its own. */
  readonly heads?: boolean;
}

export interface Sided {
  readonly speakers: readonly Speaker[];
  readonly mode: Statement['mode'];
  readonly doubt: boolean;
}

export interface Draft {
  readonly span: Span;
  readonly verb: Span;
  readonly act: Act;
  readonly rule: string;
  readonly content?: Span;
  readonly points?: Statement['points'];
  readonly own: Sided;
  readonly clause?: Clause;
  readonly from?: number;
}

export function write(sheet: Sheet, place: Place, draft: Draft): void {
  const { text, pack, knowledge, result, seen } = sheet;
  const { talks, sentence } = place;
  const [start, end] = draft.span;
  if (end <= start) return;
  const quote = text.slice(start, end);
  const strength = strengthOf(text, start, draft.verb, knowledge);
  const { speakers, mode } = draft.own;
  const alone = mode === 'one' && speakers.length > 0 && speakers.every(({ party }) => party === speakers[0]?.party) ? speakers[0]?.party : undefined;
  const topics = inOrder([...findTopics(text, sentence.passage.headings, pack), ...topicsOf(sheet, place, draft)]);
  const withheld = draft.clause && isWithheld(text, draft.from ?? start, draft.clause, pack);
  const [verbStart, verbEnd] = [Math.max(start, draft.verb[0]), draft.verb[1]];
  const id = `s-${digest(sentence.passage.path, draft.act, quote)}`;
  const times = (seen.get(id) ?? 0) + 1;
  seen.set(id, times);
  const verb: Statement['verb'] = { text: text.slice(verbStart, verbEnd), span: [verbStart, verbEnd] };
  if (strength !== 0) verb.strength = strength;
  const statement = {
    id: times > 1 ? `${id}-${times}` : id,
    talks: talks.id,
    path: sentence.passage.path,
    span: [start, end],
    quote,
    act: draft.act,
    verb,
    speakers: [...draft.own.speakers],
    mode: draft.own.mode,
    addressees: alone === undefined ? [] : talks.parties.filter((party) => party !== alone),
  } as unknown as Statement;
  const { points } = draft;
  const content = draft.content && saidIn(text, draft.content, draft.act, place.mentions, pack);
  if (content) statement.content = [content[0], content[1]];
  if (sheet.memory.floor?.press || isOfPress(sheet, statement) || isSaidOn(sheet, place, draft)) statement.voice = 'press';
  if (withheld) statement.withheld = withheld;
  if (points && points.length > 0) statement.points = points;
  statement.topics = topics;
  statement.dates = [];
  statement.mentions = [];
  statement.rule = `${pack.code}.${draft.rule}`;
  statement.confidence = draft.own.doubt || draft.own.speakers.length === 0 ? 'low' : 'high';
  result.push(statement);
}

/** A quotation has no more signs. */
const QUOTED = 1000;

/** 共同記者発表で総理は「…。…。」と述べた: to the press, up to the end of the quotation; 共同記者発表が行われ、共同声明が発出された is none of its words. */
function isOfPress({ text, pack, result }: Sheet, { act, span: [start], verb }: Statement): boolean {
  if (act === 'conclude') return false;
  const words = speakersOf(pack);
  const told = words?.press.all(text, start, verb.span[0]).at(-1);
  // 記者会見でも述べたとおり、…で一致した: said there too, and agreed on at the talks
  if (told) return !words?.asides.has(text, told.end, verb.span[0]);
  const last = result.at(-1);
  if (last?.voice !== 'press' || start - last.span[0] > QUOTED) return false;
  const before = text.slice(last.span[0], start + 1);
  return before.lastIndexOf('\u300c') > before.lastIndexOf('\u300d');
}

/** What the words themselves are about; where they do not say, what the words before them in the same passage were about. */
function topicsOf({ text, pack, memory }: Sheet, { sentence }: Place, { span, act }: Draft): readonly Topic[] {
  const { index } = sentence.passage;
  const topics = carriedOn(findTopics(text, [span], pack), memory.about?.passage === index ? memory.about.topics : [], act);
  memory.about = { passage: index, topics };
  return topics;
}

function strengthOf(text: string, start: number, verb: Span, { strength, adnominal }: Knowledge): -1 | 0 | 1 | 2 {
  let found = 0 as -1 | 0 | 1 | 2;
  for (const { value, start: at, end } of strength.all(text, Math.max(start, verb[0] - MARKING), verb[1]))
    if (found !== 2 && (end >= verb[0] || !adnominal.has(text.slice(at, end)))) found = value;
  return found;
}

/** 会見で…と指摘した上で、「…」と強調した: the same one goes on, in the same sentence, before the press. */
function isSaidOn({ text, pack, result }: Sheet, { sentence }: Place, { span, own }: Draft): boolean {
  const last = result.at(-1);
  if (last?.voice !== 'press' || last.span[0] < sentence.span[0] || own.speakers.length !== 1 || last.speakers.length !== 1) return false;
  return last.speakers[0]?.party === own.speakers[0]?.party && speakersOf(pack)?.meetings.all(text, span[0], span[1]).length === 0;
}
