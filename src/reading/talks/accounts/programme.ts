/**
 * The day and the persons of talks of a visit, where its programme tells them and what was said stands in a section of its own.
 *
 *   > 1 日程概要 … 29日夕刻より西園総理との首脳会談及び夕食会が行われた。 … 2 首脳会談概要 … 両首脳は、…で一致
 *     　　　　　　　＾＾　　　　＾＾＾＾　　＾＾＾＾ told
 *
 * 1 only of a guest's visit or a journey, and only by the level that the section has: a programme lists many; 2 without a day nothing is told.
 */
import { isComma, isStop } from '../../../language/abilities/head-final.ts';
import type { DateMention } from '../../../record/reading.ts';
import { type Span, trimmed } from '../../../text/span.ts';
import type { Sentence } from '../../sentences.ts';
import type { Account } from '../account.ts';
import type { Level } from '../knowledge.ts';
import type { Page } from '../page.ts';
import { attendance } from '../telling/attendance.ts';
import { afterBrackets, type Encounter, encounterTold, isPlanned } from '../telling/encounters.ts';
import { levelNamed } from '../telling/level.ts';
import { isDayTold, isOfDay, isStretch, within } from '../telling/times.ts';
import { isTelling, type Told } from '../telling/told.ts';

/** A programme has no more sentences than this. */
const LONG = 40;

/** The account with what a programme above it tells of its talks, where nothing in it does. */
export function withProgramme(page: Page, account: Account): Account {
  const { title, named, told, first } = account;
  const level = title && named && levelNamed(page.text, [title[0], named.span[1]], page.words);
  const found = told || !level || hasDay(page, title) ? undefined : programmed(page, first, level);
  return found ? { ...account, ...asProgrammed(page, found) } : account;
}

/** What an account takes over from a programme. */
export function asProgrammed({ text, words }: Page, told: Told): Pick<Account, 'told' | 'programme'> {
  const { span, encounter } = told;
  const held = encounterTold(text, [encounter.span[0], span[1]], words)?.span[0] === encounter.span[0];
  return { told, programme: held ? 'passage' : 'list' };
}

/**
 * The sentence of a programme that names talks of this level with their day.
 * @param before the passage in front of which it stands.
 */
export function programmed(page: Page, before: number, level: Level): Told | undefined {
  const { text, sentences, words } = page;
  let seen = 0;
  let last: Sentence | undefined;
  /** The line of a list that has a day: 3月14日(木) / 竹中大臣表敬、西園総理との首脳会談. */
  let dated: DateMention | undefined;
  for (const sentence of sentences) {
    const { span, passage } = sentence;
    if (!isTelling(passage)) continue;
    if (passage.index >= before || seen++ > LONG) return undefined;
    const encounter = isPlanned(text, span, words) ? undefined : ofLevel(page, span, level);
    const line = !words.bare.stop.has(text.charCodeAt(trimmed(text, span)[1] - 1));
    if (!line) dated = undefined;
    else if (hasDay(page, span)) dated = within(page.dates, span).find(isOfDay);
    // 西園総理は、11月22日、チリを公式訪問。某大統領と首脳会談。: the day of the sentence before
    const from =
      encounter && last?.passage === passage && !hasDay(page, [span[0], encounter.reach]) && isShort(page, sentence) ? last.span[0] : span[0];
    last = sentence;
    if (!encounter) continue;
    const day = hasDay(page, [from, encounter.reach]) ? undefined : dated;
    if (!day && !hasDay(page, [from, encounter.reach])) continue;
    const whole: Span = [from, span[1]];
    const inside = within(page.mentions, whole);
    // 議長との会談、日本・トルコ首脳会談: who is named in a list belongs to the words between two commas
    const item = line ? itemAt(text, [span[0], encounter.span[0]]) : whole[0];
    const present = attendance(text, whole, inside, encounter.span[0], words).filter((i) => (inside[i]?.span[0] ?? 0) >= item);
    return { span: whole, passage, encounter, mentions: inside, present, ...(day && { day }) };
  }
  return undefined;
}

/** Where the item of a list begins that ends here: behind the last comma. */
export function itemAt(text: string, [start, end]: Span): number {
  for (let i = end; i > start; i--) if (isComma(text.charCodeAt(i - 1))) return i;
  return start;
}

/** The name of talks of this level, done or in a list of what was done: 首脳会談及び夕食会が行われ, none: 首脳会談前には. */
function ofLevel({ text, words }: Page, [start, end]: Span, level: Level): Encounter | undefined {
  for (const found of words.encounters.all(text, start, end)) {
    if (found.value === 'none' || levelNamed(text, [found.start, found.end], words) !== level) continue;
    const at = afterBrackets(text, found.end, end);
    const goesOn =
      at > found.end ||
      words.lists.at(text, at, end) ||
      words.inside.at(text, at, end) ||
      at >= trimmed(text, [start, end])[1] ||
      isStop(text.charCodeAt(at));
    if (goesOn || encounterTold(text, [found.start, end], words)?.span[0] === found.start)
      return { kind: found.value, span: [found.start, found.end], reach: at > found.end ? at : found.start };
  }
  return undefined;
}

/** Whether one day is told, and not those of a stay. */
function hasDay({ dates }: Page, span: Span): boolean {
  const days = within(dates, span).filter((date) => isOfDay(date) || isDayTold(date));
  return days.length > 0 && !days.some(isStretch) && new Set(days.map(({ edtf = '' }) => edtf.slice(0, 10))).size === 1;
}

/** Signs of a sentence that says with whom talks were, and no more. */
const SHORT = 30;

function isShort({ text }: Page, { span }: Sentence): boolean {
  const [start, end] = trimmed(text, span);
  return end - start <= SHORT;
}
