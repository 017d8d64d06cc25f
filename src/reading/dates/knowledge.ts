import type { DateShape } from '../../language/knowledge/dates.ts';
import { compiled, type Section } from '../../language/pack.ts';

import { makeShapes, type Shapes } from '../../language/shape.ts';
import { makeWords, type Words } from '../../language/words.ts';

/** What one unit of the text may be to the date reader. */
export const START = 1;
export const END = 2;

export interface DateKnowledge {
  readonly section: Section<'dates'>;
  readonly rules: readonly DateShape[];
  readonly shapes: Shapes;
  /** What may follow a day, and any other date. */
  readonly dayTail: Shapes;
  readonly dateTail: Shapes;
  /** START, END or both, for each UTF-16 unit. */
  readonly classes: Uint8Array;
  readonly numberNotAfter: ReadonlySet<string>;
  readonly numbered: ReadonlySet<string>;
  readonly to: Words<1>;
  readonly from: Words<1>;
  readonly closes: Words<1>;
  readonly bound: Words<'until' | 'since'>;
  readonly joins: Words<1>;
  readonly leads: Words<1> | undefined;
  readonly byWords: boolean;
}

const LINE_END = 0x0a;

const list = (words: readonly string[]): Words<1> => makeWords(words.map((word): [string, 1] => [word, 1]));

export const dateKnowledge = compiled((section: Section<'dates'>): DateKnowledge => {
  const given = {
    fragments: section.fragments,
    words: section.words as Record<string, Record<string, unknown>>,
    han: section.numerals.includes('han'),
    someWords: section.someWords,
    counts: section.counts,
    firstYear: section.firstYear,
    blanks: section.blanks,
  };
  const shapes = makeShapes({ ...given, shapes: section.shapes.map(({ shape }) => (typeof shape === 'string' ? [shape] : shape)) });
  const classes = Uint8Array.from(shapes.starts, (starts) => (starts ? START : 0));
  for (const sign of section.sentenceEnds) classes[sign.charCodeAt(0)]! |= END;
  classes[LINE_END]! |= END;
  return {
    section,
    rules: section.shapes,
    shapes,
    dayTail: makeShapes({ ...given, shapes: [section.tails.day] }),
    dateTail: makeShapes({ ...given, shapes: [section.tails.date] }),
    classes,
    numberNotAfter: new Set(section.numberNotAfter),
    numbered: new Set(section.numbered),
    to: list(section.ranges.to),
    from: list(section.ranges.from),
    closes: list(section.ranges.closes),
    bound: makeWords([
      ...section.until.map((word): [string, 'until' | 'since'] => [word, 'until']),
      ...section.since.map((word): [string, 'until' | 'since'] => [word, 'since']),
    ]),
    joins: list(section.joins),
    leads: section.leads && list(section.leads),
    byWords: section.edges === 'words',
  };
});
