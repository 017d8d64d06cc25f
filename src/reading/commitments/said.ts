/** What is looked at for one statement: its words and what stands around them. */
import type { DateMention, Mention, Statement, Talks } from '../../record/reading.ts';
import type { Words } from './words.ts';

export interface Said {
  readonly text: string;
  readonly statement: Statement;
  readonly mentions: readonly Mention[];
  readonly dates: readonly DateMention[];
  readonly talks: Talks;
  readonly words: Words;
  /** Last words of treaties among many, whose steps no pair of countries brings about. */
  readonly among?: readonly string[] | undefined;
  /** Mentions of the statement before it, where it stands in the same place. */
  readonly before?: readonly Mention[] | undefined;
}
