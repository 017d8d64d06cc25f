/** A line of search as a person types it, and what it asks of the index. Whatever is typed, what comes out is made of our own words. */
import { type Phrase, phraseOf } from '../../text/grams.ts';
import { searchForm } from '../../text/search-form.ts';
import { HEADING } from '../deriving/rows.ts';

export interface Term {
  /** As typed, without its signs. */
  readonly words: string;
  /** In search form, for marking. */
  readonly form: string;
  readonly phrase: Phrase;
  readonly not: boolean;
}

/** More is no question any more. */
const MOST_TERMS = 20;
const MOST_UNITS = 1000;

const TERM = /(-?)(?:"([^"]*)"?|([^\s"]+))/g;

/** Words apart by spaces, all of which must be there; `"…"` is one phrase; `-` before either excludes it. Words that hold nothing to find are left out. */
export function readTerms(line: string): Term[] {
  // Signs of the line itself are folded: full-width spaces and minus, every kind of quotation mark.
  const plain = line
    .slice(0, MOST_UNITS)
    .replace(/[\u201c-\u201f\uff02\u300c-\u300f\u00ab\u00bb]/g, '"')
    .replace(/(^|[\s\u3000])[\uff0d\u2212\u2010-\u2015]/g, '$1-')
    .replace(/\u3000/g, ' ');
  const terms: Term[] = [];
  for (const match of plain.matchAll(TERM)) {
    const words = match[2] ?? match[3] ?? '';
    const { form } = searchForm(words);
    const phrase = phraseOf(form);
    if (!phrase) continue;
    if (terms.length < MOST_TERMS) terms.push({ words: words.trim(), form, phrase, not: match[1] === '-' });
  }
  return terms;
}

/** One phrase as FTS5 has it: grams hold letters and digits only, and stand in quotation marks besides. @param sign before each gram, where headings are asked. */
function ftsPhrase({ grams, open }: Phrase, sign = ''): string {
  return `"${grams.map((gram) => sign + gram).join(' ')}"${open ? ' *' : ''}`;
}

/** Any of the phrases in the words of the statement itself. */
export function inWords(phrases: readonly Phrase[]): string {
  return `(${phrases.map((phrase) => ftsPhrase(phrase)).join(' OR ')})`;
}

/** Any of the phrases in a heading above it. */
export function inHeading(phrases: readonly Phrase[]): string {
  return `(${phrases.map((phrase) => ftsPhrase(phrase, HEADING)).join(' OR ')})`;
}

/** Where a form stands in a text in search form: whole words in scripts that have them. Units of the form. */
export function occurrencesOf(form: string, text: string): [number, number][] {
  const needle = form.trim();
  const found: [number, number][] = [];
  if (needle === '') return found;
  for (let at = text.indexOf(needle); at >= 0; at = text.indexOf(needle, at + 1)) {
    const end = at + needle.length;
    if (!cutsWord(text, at) && !cutsWord(text, end) && (found.at(-1)?.[1] ?? 0) <= at) found.push([at, end]);
  }
  return found;
}

/** Whether a place is inside a word of a script whose words are indexed whole. */
function cutsWord(text: string, at: number): boolean {
  return WORD.test(text[at - 1] ?? '') && WORD.test(text[at] ?? '');
}

const WORD = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{N}]/u;
