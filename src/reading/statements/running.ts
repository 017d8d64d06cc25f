/**
 * Statements of running text: each clause with its speaker, and under one verb of saying each finite proposition.
 *
 *   > 先方から、支援に感謝する、協力を続けたい旨述べた。
 *     　　　　　＾＾＾＾＾＾＾　＾＾＾＾＾＾＾＾＾＾＾ two statements, one speaker
 */
import { isComma } from '../../language/abilities/head-final.ts';
import { ACTS } from '../../record/acts.generated.ts';
import type { Act, Mention, Speaker } from '../../record/reading.ts';
import { fold } from '../../text/fold.ts';
import { firstFrom, type Span, trimmed } from '../../text/span.ts';
import { type Clause, classOf, findClauses } from '../clauses.ts';
import { findPoints, type Point } from '../points.ts';
import { linkReply, REACH, repliesIn, takesUp } from '../replies.ts';
import { frameBeside, frameFor } from '../speakers/choosing.ts';
import type { Frame } from '../speakers/frame.ts';
import { blank } from '../speakers/framing.ts';
import { handedOver } from '../speakers/handing.ts';
import { remarkEnd } from '../speakers.ts';
import { isEarlier } from './earlier.ts';
import { holderOf } from './holders.ts';
import type { Knowledge } from './knowledge.ts';
import { contents, opening, propositions, SHORTEST, sentencesOf, tailStart, unstopped } from './propositions.ts';
import { type Place, type Said, type Sheet, type Sided, write } from './sheet.ts';
import { sided, workedOut } from './sides.ts';
import { isSpokenOf } from './spoken-of.ts';

/**
 * @param announces whether items follow that a clause of this sentence may announce: 以下のとおり述べた.
 * @param later whether a verb of saying without a speaker of its own ends one of the next sentences.
 */
export function running(sheet: Sheet, place: Place, clauses: readonly Clause[], announces: boolean, later: () => boolean): void {
  const { text, pack, knowledge, memory, result } = sheet;
  const { sentence, frames, talks } = place;
  // (先方の求めに応え)東山大臣より、: what is told begins behind the remark
  const behind = remarkEnd(text, ...sentence.span);
  // (見方を質したのに対し)先方より、: the remark tells what was answered
  const asked = clauses.some(({ verb, by }) => verb[1] <= behind && knowledge.replying.has(by));
  let from = !asked && frames.some(({ span, weak }) => !weak && span[0] === behind) ? behind : sentence.span[0];
  let current: Said | undefined;
  let answering: readonly Speaker[] | undefined;
  let within = false;
  let besides = false;
  const lastSaying = clauses.findLastIndex(({ neutral, reports }) => neutral && reports);
  for (const [i, read] of clauses.entries()) {
    let clause = unlisted(read, frames);
    // 開始を歓迎する、｜と述べた上で: the proposition before the comma is all that it reports
    if (i > 0 && clause.plain && clause.contentEnd + clause.closing.length === clause.verb[0] && empty(text, from, clause.contentEnd)) {
      from = clause.next;
      continue;
    }
    // 昨年12月の会議では計画を発出し、｜…したい旨述べた: what was done before is spoken of, or told by the publisher
    if (isEarlier(text, from, clause, sheet.dates, talks, knowledge)) {
      if (i >= lastSaying) from = clause.next;
      continue;
    }
    from = handedOver(text, frames, from, clause.contentEnd, clause.reports, knowledge.handing);
    const words = text.slice(from, clause.verb[1]);
    const beside = clause.reports ? frameBeside(frames, clause.contentEnd, clause.verb[0]) : sourceWithin(frames, clause);
    const apart = clause.reports && !ACTS[clause.act].jointly;
    const first = frameFor(text, frames, from, clause.contentEnd, clause.reports, knowledge.apart, apart);
    const opener = first || i > 0 || !clause.reports ? undefined : headSubject(text, frames, sentence.span[0], clause);
    const found = opener ?? beside ?? (ACTS[clause.act].jointly ? (jointAfter(text, frames, first, clause.contentEnd) ?? first) : first);
    // …に感謝したい、両国は友人である旨述べた: what follows a finite clause is still said by the same speaker
    const spokenOf = (frame: Frame): boolean =>
      frame.kind === 'source'
        ? // 日本から某次官、先方から某次官が出席し、意見交換を行った: who came did so together
          ACTS[clause.act].jointly && attends(text, [frame.span[1], clause.verb[0]], knowledge)
        : within ||
          (!isHead(text, frame, sentence.span[0]) && isSpokenOf({ text, frame, clause, current, carried: memory.carried }, knowledge, pack));
    const frame = found && spokenOf(found) ? undefined : found;
    const start = opening(text, from, clause.verb[0], knowledge);
    const earlier = result.at(-1);
    const replies = repliesIn(text, [from, clause.verb[0]], pack);
    if (replies && earlier?.talks === talks.id && earlier.speakers.length === 1) answering ??= earlier.speakers;
    if (clause.alone && frame?.speakers.length === 1) clause = { ...clause, act: clause.alone };
    if (clause.comes && clause.bend !== 'desire' && frame?.kind === 'source' && frame.speakers.length === 1)
      clause = { ...clause, act: clause.comes };
    const met = knowledge.met.in(words);
    const shared = !current && (!memory.carried || workedOut(memory.carried)) && (place.ofTalks === true || endsJointly(clauses, i, frames));
    const goesOn = place.goesOn === true && i === 0;
    const goesOnSaying = clause.act === 'confirm' && (i < lastSaying || found !== frame) && !frame && current?.source === true && !current.joint;
    const own = sided(
      {
        clause,
        frame,
        current,
        answering,
        carried: memory.carried,
        talks,
        met,
        whom: met ? whomMet(place.mentions, [from, clause.verb[0]]) : undefined,
        backed: clause.act === 'support' ? whoseAim(text, place.mentions, [start, clause.verb[0]], knowledge) : undefined,
        hosting: clause.act === 'welcome' ? whoHosts(words, knowledge) : undefined,
        shared,
        chairs: clause.act === 'conclude' && knowledge.chairs.some((word) => words.includes(word)),
        endsJointly: frame?.all === true && endsJointly(clauses, i, frames),
        holder: frame ? undefined : holderOf(text, [from, clause.verb[1]], { clause, mentions: place.mentions, talks }, knowledge, pack),
        next: i === 0 && !frame ? speaksNext(frames, clause) : undefined,
        traveller: place.traveller,
        goesOn,
        goesOnSaying,
        words: text.slice(start, clause.verb[1]),
      },
      pack,
    );
    const heralds = announces && clause.link === 'end' && isAnnounced(words, knowledge);
    if (heralds && clause.act !== 'exchange') {
      const { path } = sentence.passage;
      const act = clause.plain ? undefined : clause.act;
      memory.floor = { speakers: own.speakers, joint: own.mode !== 'one', path, ...(act && { act }), ...(replies && { replies }) };
      current = memory.floor;
      from = clause.next;
      continue;
    }
    // 工場を視察し、進展を確認した: seen, not said
    const seen = clause.act === 'confirm' && own.mode === 'one' && knowledge.looked.some((word) => words.includes(word));
    // 日露外相会談(東山大臣発言): a caption
    const noted = clause.bend === 'nominal' && !clause.reports && own.speakers.length === 0 && isClosing(text, clause.verb[1]);
    // (1)我が国外交への高い評価 / 総理は…: a line over what is told below it
    const heads = place.heads === true && clause.bend === 'nominal' && !frame;
    // 日系人代表と懇談し、…について意見交換を行った: with the same
    // 三か国の学生の間で議論が行われ
    const outside: boolean =
      clause.act === 'exchange' &&
      (knowledge.outside(text, from, clause.verb[0]) === true || knowledge.among.has(text, from, clause.verb[0]) || (besides && !frame));
    besides = outside;
    const opens = result.at(-1)?.talks !== talks.id && frame?.kind === 'topic' && !frame.joint;
    if (
      seen ||
      noted ||
      heads ||
      outside ||
      (heralds && !named(text, from, clause, knowledge)) ||
      isTheTalks(text, clause, from, place, { knowledge, opens })
    ) {
      from = clause.next;
      continue;
    }
    // 両外相は…に同意した: what both concur in they agree on
    if (clause.act === 'concur' && own.mode === 'joint' && own.speakers.length === talks.parties.length) clause = { ...clause, act: 'agree' };
    const before = result.length;
    const finite = clause.link === 'comma' && (clause.bend === 'present' || clause.bend === 'desire');
    const saying = (clause.neutral && clause.reports) || i < lastSaying;
    const spoke = told(sheet, place, {
      clause,
      own,
      start,
      from,
      words,
      saying,
      contentFrom: frame && frame !== beside && frame.kind !== 'stance' && frame.span[0] >= from ? frame.span[1] : start,
    });
    const made = result[before];
    if (made) linkReply(result, before, replies || answering || clause.inverse || clause.answers ? REACH : takesUp(text, made, pack));
    // 意見交換を行い、…と伝えた: what both did, worked out, says nothing of who speaks next
    // 東山大臣から、…を提起し、協力することで一致し、…したい旨述べた: nor where one side speaks in the sentence
    const next = clauses[i + 1];
    const between = next !== undefined && ACTS[next.act].family === 'position' && current?.source === true && !current.joint;
    const aside =
      !frame &&
      own.mode === 'joint' &&
      (current ? between && ACTS[clause.act].jointly : clause.act === 'exchange' && memory.carried?.joint === false);
    // 先方から、再会を歓迎し、ロシアは関係を評価し: one's own country by its name is no other speaker
    const again = current?.firm === true && !current.joint && own.mode === 'one' && own.speakers[0]?.party === current.speakers[0]?.party;
    if (!aside)
      current = {
        speakers: spoke.speakers,
        joint: spoke.mode !== 'one',
        firm: frame ? again || (!frame.lands && !frame.weak && !frame.joint) : (current ?? memory.carried)?.firm === true,
        source: frame ? frame.kind === 'source' : (current ?? memory.carried)?.source === true,
      };
    answering = clause.link === 'connector' && knowledge.replying.has(clause.by) && own.speakers.length === 1 ? own.speakers : undefined;
    within = finite;
    from = clause.next;
  }
  unfinished(sheet, place, from, later);
  goesOnAfter(sheet, place, clauses, later);
  const last = frames.findLast((frame) => !frame.weak);
  if (current) memory.carried = current;
  else if (last) memory.carried = { speakers: last.speakers, joint: last.joint, firm: !last.lands && !last.joint };
}

/** 方針を説明し、｜先方は…: the side, by a word for it and no name, that comes to speak behind the first clause of a sentence, before which nobody does. */
function speaksNext(frames: readonly Frame[], { verb }: Clause): string | undefined {
  const [first] = frames;
  if (!first || first.span[0] < verb[1] || first.weak || first.lands || first.joint || first.speakers.length !== 1) return undefined;
  const [{ party, person }] = first.speakers as [Speaker];
  return (first.kind === 'source' || first.kind === 'topic') && person === undefined ? party : undefined;
}

/** 据え置くとの約束が｜先方から｜なされた: who gives, between what is given and its verb. */
function sourceWithin(frames: readonly Frame[], { passive, verb }: Clause): Frame | undefined {
  if (!passive) return undefined;
  return frames.find(
    ({ kind, weak, speakers, span }) => kind === 'source' && !weak && speakers.length > 0 && span[0] > verb[0] && span[1] <= verb[1],
  );
}

/** 日本側と中国側は賛同した: the word between two who speak closes nothing that is said. */
function unlisted(clause: Clause, frames: readonly Frame[]): Clause {
  const { contentEnd, verb } = clause;
  const listed = clause.reports && frames.some(({ span }) => span[0] < contentEnd && span[1] > contentEnd && span[1] <= verb[0]);
  return listed ? { ...clause, contentEnd: verb[0], reports: false, closing: '' } : clause;
}

/** 東山大臣は、先方と立ち話を行い、双方は、…を確認した: both come to speak behind the one with whom the sentence begins. */
function jointAfter(text: string, frames: readonly Frame[], first: Frame | undefined, end: number): Frame | undefined {
  if (first?.kind !== 'topic' || first.joint) return undefined;
  return frames.find(
    ({ kind, joint, lands, weak, span }) =>
      kind === 'topic' && joint && !lands && !weak && span[0] >= first.span[1] && span[1] <= end && isComma(text.charCodeAt(span[0] - 1)),
  );
}

/** オルロフ外相が賛同した: who stands at the head of the sentence speaks in it. */
function isHead(text: string, { kind, span, lands }: Frame, start: number): boolean {
  return kind === 'subject' && !lands && blank(text, start, span[0]);
}

/** 東山大臣が｜「…」と述べ, 東山大臣が…と述べ、先方は…: who stands at the head with が, where a quotation follows or another answers, is no part of what is said. */
function headSubject(text: string, frames: readonly Frame[], start: number, { verb }: Clause): Frame | undefined {
  const [first, second] = frames;
  if (!first || first.joint || first.speakers.length === 0) return undefined;
  // 某大統領との会談では、東山大臣が｜「…」と述べ
  const opens = isHead(text, first, start) || (first.kind === 'subject' && isComma(text.charCodeAt(first.span[0] - 1)));
  if (opens && text.charCodeAt(first.span[1]) === QUOTE) return first;
  if (!isHead(text, first, start)) return undefined;
  const answers = second !== undefined && !second.weak && !second.joint && second.span[0] >= verb[1];
  return answers && second.speakers.every(({ party }) => party !== first.speakers[0]?.party) ? first : undefined;
}

/** 「 */
const QUOTE = 0x300c;

/** 進展を歓迎し、…で一致した: no subject is written, and the next predicate is of both. */
function endsJointly(clauses: readonly Clause[], i: number, frames: readonly Frame[]): boolean {
  const [clause, next] = [clauses[i] as Clause, clauses[i + 1]];
  if (!next || clause.passive || clause.neutral || clause.bend !== 'suspended' || clause.link !== 'comma') return false;
  return ACTS[next.act].jointly && !frames.some(({ span, joint }) => !joint && span[0] >= clause.verb[1] && span[1] <= next.verb[0]);
}

/** 次のように述べた。: nothing is said in the sentence itself, and the passage goes on with it. */
export function isHerald(text: string, { verb, link, neutral }: Clause, { lists }: Knowledge): boolean {
  return link === 'end' && neutral && lists.words.some((word) => text.endsWith(word, verb[0]));
}

/** 以下のとおり述べた: items follow. */
export function isAnnounced(words: string, { lists }: Knowledge): boolean {
  return lists.in(words);
}

const NOBODY: ReadonlyMap<number, Frame> = new Map();
const NOTHING: ReadonlyMap<number, undefined> = new Map();
/** More frames than these do not begin where somebody comes to speak. */
const FRAMES = 4;

interface Told {
  readonly clause: Clause;
  readonly own: Sided;
  readonly start: number;
  readonly from: number;
  readonly words: string;
  /** Whether finite propositions may stand before its verb: it reports them, or is one of several that are reported. */
  readonly saying: boolean;
  /** After the speaker. */
  readonly contentFrom: number;
}

/** The statements of one clause: the propositions before its verb of saying, and what the verb itself takes. @returns who speaks in the last. */
function told(sheet: Sheet, place: Place, { clause, own, start, from, words, saying, contentFrom }: Told): Sided {
  const { text, pack, knowledge, result } = sheet;
  // …を期待している、と述べた: what is said was told before the comma
  const reported = knowledge.quoting.has(text.slice(start, clause.verb[0])) || (clause.closing !== '' && empty(text, start, clause.contentEnd));
  if (clause.neutral && start > place.sentence.span[0] && reported) return own;
  const contentStart = opening(text, Math.max(start, contentFrom), Math.max(clause.contentEnd, contentFrom), knowledge);
  const contentEnd = Math.max(clause.contentEnd, contentStart);
  const numbered = findPoints(text, [contentStart, contentEnd]);
  const quoted = clause.neutral ? sentencesOf(text, [contentStart, contentEnd]) : [];
  const ends =
    quoted.length > 0
      ? []
      : propositions(text, contentStart, clause.verb[0], knowledge).filter((end, i, all) => !attributive(sheet, [all[i - 1] ?? contentStart, end]));
  const acting = clause.neutral && knowledge.listing.includes(clause.closing) ? actsWithin(sheet, contentStart, clause) : NOTHING;
  for (const end of acting.keys()) ends.push(end);
  if (acting.size > 0) ends.sort((a, b) => a - b);
  const handed = ends.length === 0 ? NOBODY : new Map(ends.flatMap((end) => handOver(sheet, place, end, clause.verb[0])));
  const commas =
    quoted.length > 0 ? quoted : saying ? separate(text, ends, numbered) : ends.filter((end) => handed.has(end) || wishes(text, end, knowledge));
  const points = commas.length > 0 ? [] : numbered;
  let pieceStart = start;
  let bodyStart = contentStart;
  let speaks = own;
  let last: ReturnType<typeof classOf>;
  for (const comma of commas) {
    const piece = trimmed(text, [Math.max(pieceStart, bodyStart), comma]);
    const listed = acting.get(comma);
    const found = listed ?? classOf(text, piece, pack);
    // …はできない、との発言; …したい、などと応じた: the last proposition is the verb's own
    if (clause.neutral && (empty(text, comma + 1, contentEnd) || knowledge.trailing.includes(text.slice(comma + 1, contentEnd)))) {
      last = found;
      break;
    }
    if (piece[1] - piece[0] >= SHORTEST) {
      const verb: Span = [found?.start ?? tailStart(text, piece), piece[1]];
      const rule = `${found?.rule ?? 'acts/proposition'}+proposition`;
      write(sheet, place, {
        span: [pieceStart, piece[1]],
        verb,
        act: found?.act ?? 'state',
        rule,
        content: [piece[0], listed?.end ?? piece[1]],
        own: speaks,
      });
    }
    const next = handed.get(comma);
    if (next) {
      speaks = { speakers: next.speakers, mode: next.joint ? 'joint' : 'one', doubt: false };
      bodyStart = next.span[1];
    }
    pieceStart = opening(text, isComma(text.charCodeAt(comma)) ? comma + 1 : comma, clause.verb[0], knowledge);
  }
  if (quoted.length > 0) last = classOf(text, unstopped(text, [pieceStart, contentEnd]), pack);
  write(sheet, place, {
    span: [pieceStart, clause.verb[1]],
    verb: clause.verb,
    act: clause.plain && last ? last.act : formerly(clause, words, knowledge),
    rule: clause.plain && last ? `${last.rule}+${clause.rule.slice(5)}` : clause.rule,
    content: trimmed(text, [
      opening(text, Math.max(pieceStart, bodyStart), Math.max(contentEnd, bodyStart), knowledge),
      Math.max(contentEnd, bodyStart),
    ]),
    points,
    own: speaks,
    clause,
    from,
  });
  if (speaks !== own && repliesIn(text, [pieceStart, bodyStart], pack)) linkReply(result, result.length - 1, REACH);
  return speaks;
}

/** One of several contents before a verb, and where it ends: before what closes it. */
type Content = NonNullable<ReturnType<typeof classOf>> & { readonly end: number };

/** Contents with an act other than that of the next, by where they end: 歓迎していること｜、今後も協力したいことを伝えた. */
function actsWithin({ text, pack, knowledge }: Sheet, start: number, { contentEnd, act }: Clause): ReadonlyMap<number, Content> {
  const result = new Map<number, Content>();
  const ends = contents(text, start, contentEnd, knowledge);
  let later = act;
  for (let i = ends.length - 1; i >= 0; i--) {
    const [at, length] = ends[i] as [number, number];
    const found = classOf(text, [ends[i - 1]?.[0] ?? start, at - length], pack);
    if (found && found.act !== later) result.set(at, { ...found, end: at - length });
    later = found?.act ?? 'state';
  }
  return result;
}

/** …する旨、: what is said ends here. */
function isQuoted(text: string, at: number, { quoting }: Knowledge): boolean {
  for (const word of quoting) if (text.endsWith(word, at)) return true;
  return false;
}

/** 東山大臣から、…する旨、（これに対し）先方から、…: who comes to speak right behind what another said, before the one verb of both. */
function handOver({ text, knowledge }: Sheet, { frames }: Place, comma: number, limit: number): [number, Frame][] {
  if (!isQuoted(text, comma, knowledge)) return [];
  const start = opening(text, comma + 1, limit, knowledge);
  const led = knowledge.conjunctions.at(text, start, limit)?.end ?? start;
  const first = firstFrom(frames, start);
  const frame = frames
    .slice(first, first + FRAMES)
    .find(
      ({ kind, weak, lands, speakers, span }) =>
        !weak &&
        !lands &&
        speakers.length > 0 &&
        (kind === 'source' || kind === 'topic') &&
        span[1] <= limit &&
        (span[0] === start || span[0] === led),
    );
  return frame ? [[comma, frame]] : [];
}

/** Right before the bracket that closes. */
function isClosing(text: string, at: number): boolean {
  return fold(text.charCodeAt(at)) === 0x29;
}

/** 先方が支持を表明した｜、我が国の提案に言及: an act of another day, of which nothing is said by は, belongs to what follows it. */
function attributive({ text, pack, knowledge }: Sheet, [start, end]: Span): boolean {
  if (!knowledge.past.some((word) => text.endsWith(word, end))) return false;
  const last = findClauses(text, [start, end], pack).at(-1);
  return (
    last?.bend === 'past' &&
    last.verb[1] === end &&
    !(last.neutral && last.reports) &&
    !knowledge.topics.some((word) => text.slice(start, end).includes(word))
  );
}

/** Where points are numbered, propositions end only between them, and all of them must: (1)…してほしい、(2)…したい旨. */
function separate(text: string, commas: readonly number[], points: readonly Point[]): readonly number[] {
  if (points.length === 0) return commas;
  const between = commas.filter((comma) => points.some(({ span: [start] }) => start > comma && empty(text, comma + 1, start)));
  return between.length === points.length - 1 ? between : [];
}

/** …を強めたい、また、改善を要請した: what is wished for is told for itself. */
function wishes(text: string, end: number, { wishing }: Knowledge): boolean {
  return wishing.some((word) => text.endsWith(word, end));
}

function empty(text: string, from: number, to: number): boolean {
  const [start, end] = trimmed(text, [Math.min(from, to), to]);
  return start === end;
}

/** A speaker is named and no verb of saying follows: 先方から、…である。 */
function unfinished(sheet: Sheet, place: Place, from: number, later: () => boolean): void {
  const { text, pack, knowledge, memory } = sheet;
  const frame = place.frames.findLast((candidate) => candidate.kind === 'source' && !candidate.weak);
  if (!frame || frame.span[0] < from) return;
  const [start, end] = unstopped(text, [frame.span[1], place.sentence.span[1]]);
  if (end - start < SHORTEST || !knowledge.finite(text, start, end) || attends(text, [start, end], knowledge)) return;
  const begin = opening(text, start, end, knowledge);
  const found = classOf(text, [begin, end], pack);
  write(sheet, place, {
    span: [opening(text, from, end, knowledge), end],
    verb: [found?.start ?? tailStart(text, [begin, end]), end],
    act: found?.act ?? 'state',
    rule: `${found?.rule ?? 'acts/proposition'}+frame`,
    content: [begin, end],
    own: { speakers: frame.speakers, mode: frame.joint ? 'joint' : 'one', doubt: false },
  });
  memory.carried = { speakers: frame.speakers, joint: frame.joint, firm: !frame.joint };
  if (later()) memory.floor = { speakers: frame.speakers, joint: frame.joint, path: place.sentence.passage.path, until: true };
}

/** 先方から、支援に感謝する。情勢は改善している。…したい旨述べた。: a sentence in the present that one speaks, whose verb of saying comes later. */
function goesOnAfter({ memory }: Sheet, { frames, sentence }: Place, clauses: readonly Clause[], later: () => boolean): void {
  const last = clauses.at(-1);
  if (memory.floor || last?.link !== 'end' || (last.bend !== 'present' && last.bend !== 'desire') || last.neutral) return;
  const frame = frames.findLast(({ kind, weak }) => kind === 'source' && !weak);
  if (!frame || frame.joint || frame.speakers.length !== 1 || !later()) return;
  memory.floor = { speakers: frame.speakers, joint: false, path: sentence.passage.path, until: true };
}

/** 日本側から某次官、先方から某次官が出席し、協議が開催された: who is named came, and said nothing. */
function attends(text: string, [start, end]: Span, { attended }: Knowledge): boolean {
  if (attended(text, start, end)) return true;
  for (let i = start; i < end; i++) if (isComma(text.charCodeAt(i)) && attended(text, start, i)) return true;
  return false;
}

/** The side of those whom somebody met who is not named: モザンビークでは、某首相と会談し、…旨述べた. */
function whomMet(mentions: readonly Mention[], [start, end]: Span): string | undefined {
  const sides = new Set<string>();
  for (const { kind, party, span } of mentions) if (kind === 'person' && party && span[0] >= start && span[1] <= end) sides.add(party);
  return sides.size === 1 ? [...sides][0] : undefined;
}

/** 日本の｜常任理事国入りを支持する: the side to which belongs what is supported. */
function whoseAim(text: string, mentions: readonly Mention[], [start, end]: Span, { owned }: Knowledge): string | undefined {
  const sides = new Set<string>();
  for (const { kind, party, span } of mentions)
    if (kind === 'party' && party && span[0] >= start && span[1] <= end && owned.some((word) => text.startsWith(word, span[1]))) sides.add(party);
  return sides.size === 1 ? [...sides][0] : undefined;
}

/** 訪日を歓迎した: the side to which somebody came. */
function whoHosts(words: string, { hosts }: Knowledge): string | undefined {
  return hosts.find(([, coming]) => coming.some((word) => words.includes(word)))?.[0];
}

/** 協議を行ったところ、概要以下のとおり, and any without a matter in the lede, or by which an account opens with whom one met: the exchange is the talks themselves. */
function isTheTalks(
  text: string,
  clause: Clause,
  from: number,
  place: Place,
  { knowledge, opens }: { knowledge: Knowledge; opens: boolean },
): boolean {
  if (clause.act !== 'exchange' || named(text, from, clause, knowledge)) return false;
  if (opens || place.sentence.passage.path === 'lede') return true;
  const rest = text.slice(clause.verb[1], Math.min(place.sentence.span[1], clause.verb[1] + 80));
  return knowledge.talks.some((word) => rest.includes(word));
}

/** Whether what it is about is named: …について協議し. */
export function named(text: string, from: number, clause: Clause, { matters }: Knowledge): boolean {
  const before = text.slice(from, clause.verb[0]);
  return matters.some((word) => before.includes(word));
}

/** 先般…招請した, told of another day, says that it was so. */
function formerly(clause: Clause, words: string, { former }: Knowledge): Act {
  return clause.act === 'invite' && clause.bend !== 'suspended' && former.some((word) => words.includes(word)) ? 'state' : clause.act;
}
