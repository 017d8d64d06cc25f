/** The words that the room works with, compiled once a pack. */
import { compiled, type Pack } from '../../language/pack.ts';
import { makeScanner, type Scanner } from '../../language/scan.ts';
import { type AnyOf, anyOf } from '../../text/any-of.ts';
import { makeTails, type Tails } from '../clauses/knowledge.ts';
import type { Handing } from '../speakers/handing.ts';

export interface Knowledge {
  readonly finite: Tails<true>;
  readonly unfinite: Tails<true>;
  readonly wishing: readonly string[];
  /** Ends of what goes on. */
  readonly lasting: readonly string[];
  /** Ends of the past. */
  readonly past: readonly string[];
  /** Behind what something is said of. */
  readonly topics: readonly string[];
  readonly coupling: Scanner<true>;
  /** Closes one of several contents of a verb. */
  readonly listing: readonly string[];
  /** Closes content to which the noun behind it belongs: …する｜ことの重要性を. */
  readonly named: readonly string[];
  /** Closes what is said as a reason for what follows: 憂慮している｜として、. */
  readonly claiming: readonly string[];
  /** Closes content only right before its verb: 協力したい、｜など｜と応じた. */
  readonly trailing: readonly string[];
  readonly attended: Tails<true>;
  readonly meetings: readonly string[];
  readonly conjunctions: Scanner<true>;
  readonly asks: Scanner<true>;
  readonly goesOn: Scanner<true>;
  readonly matters: readonly string[];
  readonly objectMatters: readonly string[];
  /** Between whose something is and what it is: 日本｜の. */
  readonly owned: readonly string[];
  /** Ends of a verb before the noun that it tells of, and words that make a noun of what it tells: 引き継ぐ｜こと. */
  readonly attributive: { readonly ends: readonly string[]; readonly nouns: readonly string[] };
  /** Right before a verb: to each other. */
  readonly mutual: readonly string[];
  /** A side, and words of a visit to it. */
  readonly hosts: readonly (readonly [party: string, coming: readonly string[]])[];
  readonly handing: Handing;
  readonly lists: AnyOf;
  readonly talks: readonly string[];
  readonly looked: readonly string[];
  /** Documents of whoever is in the chair. */
  readonly chairs: readonly string[];
  /** Those beside the talks with whom one spoke. */
  readonly outside: Tails<true>;
  /** Between whom else something was discussed. */
  readonly among: Scanner<true>;
  readonly met: AnyOf;
  /** Ends of a clause that tells with whom one met. */
  readonly meeting: Tails<true>;
  /** Words of what one replies to or was told when one met: no frame. */
  readonly apart: readonly string[];
  readonly former: readonly string[];
  /** Ends of what ought to be done. */
  readonly duties: readonly string[];
  /** Behind the day on which something was done. */
  readonly day: { readonly at: readonly string[]; readonly meeting: readonly string[] };
  readonly reasons: ReadonlySet<string>;
  readonly coordinating: ReadonlySet<string>;
  readonly quoting: ReadonlySet<string>;
  /** Complementisers that make a thing of what stands before them: ことを. */
  readonly things: Scanner<true>;
  /** Ends of what a thing is said to be, before more is said: であり. */
  readonly copulas: readonly string[];
  readonly bullets: ReadonlySet<string>;
  readonly heads: readonly string[];
  /** At the end of such a heading that addresses who reads the page. */
  readonly readers: readonly string[];
  /** In these the heading of a programme ends. */
  readonly programmes: readonly string[];
  /** Why somebody travelled: the end of the heading and of the sentence. */
  readonly purposes: { readonly headings: readonly string[]; readonly ends: readonly string[] };
  /** Feelings and positions that one has, and what tells whose and for what they are. */
  readonly holders: NonNullable<NonNullable<Pack['speakers']>['holders']>;
  /** By which one tells what another has said. */
  readonly cited: readonly string[];
  /** By which one asks to be given. */
  readonly given: readonly string[];
  /** By which one passes on what somebody else has said. */
  readonly relayed: readonly string[];
  readonly replying: ReadonlySet<string>;
  readonly strength: Scanner<-1 | 1 | 2>;
  /** Those of them that are said of the noun right behind them. */
  readonly adnominal: ReadonlySet<string>;
}

const all = <V>(words: readonly string[], value: V) => words.map((word): [string, V] => [word, value]);

export const knowledgeOf = compiled((pack: Pack): Knowledge | undefined => {
  const { acts, clauses } = pack;
  if (!acts || !clauses) return undefined;
  return {
    finite: makeTails(all(clauses.finite, true as const)),
    wishing: clauses.wishing ?? [],
    lasting: clauses.lasting ?? [],
    past: clauses.pasts ?? [],
    topics: pack.speakers?.frames.topic ?? [],
    listing: clauses.listing ?? [],
    claiming: clauses.claiming ?? [],
    named: clauses.named ?? [],
    trailing: clauses.trailing ?? [],
    coupling: makeScanner(all(clauses.coupling ?? [], true as const)),
    unfinite: makeTails(all(clauses.unfinite, true as const)),
    attended: makeTails(all(acts.attended, true as const)),
    conjunctions: makeScanner(all(clauses.conjunctions, true as const)),
    asks: makeScanner(all(clauses.asks ?? [], true as const)),
    goesOn: makeScanner(all(clauses.goesOn ?? [], true as const)),
    owned: clauses.adnominal,
    attributive: clauses.attributive ?? { ends: [], nouns: [] },
    mutual: pack.speakers?.mutual ?? [],
    hosts: Object.entries(pack.speakers?.hosts ?? {}),
    matters: clauses.matters,
    objectMatters: clauses.objectMatters,
    handing: {
      ends: clauses.suspending ?? [],
      reporting: clauses.reporting ?? [],
      closers: [...clauses.quoting, ...(clauses.things ?? [])],
      replies: pack.speakers?.replies ?? [],
    },
    lists: anyOf(clauses.lists),
    talks: acts.talks,
    looked: acts.looked,
    chairs: acts.chairs ?? [],
    outside: makeTails(all(acts.outside, true as const)),
    among: makeScanner(all(acts.among, true as const)),
    met: anyOf(acts.met),
    meeting: makeTails(all(acts.met, true as const)),
    meetings: acts.meetings ?? [],
    apart: [...new Set([...clauses.replying]), ...acts.met],
    former: acts.former,
    day: acts.day,
    duties: clauses.duties,
    reasons: new Set(clauses.reasons),
    coordinating: new Set(clauses.coordinating),
    quoting: new Set(clauses.quoting),
    copulas: clauses.copulas ?? [],
    things: makeScanner(all(clauses.things ?? [], true as const)),
    bullets: new Set(pack.outline?.bullets ?? ''),
    heads: pack.speakers?.heads ?? [],
    readers: pack.speakers?.readers ?? [],
    programmes: pack.speakers?.programmes ?? [],
    purposes: pack.speakers?.purposes ?? { headings: [], ends: [] },
    holders: pack.speakers?.holders ?? { nouns: [], parts: [], for: [], felt: [] },
    relayed: pack.speakers?.relayed ?? [],
    cited: pack.speakers?.cited ?? [],
    given: pack.speakers?.given ?? [],
    replying: new Set(clauses.replying),
    adnominal: new Set(acts.strength.adnominal),
    strength: makeScanner<-1 | 1 | 2>([
      ...all(acts.strength.softened, -1 as const),
      ...all(acts.strength.marked, 1 as const),
      ...all(acts.strength.strong, 2 as const),
    ]),
  };
});
