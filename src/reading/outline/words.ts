/** What the knowledge of a language says of the lines of a page, in the form in which lines are looked at. */
import { compiled, type Section } from '../../language/pack.ts';
import { type AnyOf, anyOf } from '../../text/any-of.ts';
import { folded } from '../../text/fold.ts';
import type { Onward } from './broken.ts';
import { type Letters, makeLetters } from './numbering.ts';

export interface Words {
  readonly letters: Letters;
  readonly titles: AnyOf;
  readonly signs: readonly string[];
  readonly longestDate: number;
  readonly longerDate?: number | undefined;
  /** A day at either end of a line. */
  readonly edge?: RegExp | undefined;
  /** A day without its year at the head of a line, and more behind it: 19日(木) 首相表敬. */
  readonly row?: RegExp | undefined;
  /** What stands before the page’s own day. */
  readonly dayLabels: readonly string[];
  readonly months: readonly string[];
  readonly longestTitle?: number | undefined;
  readonly points: ReadonlySet<string>;
  readonly notes: AnyOf;
  readonly references: ReadonlySet<string>;
  readonly ends: readonly string[];
  readonly of: readonly string[];
  readonly form: AnyOf;
  readonly formSide?: string | undefined;
  readonly heads: readonly (readonly [open: string, close: string])[];
  readonly longestHeading: number;
  readonly onward: Onward;
}

export const wordsOf = compiled((knowledge: Section<'outline'>): Words => {
  const all = (words: readonly string[]) => words.map(folded);
  return {
    letters: makeLetters(knowledge.letters, knowledge.bullets, knowledge.dateline.signs, knowledge.bareNumbers),
    titles: anyOf(all(knowledge.titles)),
    signs: all(knowledge.dateline.signs),
    longestDate: knowledge.dateline.longest,
    longerDate: knowledge.dateline.longer,
    edge: edgeOf(all(knowledge.dateline.one ?? [])),
    row: rowOf(all(knowledge.dateline.signs)),
    dayLabels: all(knowledge.dateline.labels ?? []),
    months: all(knowledge.dateline.one ?? []),
    longestTitle: knowledge.longestTitle,
    points: new Set(all(knowledge.points)),
    notes: anyOf(all(knowledge.notes)),
    references: new Set(all(knowledge.references)),
    ends: all(knowledge.ends),
    of: all(knowledge.of),
    form: anyOf(all(knowledge.form)),
    formSide: knowledge.formSide,
    heads: knowledge.heads.map(([open, close]) => [folded(open), folded(close)] as const),
    longestHeading: knowledge.longestHeading,
    onward: { ...knowledge.onward, words: anyOf(knowledge.onward.words) },
  };
});

/** @param signs of year, month and day. */
function rowOf([, month, day]: readonly string[]): RegExp | undefined {
  return month === undefined || day === undefined ? undefined : new RegExp(`^(?:\\d{1,2}${month})?\\d{1,2}${day}(?:\\([^()]{1,8}\\))?\\s`);
}

/** A day with its year, month first or day first, at the beginning or the end of a line. */
function edgeOf(months: readonly string[]): RegExp | undefined {
  if (months.length === 0) return undefined;
  const month = months.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|');
  const day = `(?:(?:${month}) \\d{1,2},? \\d{4}|\\d{1,2} (?:${month}),? \\d{4})`;
  return new RegExp(`^${day}(?!\\d)|(?<!\\d)${day}$`);
}
