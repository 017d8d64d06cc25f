/**
 * What Memcon knows of one language: the checked contents of `languages/<code>/*.yaml`, nothing else. Each stage of the
 * reading compiles its own section once (`compiled`). A section that is missing is not known yet: its stage finds nothing.
 */
import type { z } from 'zod';
import type { headInitialSections } from './knowledge/head-initial.ts';
import type { sections } from './sections.ts';

export type Sections = { readonly [K in keyof typeof sections]?: z.infer<(typeof sections)[K]> };
export type Section<K extends keyof Sections> = NonNullable<Sections[K]>;

/** The sections that have another form where the subject stands first: see `knowledge/head-initial.ts`. */
export type HeadInitial = { readonly [K in keyof typeof headInitialSections]?: z.infer<(typeof headInitialSections)[K]> };
export type InitialSection<K extends keyof HeadInitial> = NonNullable<HeadInitial[K]>;

export interface Pack extends Sections {
  /** Of a head-initial language; the sections of the same names above are then absent. */
  readonly initial?: HeadInitial;
  /** BCP 47. */
  readonly code: string;
  readonly name: string;
  readonly version: string;
}

/** Makes `compile` run once for each piece of knowledge. */
export function compiled<K extends object, C>(compile: (knowledge: K) => C): (knowledge: K) => C {
  const made = new WeakMap<K, C>();
  // Page after page is of the same language.
  let last: K | undefined;
  let lastMade: C;
  return (knowledge) => {
    if (knowledge === last) return lastMade;
    let result = made.get(knowledge);
    if (result === undefined) {
      result = compile(knowledge);
      made.set(knowledge, result);
    }
    last = knowledge;
    lastMade = result;
    return result;
  };
}
