/** What a search asks and finds: statements, and words of texts that are no accounts of talks. */
import type { Act, Topic } from '../../record/reading.ts';
import type { Count, Page, Paged } from './paging.ts';
import type { Side, TalksRow } from './talks.ts';

export const FACETS = [
  'dyad',
  'side',
  'family',
  'act',
  'topic',
  'person',
  'level',
  'kind',
  'textKind',
  'language',
  'year',
  'withheld',
  'part',
] as const;
export type Facet = (typeof FACETS)[number];

export interface SearchQuery extends Paged {
  /** As typed: words that must all be there, `"phrases"`, `-word` or `-"phrase"` for what must not. May be empty: then all. */
  readonly words?: string;
  /** Words together in one statement (default), or anywhere in the talks. */
  readonly within?: 'statement' | 'talks';
  /** Any value of one facet, all facets together. `kind` is that of the talks, `textKind` that of the document. `person` takes ids, `withheld` yes/no, `part` points/body, `year` YYYY. */
  readonly facets?: Partial<Readonly<Record<Facet, readonly string[]>>>;
  readonly document?: string;
  /** EDTF, inclusive, of the talks' date. */
  readonly from?: string;
  readonly to?: string;
  /** `rank`: best first, where there are words; `newest` and `oldest` by the date of the talks. */
  readonly order?: 'rank' | 'newest' | 'oldest';
  /** Facets to count; none where it is left out. */
  readonly count?: readonly Facet[];
  /** Also count by years who said it. */
  readonly yearSides?: boolean;
  /** Where nothing is found, say how many there are without each part of the query. */
  readonly lacking?: boolean;
  /** Spellings not to search along (as `SearchAnswer.along` names them). */
  readonly without?: readonly string[];
}

/** Of one year, how many statements each side made. */
export interface YearSides {
  readonly value: string;
  readonly sides: Readonly<Partial<Record<Side, number>>>;
}

export interface SearchAnswer extends Page<Hit> {
  readonly total: number;
  /** Of each facet asked for, most frequent first; its own selection is left out of account, so that one can choose further values. */
  readonly facets: Partial<Readonly<Record<Facet, readonly FacetCount[]>>>;
  /** Where it was asked for: years, oldest first; a selection of years is left out of account, as in their facet. */
  readonly yearSides?: readonly YearSides[];
  /** Other spellings of a name that were searched with it. */
  readonly along: readonly {
    readonly word: string;
    readonly also: readonly string[];
    /** Of those, the ones that nobody said are the same name: they sound like it, in another script. */
    readonly bySound?: readonly string[];
  }[];
  /** Where nothing was found and it was asked for: how many there are without each part of the query (`words`, a facet, `date`). */
  readonly lacking?: readonly { readonly without: string; readonly total: number }[];
}

export interface FacetCount extends Count {
  /** For persons: the name. */
  readonly name?: string;
  readonly chosen: boolean;
}

export interface Hit {
  readonly document: string;
  readonly title?: string;
  readonly publisher?: string;
  readonly language: string;
  readonly talks: Pick<TalksRow, 'id' | 'kind' | 'level' | 'date' | 'parties'>;
  /** As in the record. */
  readonly id: string;
  readonly path: string;
  readonly act: Act;
  readonly verb: string;
  readonly side: Side;
  readonly speakers: readonly { readonly party: string; readonly person?: string }[];
  readonly withheld: boolean;
  readonly topics: readonly Topic[];
  readonly quote: string;
  /** Found words, in UTF-16 units of `quote`, in order, none overlapping. */
  readonly marks: readonly (readonly [number, number])[];
  /** Not the statement's own words but the heading above it was found. */
  readonly byHeading?: string;
  readonly low: boolean;
  readonly corrected: boolean;
}

/** A question to texts. They have no sides, acts or topics: where a facet of statements is chosen nothing is found in them. */
export type TextQuery = Pick<SearchQuery, 'words' | 'within' | 'facets' | 'document' | 'from' | 'to' | 'order' | 'without' | 'limit' | 'cursor'>;

/** A page of texts, those first of which the largest share was found; or by their days. */
export interface TextAnswer extends Page<TextHit> {
  /** How many passages were found, and in how many texts. */
  readonly total: number;
  readonly documents: number;
  /** Passages by the kind of their text, the most frequent first; a chosen kind is left out of account, so that one can choose another. */
  readonly kinds: readonly FacetCount[];
}

export interface TextHit {
  readonly document: string;
  readonly title?: string;
  /** What kind of text it is; absent where nobody knows. */
  readonly kind?: string;
  /** Party of the publisher. */
  readonly publisher?: string;
  readonly published?: string;
  readonly language: string;
  /** How many of its passages were found; the first of them follow. */
  readonly found: number;
  readonly passages: readonly Passage[];
}

/** A paragraph, an item or a heading; of a long one the words around what was found. */
export interface Passage {
  readonly path: string;
  /** From 1; of texts that have pages. */
  readonly page?: number;
  /** In UTF-16 units of the document's text: exactly the words of the quote. */
  readonly span: readonly [number, number];
  readonly quote: string;
  /** Found words, in units of the quote. */
  readonly marks: readonly (readonly [number, number])[];
  /** Whether the passage goes on before and after the quote. */
  readonly more: readonly [before: boolean, after: boolean];
}
