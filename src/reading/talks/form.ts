/**
 * Pages laid out as a form: 日時: …, 場所: …, 出席者: ….
 */
import type { Span } from '../../text/span.ts';
import { isBlank } from '../../text/span.ts';
import type { Page } from './page.ts';

export interface Form {
  readonly time?: Span;
  readonly place?: Span;
  readonly participants: readonly Span[];
}

/** Passages from the beginning that may belong to a form. */
const NEAR = 25;
/** A line of a list names its side within so many signs. */
const SIDE = 16;

/** The fields of the form at the head of the page; undefined where there are fewer than two. */
export function findForm({ text, outline, words }: Page): Form | undefined {
  let time: Span | undefined;
  let place: Span | undefined;
  const participants: Span[] = [];
  let fields = 0;
  let listing = false;
  /** A heading says that the time is told below: one such field is enough. */
  let alone = false;
  for (const passage of outline.passages.slice(0, NEAR)) {
    if (passage.kind === 'furniture' || passage.kind === 'title') continue;
    let [at] = passage.span;
    const [, end] = passage.span;
    while (at < end && !isWord(text.charCodeAt(at))) at++;
    const label = words.labels.at(text, at, end);
    if (!label) {
      // 出席者 over several lines: each begins with a side.
      if (listing && words.sides.all(text, passage.span[0], Math.min(end, passage.span[0] + SIDE)).length > 0) participants.push(passage.span);
      else listing = false;
      continue;
    }
    listing = false;
    let from = label.end;
    if (from < end && !words.labelEnds.has(text.charCodeAt(from))) continue;
    while (from < end && (words.labelEnds.has(text.charCodeAt(from)) || isBlank(text.charCodeAt(from)))) from++;
    // 1.日時 as a heading: the value stands below
    const below = from >= end ? outline.passages[passage.index + 1] : undefined;
    if (from >= end && (below?.kind !== 'paragraph' || passage.kind !== 'heading')) continue;
    fields++;
    const value: Span = below ? below.span : [from, end];
    alone ||= below !== undefined && label.value === 'time';
    if (label.value === 'time') time ??= value;
    else if (label.value === 'place') place ??= value;
    else {
      participants.push(value);
      listing = true;
    }
  }
  return fields >= 2 || alone ? { ...(time && { time }), ...(place && { place }), participants } : undefined;
}

function isWord(unit: number): boolean {
  return unit >= 0x3041 && unit <= 0x9fff;
}
