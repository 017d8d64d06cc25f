/**
 * Clauses with an act that tell nothing that was said at the talks: what was seen, captions, lines over what is told below, what was
 * spoken of with others, and the talks themselves.
 */
import { isLetter } from '../../language/abilities/head-final.ts';
import { fold } from '../../text/fold.ts';
import type { Clause } from '../clauses.ts';
import type { Frame } from '../speakers/frame.ts';
import type { Knowledge } from './knowledge.ts';
import type { Place, Sided } from './sheet.ts';

interface Given {
  readonly clause: Clause;
  readonly frame: Frame | undefined;
  readonly own: Sided;
  /** Where the clause begins, and its words from there. */
  readonly from: number;
  readonly words: string;
  /** Whether it announces items that follow. */
  readonly heralds: boolean;
  /** Whether the statement before it is of the same talks. */
  readonly goesOn: boolean;
}

export function isLeftOut(text: string, place: Place, given: Given, knowledge: Knowledge): boolean {
  const { clause, frame, own, from, words, heralds } = given;
  // 工場を視察し、進展を確認した: seen, not said
  if (clause.act === 'confirm' && own.mode === 'one' && knowledge.looked.some((word) => words.includes(word))) return true;
  // 日露外相会談(東山大臣発言): a caption
  if (clause.bend === 'nominal' && !clause.reports && own.speakers.length === 0 && isClosing(text, clause.verb[1])) return true;
  // (1)我が国外交への高い評価 / 総理は…: a line over what is told below it
  if (place.heads && clause.bend === 'nominal' && !frame) return true;
  if (heralds && !named(text, from, clause, knowledge)) return true;
  const opens = !given.goesOn && frame?.kind === 'topic' && !frame.joint;
  return isTheTalks(text, clause, from, place, { knowledge, opens });
}

/** 在留邦人と懇談し, 三か国の学生の間で議論が行われ: an exchange with or between others, or one that goes on with them. */
export function isWithOthers(text: string, { act, verb }: Clause, from: number, goesOn: boolean, { outside, among }: Knowledge): boolean {
  return act === 'exchange' && (goesOn || outside(text, from, verb[0]) === true || among.has(text, from, verb[0]));
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
  if (knowledge.objectMatters.some((word) => text.endsWith(word, clause.verb[0]))) return false;
  if (opens || place.sentence.passage.path === 'lede') return true;
  // 日EU外相協議: a line that is their name
  const [, end] = place.sentence.span;
  if (clause.bend === 'nominal' && clause.verb[1] === end && isLetter(text.charCodeAt(clause.verb[0] - 1))) return true;
  const rest = text.slice(clause.verb[1], Math.min(place.sentence.span[1], clause.verb[1] + 80));
  return knowledge.talks.some((word) => rest.includes(word));
}

/** Whether what it is about is named: …について協議し. */
export function named(text: string, from: number, clause: Clause, { matters }: Knowledge): boolean {
  const before = text.slice(from, clause.verb[0]);
  return matters.some((word) => before.includes(word));
}

/** Right before the bracket that closes. */
function isClosing(text: string, at: number): boolean {
  return fold(text.charCodeAt(at)) === 0x29;
}
