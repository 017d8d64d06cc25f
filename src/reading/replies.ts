/**
 * What answers what: これに対し at the head of a sentence, のに対し inside one, and one side taking up what the other just said
 * (ラヴロフ外相もこれに賛同した).
 *
 * 1 a statement replies only to one that stands before it, in the same talks, and of another speaker.
 */
import { compiled, type Pack } from '../language/pack.ts';
import { makeScanner } from '../language/scan.ts';
import type { Statement, Talks } from '../record/reading.ts';
import { isBlank, type Span } from '../text/span.ts';

const scannersOf = compiled((pack: Pack) => ({
  replies: makeScanner((pack.speakers?.replies ?? []).map((word): [string, true] => [word, true])),
  back: makeScanner((pack.clauses?.back ?? []).map((word): [string, true] => [word, true])),
}));
/** An opening that answers stands this near to the head of its sentence, in units. */
const HEAD = 12;

/** Whether a sentence opens as an answer. */
export function repliesIn(text: string, span: Span, pack: Pack): boolean {
  const { replies } = scannersOf(pack);
  let at = span[0];
  const end = Math.min(span[1], span[0] + HEAD);
  while (at < end && isBlank(text.charCodeAt(at))) at++;
  for (let i = at; i < end; i++) if (replies.at(text, i, span[1])) return true;
  return false;
}

/** Links the first statement of a sentence that opens as an answer; it takes the other side where none is named. */
export function linkReply(statements: readonly Statement[], first: number, talks: Talks): void {
  const statement = statements[first];
  const before = statements[first - 1];
  if (!statement || !before) return;
  const named = statement.speakers.some(({ basis }) => basis === 'stated');
  if (!named && statement.mode === 'one' && before.speakers.length === 1) {
    const others = talks.parties.filter((party) => party !== before.speakers[0]?.party);
    if (others.length === 1) {
      statement.speakers = [{ party: others[0] as string, basis: 'inferred', rule: 'speakers/answers', span: [...statement.verb.span] }];
      statement.addressees = talks.parties.filter((party) => party !== others[0]);
      statement.confidence = 'high';
    }
  }
  if (answers(statement, before)) statement.repliesTo = before.id;
}

/** Whether a statement could answer another: one side after the other. */
export function answers(statement: Statement, before: Statement): boolean {
  if (statement.talks !== before.talks) return false;
  const speakers = statement.speakers.map(({ party }) => party);
  if (statement.mode === 'joint' || speakers.length === 0) return false;
  return before.speakers.length === 0 || before.mode === 'joint' || !before.speakers.some(({ party }) => speakers.includes(party));
}

/** One side concurs with, welcomes or takes up what the other just said. */
export function takesUp(text: string, statement: Statement, pack: Pack): boolean {
  if (statement.act === 'concur' || statement.act === 'accept') return true;
  const { back } = scannersOf(pack);
  const [start, end] = statement.content ?? statement.span;
  const from = Math.min(end, Math.max(start, statement.span[0]));
  return back.at(text, skipBlank(text, from, end), end) !== undefined && end - from < 12;
}

function skipBlank(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && isBlank(text.charCodeAt(at))) at++;
  return at;
}
