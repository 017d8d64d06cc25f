/** What is looked for: each term with the other spellings of a name that count as it, as the index is asked for it, and where it stands in a quote. */
import type { Phrase } from '../../../text/grams.ts';
import { searchForm } from '../../../text/search-form.ts';
import type { Store } from '../../file/store.ts';
import { inHeading, inWords, occurrencesOf, readTerms, type Term } from '../asking.ts';
import { spellingsOf } from '../spellings.ts';

export interface Spelled extends Term {
  /** Other spellings of a name that count as it. */
  readonly also: readonly Term[];
  /** Of those, the ones that nobody said are the same: they sound alike. */
  readonly bySound: readonly string[];
}

export function withSpellings(store: Store, term: Term, without: readonly string[] = []): Spelled {
  const spelled = term.not ? [] : spellingsOf(store, term).filter(({ name }) => !without.includes(name));
  return {
    ...term,
    also: spelled.flatMap(({ name }) => readTerms(`"${name.replaceAll('"', '')}"`)),
    bySound: spelled.flatMap(({ name, bySound }) => (bySound ? [name] : [])),
  };
}

export function phrasesOf({ phrase, also }: Spelled): Phrase[] {
  return [phrase, ...also.map((one) => one.phrase)];
}

/** In the words of a statement or in a heading above it. */
export function anywhere(term: Spelled): string {
  return `(${inWords(phrasesOf(term))} OR ${inHeading(phrasesOf(term))})`;
}

/** Where the words stand in a quote, in units of the quote. */
export function marksIn(quote: string, asked: readonly Spelled[]): [number, number][] {
  const { form, at } = searchForm(quote);
  const spans = asked
    .flatMap((term) => [term, ...term.also].flatMap((one) => occurrencesOf(one.form, form)))
    .map(([start, end]): [number, number] => (at ? [at[start] as number, at[end] as number] : [start, end]))
    .sort((a, b) => a[0] - b[0] || b[1] - a[1]);
  const marks: [number, number][] = [];
  for (const span of spans) {
    const last = marks.at(-1);
    if (last && span[0] <= last[1]) last[1] = Math.max(last[1], span[1]);
    else marks.push(span);
  }
  return marks;
}
