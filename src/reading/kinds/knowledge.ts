/** By what a language tells what kind of text a page is, made ready once. */
import { compiled, type Section } from '../../language/pack.ts';
import { makeScanner } from '../../language/scan.ts';
import type { DocumentKind } from '../../record/reading.ts';
import { folded } from '../../text/fold.ts';

/** Lines of a kind: at least so many, each with a sign of theirs at most so far from its beginning. */
export interface Lines {
  readonly kind: DocumentKind;
  readonly signs: readonly string[];
  readonly within: number;
  readonly least: number;
  /** Whether they say it also where talks are told. */
  readonly firm: boolean;
}

export const knownOf = compiled((knowledge: Section<'kinds'>) => {
  const lines = Object.entries(knowledge.lines).flatMap(([kind, groups]) =>
    (groups ?? []).map((one): Lines => ({ ...one, kind: kind as DocumentKind })),
  );
  const { met, visits, press, jointPress, speaks, urges, asks } = knowledge.manner;
  return {
    titles: makeScanner(termsOf(knowledge.titles)),
    ends: termsOf(knowledge.ends).map(([word, kind]) => [folded(word), kind] as const),
    coming: signsOf(knowledge.coming),
    ahead: signsOf(knowledge.ahead),
    behind: signsOf(knowledge.behind),
    bound: knowledge.bound,
    goesOn: knowledge.goesOn.map(folded),
    lines,
    openings: makeScanner(numbersOf(lines)),
    reach: Math.max(0, ...lines.map(({ within }) => within)),
    speaker: knowledge.spoken && new RegExp(`^\\p{Lu}[\\p{Lu}\\p{M}.'\u2019 -]{2,40}${knowledge.spoken.sign}`, 'u'),
    met: signsOf(met),
    visits: signsOf(visits),
    press: signsOf(press),
    jointPress: signsOf(jointPress),
    speaks: signsOf(speaks),
    urges: signsOf(urges.anywhere),
    urgesAtEnd: urges.atEnd.map(folded),
    asks: asks.map(folded),
    knowledge,
  };
});
export type Knowledge = ReturnType<typeof knownOf>;

/** A title may be in capitals as a whole. */
function termsOf(of: Partial<Record<DocumentKind, readonly string[]>>): [string, DocumentKind][] {
  return Object.entries(of).flatMap(([kind, words]) =>
    [...new Set((words ?? []).flatMap((word) => [word, word.toUpperCase()]))].map((word): [string, DocumentKind] => [word, kind as DocumentKind]),
  );
}

function signsOf(words: readonly string[]) {
  return makeScanner(words.map((word): [string, true] => [word, true]));
}

/** Each sign with the groups of lines that have it. */
function numbersOf(lines: readonly Lines[]): Map<string, number[]> {
  const numbers = new Map<string, number[]>();
  for (const [i, { signs }] of lines.entries())
    for (const sign of signs) {
      const list = numbers.get(sign);
      if (list) list.push(i);
      else numbers.set(sign, [i]);
    }
  return numbers;
}
