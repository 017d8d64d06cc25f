/**
 * An office, from its first field to its last word.
 *
 *   > サリバン米国家安全保障担当大統領補佐官
 *     　　　　　＾＾＾＾＾＾＾＾＾＾＾＾＾＾ fields 国家安全保障 担当 大統領, head 補佐官
 *   > 王毅国務委員兼外交部長
 *     　　＾＾＾＾＾＾＾＾＾ two heads joined
 */

import type { Found } from '../../language/scan.ts';
import { OFFICES } from '../../record/offices.generated.ts';
import type { Role } from '../../record/reading.ts';
import { fold, folded } from '../../text/fold.ts';
import type { Names, OfficePart } from './knowledge.ts';
import { isHan, isJoint, isKatakana, isLatin } from './scripts.ts';

export interface Office {
  readonly start: number;
  readonly end: number;
  readonly role: Role;
  /** The one party that has it, or the body it belongs to. */
  readonly party?: string;
  readonly former: boolean;
}

/** No office has more parts than this. */
const PARTS = 14;
const RANK = Object.keys(OFFICES) as Role[];
/** Roles in which the body named in the office is the party of its holder. */
const OF_BODY: readonly Role[] = ['organisation-head', 'foreign-minister', 'official', 'special-envoy', 'head-of-government', 'director-general'];

/** Roles that are those of a legislator in a parliament. */
const IN_PARLIAMENT: readonly Role[] = ['organisation-head', 'official'];

/** The office that begins at `start`, or undefined. Looks at a bounded number of words. */
export function officeAt(text: string, start: number, limit: number, names: Names): Office | undefined {
  let at = start;
  let end = -1;
  let role: Role | undefined;
  let foreign = false;
  let parliament = false;
  let inBody = false;
  let former = false;
  let pureField = false;
  let held = false;
  let linked = false;
  let attached = false;
  let party: string | undefined;
  // 副大統領兼官房長官: where the first of two offices ends, and the second begins
  let first = -1;
  let second = -1;
  for (let n = 0; n < PARTS && at < limit; n++) {
    const found = wholeHead(text, names.offices.at(text, at, limit), limit, names);
    if (found) {
      const { value } = found;
      if (value.none) break;
      if (value.former && !value.head && !value.field) {
        if (end >= 0 || n > 0) break;
        former = true;
        at = found.end;
        continue;
      }
      if (value.after && !value.head && !value.field) {
        if (end < 0 || end !== at) break;
        at = end = found.end;
        continue;
      }
      if (value.head) {
        const named = value.head === 'minister' && foreign ? 'foreign-minister' : value.head;
        const head = attached && named === 'foreign-minister' ? 'minister' : named;
        // 外務大臣兼法務大臣, 首相兼国防大臣: who holds another portfolio too is foreign minister, or leads, still
        const kept = held && ((role === 'foreign-minister' && head === 'minister') || role === 'head-of-government' || role === 'head-of-state');
        if (!kept) role = end >= 0 && joined(text, end, at, names) && role ? higher(role, head) : head;
        held = false;
        end = found.end;
        party = value.party ?? party;
      }
      if (value.parliament) parliament = true;
      if (value.foreign) foreign = true;
      else if (value.head) foreign = false;
      if (value.party) party = value.party;
      pureField = value.field === true && !value.head;
      // 外務・在外｜国民大臣: behind the first known word of a linked field more of it may be unknown
      linked &&= pureField && !endsInCharge(text, at, found.end, names);
      inBody = pureField && names.bodies.has(folded(text.slice(at, found.end)));
      at = found.end;
      continue;
    }
    // 外務大臣付｜国務長官: a minister who is attached to another
    if (end === at && names.attached.has(text.charCodeAt(at)) && names.offices.at(text, at + 1, limit)) {
      attached = true;
      at++;
      continue;
    }
    const charge = chargeAt(text, at, limit, names);
    if (charge >= 0) {
      at = charge;
      pureField = true;
      continue;
    }
    // 外交部境界・海洋事務司副司長, 副首相兼移住者担当大臣, 副首相兼文化｜遺産大臣: a part of the body or of a further office that is not known, up to the last word
    const beyond = n > 0 && (inBody || linked || (held && pureField)) ? headBeyond(text, at, limit, names) : -1;
    if (beyond >= 0) {
      at = beyond;
      inBody = false;
      linked = false;
      continue;
    }
    // 投資庁(NIA)副総裁
    const acronym = pureField && party === undefined ? afterAcronym(text, at, limit, names) : at;
    if (acronym > at && names.offices.at(text, acronym, limit)) {
      at = acronym;
      continue;
    }
    const link = pureField ? names.links.at(text, at, limit) : end === at ? names.joins.at(text, at, limit) : undefined;
    if (!link) break;
    if (end === at && first < 0) [first, second] = [end, link.end];
    held ||= end === at;
    at = link.end;
    pureField = false;
    linked = true;
  }
  if (end < 0 || !role) return undefined;
  // 王学｜軍大使
  if (role === 'ambassador' && names.nameEnds.has(text[start] as string) && isHan(text.charCodeAt(start - 1))) return undefined;
  if (parliament && IN_PARLIAMENT.includes(role)) role = 'legislator';
  // 部長(外相): the head of a section, or of a ministry, as the office in brackets says
  if (role === 'director-general') role = glossAt(text, end, limit, names) ?? role;
  const written = folded(text.slice(start, first >= 0 && first < end ? first : end));
  const told = onlyParty(written, names);
  // 国務長官兼外相: of a country only where both offices are
  const only = second >= 0 && second < end && told !== onlyParty(folded(text.slice(second, end)), names) ? undefined : told;
  const body = party && OF_BODY.includes(role) ? party : undefined;
  const of = only ?? body;
  return of ? { start, end, role, former, party: of } : { start, end, role, former };
}

/** 文化部長|官: a last word of an office that is the beginning of a longer one is that one. */
function wholeHead(text: string, found: Found<OfficePart> | undefined, limit: number, { offices }: Names): Found<OfficePart> | undefined {
  if (!found?.value.head || found.end - found.start <= HEAD_END) return found;
  const longer = offices.at(text, found.end - HEAD_END, limit);
  return longer?.value.head && longer.end > found.end ? { ...longer, start: found.start } : found;
}

/** The shortest last word of an office that a longer one begins with: 部長, of 部長官. */
const HEAD_END = 2;

/** The role of an office that stands alone in brackets. */
function glossAt(text: string, at: number, limit: number, names: Names): Role | undefined {
  const found = names.open.has(text.charCodeAt(at)) ? names.offices.at(text, at + 1, limit) : undefined;
  return found && names.close.has(text.charCodeAt(found.end)) ? found.value.head : undefined;
}

/** 欧州連合(EU): behind the short name in brackets. */
export function afterAcronym(text: string, at: number, end: number, names: Names): number {
  if (!names.open.has(text.charCodeAt(at))) return at;
  let i = at + 1;
  while (i < end && i < at + 12 && isLatin(text.charCodeAt(i))) i++;
  return i > at + 1 && names.close.has(text.charCodeAt(i)) ? i + 1 : at;
}

/** An unknown part of an office has no more signs. */
const UNKNOWN = 10;

/**
 * Where the next known part of an office begins behind a run of Han signs and joints; -1 where none does. Katakana may be a name, and is
 * a part of the office only where it is said to be in somebody's charge: 外務・ディアスポラ｜担当長官.
 */
export function headBeyond(text: string, at: number, limit: number, names: Names): number {
  let foreign = false;
  for (let i = at; i < limit && i - at < UNKNOWN; i++) {
    const found = i > at ? names.offices.at(text, i, limit)?.value : undefined;
    if (found?.head || found?.field) return found.none || (foreign && !names.charge.at(text, i, limit)) ? -1 : i;
    const unit = text.charCodeAt(i);
    if (isKatakana(unit)) foreign = true;
    else if (!isHan(unit) && !isJoint(unit)) return -1;
  }
  return -1;
}

/** A country that the holder deals with, as a field of the office: 北朝鮮担当, 在外モロッコ人. */
function chargeAt(text: string, at: number, limit: number, names: Names): number {
  const found = names.terms.at(text, at, limit);
  if (!found?.value.country) return -1;
  const people = names.nationals.at(text, found.end, limit);
  if (people) return people.end;
  const charge = names.charge.at(text, found.end, limit);
  return charge ? (names.offices.at(text, found.end, limit)?.value.field ? found.end : -1) : -1;
}

/** 特命担当, 復興担当: behind it stands an office or a name, and no more of the field. */
function endsInCharge(text: string, start: number, end: number, names: Names): boolean {
  for (let i = start; i < end; i++) if (names.charge.at(text, i, end)?.end === end) return true;
  return false;
}

function joined(text: string, from: number, to: number, names: Names): boolean {
  return names.joins.at(text, from, to)?.end === to;
}

function higher(a: Role, b: Role): Role {
  // 副首相兼外務大臣: the portfolio counts
  if (a === 'deputy-head' && b === 'foreign-minister') return b;
  return RANK.indexOf(a) <= RANK.indexOf(b) ? a : b;
}

/** The longest ending of the office that only one party has: 外務大臣政務官 ends in 大臣政務官. */
function onlyParty(office: string, names: Names): string | undefined {
  for (let i = 0; i < office.length; i++) {
    const party = names.only.get(office.slice(i));
    if (party !== undefined) return party || undefined;
  }
  return undefined;
}

/** Where capital letters that a foreign name runs into begin that end at `at`; `at` where none do. */
export function lettersBefore(text: string, at: number, floor: number): number {
  let i = at;
  while (i > floor && at - i < LETTERS && isCapital(text.charCodeAt(i - 1))) i--;
  return at - i > 1 && i > floor && isKatakana(text.charCodeAt(i - 1)) ? i : at;
}

/** The short name of a body has no more letters. */
const LETTERS = 8;

function isCapital(unit: number): boolean {
  const plain = fold(unit);
  return plain >= 0x41 && plain <= 0x5a;
}
