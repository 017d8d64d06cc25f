/** Names of documents in a sentence: capitals that end in a word for one, with the rest of the title. */
import type { Token } from '../../../language/abilities/spaced-words.ts';
import type { DateMention, Instrument } from '../../../record/reading.ts';
import type { ClausesWords } from '../clauses/words.ts';
import type { Words } from './words.ts';

/** Words between the verb and the name, and in a name before its last word; in all of a title. */
const REACH = 12;
const TITLE = 40;
/** Small words in a row inside a title: between the Government of. */
const SMALL = 3;
const COMMA: ReadonlySet<string> = new Set([',']);
export interface Here {
  readonly tokens: readonly Token[];
  readonly words: Words;
  readonly clauses: ClausesWords;
  /** Dates of the sentence. */
  readonly days: readonly DateMention[];
}

export interface Name {
  readonly start: number;
  /** The token behind it. */
  readonly end: number;
  readonly kind: Instrument['kind'];
  /** No more than the word for such a document: Treaty. */
  readonly bare: boolean;
}

/** Whether a name may begin at a token: with a capital, behind a small word or The. */
export function begins({ tokens, clauses }: Here, i: number): boolean {
  const before = tokens[i - 1];
  return tokens[i]?.cap === true && (!before?.cap || (i === 1 && clauses.determiners.has(before.key)));
}

/** A name that stands right before the verb: the Tax Convention entered into force, was signed; the Tax Convention, which was signed. */
export function nameBefore(here: Here, at: number): Name | undefined {
  const { tokens, clauses, words } = here;
  const before = (of: ReadonlySet<string>, end: number) => end > 0 && of.has((tokens[end - 1] as Token).key);
  let end = at;
  while (before(clauses.passive, end) || before(clauses.auxiliaries, end)) end--;
  if (before(words.which, end)) {
    end--;
    if (before(COMMA, end)) end--;
  }
  for (let from = Math.max(0, end - TITLE); from < end; from++) {
    const name = nameFrom(here, from);
    if (name?.end === end) return name;
    from = Math.max(from, name?.start ?? from);
  }
  return undefined;
}

/** A name in capitals that ends in a word for a document, with the rest of its title. @param must where it has to begin. */
export function nameFrom(here: Here, from: number, must?: number): Name | undefined {
  const { tokens, words, clauses } = here;
  const { linking, determiners } = clauses;
  let start = -1;
  for (let i = from; i < Math.min(tokens.length, from + REACH); i++) {
    const token = tokens[i] as Token;
    if (token.cap || token.kind === 'number') {
      const kind = words.kinds.at(tokens, i);
      if (start < 0 && (kind || i > 0 || !determiners.has(token.key))) start = i;
      if (must !== undefined && start !== must) return undefined;
      if (kind) {
        const end = titleEnd(here, kind.end);
        return { start, end, kind: kind.value, bare: start === i && end === kind.end };
      }
    } else if (start >= 0 && !linking.has(token.key) && token.key !== '-') {
      if (must !== undefined) return undefined;
      start = -1;
    }
    if (token.kind === 'mark' && token.key === '.') return undefined;
  }
  return undefined;
}

/** Whether a sentence names an instrument by more than its last word (the Treaty), and not this one. */
export function namesAnother(here: Here, text: string, known: string): boolean {
  const { tokens } = here;
  return tokens.some(({ cap }, i) => {
    const name = cap && begins(here, i) ? nameFrom(here, i, i) : undefined;
    // the Treaty, this Agreement: the one named last
    if (!name || name.end - name.start < 2) return false;
    const written = text.slice((tokens[name.start] as Token).start, (tokens[name.end - 1] as Token).end);
    return written !== known && !known.endsWith(written);
  });
}

/** Agreement [on Mobility], Treaty [between Japan and the Russian Federation on Mutual Legal Assistance in Criminal Matters]; a day is no part of it. */
function titleEnd({ tokens, words, days }: Here, from: number): number {
  let end = from;
  let begun = false;
  while (end < from + TITLE) {
    const first = words.joins.at(tokens, end);
    if (!begun && !first) break;
    let i = end;
    for (let n = 0; n < SMALL && !tokens[i]?.cap && words.further.has(tokens[i]?.key ?? ''); n++) i++;
    const next = tokens[i];
    if (i === end || !next?.cap || days.some(({ span }) => span[0] <= next.start && next.start < span[1])) break;
    begun = true;
    while (tokens[i]?.cap) i++;
    end = i;
  }
  return end;
}
