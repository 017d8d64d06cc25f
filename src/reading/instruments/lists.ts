/**
 * Documents that a list names below the sentence, or the heading, that tells what was done with them all.
 *
 *   > 会談後、両首脳の立ち会いの下、以下の文書が署名された。
 *     　　　　　　　　　　　　　　　＾＾＾＾＾ stands for each line below
 *   > ・租税条約
 *     　＾＾＾＾ signed at the talks
 *
 * 1 a line of the list is a name and what stands in brackets behind it; 2 the first line that is none ends the list.
 */

import type { Talks } from '../../record/reading.ts';
import { fold } from '../../text/fold.ts';
import { isBlank, type Span } from '../../text/span.ts';
import type { Passage } from '../outline.ts';
import type { Draft } from './drafts.ts';
import { findHappenings, type Happening } from './happenings.ts';
import { pastQuote } from './names.ts';
import { type Named, pastBracket, type Sheet } from './sheet.ts';
import type { Words } from './words.ts';

/** What is done with those of the list; `index` is that of the passage whose line is the next. */
export interface Listing {
  readonly told: Omit<Happening, 'draft'>;
  readonly index: number;
  readonly met?: Talks | undefined;
}

/** Between 以下の and what the documents are called stand no more units. */
const CALLED = 12;

/** The list that a sentence opens. Never throws. */
export function findListing(sheet: Sheet, index: number): Listing | undefined {
  const { text, span, words } = sheet;
  const opening = words.listOpenings.all(text, ...span).at(-1);
  if (!opening) return undefined;
  const called = words.listNouns.all(text, opening.end, Math.min(span[1], opening.end + CALLED))[0] ?? calledBefore(sheet, opening.start);
  if (!called) return undefined;
  const draft: Draft = { name: '', kind: 'other', spans: [], parties: [], events: [], clauses: [], aliases: [] };
  const all: Named = {
    name: {
      span: [Math.min(opening.start, called.start), Math.max(opening.end, called.end)],
      kind: 'other',
      pointing: false,
      bare: false,
      alone: false,
      multilateral: false,
    },
    draft,
  };
  const told = findHappenings({ ...sheet, here: [all], latest: undefined }).find((one) => one.draft === draft);
  return told && { told, index: index + 1, met: sheet.met };
}

/** 署名された文書は｜以下のとおり: what the documents are called stands before, as what the sentence is about. */
function calledBefore({ text, span, words }: Sheet, at: number): { start: number; end: number } | undefined {
  const found = words.listNouns.all(text, Math.max(span[0], at - CALLED), at).at(-1);
  return found && words.topics.at(text, found.end) ? found : undefined;
}

/** Whether a sentence is nothing but a line that names a document. */
export function isEntry(text: string, [start, end]: Span, here: readonly Named[]): boolean {
  const last = here.at(-1);
  if (!last || last.name.span[0] < start) return false;
  let at = pastQuote(text, pastBracket(text, last.name.span[1], end));
  while (at < end && (isBlank(text.charCodeAt(at)) || fold(text.charCodeAt(at)) === 0x29)) at++;
  return at === end;
}

/** 署名文書一覧: a heading under which documents are listed that were signed; no day is told. */
export function headingOf(text: string, passage: Passage, words: Words): Listing | undefined {
  const heading = passage.headings.at(-1);
  const found = heading && words.listHeadings.all(text, heading[0], heading[1])[0];
  return found && { told: { event: 'signed', span: [found.start, found.end], when: 'unknown' }, index: passage.index };
}
