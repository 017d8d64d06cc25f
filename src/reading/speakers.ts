/**
 * Who speaks in a sentence: the frames that say so (前原大臣から、 両外相は ロシア側も), from left to right.
 *
 *   > これに対し、ラヴロフ外相からは、…の意向が示された。
 *     　　　　　　＾＾＾＾＾＾＾＾＾ the Russian side, a source frame
 *
 * 1 only parties of the talks speak: a name from elsewhere makes a frame without speakers, which keeps those before it from being carried on; 2 a bare country before は is a weak frame,
 * which counts only where no other does: it may belong to what is said.
 */
import { isComma, isStop } from '../language/abilities/head-final.ts';
import { compiled, type Pack } from '../language/pack.ts';
import { makeScanner, type Scanner } from '../language/scan.ts';
import type { Mention, Speaker, Talks } from '../record/reading.ts';
import { fold } from '../text/fold.ts';
import { firstFrom, isBlank, type Span } from '../text/span.ts';
import { namesOf } from './mentions/knowledge.ts';
import { officeAt } from './mentions/offices.ts';
import { isDigit, isLatin } from './mentions/scripts.ts';

export type FrameKind = 'source' | 'topic' | 'subject' | 'stance' | 'between';

export interface Frame {
  readonly kind: FrameKind;
  /** Subjects and particle. */
  readonly span: Span;
  readonly speakers: readonly Speaker[];
  /** Told of both sides in one word or one frame. */
  readonly joint: boolean;
  readonly weak: boolean;
  /** Countries by their bare names, or both in one word for countries: such a frame may belong to what someone says. */
  readonly lands: boolean;
  /** A mark before the words, like in a play: the speaker has the floor. */
  readonly mark: boolean;
  /** A person whom nothing on the page ties to a side or a country. */
  readonly nobody: boolean;
  /** Said of two among more than two parties, who they are depends on who spoke: 両長官. */
  readonly rest: boolean;
}

/** A frame of which no more is told than who is in it: all frames have one form, so that what reads them meets the same object every time. */
function plain(kind: FrameKind, span: Span, speakers: readonly Speaker[], joint: boolean, weak: boolean): { -readonly [K in keyof Frame]: Frame[K] } {
  return { kind, span, speakers, joint, weak, lands: false, mark: false, nobody: false, rest: false };
}

type Group = 'joint' | 'pair' | 'own' | 'other' | 'others';
interface Knowledge {
  readonly groups: Scanner<Group>;
  readonly frames: Scanner<FrameKind | 'together' | 'none'>;
  readonly between: Scanner<true>;
  readonly side: Scanner<true>;
  readonly some: Scanner<true>;
  readonly lands: ReadonlySet<string>;
  readonly told: Scanner<true>;
  readonly after: Scanner<true>;
  readonly things: Scanner<true>;
  readonly sources: readonly string[];
  readonly titles: readonly string[];
  readonly and: Scanner<true>;
  readonly addressed: Scanner<true>;
  readonly replies: Scanner<true>;
  readonly each: Scanner<true>;
  readonly press: Scanner<true>;
  readonly meetings: Scanner<true>;
}

const terms = <V>(words: readonly string[], value: V) => words.map((word): [string, V] => [word, value]);

export const speakersOf = compiled((pack: Pack): Knowledge | undefined => {
  const knowledge = pack.speakers;
  if (!knowledge) return undefined;
  const { frames } = knowledge;
  return {
    groups: makeScanner<Group>([
      ...terms(knowledge.joint, 'joint' as const),
      ...terms(knowledge.pair, 'pair' as const),
      ...terms(knowledge.own, 'own' as const),
      ...terms(knowledge.other, 'other' as const),
      ...terms(knowledge.others ?? [], 'others' as const),
    ]),
    frames: makeScanner<FrameKind | 'together' | 'none'>([
      ...terms(frames.source, 'source' as const),
      ...terms(frames.topic, 'topic' as const),
      ...terms(frames.together, 'together' as const),
      ...terms(frames.subject, 'subject' as const),
      ...terms(frames.stance, 'stance' as const),
      ...terms(knowledge.notFrames, 'none' as const),
    ]),
    between: makeScanner(terms(knowledge.between, true as const)),
    side: makeScanner(terms(knowledge.side, true as const)),
    some: makeScanner(terms(knowledge.some ?? [], true as const)),
    lands: new Set(knowledge.lands),
    told: makeScanner(terms(knowledge.told?.by ?? [], true as const)),
    after: makeScanner(terms(knowledge.told?.not ?? [], true as const)),
    things: makeScanner(terms(knowledge.told?.things ?? [], true as const)),
    sources: frames.source,
    titles: knowledge.titles,
    and: makeScanner(terms(knowledge.and, true as const)),
    addressed: makeScanner(terms(knowledge.addressed, true as const)),
    replies: makeScanner(terms(knowledge.replies, true as const)),
    each: makeScanner(terms(knowledge.each, true as const)),
    press: makeScanner(terms(knowledge.press, true as const)),
    meetings: makeScanner(terms(knowledge.meetings ?? [], true as const)),
  };
});

/** Stops, closing brackets, colons and bullets behind which a clause begins. */
const OPENS: ReadonlySet<number> = new Set(Array.from('。．）)：:・●○', (sign) => sign.charCodeAt(0)));
/** A noun is told by no more signs: 要請があった. */
const TOLD = 14;

interface Subject {
  readonly span: Span;
  /** Parties it stands for; empty where none of the talks'. */
  readonly parties: readonly string[];
  readonly person: string | undefined;
  readonly joint: boolean;
  /** Told of two. */
  readonly pair: boolean;
  /** Told of countries as such: 両国. */
  readonly land: boolean;
  /** A person whom the talks do not know, and the party that the words give to that person: none is "". */
  readonly stranger: string | undefined;
  /** A country by its bare name. */
  readonly bare: boolean;
}

/**
 * @param mentions those of the sentence, in order.
 * @returns the frames of the sentence, in order, none overlapping.
 */
export function findFrames(text: string, span: Span, mentions: readonly Mention[], talks: Talks, pack: Pack): Frame[] {
  const knowledge = speakersOf(pack);
  if (!knowledge) return [];
  const subjects = findSubjects(text, span, mentions, talks, knowledge, pack);
  const result: Frame[] = [];
  let group: Subject[] = [];
  for (let i = 0; i < subjects.length; i++) {
    const subject = subjects[i] as Subject;
    group.push(subject);
    const next = subjects[i + 1];
    if (next && !subject.joint && joined(text, subject.span[1], next.span[0], knowledge)) continue;
    const frame = frameOf(text, span, group, talks, knowledge, next);
    if (frame) result.push(frame);
    group = [];
  }
  return withUnknown(text, span, result, knowledge);
}

/** A frame without speakers for each source that ends in a title and that no mention accounts for: （名の知れない）仮議長から、. */
function withUnknown(text: string, [start, end]: Span, frames: Frame[], { sources, titles }: Knowledge): Frame[] {
  const result: Frame[] = [];
  for (let at = start; at < end; at++) {
    if (!isComma(text.charCodeAt(at))) continue;
    const source = sources.find((word) => at - word.length > start && text.endsWith(word, at));
    const name = source === undefined ? -1 : at - source.length;
    if (name < 0 || !titles.some((word) => text.endsWith(word, name)) || frames.some(({ span }) => span[0] < at && span[1] >= name)) continue;
    result.push(plain('source', [name - 1, at], [], false, false));
  }
  return result.length === 0 ? frames : [...frames, ...result].sort((a, b) => a.span[0] - b.span[0]);
}

function findSubjects(text: string, span: Span, mentions: readonly Mention[], talks: Talks, knowledge: Knowledge, pack: Pack): Subject[] {
  const result: Subject[] = [];
  let m = 0;
  let at = span[0];
  const own = talks.parties[0];
  const others = talks.parties.slice(1);
  while (at < span[1]) {
    while (m < mentions.length && (mentions[m] as Mention).span[0] < at) m++;
    const mention = mentions[m];
    // V4｜各国政務局長
    const letters = lettersEnd(text, at, span[1]);
    const called = letters > at ? knowledge.groups.at(text, letters, span[1]) : undefined;
    const group = called?.value === 'others' ? called : knowledge.groups.at(text, at, span[1]);
    if (mention && mention.span[0] === at && (!group || mention.span[1] >= group.end)) {
      if (mention.kind === 'person' || mention.kind === 'office' || mention.kind === 'party' || mention.kind === 'organisation') {
        const after = afterBrackets(text, mention.span[1], span[1]);
        const side = knowledge.side.at(text, after, span[1]);
        const end = side ? side.end : mention.span[1];
        const party = mention.party;
        const known = party !== undefined && talks.parties.includes(party);
        result.push({
          span: [at, end],
          parties: known ? [party] : [],
          person: mention.kind === 'person' ? mention.name : undefined,
          joint: false,
          pair: false,
          land: false,
          stranger: !known && (mention.kind === 'person' || mention.kind === 'office') ? (party ?? '') : undefined,
          bare: mention.kind === 'party' && !side,
        });
      }
      at = Math.max(mention.span[1], at + 1);
      continue;
    }
    if (group) {
      const joint = group.value === 'joint' || group.value === 'pair';
      // 各国 are those of the talks where they are several, else anybody's
      const parties = joint ? talks.parties : group.value === 'own' ? (own ? [own] : []) : group.value === 'other' || others.length > 1 ? others : [];
      const holders = group.value === 'others' ? holdersAt(text, group.end, span[1], knowledge, pack) : group.end;
      const side = knowledge.side.at(text, holders, span[1]);
      result.push({
        span: [at, side ? side.end : holders],
        parties,
        person: undefined,
        joint,
        pair: group.value === 'pair',
        land: knowledge.lands.has(text.slice(group.start, group.end)),
        stranger: undefined,
        bare: false,
      });
      at = group.end;
      continue;
    }
    const sign = signAt(text, at, span[0], talks, pack);
    if (sign && knowledge.frames.at(text, at + 1, span[1])) {
      result.push({
        span: [at, at + 1],
        parties: [sign],
        person: undefined,
        joint: false,
        pair: false,
        land: false,
        stranger: undefined,
        bare: true,
      });
      at++;
      continue;
    }
    const side = letters > at && others.length > 1 ? knowledge.side.at(text, letters, span[1]) : undefined;
    if (side)
      result.push({
        span: [at, side.end],
        parties: others,
        person: undefined,
        joint: false,
        pair: false,
        land: false,
        stranger: undefined,
        bare: false,
      });
    at = side?.end ?? Math.max(letters, at + 1);
  }
  return result;
}

/** 仏より、…。露は…: one sign alone is a country where it is of the talks and begins a clause. */
function signAt(text: string, at: number, start: number, { parties }: Talks, { names }: Pack): string | undefined {
  const party = names && namesOf(names).signs.get(text.charCodeAt(at));
  if (!party || !parties.includes(party)) return undefined;
  let before = at;
  while (before > start && isBlank(text.charCodeAt(before - 1))) before--;
  return before === start || isComma(text.charCodeAt(before - 1)) || OPENS.has(text.charCodeAt(before - 1)) ? party : undefined;
}

/** V4｜側: the end of the letters by which several are called together. */
function lettersEnd(text: string, at: number, limit: number): number {
  let end = at;
  while (end < limit && (isLatin(text.charCodeAt(end)) || (end > at && isDigit(text.charCodeAt(end))))) end++;
  return end;
}

/** 各国｜国連常駐代表等: the end of the office that they hold. */
function holdersAt(text: string, at: number, limit: number, { some }: Knowledge, { names }: Pack): number {
  const office = names && officeAt(text, at, limit, namesOf(names));
  const end = office?.end ?? at;
  return some.at(text, end, limit)?.end ?? end;
}

function joined(text: string, from: number, to: number, { and }: Knowledge): boolean {
  const start = afterBrackets(text, from, to);
  if (start >= to) return true;
  const found = and.at(text, start, to);
  return found?.end === to;
}

function frameOf(text: string, sentence: Span, group: readonly Subject[], talks: Talks, knowledge: Knowledge, next?: Subject): Frame | undefined {
  const first = group[0] as Subject;
  const last = group[group.length - 1] as Subject;
  const after = afterBrackets(text, last.span[1], sentence[1]);
  const between = knowledge.between.at(text, after, sentence[1]);
  const particle = knowledge.frames.at(text, after, sentence[1]);
  if (particle?.value === 'none' && (!between || between.end <= particle.end)) return undefined;
  if (particle?.value === 'source' && isTold(text, particle.end, sentence[1], knowledge)) return undefined;
  const end = Math.max(between?.end ?? 0, particle?.end ?? 0);
  if (end === 0) return scripted(text, sentence, group, after, next) ?? headed(text, sentence, group, after);
  const told = between && between.end >= (particle?.end ?? 0) ? 'between' : (particle?.value as FrameKind | 'together');
  if (told === 'together' && !group.some((subject) => subject.joint)) return undefined;
  const kind = told === 'together' ? 'topic' : told;
  const counted = named(group);
  const parties: string[] = [];
  for (const subject of counted) for (const party of subject.parties) if (!parties.includes(party)) parties.push(party);
  if (kind === 'between') {
    const both = parties.length > 0 ? talks.parties : [];
    if (both.length < 2) return undefined;
    const frame = plain(kind, [first.span[0], end], spoken(both, first.span), true, false);
    frame.lands = group.every((subject) => subject.bare || subject.land);
    return frame;
  }
  if (parties.length === 0) return strange(text, sentence, group, end, kind);
  const bare = group.every((subject) => subject.bare);
  const comma = isComma(text.charCodeAt(end));
  if (bare && kind === 'source' && !comma) return undefined;
  if (kind === 'source' && isOfList(text, group, end, sentence[1], next, knowledge)) return undefined;
  const speakers: Speaker[] = [];
  for (const subject of counted)
    for (const speaker of spoken(subject.parties, subject.span, subject.person))
      if (!speakers.some(({ party }) => party === speaker.party)) speakers.push(speaker);
  const joint = group.some((subject) => subject.joint) || parties.length > 1;
  const weak = kind === 'subject' || (group.every((subject) => subject.bare) && kind !== 'source' && parties.length < 2);
  const frame = plain(kind, [first.span[0], end], speakers, joint, weak);
  frame.lands = kind !== 'source' && group.every((subject) => subject.bare || subject.land);
  frame.rest = group.length === 1 && first.pair && parties.length > 2;
  return frame;
}

/** A speaker for each of these parties, by the words at a span. */
function spoken(parties: readonly string[], span: Span, person?: string): Speaker[] {
  return parties.map((party) =>
    person ? { party, person, basis: 'stated', span: [span[0], span[1]] } : { party, basis: 'stated', span: [span[0], span[1]] },
  );
}

/** 太平洋諸島フォーラムから｜ナタペイ首相を始めとする: who came from there, unless it is the one spoken to. */
function isOfList(text: string, group: readonly Subject[], end: number, limit: number, next: Subject | undefined, { addressed }: Knowledge): boolean {
  if (next?.person === undefined || next.span[0] !== end || group.some(({ person, joint }) => person !== undefined || joint)) return false;
  return addressed.at(text, afterBrackets(text, next.span[1], limit), limit) === undefined;
}

/** 先方から要請があった｜事業: what a noun is told by is no frame. */
function isTold(text: string, from: number, limit: number, { told, after, things }: Knowledge): boolean {
  if (isComma(text.charCodeAt(from))) return false;
  const end = Math.min(limit, from + TOLD);
  for (let i = from; i < end && !isComma(text.charCodeAt(i)); i++) {
    const found = told.at(text, i, end);
    if (found)
      return (
        (isNoun(text.charCodeAt(found.end)) || things.at(text, found.end, limit) !== undefined) &&
        found.end < limit &&
        !after.at(text, found.end, limit)
      );
  }
  return false;
}

/** Han and katakana, and the mark that opens a name. */
function isNoun(unit: number): boolean {
  return (unit >= 0x3400 && unit <= 0x9fff) || (unit >= 0x30a1 && unit <= 0x30fc) || unit === 0x300c;
}

/** 米豪両国: the two are those named right before. */
function named(group: readonly Subject[]): readonly Subject[] {
  const lands = group.slice(0, -1);
  return group.at(-1)?.land && lands.length > 1 && lands.every(({ bare, parties }) => bare && parties.length > 0) ? lands : group;
}

/**
 * A person from elsewhere, or whom we could not place, speaks: nobody of the talks does. Only before a comma, or by name at the head of the sentence,
 * where it is no part of what is said.
 */
function strange(text: string, sentence: Span, group: readonly Subject[], end: number, kind: FrameKind): Frame | undefined {
  const first = group[0] as Subject;
  if (group.length > 1 || first.stranger === undefined) return undefined;
  const heads = kind === 'topic' && first.person !== undefined && blank(text, sentence[0], first.span[0]);
  if (!heads && !isComma(text.charCodeAt(end))) return undefined;
  if (kind !== 'source' && (kind !== 'topic' || first.stranger !== '')) return undefined;
  const frame = plain(kind, [first.span[0], end], [], false, kind !== 'source');
  frame.nobody = first.stranger === '';
  return frame;
}

/** 双方、…を歓迎。: both, with a comma for a particle, at the head of a sentence. */
function headed(text: string, sentence: Span, group: readonly Subject[], after: number): Frame | undefined {
  const first = group[0] as Subject;
  if (group.length > 1 || !first.joint || !isComma(text.charCodeAt(after)) || !blank(text, sentence[0], first.span[0])) return undefined;
  const frame = plain('topic', [first.span[0], after], spoken(first.parties, first.span), true, false);
  frame.rest = first.pair && first.parties.length > 2;
  return frame;
}

/** 前原大臣：… and （前原大臣）… at the head of a sentence. */
function scripted(text: string, sentence: Span, group: readonly Subject[], after: number, next: Subject | undefined): Frame | undefined {
  const first = group[0] as Subject;
  // 先方: 某大使他 tells who was there
  if (!first.person && next?.person && blank(text, after + 1, next.span[0])) return undefined;
  if (group.length > 1 || first.bare || first.parties.length !== 1) return undefined;
  const close = fold(text.charCodeAt(after));
  const before = fold(text.charCodeAt(first.span[0] - 1));
  const opened = before === 0x28 || before === QUOTE;
  if (!blank(text, sentence[0], first.span[0] - (opened && first.span[0] > sentence[0] ? 1 : 0))) return undefined;
  if (close !== (before === 0x28 ? 0x29 : 0x3a) && !(isBlank(text.charCodeAt(after)) && !opened && isSaid(text, after, sentence[1])))
    return undefined;
  const frame = plain('source', [first.span[0], after + 1], spoken(first.parties, first.span, first.person), false, false);
  frame.mark = true;
  return frame;
}

/** 「大臣：…」 */
const QUOTE = 0x300c;
/** What is said behind a name and a blank has at least so many signs. */
const SAID = 5;

/** 大統領　日本の立場を支持する。: what follows a name and a blank is a sentence. */
function isSaid(text: string, at: number, end: number): boolean {
  let from = at;
  while (from < end && isBlank(text.charCodeAt(from))) from++;
  return from > at && from < end && text.charCodeAt(from - 1) !== 0x0a && end - from >= SAID && isStop(text.charCodeAt(end - 1));
}

export function blank(text: string, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (!isBlank(text.charCodeAt(i))) return false;
  return true;
}

/** After (ユン・ソンニョル) and the like. */
function afterBrackets(text: string, at: number, limit: number): number {
  let from = at;
  while (from < limit && isBlank(text.charCodeAt(from))) from++;
  if (fold(text.charCodeAt(from)) !== 0x28) return at;
  const end = Math.min(limit, from + 60);
  for (let i = from + 1; i < end; i++) if (fold(text.charCodeAt(i)) === 0x29) return i + 1;
  return at;
}

/** The frame that a clause stands under: the first strong one of its stretch, else a weak one that nothing reported could hold. */
export function frameFor(
  text: string,
  frames: readonly Frame[],
  from: number,
  contentEnd: number,
  reports: boolean,
  replying: readonly string[] = [],
): Frame | undefined {
  let weak: Frame | undefined;
  for (let i = firstFrom(frames, from); i < frames.length; i++) {
    const frame = frames[i] as Frame;
    if (frame.span[1] > contentEnd) break;
    if (!frame.weak && answered(text, frames[i + 1], contentEnd, replying)) continue;
    if (!frame.weak) return frame.joint || frame.kind !== 'topic' ? frame : (together(frames, i + 1, contentEnd) ?? frame);
    if (!weak && (!reports || frame.kind !== 'subject' || isComma(text.charCodeAt(frame.span[1])))) weak = frame;
  }
  return weak;
}

/** …であることを双方が指摘した: the frame between what was said and its verb. */
export function frameBeside(frames: readonly Frame[], contentEnd: number, verb: number): Frame | undefined {
  let found: Frame | undefined;
  for (let i = firstFrom(frames, contentEnd); i < frames.length && (frames[i] as Frame).span[1] <= verb; i++) found = frames[i];
  return found;
}

/** 先方より挨拶があったのに対し、東山大臣から…: the one who answers speaks. */
function answered(text: string, next: Frame | undefined, contentEnd: number, replying: readonly string[]): boolean {
  if (!next || next.weak || next.kind !== 'source' || next.span[1] > contentEnd) return false;
  let end = next.span[0];
  while (end > 0 && (isComma(text.charCodeAt(end - 1)) || isBlank(text.charCodeAt(end - 1)))) end--;
  return replying.some((word) => text.endsWith(word, end));
}

/** 東山大臣は、オルロフ外相との間で…: the frame that joins the other side to the one just named; 日露間で belongs to what is said. */
function together(frames: readonly Frame[], at: number, contentEnd: number): Frame | undefined {
  const next = frames[at];
  return next?.kind === 'between' && !next.lands && next.span[1] <= contentEnd ? next : undefined;
}

/** The first strong frame that begins at `from` or after it. */
export function frameAfter(frames: readonly Frame[], from: number): Frame | undefined {
  let i = firstFrom(frames, from);
  while (i < frames.length && (frames[i] as Frame).weak) i++;
  return frames[i];
}
