/**
 * Talks that news tells in passing: no sentence says that they were held, but what was said there follows.
 *
 *   > このうちケニアの某大統領との会談で、西園総理は「…」と述べ、…
 *     　　　　＾＾＾＾＾＾＾＾＾＾＾＾＾　＾＾＾＾ both are named
 *
 * 1 the passage opens with it, names one of either side, and the text goes on as accounts do; 2 the head of the page tells a day: a chronicle of
 * years tells many such talks.
 */
import type { Mention } from '../../../record/reading.ts';
import type { Passage } from '../../outline.ts';
import type { Account } from '../account.ts';
import type { Page } from '../page.ts';
import { mayBeOwn } from '../parties/cast.ts';
import { attendance } from '../telling/attendance.ts';
import { isPlanned } from '../telling/encounters.ts';
import { isDayTold, within } from '../telling/times.ts';
import { isTelling, type Told } from '../telling/told.ts';

/** The name of the talks stands within the first signs of its passage. */
const OPENING = 80;
/** The day is told within so many sentences. */
const HEAD = 6;

export function inPassing(page: Page): Account[] {
  const { text, outline, sentences, dates, words } = page;
  const telling = sentences.filter(({ passage }) => isTelling(passage));
  const [start, end] = [telling[0]?.span[0] ?? 0, telling[Math.min(HEAD, telling.length) - 1]?.span[1] ?? 0];
  if (!within(dates, [start, end]).some(isDayTold)) return [];
  const starts: { readonly passage: Passage; readonly told: Told }[] = [];
  let passage: Passage | undefined;
  for (const sentence of telling) {
    if (sentence.passage === passage) continue;
    ({ passage } = sentence);
    const told = toldInPassing(page, sentence);
    if (told && words.spoken.has(text, told.encounter.span[1], passage.span[1])) starts.push({ passage, told });
  }
  return starts.map(({ passage: first, told }, n): Account => {
    const last = (starts[n + 1]?.passage.index ?? outline.passages.length) - 1;
    return { first: first.index, last, told };
  });
}

/** 某長官とは、…を確認した: behind talks with others, with whom what follows was. */
export function toldApart(
  { text, mentions, words, own }: Page,
  { span, passage }: { readonly span: Told['span']; readonly passage: Passage },
): Told | undefined {
  const inside = within(mentions, [span[0], Math.min(span[1], span[0] + OPENING)]);
  const at = inside.findIndex((one) => one.kind === 'person');
  const person = inside[at];
  if (!person?.party || person.party === own || isPlanned(text, span, words)) return undefined;
  const [, end] = person.span;
  const found = words.knowledge.passing.apart.find((word) => text.startsWith(word, end));
  if (!found || !words.spoken.has(text, end, span[1])) return undefined;
  return {
    span,
    passage,
    encounter: { kind: 'meeting', span: [end, end + found.length], reach: end },
    mentions: within(mentions, [...span]),
    present: [at],
  };
}

/** ヨルダンでは、某次官との間で、…を確認した: on a journey, with whom of a country, or by whom, something was said there. */
export function toldThere(
  { text, mentions, words, own, names }: Page,
  { span, passage }: { readonly span: Told['span']; readonly passage: Passage },
): Told | undefined {
  const inside = within(mentions, [...span]);
  const at = inside.findIndex(({ kind, name }) => kind === 'person' && name !== undefined);
  const person = inside[at];
  if (!person || person.span[0] - span[0] > OPENING || person.party === own || (!person.party && mayBeOwn(person, own, names, words)))
    return undefined;
  if (isPlanned(text, span, words)) return undefined;
  const [, end] = person.span;
  const { apart } = words.knowledge.passing;
  const found = apart.find((word) => text.startsWith(word, end)) ?? words.reports.at(text, end, span[1]);
  if (!found || !words.spoken.has(text, end, span[1])) return undefined;
  return { span, passage, encounter: { kind: 'meeting', span: [end, end], reach: end }, mentions: inside, present: [at] };
}

export function toldInPassing(page: Page, { span, passage }: { readonly span: Told['span']; readonly passage: Passage }): Told | undefined {
  const { text, mentions, words, own, names } = page;
  const { before, after } = words.knowledge.passing;
  const end = Math.min(span[1], span[0] + OPENING);
  for (const { start, end: at, value } of words.encounters.all(text, span[0], end)) {
    if (value === 'none' || !before.some((word) => text.endsWith(word, start)) || !after.some((word) => text.startsWith(word, at))) continue;
    if (isPlanned(text, span, words)) return undefined;
    const inside = within(mentions, [span[0], span[1]]);
    const present = attendance(text, span, inside, start, words);
    const ours = (one: Mention) => one.kind === 'person' && (one.party === own || (!one.party && mayBeOwn(one, own, names, words)));
    const speaks = inside.findIndex((one) => one.span[0] >= at && ours(one) && words.speaks.at(text, one.span[1]) !== undefined);
    const other = present.some((i) => inside[i]?.party !== undefined && inside[i]?.party !== own);
    const both = present.some((i) => ours(inside[i] as Mention)) ? present : speaks < 0 ? [] : [...present, speaks];
    if (!other || both.length < 2) continue;
    return { span, passage, encounter: { kind: value, span: [start, at], reach: start }, mentions: inside, present: both };
  }
  return undefined;
}
