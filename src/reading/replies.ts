/**
 * What answers what: これに対し at the head of a sentence, のに対し inside one, and one side taking up what the other just said
 * (ラヴロフ外相もこれに賛同した).
 *
 * 1 a statement replies only to one that stands before it, in the same talks, and of another speaker.
 */
import { isComma, isStop } from '../language/abilities/head-final.ts';
import { compiled, type Pack } from '../language/pack.ts';
import { makeScanner } from '../language/scan.ts';
import type { Statement } from '../record/reading.ts';
import { isBlank, type Span } from '../text/span.ts';

const scannersOf = compiled((pack: Pack) => ({
  replies: makeScanner((pack.speakers?.replies ?? []).map((word): [string, true] => [word, true])),
  back: makeScanner((pack.clauses?.back ?? []).map((word): [string, true] => [word, true])),
}));
/** An opening that answers stands this near to the head of its sentence, in units. */
const HEAD = 12;
/** How many statements before it an answer is looked for: its own speaker's are passed over. */
export const REACH = 3;
/** Content that only points back is shorter than this, in units. */
const NEAR = 12;

/** Whether a clause opens as an answer. */
export function repliesIn(text: string, span: Span, pack: Pack): boolean {
  const { replies } = scannersOf(pack);
  let at = span[0];
  const end = Math.min(span[1], span[0] + HEAD);
  while (at < end && isBlank(text.charCodeAt(at))) at++;
  // …の逝去に対して弔意を示す answers nothing: the word opens its part of the clause
  for (let i = at; i < end; i++) if ((i === at || opens(text.charCodeAt(i - 1))) && replies.at(text, i, span[1])) return true;
  return false;
}

function opens(unit: number): boolean {
  return isBlank(unit) || isComma(unit) || isStop(unit);
}

/**
 * Links a statement to the one it answers: the last of another speaker, over its own speaker's last few.
 * @param reach how many statements back it may be.
 */
export function linkReply(statements: readonly Statement[], at: number, reach: number): void {
  const statement = statements[at] as Statement;
  for (let i = at - 1; i >= Math.max(0, at - reach); i--) {
    const before = statements[i] as Statement;
    // …に賛同した, in a place of its own: what both agreed on elsewhere is not what it takes up
    if (before.mode === 'joint' && before.path !== statement.path) return;
    if (answers(statement, before)) {
      statement.repliesTo = before.id;
      return;
    }
    if (!sameSpeakers(statement, before)) return;
  }
}

function sameSpeakers(a: Statement, b: Statement): boolean {
  return a.speakers.map(({ party }) => party).join() === b.speakers.map(({ party }) => party).join();
}

/** Whether a statement could answer another: one side after the other. */
function answers(statement: Statement, before: Statement): boolean {
  if (statement.talks !== before.talks) return false;
  const speakers = statement.speakers.map(({ party }) => party);
  if (speakers.length === 0) return false;
  if (before.speakers.length === 0 || before.mode === 'joint') return statement.mode !== 'joint';
  return !before.speakers.some(({ party }) => speakers.includes(party));
}

/**
 * How far back a statement reaches that takes up what the other just said: with a word that points there (これを歓迎した) over its own
 * speaker's words, by its act alone (賛同した) to the statement right before it, else not at all.
 */
export function takesUp(text: string, statement: Statement, pack: Pack): number {
  const { back } = scannersOf(pack);
  const [start, end] = statement.content ?? statement.span;
  const from = Math.min(end, Math.max(start, statement.span[0]));
  if (back.at(text, skipBlank(text, from, end), end) !== undefined && end - from < NEAR) return REACH;
  return statement.act === 'concur' || statement.act === 'accept' ? 1 : 0;
}

function skipBlank(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && isBlank(text.charCodeAt(at))) at++;
  return at;
}
