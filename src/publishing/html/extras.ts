/** What a page that stands on a server adds to a record: each is asked for one thing of the record and gives markup or nothing. */
import type { PointRow } from '../../comparison/points.ts';
import type { Markup } from '../../drawing/markup.ts';
import type { Commitment, Statement, Talks } from '../../record/reading.ts';

/** What comparing points and body found, and the page that shows it word by word. */
export interface ComparedPoints {
  readonly rows: readonly PointRow[];
  readonly href: string;
}

export interface Extras {
  /** Beside the links of a statement's row: that it was corrected. */
  readonly note?: (statement: Statement) => Markup | undefined;
  /** Among the fields of a statement, below them: what people said of it. */
  readonly fields?: (statement: Statement) => Markup | undefined;
  /** Beside the buttons of a statement: what else one can do with it. */
  readonly deeds?: (statement: Statement) => Markup | undefined;
  /** Below the fields of a statement: the form that corrects it. */
  readonly below?: (statement: Statement) => Markup | undefined;
  /** Beside a date that a statement speaks of. */
  readonly date?: (span: readonly [number, number], statement: Statement) => Markup | undefined;
  /** The words that cite a statement, with its permanent address. */
  readonly cite?: (statement: Statement) => string;
  readonly talks?: (talks: Talks) => Markup | undefined;
  readonly commitment?: (commitment: Commitment) => Markup | undefined;
  /** Which aids on the text are on at first: both can be switched on the page. */
  readonly aids?: { readonly marks: boolean; readonly speakers: boolean };
  /** A person's name and how it is read aloud, where that is on record. */
  readonly reading?: (name: string) => { readonly name: string; readonly reading: string } | undefined;
  /** A person's own page. */
  readonly personHref?: (name: string) => string | undefined;
  /** Words of the text that were looked for. */
  readonly found?: readonly [start: number, end: number];
  readonly points?: ComparedPoints;
  readonly topicHref?: (topic: string) => string;
}
