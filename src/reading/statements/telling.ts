/**
 * The statements of one clause: the propositions before its verb of saying, and what the verb itself takes.
 *
 *   > 先方から、支援に感謝する、協力を続けたい旨述べた。
 *     　　　　　＾＾＾＾＾＾＾　＾＾＾＾＾＾＾＾＾＾＾ two statements, one speaker
 */
import { isComma } from '../../language/abilities/head-final.ts';
import type { Act } from '../../record/reading.ts';
import { firstFrom, isBlank, type Span, trimmed } from '../../text/span.ts';
import { type Clause, classOf, findClauses } from '../clauses.ts';
import { findPoints, type Point } from '../points.ts';
import { linkReply, REACH, repliesIn } from '../replies.ts';
import type { Frame } from '../speakers/frame.ts';
import type { Knowledge } from './knowledge.ts';
import { contents, opening, propositions, SHORTEST, sentencesOf, tailStart, unstopped } from './propositions.ts';
import { type Place, type Sheet, type Sided, write } from './sheet.ts';

export interface Told {
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

const NOBODY: ReadonlyMap<number, Frame> = new Map();

const NOTHING: ReadonlyMap<number, undefined> = new Map();

/** More frames than these do not begin where somebody comes to speak. */
const FRAMES = 4;

/** The statements of one clause: the propositions before its verb of saying, and what the verb itself takes. @returns who speaks in the last. */
export function told(sheet: Sheet, place: Place, { clause, own, start, from, words, saying, contentFrom }: Told): Sided {
  const { text, pack, knowledge, result } = sheet;
  // …を期待している、と述べた: what is said was told before the comma
  const reported = knowledge.quoting.has(text.slice(start, clause.verb[0])) || (clause.closing !== '' && empty(text, start, clause.contentEnd));
  if (clause.neutral && start > place.sentence.span[0] && reported) return own;
  const contentStart = opening(text, Math.max(start, contentFrom), Math.max(clause.contentEnd, contentFrom), knowledge);
  const contentEnd = Math.max(contentEndOf(place, clause, knowledge), contentStart);
  const numbered = findPoints(text, [contentStart, contentEnd]);
  // 「関係は良い。投資を期待している。…」と述べた: a sentence in the midst of a quotation has a verb of its own
  const quoted = clause.neutral || clause.link === 'end' ? sentencesOf(text, [contentStart, contentEnd]) : [];
  const ends =
    quoted.length > 0
      ? []
      : propositions(text, contentStart, clause.verb[0], knowledge).filter((end, i, all) => !attributive(sheet, [all[i - 1] ?? contentStart, end]));
  const acting = clause.neutral && clause.closing !== '' ? actsWithin(sheet, contentStart, clause) : NOTHING;
  for (const end of acting.keys()) ends.push(end);
  if (acting.size > 0) ends.sort((a, b) => a - b);
  const handed = ends.length === 0 ? NOBODY : new Map(ends.flatMap((end) => handOver(sheet, place, end, clause.verb[0])));
  const commas =
    quoted.length > 0 ? quoted : saying ? separate(text, ends, numbered) : ends.filter((end) => handed.has(end) || wishes(text, end, knowledge));
  const points = commas.some((comma) => comma >= (numbered[0]?.span[0] ?? 0)) ? [] : numbered;
  let pieceStart = start;
  let bodyStart = contentStart;
  let speaks = own;
  let last: ReturnType<typeof classOf>;
  for (const comma of commas) {
    const piece = trimmed(text, [Math.max(pieceStart, bodyStart), comma]);
    const listed = acting.get(comma);
    const found = listed ?? classOf(text, piece, pack);
    // …はできない、との発言; …したい、などと応じた: the last proposition is the verb's own
    if (
      (clause.neutral || found?.act === clause.act) &&
      (empty(text, comma + 1, contentEnd) || knowledge.trailing.includes(text.slice(comma + 1, contentEnd)))
    ) {
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
        content: [piece[0], listed?.end ?? beforeQuoting(text, piece, knowledge)],
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

/** 航行の自由を確保する｜ことの重要性を｜確認した: the noun is a part of what is said, unless somebody is named behind it. */
function contentEndOf({ frames }: Place, { contentEnd, closing, verb }: Clause, { named }: Knowledge): number {
  if (!named.includes(closing)) return contentEnd;
  const next = frames[firstFrom(frames, contentEnd)];
  return next && next.span[0] < verb[0] ? contentEnd : Math.max(contentEnd, verb[0]);
}

/** One of several contents before a verb, and where it ends: before what closes it. */
type Content = NonNullable<ReturnType<typeof classOf>> & { readonly end: number };

/** Contents with an act other than that of the next, by where they end: 歓迎していること｜、今後も協力したいことを伝えた. */
function actsWithin({ text, pack, knowledge }: Sheet, start: number, { contentEnd, closing, act }: Clause): ReadonlyMap<number, Content> {
  const result = new Map<number, Content>();
  const ends = contents(text, start, contentEnd, closing, knowledge);
  let later = act;
  for (let i = ends.length - 1; i >= 0; i--) {
    const [at, length] = ends[i] as [number, number];
    const found = classOf(text, [ends[i - 1]?.[0] ?? start, at - length], pack);
    // 行動を起こす考えであること｜、また、連携していきたい旨
    if (found && (found.act !== later || knowledge.goesOn.at(text, at + 1, contentEnd))) result.set(at, { ...found, end: at - length });
    later = found?.act ?? 'state';
  }
  return result;
}

/** …する｜旨、: where what is said ends before the word that closes it. */
function beforeQuoting(text: string, [start, end]: Span, { quoting }: Knowledge): number {
  let at = end;
  for (const word of quoting) if (text.endsWith(word, end) && end - word.length > start) at = Math.min(at, end - word.length);
  return at;
}

/** 東山大臣から、…する旨、（これに対し）先方から、…: who comes to speak right behind what another said, before the one verb of both. */
function handOver({ text, knowledge }: Sheet, { frames }: Place, comma: number, limit: number): [number, Frame][] {
  if (beforeQuoting(text, [0, comma], knowledge) === comma) return [];
  const start = opening(text, comma + 1, limit, knowledge);
  const reply = knowledge.handing.replies.find((word) => text.startsWith(word, start));
  const led = reply === undefined ? (knowledge.conjunctions.at(text, start, limit)?.end ?? start) : afterComma(text, start + reply.length, limit);
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

function afterComma(text: string, at: number, limit: number): number {
  let start = at;
  while (start < limit && (isComma(text.charCodeAt(start)) || isBlank(text.charCodeAt(start)))) start++;
  return start;
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

/** Where points are numbered, propositions end before them (連携していきたい、｜1)…、2)…を重視する旨), and between them all or none: (1)…してほしい、｜(2)…したい旨. */
function separate(text: string, commas: readonly number[], points: readonly Point[]): readonly number[] {
  const first = points[0]?.span[0];
  if (first === undefined) return commas;
  const before = commas.filter((comma) => comma < first);
  const between = commas.filter((comma) => comma > first && points.some(({ span: [start] }) => start > comma && empty(text, comma + 1, start)));
  return between.length === points.length - 1 ? [...before, ...between] : before;
}

/** …を強めたい、また、改善を要請した: what is wished for is told for itself. */
function wishes(text: string, end: number, { wishing }: Knowledge): boolean {
  return wishing.some((word) => text.endsWith(word, end));
}

export function empty(text: string, from: number, to: number): boolean {
  const [start, end] = trimmed(text, [Math.min(from, to), to]);
  return start === end;
}

/** 先般…招請した, told of another day, says that it was so. */
function formerly(clause: Clause, words: string, { former }: Knowledge): Act {
  return clause.act === 'invite' && clause.bend !== 'suspended' && former.some((word) => words.includes(word)) ? 'state' : clause.act;
}
