/** The statements of talks in one language, laid out for looking for what repeats. */
import { type Word, wordsOf } from './edges.ts';
import { languageOf, languagesOf, type TalksTold } from './told.ts';
import { toUnits, type Units } from './units.ts';

/** All statements of one language as units, and where each belongs. */
export interface Series {
  readonly language: string;
  readonly units: Units;
  /** Statement of the units → index of its talks, and of itself in them. */
  readonly at: readonly { readonly talks: number; readonly statement: number }[];
  /** How many talks are told in the language. */
  readonly count: number;
  words(statement: number): readonly Word[];
}

export function seriesOf(talks: readonly TalksTold[], language: string): Series {
  const at: { talks: number; statement: number }[] = [];
  let count = 0;
  for (const [i, one] of talks.entries()) {
    if (!languagesOf(one).includes(language)) continue;
    count++;
    for (const [j, said] of one.statements.entries()) if (languageOf(said, one) === language) at.push({ talks: i, statement: j });
  }
  const units = toUnits(at.map(({ talks: i, statement }) => ({ of: statementAt(talks, i, statement), talks: i })));
  const known = new Map<number, readonly Word[]>();
  return {
    language,
    units,
    at,
    count,
    words(statement) {
      let words = known.get(statement);
      if (!words) {
        words = wordsOf((units.statements[statement] as { quote: string }).quote, language);
        known.set(statement, words);
      }
      return words;
    },
  };
}

export function statementAt(talks: readonly TalksTold[], i: number, statement: number) {
  return talks[i]?.statements[statement] as TalksTold['statements'][number];
}
