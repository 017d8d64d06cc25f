/**
 * Talks of a page on which no one phrase tells them as the other ways ask for: by what its sentences, each with what stands around it, add up to
 * (`evidence/clues.ts`).
 *
 *   > ウクライナの某大使がお越しになりました。… 大使からは、支援への謝意が述べられました。
 *     ＾＾＾＾＾＾＾＾＾ whom　＾＾＾＾ a word of meeting　＾＾＾ what was said
 *
 * 1 of several whom one sentence or one after the other tells, each begins talks of its own; what follows is of the last, up to the end of the
 * section; 2 where no sentence tells in words that are known that these met, that is inferred, and the account says so.
 */
import type { Mention } from '../../../record/reading.ts';
import type { Passage } from '../../outline.ts';
import type { Account } from '../account.ts';
import type { Page } from '../page.ts';
import { samePerson } from '../parties/cast.ts';
import { firstTelling, isAhead, isTelling } from '../telling/told.ts';
import { conferenceOpening, isAnaphor } from './conferences.ts';
import { type Clue, type Context, clueIn, contextAfter, contextOf } from './evidence/clues.ts';
import { listedIn } from './listed.ts';
import { closes } from './sections.ts';

/** Whoever was met is not told again behind so many others. */
const RECENT = 12;

export function byEvidence(page: Page): Account[] {
  const { outline, sentences } = page;
  if (isAhead(page) || isOfEvent(page)) return [];
  const clues: Clue[] = [];
  let context: Context = contextOf(page);
  for (const sentence of sentences) {
    if (!isTelling(sentence.passage)) continue;
    const clue = clueIn(page, sentence, context);
    context = contextAfter(page, sentence, context);
    if (clue && !clues.slice(-RECENT).some(({ others }) => areSame(others, clue.others))) clues.push(clue);
  }
  const end = outline.passages.length;
  /** Of each, the passage with which others begin. */
  const next: number[] = [];
  for (let n = clues.length - 1, begins = end; n >= 0; n--) {
    const [here, before] = [clues[n] as Clue, clues[n - 1]];
    next[n] = begins;
    if (before?.told.passage !== here.told.passage) begins = here.told.passage.index;
  }

  return clues.flatMap(({ told, inferred, others, land, went }, n): Account[] => {
    const { passage } = told;
    const several = listedIn(page, told);
    if (several.length > 0) return several;
    const host = others.every(({ kind, party }) => kind !== 'person' || !party) ? land : undefined;
    const mark = {
      byEvidence: true as const,
      ...(inferred && { inferred: told.encounter.span }),
      ...(host && { host }),
      ...(went && { traveller: page.own }),
    };
    // several of one passage: what it goes on to tell was said with the first
    if (clues[n - 1]?.told.passage === passage) return [{ first: end, last: -1, told, ...mark }];

    return [{ first: passage.index, last: lastOf(page, passage, (next[n] as number) - 1), told, ...mark }];
  });
}

/** Whether the title or the first sentence is of an event at which speeches are given: what is said there is said to all. */
function isOfEvent(page: Page): boolean {
  const { text, outline, words } = page;
  const title = outline.passages.find(({ kind }) => kind === 'title')?.span;
  return [title, firstTelling(page)?.span].some((span) => span !== undefined && words.events.has(text, span[0], span[1]));
}

/** The last passage of the section in which talks are told, before a conference. */
function lastOf(page: Page, start: Passage, limit: number): number {
  const { passages } = page.outline;
  const above = passages.findLast(({ span }) => span[0] === start.headings.at(-1)?.[0]);
  const ends = (next: Passage) => (above !== undefined && closes(next, above)) || isOfConferenceToo(page, next);
  let last = start.index;
  while (last < limit && !ends(passages[last + 1] as Passage)) last++;
  return last;
}

/** 閣僚会合では、…: a passage that opens with a conference is of more than those who met. */
function isOfConferenceToo(page: Page, passage: Passage): boolean {
  const held = conferenceOpening(page, passage);
  return held !== undefined && !isAnaphor(page, held);
}

/** Whether all of those were met before. */
function areSame(before: readonly Mention[], those: readonly Mention[]): boolean {
  return those.every((one) =>
    before.some((other) => (one.name && other.name ? samePerson(one.name, other.name) : one.party !== undefined && one.party === other.party)),
  );
}
