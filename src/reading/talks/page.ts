/** All that is known of a page when its talks are looked for. */
import type { Pack } from '../../language/pack.ts';
import type { DateMention, Mention } from '../../record/reading.ts';
import type { Names } from '../mentions/knowledge.ts';
import type { Outline } from '../outline.ts';
import type { Sentence } from '../sentences.ts';
import type { TalksWords } from './knowledge.ts';

/** What the stages before have found of a page. */
export interface Scanned {
  readonly text: string;
  readonly outline: Outline;
  readonly sentences: readonly Sentence[];
  /** Those of `findMentions`, in the order of the text. */
  readonly mentions: readonly Mention[];
  /** Those of `findDates`, in the order of the text. */
  readonly dates: readonly DateMention[];
  /** The page's own address. */
  readonly url?: string | undefined;
  /** EDTF of the page's own day. */
  readonly published?: string | undefined;
}

export interface Page extends Omit<Scanned, 'url'> {
  readonly words: TalksWords;
  readonly names: Names;
  readonly pack: Pack;
  /** The side that the page is of. */
  readonly own: string;
  /** A body that speaks for its side is known to publish it. */
  readonly signed: boolean;
  /** The country in which the mission is that publishes it, by its address. */
  readonly seat?: string;
  /** The parties in names of talks that were looked for already (`named.ts`). */
  readonly namings: Map<number, readonly string[]>;
}
