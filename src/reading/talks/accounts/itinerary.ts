/**
 * The day of talks of which the text tells none, by the lines of the programme on the same page.
 *
 *   > 1 滞在日程 / 8月11日(水) / フセイン首相表敬 / カスーリ外務大臣と会談 … 2(1) カスーリ外務大臣より、…
 *     　　　　　　　＾＾＾＾＾ of all lines up to the next day
 *
 * 1 by the person met, or by the level that the name of the talks tells; 2 where the lines give two days, none is told.
 */
import type { DateMention, Participant } from '../../../record/reading.ts';
import type { Level } from '../knowledge.ts';
import type { Page } from '../page.ts';
import { mayBeOwn, samePerson } from '../parties/cast.ts';
import { guestOf } from '../parties/visiting.ts';
import { itemsOf } from './lines.ts';

export interface Sought {
  readonly participants: readonly Participant[];
  readonly parties: readonly string[];
  /** By which the text names the talks, if it does. */
  readonly level?: Level | undefined;
}

/** What the programme names, with its day. */
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
  const { words, own, names } = page;
  const guest = guestOf(page) !== undefined;
  return itemsOf(page).flatMap(({ day, level, mentions }): Line[] => {
    if (!day) return [];
    const there = mentions.filter(({ kind }) => kind === 'person');
    const lands = mentions.flatMap(({ kind, party }) => (kind === 'party' && party && party !== own ? party : []));
    const ours = there.filter((one) => one.party === own || (guest && !one.party && mayBeOwn(one, own, names, words)));
    const people = there.flatMap((one) => (ours.includes(one) || !one.name ? [] : [one.name]));
    return [{ day, level, people, hosts: guest ? ours.flatMap(({ name }) => name ?? []) : [], lands }];
  });
}
