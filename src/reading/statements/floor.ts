/**
 * Words that no verb of saying reports: below a speaker's name, after a speaker's mark, in a list that was announced.
 *
 *   > （大久保総理）農業には配慮が必要である。研究を進めたい。
 *     ＾＾＾＾＾＾＾ has the floor to the end of the passage
 */
import { isComma } from '../../language/abilities/head-final.ts';
import type { Pack } from '../../language/pack.ts';
import { ACTS } from '../../record/acts.generated.ts';
import type { Act, Mention, Talks } from '../../record/reading.ts';
import type { Span } from '../../text/span.ts';
import { firstFrom, trimmed } from '../../text/span.ts';
import { type Clause, classOf } from '../clauses.ts';
import type { Passage } from '../outline.ts';
import { linkReply, REACH, takesUp } from '../replies.ts';
import { frameFor } from '../speakers/choosing.ts';
import type { Frame } from '../speakers/frame.ts';
import type { speakersOf } from '../speakers/knowledge.ts';
import { talksWordsOf } from '../talks/knowledge.ts';
import { encounterTold } from '../talks/telling/encounters.ts';
import type { Knowledge } from './knowledge.ts';
import { opening, propositions, SHORTEST, tailStart, unstopped } from './propositions.ts';
import { type Floor, type Place, type Sheet, type Sided, write } from './sheet.ts';
import { bothSides } from './sides.ts';

/** A heading longer than this names no speaker. */
const HEADING = 40;
/** What it says behind the name is no longer. */
const BEHIND = 8;
/** What ends an announcement behind its last word is no longer: 次のとおり｜であった. */
const ENDING = 4;
const WORDS = /[\p{L}\p{N}]/u;

/** The floor that the heading of a passage gives, or the mark at the head of a sentence. */
export function floorOf(text: string, passage: Passage, frames: readonly Frame[], told: FloorGiven): Floor | undefined {
  const frame = frames.find(({ mark }) => mark);
  // 東山大臣:「…」: the quotation ends what was said
  if (frame)
    return {
      speakers: frame.speakers,
      joint: frame.joint,
      path: passage.path,
      marked: true,
      ...(isQuoted(text, passage, frame) && { within: passage.index }),
    };
  const heading = passage.headings.at(-1);
  return heading && !told.titles.has(heading[0]) ? calledOn(text, heading, passage.path, told) : undefined;
}

/** Whether what follows the mark is one quotation up to the end of the passage. */
function isQuoted(text: string, { span }: Passage, { span: [, end] }: Frame): boolean {
  const [start, stop] = trimmed(text, [end, span[1]]);
  return text.charCodeAt(start) === 0x300c && text.charCodeAt(stop - 1) === 0x300d;
}

/** 先方の説明は次のとおり。: the floor that a sentence gives which only announces whose words follow. */
export function announcedFloor(text: string, passage: Passage, sentence: Span, told: FloorGiven, { lists, topics }: Knowledge): Floor | undefined {
  const [start, end] = unstopped(text, sentence);
  if (end - start > HEADING) return undefined;
  const words = text.slice(start, end);
  if (!lists.in(words)) return undefined;
  const word = lists.words.find((one) => words.lastIndexOf(one) >= Math.max(1, words.length - one.length - ENDING));
  if (!word) return undefined;
  const behind = start + words.lastIndexOf(word);
  const at = isComma(text.charCodeAt(behind - 1)) ? behind - 1 : behind;
  const particle = topics.find((one) => text.endsWith(one, at));
  if (!particle || !told.heads.some((head) => text.endsWith(head, at - particle.length))) return undefined;
  return calledOn(text, [start, at - particle.length], passage.path, told);
}

export interface FloorGiven {
  readonly mentions: readonly Mention[];
  readonly talks: Talks;
  /** Where headings begin that name talks: nobody has the floor by them. */
  readonly titles: ReadonlySet<number>;
  readonly groups: NonNullable<ReturnType<typeof speakersOf>>['groups'] | undefined;
  /** What a heading may say of one who speaks below it: 東山大臣の発言. */
  readonly heads: readonly string[];
  /** At the end of a heading that addresses who reads the page: 幕僚長より皆さまへ. */
  readonly readers: readonly string[];
}

/** Whom a heading, or the subject of an announcement, calls on. */
function calledOn(text: string, span: Span, path: string, { mentions, talks, groups, heads, readers }: FloorGiven): Floor | undefined {
  const [start, end] = trimmed(text, span);
  if (end - start > HEADING || readers.some((word) => text.endsWith(word, end))) return undefined;
  const first = mentions[firstFrom(mentions, start)];
  const named = first?.span[0] === start && first.kind === 'person' && first.party && talks.parties.includes(first.party) ? first : undefined;
  const holder = first?.span[0] === start && first.kind === 'office' ? first : undefined;
  const group = groups?.at(text, start, end);
  const speaking = (rest: string) => rest.length <= BEHIND && (heads.some((word) => rest.startsWith(word)) || !WORDS.test(rest));
  const party =
    named?.party ??
    (holder && sideOfOffice(holder, talks)) ??
    (group?.value === 'own' ? talks.parties[0] : group?.value === 'other' && talks.parties.length === 2 ? talks.parties[1] : undefined);
  const last = named || holder ? (first?.span[1] ?? 0) : (group?.end ?? 0);
  if (!party || !speaking(text.slice(last, end))) return undefined;
  const speaker = { party, ...(named?.name && { person: named.name }), basis: 'stated' as const, span: [start, last] as [number, number] };
  return { speakers: [speaker], joint: false, path };
}

/** 総理発言: the side of which those who met hold the office, if it is one. */
function sideOfOffice({ text, role, party }: Mention, { parties, participants }: Talks): string | undefined {
  if (party) return parties.includes(party) ? party : undefined;
  const sides = new Set(participants.flatMap((one) => (one.office?.endsWith(text) || (role && one.role === role) ? [one.party] : [])));
  return sides.size === 1 ? [...sides][0] : undefined;
}

/** What who has the floor says, and who is heard in it. */
export interface Heard {
  readonly place: Place;
  readonly clauses: readonly Clause[];
}

/** (3)会談で大統領からは、歓迎があり、関心の表明があったことを紹介した。: without those whom who has the floor only cites, and what they did. */
export function withoutCited(text: string, place: Place, clauses: readonly Clause[], { cited }: Knowledge): Heard {
  const last = clauses.at(-1);
  if (!last || place.frames.length === 0) return { place, clauses };
  const words = text.slice(Math.max(place.sentence.span[0], last.contentEnd - CITED), last.verb[0]);
  if (!cited.some((word) => words.includes(word))) return { place, clauses };
  const [start] = trimmed(text, place.sentence.span);
  const isCited = ({ kind, span }: Frame) => kind === 'source' && span[0] !== start && span[1] <= last.contentEnd;
  const first = place.frames.find(isCited);
  if (!first) return { place, clauses };
  return {
    place: { ...place, frames: place.frames.filter((frame) => !isCited(frame)) },
    clauses: clauses.filter((clause) => clause === last || clause.verb[1] <= first.span[0]),
  };
}

/** What ends the words of another has no more signs. */
const CITED = 8;

/** The statements of a sentence whose speaker has the floor. */
export function listed(sheet: Sheet, place: Place, clauses: readonly Clause[], floor: Floor): void {
  const { text, pack, knowledge, memory, result } = sheet;
  const own: Sided = { speakers: floor.speakers, mode: floor.joint ? 'joint' : 'one', doubt: false };
  const before = result.length;
  const mark = place.frames.find((frame) => frame.mark);
  let from = mark ? mark.span[1] : place.sentence.span[0];
  let done = false;
  for (const [i, clause] of clauses.entries()) {
    if (isTheirs(clause, clauses[i + 1], place.frames, from)) continue;
    const read = frameFor(text, place.frames, from, clause.contentEnd, clause.reports);
    // 両国は隣国であり、感謝する: countries by their bare names belong to what one side says
    const frame = read?.lands && !floor.joint ? undefined : read;
    // 双方は一致している: what is so, and nothing that one means to do
    const lasts = knowledge.lasting.some((word) => text.endsWith(word, clause.verb[1]));
    const to = (ACTS[clause.act].jointly && clause.bend === 'present' && !lasts) || (clause.act === 'intend' && clause.bend === 'desire');
    // 条約に署名した, told by one side, is what that side tells
    const tells = ACTS[clause.act].jointly && !to && !floor.joint && !frame?.joint;
    // 1978年、指導者が条約を締結し、協力の拠り所を与えた: in a speech, a part of what it tells
    if (tells && floor.within !== undefined && clause.bend === 'suspended') continue;
    const joint = ACTS[clause.act].jointly && !to && !tells;
    const start = opening(text, from, clause.verb[0], knowledge);
    write(sheet, place, {
      span: [start, clause.verb[1]],
      verb: clause.verb,
      act: to ? (floor.act ?? 'intend') : tells ? 'state' : clause.act,
      rule: `${clause.rule}+list`,
      content: [start, Math.max(start, clause.contentEnd)],
      own: joint
        ? { speakers: bothSides(place.talks, 'speakers/both-sides', clause.verb), mode: 'joint', doubt: false }
        : frame?.joint && floor.within === undefined
          ? { speakers: frame.speakers, mode: 'joint', doubt: false }
          : own,
      clause,
      from,
    });
    from = clause.next;
    done = clause.link === 'end';
  }
  if (!done) bare(sheet, place, from, floor, own);
  const made = result[before];
  if (made) linkReply(result, before, floor.replies ? REACH : takesUp(text, made, pack));
  if (floor.replies && made) memory.floor = { ...floor, replies: false };
}

/** 貴大統領が提案を歓迎し、｜国連の関与を支持していることを評価する: what somebody else did, of whom one speaks, with the rest of it. */
function isTheirs({ bend, link, verb }: Clause, next: Clause | undefined, frames: readonly Frame[], from: number): boolean {
  if (bend !== 'suspended' || link !== 'comma' || !next?.reports || ACTS[next.act].jointly) return false;
  const own = frames.some(({ kind, joint, span }) => kind === 'subject' && !joint && span[0] >= from && span[1] <= verb[0]);
  return own && !frames.some(({ span }) => span[0] >= verb[1] && span[1] <= next.contentEnd);
}

/** Propositions without a predicate that we know. */
function bare(sheet: Sheet, place: Place, from: number, floor: Floor, own: Sided): void {
  const { text, pack, knowledge } = sheet;
  const [start, end] = unstopped(text, [from, place.sentence.span[1]]);
  if (!floor.marked && floor.within === undefined && tellsMeeting(text, [start, end], place, pack)) return;
  let begin = start;
  for (const stop of [...propositions(text, start, end, knowledge), end]) {
    const piece: Span = [opening(text, begin, stop, knowledge), stop];
    begin = stop + 1;
    if (piece[1] - piece[0] < SHORTEST || (floor.marked && !knowledge.finite(text, piece[0], piece[1]))) continue;
    const found = classOf(text, piece, pack);
    const act: Act = floor.act ?? found?.act ?? 'state';
    const rule = floor.act ? 'acts/announced' : (found?.rule ?? 'acts/proposition');
    write(sheet, place, { span: piece, verb: [found?.start ?? tailStart(text, piece), piece[1]], act, rule: `${rule}+list`, content: piece, own });
  }
}

/** Behind the word for the talks stand no more signs than those of what tells that they were held: を行いました. */
const HELD = 8;

/** ① 某副大臣 / 某副大臣と会談しました。: with whom one met, below the name, is nothing that was said. */
function tellsMeeting(text: string, span: Span, { mentions }: Place, { talks }: Pack): boolean {
  const told = talks && encounterTold(text, span, talksWordsOf(talks));
  if (!told || span[1] - told.span[1] > HELD) return false;
  return mentions.some(({ kind, span: [start, end] }) => kind === 'person' && start >= span[0] && end <= told.span[0]);
}
