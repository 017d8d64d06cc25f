/**
 * Pages laid out as a form: 日時: …, 場所: …, 出席者: ….
 */
import type { Span } from '../../../text/span.ts';
import { isBlank } from '../../../text/span.ts';
import type { Passage } from '../../outline.ts';
import type { Page } from '../page.ts';
import { within } from './times.ts';

export interface Form {
  readonly time?: Span;
  readonly place?: Span;
  readonly participants: readonly Span[];
  /** It says with whom one met: 会談相手. */
  readonly met?: true;
}

/** Passages from the beginning that may belong to a form. */
const NEAR = 25;
/** A line of a list names its side within so many signs. */
const SIDE = 16;

/** The fields of the form at the head of the page; undefined where there are fewer than two and none is a heading. */
export function findForm(page: Page): Form | undefined {
  const { text, outline, words } = page;
  let time: Span | undefined;
  let place: Span | undefined;
  const participants: Span[] = [];
  let fields = 0;
  let listing = false;
  /** A heading says that the time or the people are told below: one such field is enough. */
  let alone = false;
  let met: true | undefined;
  for (const passage of outline.passages.slice(0, NEAR)) {
    if (passage.kind === 'furniture' || passage.kind === 'title') continue;
    const [start, end] = passage.span;
    const label = labelAt(page, passage.span);
    if (!label) {
      // 出席者 over several lines: each begins with a side.
      if (listing && words.sides.has(text, start, Math.min(end, start + SIDE))) participants.push(passage.span);
      else listing = false;
      continue;
    }
    listing = false;
    const below = label.end >= end ? valueBelow(page, passage.index) : undefined;
    if (label.end >= end && !below) continue;
    fields++;
    alone ||= below !== undefined && passage.kind === 'heading';
    const value: Span = below ?? [label.end, end];
    if (label.value === 'time') time ??= value;
    if (label.value === 'place') place ??= value;
    if (label.value === 'met') met = true;
    if (label.value === 'participants' || label.value === 'met') {
      participants.push(below ?? passage.span);
      listing = true;
    }
  }
  return fields >= 2 || alone ? { ...(time && { time }), ...(place && { place }), participants, ...(met && { met }) } : undefined;
}

type Label = 'time' | 'place' | 'participants' | 'met';

/** The label at the head of a line, of which an own side may stand before: インド側出席者:; two may be one: 日時・場所. */
function labelAt({ text, mentions, words }: Page, [start, end]: Span): { value: Label; end: number } | undefined {
  let at = start;
  while (at < end && !isWord(text.charCodeAt(at))) at++;
  let label = words.labels.at(text, at, end);
  if (!label) {
    const [first] = within(mentions, [at, Math.min(end, at + SIDE)]);
    const side = first && first.span[0] === at && first.party ? words.sides.at(text, first.span[1], end) : undefined;
    label = side && words.labels.at(text, side.end, end);
  }
  if (!label) return undefined;
  const { value } = label;
  let { end: to } = label;
  if (to < end && !words.labelEnds.has(text.charCodeAt(to))) return undefined;
  const skip = () => {
    while (to < end && (words.labelEnds.has(text.charCodeAt(to)) || isBlank(text.charCodeAt(to)))) to++;
  };
  skip();
  const second = words.labels.at(text, to, end);
  if (second?.end === end) return { value, end };
  return { value, end: to };
}

/** The paragraphs below a heading, up to the next; one line by itself may look like a heading: 2 場所 / ザグレブ. */
function valueBelow({ outline }: Page, index: number): Span | undefined {
  const { passages } = outline;
  const next = passages[index + 1];
  const { kind, path } = passages[index] as Passage;
  if (next?.kind === 'heading' && next.path === path) return next.span;
  // a list of terms: the one below each
  if (kind !== 'heading') return next?.kind === kind ? next.span : undefined;
  let last = index;
  while (passages[last + 1]?.kind === 'paragraph') last++;
  return last > index ? [(passages[index + 1] as Passage).span[0], (passages[last] as Passage).span[1]] : undefined;
}

function isWord(unit: number): boolean {
  return unit >= 0x3041 && unit <= 0x9fff;
}
