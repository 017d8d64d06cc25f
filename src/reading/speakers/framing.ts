/** The frame that a group of subjects makes with what follows it. */
import { isComma, isStop } from '../../language/abilities/head-final.ts';
import type { Speaker, Talks } from '../../record/reading.ts';
import { fold } from '../../text/fold.ts';
import { isBlank, type Span } from '../../text/span.ts';
import { type Frame, type FrameKind, plain } from './frame.ts';
import type { Knowledge } from './knowledge.ts';
import type { Subject } from './subject.ts';

/** Before the subject of a sentence stand no more signs: また、. */
const CONJUNCTION = 4;
/** A noun is told by no more signs: 要請があった. */
const TOLD = 14;

export function frameOf(
  text: string,
  sentence: Span,
  group: readonly Subject[],
  talks: Talks,
  knowledge: Knowledge,
  next?: Subject,
): Frame | undefined {
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
  // 日本の外相として、初めて訪問された: what somebody is, and who speaks may be the other side
  if (kind === 'stance' && last.holder) return undefined;
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
  const some = kind === 'source' && group.length === 1 && first.some;
  if (parties.length === 0 || some) return strange(text, sentence, group, end, kind, talks.parties.length === 2, knowledge);
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
  frame.all = group.length === 1 && first.all && kind === 'topic';
  return frame;
}

/** A speaker for each of these parties, by the words at a span. */
function spoken(parties: readonly string[], span: Span, person?: string): Speaker[] {
  return parties.map((party) =>
    person ? { party, person, basis: 'stated', span: [span[0], span[1]] } : { party, basis: 'stated', span: [span[0], span[1]] },
  );
}

/** 太平洋諸島フォーラムから｜ナタペイ首相を始めとする: who came from there, unless it is the one spoken to; from an office (総理より) nobody comes. */
function isOfList(text: string, group: readonly Subject[], end: number, limit: number, next: Subject | undefined, { addressed }: Knowledge): boolean {
  if (next?.person === undefined || next.span[0] !== end || group.some(({ person, holder, joint }) => person !== undefined || holder || joint))
    return false;
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
export function isNoun(unit: number): boolean {
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
function strange(
  text: string,
  sentence: Span,
  group: readonly Subject[],
  end: number,
  kind: FrameKind,
  two: boolean,
  { turns }: Knowledge,
): Frame | undefined {
  const first = group[0] as Subject;
  // 各国からは、…を評価する旨の発言があった: some of those who came, whoever they were; in answer, the other side
  if (group.some(({ some }) => some) && (kind === 'source' || (kind === 'topic' && isComma(text.charCodeAt(end))))) {
    const frame = plain(kind, [first.span[0], end], [], false, false);
    frame.nobody = two;
    return frame;
  }
  if (group.length > 1 || first.stranger === undefined) return undefined;
  // …したい旨述べ、｜某外相から謝意が表明された
  const opens = kind === 'source' && isComma(text.charCodeAt(first.span[0] - 1));
  const heads = first.person !== undefined && (opens || (kind === 'topic' && blank(text, sentence[0], first.span[0])));
  if (!heads && !isComma(text.charCodeAt(end))) return undefined;
  // また、某大統領が、…と指摘した: nobody of the talks, where a part of the sentence begins with it
  if (kind === 'subject' && first.person !== undefined && first.stranger === '' && isBegun(text, sentence[0], first.span[0])) {
    const frame = plain(kind, [first.span[0], end], [], false, first.span[0] - sentence[0] > CONJUNCTION);
    frame.nobody = true;
    return frame;
  }
  // …したい旨述べたところ、｜某国大統領は、: somebody of a country that is not at these talks speaks next
  const [start] = first.span;
  const turned = kind === 'topic' && isComma(text.charCodeAt(start - 1)) && turns.some((word) => text.endsWith(word, start - 1));
  if (kind !== 'source' && !turned && (kind !== 'topic' || first.stranger !== '')) return undefined;
  const frame = plain(kind, [first.span[0], end], [], false, kind !== 'source' && !turned);
  frame.nobody = first.stranger === '';
  return frame;
}

/** Whether a sentence, or a part of it behind a comma, begins here. */
function isBegun(text: string, start: number, at: number): boolean {
  return isComma(text.charCodeAt(at - 1)) || blank(text, start, at);
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
  if (group.length > 1 || first.bare || first.parties.length > 1 || (first.parties.length === 0 && first.stranger === undefined)) return undefined;
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
export function afterBrackets(text: string, at: number, limit: number): number {
  let from = at;
  while (from < limit && isBlank(text.charCodeAt(from))) from++;
  if (fold(text.charCodeAt(from)) !== 0x28) return at;
  const end = Math.min(limit, from + 60);
  for (let i = from + 1; i < end; i++) if (fold(text.charCodeAt(i)) === 0x29) return i + 1;
  return at;
}

/** Before the commas and blanks that stand before a place, no further than `start`. */
export function beforeComma(text: string, start: number, at: number): number {
  let end = at;
  while (end > start && (isComma(text.charCodeAt(end - 1)) || isBlank(text.charCodeAt(end - 1)))) end--;
  return end;
}
