/**
 * The day of talks of which the text tells none, by the lines of the programme on the same page.
 *
 *   > 1 滞在日程 / 8月11日(水) / フセイン首相表敬 / カスーリ外務大臣と会談 … 2(1) カスーリ外務大臣より、…
 *     　　　　　　　＾＾＾＾＾ of all lines up to the next day
 *
 * 1 by the person met, or by the level that the name of the talks tells; 2 where the lines give two days, none is told.
 */
import type { DateMention, Participant } from '../../../record/reading.ts';
import type { Passage } from '../../outline.ts';
import type { Level } from '../knowledge.ts';
import type { Page } from '../page.ts';
import { bareEnd } from '../pages.ts';
import { mayBeOwn, samePerson } from '../parties/cast.ts';
import { guestOf } from '../parties/visiting.ts';
import { afterBrackets } from '../telling/encounters.ts';
import { levelNamed } from '../telling/level.ts';
import { isOfDay, isStretch, within } from '../telling/times.ts';
import { itemAt } from './programme.ts';

export interface Sought {
  readonly participants: readonly Participant[];
  readonly parties: readonly string[];
  /** By which the text names the talks, if it does. */
  readonly level?: Level | undefined;
}

/** No programme has more lines that name a meeting. */
const LINES = 400;

/** What a line of the programme names, with its day. */
interface Line {
  readonly day: DateMention;
  readonly level: Level | undefined;
  /** Persons of other parties than the own. */
  readonly people: readonly string[];
  /** Those of the own side whom a guest met. */
  readonly hosts: readonly string[];
  /** Countries besides the own. */
  readonly lands: readonly string[];
}

const known = new WeakMap<Page['outline'], readonly Line[]>();

/** @returns the date as the programme writes it. */
export function dayOnItinerary(page: Page, sought: Sought): DateMention | undefined {
  const lines = known.get(page.outline) ?? linesOf(page);
  known.set(page.outline, lines);
  const met = sought.participants.filter(({ party }) => party !== page.own);
  const ours = sought.participants.filter(({ party }) => party === page.own);
  let found: DateMention | undefined;
  for (const { day, level, people, hosts, lands } of lines) {
    if (lands.length > 0 && !lands.some((party) => sought.parties.includes(party))) continue;
    const isMet = people.some((name) => met.some((one) => samePerson(one.name, name)));
    const isHost = people.length === 0 && hosts.some((name) => ours.some((one) => samePerson(one.name, name)));
    const isNamed = people.length === 0 && sought.level !== undefined && level === sought.level;
    if (!isMet && !isHost && !isNamed) continue;
    if (found && found.edtf?.slice(0, 10) !== day.edtf?.slice(0, 10)) return undefined;
    found ??= day;
  }
  return found;
}

function linesOf(page: Page): Line[] {
  const { text, outline, dates, words, own, names, mentions } = page;
  const lines: Line[] = [];
  const guest = guestOf(page) !== undefined;
  let day: DateMention | undefined;
  for (const passage of outline.passages) {
    if (lines.length >= LINES) break;
    if (!isOfItinerary(page, passage)) continue;
    const { span } = passage;
    const days = within(dates, span).filter((date) => isOfDay(date) && !isStretch(date));
    day = days.at(-1) ?? day;
    if (!day || days.length > 1) continue;
    for (const { start, end, value } of words.encounters.all(text, span[0], span[1])) {
      if (value === 'none') continue;
      const item = itemAt(text, [span[0], start]);
      const named = within(mentions, [item, end]);
      const there = named.filter(({ kind }) => kind === 'person');
      const lands = named.flatMap(({ kind, party }) => (kind === 'party' && party && party !== own ? party : []));
      const ours = there.filter((one) => one.party === own || (guest && !one.party && mayBeOwn(one, own, names, words)));
      const people = there.flatMap((one) => (ours.includes(one) || !one.name ? [] : [one.name]));
      lines.push({ day, level: levelNamed(text, [item, end], words), people, hosts: guest ? ours.flatMap(({ name }) => name ?? []) : [], lands });
    }
  }
  return lines;
}

/** A line of a programme, and no sentence. */
function isOfItinerary(page: Page, passage: Passage): boolean {
  const { text, words } = page;
  return (
    passage.kind !== 'heading' &&
    !words.bare.stop.has(text.charCodeAt(bareEnd(text, passage.span) - 1)) &&
    (isUnderProgramme(page, passage) || isRow(page, passage))
  );
}

/** 11月6日(月曜日) | 外相会談 |: a row of a table that has its day first. */
function isRow({ text, dates }: Page, { span: [start, end] }: Passage): boolean {
  const [day] = within(dates, [start, Math.min(end, start + DAY)]);
  if (!day || day.span[0] !== start) return false;
  const at = afterBrackets(text, day.span[1], end);
  return text.slice(at, at + 2).trim() === '|';
}

/** The day that a row begins with ends within so many signs. */
const DAY = 24;

/** Whether a passage stands below the heading of a programme. */
export function isUnderProgramme({ text, pack }: Page, { headings }: Passage): boolean {
  const programmes = pack.speakers?.programmes ?? [];
  return headings.some((heading) => {
    const end = bareEnd(text, heading);
    return programmes.some((word) => end - word.length >= heading[0] && text.endsWith(word, end));
  });
}
