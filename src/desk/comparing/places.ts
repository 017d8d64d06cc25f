/** Words of a document by which two documents are set beside one another, and where they stand now. */
import type { Place } from '../../record/correction.ts';
import { anchorAt, spanOf } from '../../record/place.ts';
import type { Reading, Statement } from '../../record/reading.ts';
import type { Span } from '../../text/span.ts';

export function placeOfStatement(document: string, reading: Reading, statement: Statement): Place {
  return { document, statement: statement.id, anchor: anchorAt(reading, statement.span) };
}

export function placeOfWords(document: string, reading: Reading, span: Span): Place {
  return { document, anchor: anchorAt(reading, span) };
}

/** The statement that stands on the words; undefined where they are gone or nothing is read in them any more. */
export function statementAt(reading: Reading, place: Place): Statement | undefined {
  const span = spanOf(reading, place.anchor);
  if (!span) return undefined;
  const there = reading.statements.filter((one) => one.span[0] === span[0] && one.span[1] === span[1]);
  return there.find(({ id }) => id === place.statement) ?? (there.length === 1 ? there[0] : undefined);
}

/** Two places are one where document and words are, whichever statement the machine made of them. */
export function placeKey({ document, statement, anchor }: Place): string {
  return JSON.stringify([document, anchor.path, anchor.quote, anchor.nth, statement !== undefined]);
}
