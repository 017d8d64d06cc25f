/** What a head-initial language knows of talks, made ready. */
import { makePhrases, type Phrases } from '../../../language/abilities/spaced-words.ts';
import { compiled, type InitialSection } from '../../../language/pack.ts';
import type { Talks } from '../../../record/reading.ts';

export type Kind = Talks['kind'];
export type Level = NonNullable<Talks['level']>;
export type Format = NonNullable<Talks['format']>[number]['value'];

export interface Told {
  readonly kind: Kind;
  /** Words before the other side; without any it follows at once. */
  readonly with: ReadonlySet<string> | undefined;
  /** Only with a person right behind: called President Moe. */
  readonly person: boolean;
  /** Only with persons on either side: discussed … with. */
  readonly both: boolean;
}

export interface TalksWords {
  readonly knowledge: InitialSection<'talks'>;
  readonly hosts: Phrases<true>;
  readonly meet: Phrases<Kind>;
  readonly hold: Phrases<true>;
  readonly verbs: Phrases<Told>;
  readonly passive: Phrases<true>;
  readonly inside: ReadonlySet<string>;
  readonly apart: Phrases<true>;
  readonly visits: Phrases<true>;
  readonly including: ReadonlySet<string>;
  readonly leads: Phrases<true>;
  readonly leading: Phrases<true>;
  readonly with: ReadonlySet<string>;
  readonly byPhone: Phrases<true>;
  readonly notTitles: readonly string[];
  readonly notOpenings: readonly string[];
  readonly attributions: readonly string[];
  readonly places: ReadonlySet<string>;
  readonly occasions: Phrases<true>;
  readonly levels: Phrases<Level>;
  readonly formats: Phrases<Format>;
  readonly ordinals: ReadonlyMap<string, number>;
  /** First words of verbs that tell talks. */
  readonly opens: ReadonlySet<string>;
}

const phrases = (words: readonly string[]): Phrases<true> => makePhrases(words.map((word): [string, true] => [word, true]));
const keyed = <V extends string>(lists: { readonly [K in V]?: readonly string[] | undefined }): Phrases<V> =>
  makePhrases(Object.entries(lists).flatMap(([key, words]) => (words as readonly string[]).map((word): [string, V] => [word, key as V])));

export const talksWordsOf = compiled(
  (knowledge: InitialSection<'talks'>): TalksWords => ({
    knowledge,
    hosts: phrases(knowledge.hosts),
    meet: makePhrases(knowledge.meet.flatMap(({ kind, words }) => words.map((word): [string, Kind] => [word, kind]))),
    hold: phrases(knowledge.hold),
    verbs: makePhrases(
      knowledge.verbs.flatMap(({ kind, words, with: before, person = false, both = false }) => {
        const told: Told = { kind, with: before && new Set(before), person, both };
        return words.map((word): [string, Told] => [word, told]);
      }),
    ),
    passive: phrases(knowledge.passive),
    inside: new Set(knowledge.inside),
    apart: phrases(knowledge.apart),
    visits: phrases(knowledge.visits),
    including: new Set(knowledge.including),
    leads: phrases(knowledge.leads),
    leading: phrases(knowledge.leading),
    with: new Set(knowledge.with),
    byPhone: phrases(knowledge.byPhone),
    notTitles: knowledge.notTitles,
    notOpenings: knowledge.notOpenings,
    attributions: knowledge.attributions,
    places: new Set(knowledge.places),
    occasions: phrases(knowledge.occasions),
    levels: keyed<Level>(knowledge.levels),
    formats: keyed<Format>(knowledge.formats),
    ordinals: new Map(Object.entries(knowledge.ordinals)),
    opens: new Set([...knowledge.hold, ...knowledge.verbs.flatMap(({ words }) => words)].map((word) => (word.split(' ')[0] as string).toLowerCase())),
  }),
);
