/**
 * The day of talks of which the text tells none, by the lines of the programme on the same page.
 *
 *   > 1 滞在日程 / 8月11日(水) / フセイン首相表敬 / カスーリ外務大臣と会談 … 2(1) カスーリ外務大臣より、…
 *     　　　　　　　＾＾＾＾＾ of all lines up to the next day
 *
 * 1 by the person met, or by the level that the name of the talks tells; 2 where the lines give two days, none is told.
 */
import type { DateMention, Participant } from '../../record/reading.ts';
import type { Passage } from '../outline.ts';
import { samePerson } from './cast.ts';
import { encounterNamed } from './encounters.ts';
import type { Level } from './knowledge.ts';
import { levelNamed } from './level.ts';
import type { Page } from './page.ts';
import { bareEnd } from './pages.ts';
import { isOfDay, isStretch, within } from './times.ts';

export interface Sought {
  readonly participants: readonly Participant[];
  /** By which the text names the talks, if it does. */
  readonly level?: Level | undefined;
}

/** No programme has more lines that name a meeting. */
const LINES = 400;

/** A line of the programme that names a meeting, with its day. */
interface Line {
  readonly day: DateMention;
  readonly level: Level | undefined;
  /** Persons of other parties than the own. */
  readonly people: readonly string[];
}

const known = new WeakMap<Page['outline'], readonly Line[]>();

/** @returns the date as the programme writes it. */
export function dayOnItinerary(page: Page, sought: Sought): DateMention | undefined {
  const lines = known.get(page.outline) ?? linesOf(page);
  known.set(page.outline, lines);
  const met = sought.participants.filter(({ party }) => party !== page.own);
  let found: DateMention | undefined;
  for (const { day, level, people } of lines) {
    const isMet = people.some((name) => met.some((one) => samePerson(one.name, name)));
    const isNamed = people.length === 0 && sought.level !== undefined && level === sought.level;
    if (!isMet && !isNamed) continue;
    if (found && found.edtf?.slice(0, 10) !== day.edtf?.slice(0, 10)) return undefined;
    found ??= day;
  }
  return found;
}

function linesOf(page: Page): Line[] {
  const { text, outline, dates, words, own } = page;
  const lines: Line[] = [];
  let day: DateMention | undefined;
  for (const passage of outline.passages) {
    if (lines.length === LINES) break;
    if (!isOfItinerary(page, passage)) continue;
    const days = within(dates, passage.span).filter((date) => isOfDay(date) && !isStretch(date));
    day = days.at(-1) ?? day;
    const named = day && days.length < 2 ? encounterNamed(text, passage.span, words) : undefined;
    if (!day || !named) continue;
    const people = within(page.mentions, passage.span).flatMap(({ kind, party, name = '' }) => (kind === 'person' && party !== own ? [name] : []));
    lines.push({ day, level: levelNamed(text, [passage.span[0], named.span[1]], words), people });
  }
  return lines;
}

/** A line of a programme: below a heading that ends so, and no sentence. */
function isOfItinerary({ text, words, pack }: Page, { kind, span, headings }: Passage): boolean {
  const programmes = pack.speakers?.programmes ?? [];
  if (kind === 'heading' || headings.length === 0 || programmes.length === 0) return false;
  if (words.bare.stop.has(text.charCodeAt(bareEnd(text, span) - 1))) return false;
  return headings.some((heading) => {
    const end = bareEnd(text, heading);
    return programmes.some((word) => end - word.length >= heading[0] && text.endsWith(word, end));
  });
}
