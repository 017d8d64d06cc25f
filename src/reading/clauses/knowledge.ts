/** What a language knows of clauses and acts, made ready. */
import { type HeadFinal, makeHeadFinal } from '../../language/abilities/head-final.ts';
import { compiled, type Pack, type Section } from '../../language/pack.ts';
import { makeScanner, type Scanner } from '../../language/scan.ts';
import type { Act } from '../../record/reading.ts';

type Entry = Section<'acts'>['predicates'][number];

type Giving = Section<'acts'>['giving'][number];

export interface Meaning {
  readonly predicate?: Entry;
  readonly giving?: Giving;
}

export interface Knowledge {
  readonly order: HeadFinal<Meaning>;
  readonly closing: Scanner<string>;
  readonly partners: Scanner<true>;
  /** Complementisers that behind a noun tell what one is: 議長国として、. */
  readonly roles: ReadonlySet<string>;
  readonly finite: Tails<true>;
  /** Complementisers that join two nouns as well: と. */
  readonly beside: ReadonlySet<string>;
  readonly connectors: Scanner<true>;
  readonly purposes: ReadonlySet<string>;
  readonly reasons: ReadonlySet<string>;
  readonly coordinating: ReadonlySet<string>;
  /** Connectors behind one of several things that were done. */
  readonly sampling: ReadonlySet<string>;
  readonly tight: ReadonlySet<string>;
  readonly quoting: ReadonlySet<string>;
  readonly listing: ReadonlySet<string>;
  readonly naming: ReadonlySet<string>;
  /** Complementisers that make a thing of what stands before them. */
  readonly things: readonly string[];
  readonly spoken: Scanner<true>;
  readonly relative: readonly string[];
  /** In an ending: what goes on. */
  readonly linking: readonly string[];
  readonly trailing: readonly string[];
  readonly coupling: Scanner<true>;
  readonly against: readonly string[];
  readonly owed: readonly string[];
  readonly degrees: readonly string[];
  readonly adnominal: readonly string[];
  readonly taken: readonly string[];
  readonly closers: ReadonlyMap<string, Closer>;
  readonly tails: Tails;
}

export const knowledgeOf = compiled((pack: Pack): Knowledge | undefined => {
  const { acts, clauses } = pack;
  if (!acts || !clauses) return undefined;
  const words = [
    ...acts.predicates.flatMap((predicate) => predicate.words.map((word) => ({ word, form: predicate.form, value: { predicate } as Meaning }))),
    ...acts.giving.flatMap((giving) => giving.words.map((word) => ({ word, form: giving.form, value: { giving } as Meaning }))),
    ...acts.none.flatMap(({ words, form }) => words.map((word) => ({ word, form, value: {} as Meaning }))),
  ];
  return {
    order: makeHeadFinal(clauses, words),
    closing: makeScanner(clauses.complementisers.map((word): [string, string] => [word, word])),
    partners: makeScanner((clauses.partners ?? []).map((word): [string, true] => [word, true])),
    roles: new Set(clauses.roles),
    finite: makeTails([...clauses.finite, ...(clauses.nominals ?? [])].map((word): [string, true] => [word, true])),
    beside: new Set(clauses.beside),
    connectors: makeScanner(clauses.connectors.filter((word) => word.length > 1).map((word): [string, true] => [word, true])),
    purposes: new Set(clauses.purposes),
    reasons: new Set(clauses.reasons),
    coordinating: new Set(clauses.coordinating),
    sampling: new Set(clauses.sampling),
    tight: new Set(clauses.tight),
    quoting: new Set(clauses.quoting),
    listing: new Set(clauses.listing),
    naming: new Set(clauses.naming),
    relative: clauses.relative ?? [],
    things: clauses.things ?? [],
    linking: clauses.linking ?? [],
    spoken: makeScanner((clauses.spoken ?? []).map((word): [string, true] => [word, true])),
    trailing: clauses.trailing ?? [],
    coupling: makeScanner((clauses.coupling ?? []).map((word): [string, true] => [word, true])),
    against: clauses.against,
    owed: clauses.owed ?? [],
    degrees: clauses.degrees ?? [],
    adnominal: clauses.adnominal,
    taken: clauses.taken ?? [],
    closers: new Map(acts.closers.flatMap(({ id, act, words, except = [] }) => words.map((word) => [word, { id, act, except }] as const))),
    tails: makeTails(acts.tails.flatMap(({ id, act, words }) => words.map((word): [string, Tail] => [word, { id, act, length: word.length }]))),
  };
});

export interface Closer {
  readonly id: string;
  readonly act: Act;
  readonly except: readonly string[];
}

export interface Tail {
  readonly id: string;
  readonly act: Act;
  readonly length: number;
  /** How much of the complementiser it takes. */
  readonly over?: number;
}

/** The longest of the words that a stretch of text ends with. */
export type Tails<T = Tail> = (text: string, start: number, end: number) => T | undefined;

export function makeTails<T>(words: Iterable<readonly [string, T]>): Tails<T> {
  const byWord = new Map(words);
  const lengths = [...new Set([...byWord.keys()].map((word) => word.length))].sort((a, b) => b - a);
  return (text, start, end) => {
    for (const length of lengths) {
      if (end - length < start) continue;
      const found = byWord.get(text.slice(end - length, end));
      if (found !== undefined) return found;
    }
    return undefined;
  };
}
