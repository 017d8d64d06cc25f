/** Talks of our own for the tests of ledgers, with invented words. */
import type { StatementTold, TalksTold } from './told.ts';

export interface Said extends Partial<Omit<StatementTold, 'quote'>> {
  /** Words; what stands in brackets `[…]` changes from talks to talks (a person, a date). */
  readonly quote: string;
}

/** Talks of two parties, oldest first, a day apart; a text stands for a statement that both agree to. */
export function makeTalks(all: readonly (readonly (string | Said)[])[], more: Partial<TalksTold> = {}): TalksTold[] {
  return all.map((statements, i) => ({
    document: `d-${i}`,
    id: `t-${i}`,
    language: 'ja',
    kind: 'meeting',
    date: `2031-04-${String(i + 1).padStart(2, '0')}`,
    day: `2031-04-${String(i + 1).padStart(2, '0')}`,
    parties: ['JP', 'NZ'],
    ...more,
    statements: statements.map((one, j) => makeStatement(typeof one === 'string' ? { quote: one } : one, j)),
  }));
}

function makeStatement({ quote: written, ...more }: Said, j: number): StatementTold {
  const named: [number, number, 0 | 1][] = [];
  let quote = '';
  for (const [i, part] of written.split(/[[\]]/).entries()) {
    if (i % 2 === 1) named.push([quote.length, quote.length + part.length, 1]);
    quote += part;
  }
  return {
    id: `s-${j}`,
    path: String(j + 1),
    quote,
    act: 'agree',
    verb: '',
    strength: 0,
    side: 'joint',
    speakers: [{ party: 'JP' }, { party: 'NZ' }],
    topics: ['territory'],
    withheld: false,
    content: [0, quote.length],
    named,
    ...more,
  };
}
