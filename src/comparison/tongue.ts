/** What comparing must know of a language; the desk takes it from the language's folder. Without it only signs are compared. */
import type { Act } from '../record/reading.ts';

export interface Tongue {
  /** BCP 47: how words and sentences end is asked of `Intl.Segmenter` under this tag. */
  readonly tag: string;
  /** Spellings of one word, the first of which stands for all. */
  readonly spellings?: readonly (readonly string[])[] | undefined;
  /** Signs that may stand or be left out between two ideographs of one word. */
  readonly inside?: string | undefined;
  /** Of an act, its verbs from the weakest to the strongest: each rung a list of stems. */
  readonly verbs?: Partial<Record<Act, readonly (readonly string[])[]>> | undefined;
  /** Words that strengthen or soften what is said. They are named, not counted. */
  readonly intensifiers?: readonly string[] | undefined;
  /** Concepts that have a name in every language → the words for them in this one. */
  readonly terms?: Readonly<Record<string, readonly string[]>> | undefined;
}
