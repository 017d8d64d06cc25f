/** What the search for talks gives to the stages after it. */
import type { Mention, Talks } from '../../record/reading.ts';
import type { Span } from '../../text/span.ts';
import type { Outline } from '../outline.ts';
import type { Sentence } from '../sentences.ts';

/** The sentence that tells several talks and what was said at each of them, and all of these but the first. */
export interface Shared {
  readonly span: Span;
  readonly others: readonly Talks[];
}

export interface TalksFound {
  readonly talks: Talks[];
  /** For each passage of the outline, the talks it tells of (index into `talks`), or -1. */
  readonly ofPassage: readonly number[];
  /** The page again, parted where it tells of another meeting: the passages are those of `ofPassage`. */
  readonly parted?: { readonly outline: Outline; readonly sentences: readonly Sentence[] };
  /** Of talks told in the account of a journey, the side of the traveller. */
  readonly travellers?: ReadonlyMap<Talks, string>;
  /** Those of which no words tell that they were held. */
  readonly inferred?: ReadonlySet<Talks>;
  /** By the id of the first of several talks that one sentence tells. */
  readonly shared?: ReadonlyMap<string, Shared>;
  /** The headings that name talks. */
  readonly titles?: readonly Span[];
  /** The mentions again, in the same order, with parties worked out from the cast of the talks where the text does not write them. */
  readonly mentions: readonly Mention[];
  /** The side that publishes, where it can be told. */
  readonly publisher?: { readonly party?: string; readonly name: string };
}
