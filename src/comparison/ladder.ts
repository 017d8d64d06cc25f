/** Which of two acts, or of two verbs of one act, is the stronger: by vocabulary/ladders.yaml and the language's own rungs. */
import { LADDERS, type Ladder } from '../record/ladders.generated.ts';
import type { Act } from '../record/reading.ts';
import { makeSpelling } from './spelling.ts';
import type { Tongue } from './tongue.ts';

export interface Step {
  readonly ladder: Ladder;
  /** Rungs of the ladder, 0 the weakest. */
  readonly was: number;
  readonly now: number;
}

const rungsOf = (ladder: Ladder) => LADDERS[ladder].rungs as readonly (readonly string[])[];

/** From one act to the other on a ladder that holds both; undefined where none does, or where two ladders say the contrary. */
export function stepBetween(was: Act, now: Act): Step | undefined {
  const steps = (Object.keys(LADDERS) as Ladder[]).flatMap((ladder): Step[] => {
    const [from, to] = [rungOf(ladder, was), rungOf(ladder, now)];
    return from < 0 || to < 0 ? [] : [{ ladder, was: from, now: to }];
  });
  const ways = new Set(steps.map((step) => Math.sign(step.now - step.was)));
  return ways.size === 1 ? steps[0] : undefined;
}

function rungOf(ladder: Ladder, act: Act): number {
  return rungsOf(ladder).findIndex((rung) => rung.includes(act));
}

/** Acts of a ladder, weaker first, the first of each rung standing for it, except that `acts` stand for their own. */
export function rungs(ladder: Ladder, acts: readonly Act[] = []): Act[] {
  return rungsOf(ladder).map((rung) => (acts.find((act) => rung.includes(act)) ?? rung[0]) as Act);
}

/** The rung of a verb among those of its act in the language; undefined where it stands on none. */
export function verbRung(act: Act, verb: string, tongue: Tongue): number | undefined {
  const spelling = makeSpelling(tongue);
  const { form } = spelling(verb);
  // A later rung may hold the words of an earlier one: the longest stem counts.
  let found: { rung: number; length: number } | undefined;
  for (const [rung, stems] of (tongue.verbs?.[act] ?? []).entries())
    for (const stem of stems) {
      const words = spelling(stem).form;
      if (form.includes(words) && words.length > (found?.length ?? 0)) found = { rung, length: words.length };
    }
  return found?.rung;
}
