/** Who or what may be the subject of a clause: a person, a side, a country. */
import type { Span } from '../../text/span.ts';

export interface Subject {
  readonly span: Span;
  /** Parties it stands for; empty where none of the talks'. */
  readonly parties: readonly string[];
  readonly person: string | undefined;
  /** Who holds an office, and is not named: 総理. */
  readonly holder: boolean;
  readonly joint: boolean;
  /** Told of two. */
  readonly pair: boolean;
  /** Told of countries as such: 両国. */
  readonly land: boolean;
  /** A person whom the talks do not know, and the party that the words give to that person: none is "". */
  readonly stranger: string | undefined;
  /** Some of those who came to a meeting of many, whom nothing names: 各国, 参加国. */
  readonly some: boolean;
  /** All who met, where what they do ends in what all agreed: 各国. */
  readonly all: boolean;
  /** A country by its bare name. */
  readonly bare: boolean;
}
