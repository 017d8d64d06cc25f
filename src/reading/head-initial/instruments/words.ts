/** The words of a language for documents and what happens to them, ready to be looked for. */
import { makePhrases, type Phrases } from '../../../language/abilities/spaced-words.ts';
import { compiled, type InitialSection } from '../../../language/pack.ts';
import type { Instrument } from '../../../record/reading.ts';
import { type ClauseWords, clauseWordsOf } from './clauses.ts';

export type Event = Instrument['events'][number]['event'];

export interface Words {
  readonly kinds: Phrases<Instrument['kind']>;
  readonly events: Phrases<Step>;
  readonly behind: Phrases<Event>;
  /** Before a bare word for a document: the one named before. */
  readonly again: ReadonlySet<string>;
  /** Between a name and what is told of it: which. */
  readonly which: ReadonlySet<string>;
  readonly joins: Phrases<true>;
  readonly further: ReadonlySet<string>;
  readonly clauses: ClauseWords;
}

/** @param done as a verb: they did it; as a noun it is spoken of. */
export interface Step {
  readonly event: Event;
  readonly done: boolean;
}

const eventsOf = (list: readonly { readonly event: Event; readonly words: readonly string[] }[]): Phrases<Event> =>
  makePhrases(list.flatMap(({ event, words }) => words.map((word): [string, Event] => [word, event])));
export const instrumentWords = compiled(
  (knowledge: InitialSection<'instruments'>): Words => ({
    kinds: makePhrases(knowledge.kinds.flatMap(({ kind, words }) => words.map((word): [string, Instrument['kind']] => [word, kind]))),
    events: makePhrases(
      knowledge.events.flatMap(({ event, words, nouns = [] }) => [
        ...words.map((word): [string, Step] => [word, { event, done: true }]),
        ...nouns.map((word): [string, Step] => [word, { event, done: false }]),
      ]),
    ),
    behind: eventsOf(knowledge.behind),
    again: new Set(knowledge.again),
    which: new Set(knowledge.which),
    joins: makePhrases(knowledge.titles.joins.map((word): [string, true] => [word, true])),
    further: new Set([...knowledge.titles.further, ...knowledge.titles.joins]),
    clauses: clauseWordsOf(knowledge),
  }),
);
