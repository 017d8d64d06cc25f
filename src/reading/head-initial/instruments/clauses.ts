/**
 * When a step is to follow another, by a number of days, months or years.
 *
 *   > will enter into force on the ninetieth day after the exchange of instruments of ratification
 *          ＾＾＾＾＾＾＾＾           ＾＾＾＾  ＾＾ ＾＾       ＾＾＾＾＾＾＾＾＾＾＾
 */
import { makePhrases, type Phrases, type Token } from '../../../language/abilities/spaced-words.ts';
import type { InitialSection } from '../../../language/pack.ts';
import type { Instrument } from '../../../record/reading.ts';

type Clause = Omit<NonNullable<Instrument['clauses']>[number], 'rule'>;
type Event = Clause['step'];

export interface ClauseWords {
  readonly steps: Phrases<Event>;
  readonly from: Phrases<Event>;
  readonly numbers: ReadonlyMap<string, number>;
  readonly units: ReadonlyMap<string, Clause['unit']>;
  readonly counting: ReadonlyMap<string, Clause['counting']>;
}

export function clauseWordsOf({ clauses }: InitialSection<'instruments'>): ClauseWords {
  const events = (list: typeof clauses.steps): Phrases<Event> =>
    makePhrases(list.flatMap(({ event, words }) => words.map((word): [string, Event] => [word, event])));
  return {
    steps: events(clauses.steps),
    from: events(clauses.from),
    numbers: new Map(Object.entries(clauses.numbers)),
    units: new Map(Object.entries(clauses.units)),
    counting: new Map([
      ...clauses.after.map((word): [string, Clause['counting']] => [word, 'after']),
      ...clauses.open.map((word): [string, Clause['counting']] => [word, 'either']),
    ]),
  };
}

/** Words between the first step and the number, and between the unit and the second step. */
const BEFORE = 12;
const BEHIND = 8;
/** Nobody counts further. */
const MOST = 1000;

/** The first clause of a sentence. */
export function clauseAt(tokens: readonly Token[], { steps, from, numbers, units, counting }: ClauseWords): Clause | undefined {
  for (let i = 0; i < tokens.length; i++) {
    const step = steps.at(tokens, i);
    if (!step) continue;
    for (let n = step.end; n < Math.min(tokens.length, step.end + BEFORE); n++) {
      const count = numberOf(tokens[n] as Token, numbers);
      // 90th may be one word or two
      const u = units.has(tokens[n + 1]?.key ?? '') ? n + 1 : n + 2;
      const unit = units.get(tokens[u]?.key ?? '');
      const how = counting.get(tokens[u + 1]?.key ?? '');
      if (count === undefined || count >= MOST || !unit || !how) continue;
      for (let f = u + 2; f < Math.min(tokens.length, u + 2 + BEHIND); f++) {
        const begin = from.at(tokens, f);
        if (begin && begin.value !== step.value)
          return {
            step: step.value,
            count,
            unit,
            from: begin.value,
            counting: how,
            span: [(tokens[i] as Token).start, (tokens[begin.end - 1] as Token).end],
          };
      }
    }
  }
  return undefined;
}

function numberOf({ key, kind }: Token, numbers: ReadonlyMap<string, number>): number | undefined {
  if (kind !== 'number') return numbers.get(key);
  const value = Number.parseInt(key, 10);
  return value > 0 ? value : undefined;
}
