/** Who is to visit: the person or the office that the words name, else the one who speaks or is spoken to. Never more than they tell. */
import type { MetExtract, PromiseExtract } from '../record/extract.ts';
import { OFFICES, type Role } from '../record/offices.generated.ts';
import { searchForm } from '../text/search-form.ts';

export interface Visitor {
  /** named: by the words; speaker: who says so means to come; hearer: who is invited to the face; holder: who held the office named; level: that of the talks. */
  readonly how: 'named' | 'speaker' | 'hearer' | 'holder' | 'level' | 'mission';
  readonly name?: string;
  /** Id of the person across documents. */
  readonly person?: string;
  readonly role?: string;
  readonly level?: string;
}

export type Likeness = 'same' | 'other' | 'unknown';

/**
 * @param party the visiting side. @param invitation that the visit answers, or the invitation alone. @param met the talks at which it was told.
 */
export function visitorOf(
  party: string,
  visit: PromiseExtract | undefined,
  invitation: PromiseExtract | undefined,
  met: MetExtract | undefined,
): Visitor {
  if (visit?.rule.endsWith('/visit-mission')) return { how: 'mission' };
  const present = met?.participants.filter((one) => one.party === party) ?? [];
  const named = [visit?.visitor, invitation?.visitor].find((one) => one?.name !== undefined || one?.role !== undefined);
  if (named?.name !== undefined) return filled({ how: 'named', ...named });
  if (named?.role !== undefined) {
    const holders = present.filter(({ role }) => role === named.role);
    const [holder] = holders;
    return filled(
      holders.length === 1 && holder ? { how: 'holder', name: holder.name, role: named.role, ...id(holder) } : { how: 'named', role: named.role },
    );
  }
  const speaker = visit && speakerOf(visit, party);
  const speaking = speaker !== undefined ? present.find(({ name }) => likeness({ name }, { name: speaker }) === 'same') : undefined;
  if (speaking) return filled({ how: 'speaker', name: speaking.name, ...(speaking.role && { role: speaking.role }), ...id(speaking) });
  if (speaker !== undefined) return { how: 'speaker', name: speaker };
  const heads = present.filter(({ role }) => role !== undefined && levelOf(role) === met?.level);
  const [head] = heads;
  if (invitation && heads.length === 1 && head) return filled({ how: 'hearer', name: head.name, ...(head.role && { role: head.role }), ...id(head) });
  return met?.level && met.level !== 'other' ? { how: 'level', level: met.level } : { how: 'level' };
}

/** The person of the visiting side who says alone that he means to come. */
function speakerOf({ tellings, by }: PromiseExtract, party: string): string | undefined {
  if (by.length !== 1 || by[0] !== party) return undefined;
  for (const { mode, speakers } of tellings) {
    const [speaker] = speakers;
    if (mode === 'one' && speakers.length === 1 && speaker?.party === party && speaker.person !== undefined) return speaker.person;
  }
  return undefined;
}

function id({ person }: { readonly person?: string }): { person?: string } {
  return person === undefined ? {} : { person };
}

function filled(visitor: Visitor): Visitor {
  const level = visitor.role === undefined ? undefined : levelOf(visitor.role);
  return { ...visitor, ...(level && { level }) };
}

export function levelOf(role: string): string | undefined {
  return OFFICES[role as Role]?.level;
}

interface Named {
  readonly name?: string;
  readonly person?: string;
}

/** Whether two names are of one person; unknown where they stand in two scripts and nobody has said that they are one. */
export function likeness(one: Named, other: Named): Likeness {
  if (one.person !== undefined && one.person === other.person) return 'same';
  if (one.name === undefined || other.name === undefined) return 'unknown';
  const [a, b] = [formOf(one.name), formOf(other.name)];
  if (a === '' || b === '') return 'unknown';
  if (a === b || a.startsWith(b) || b.startsWith(a) || a.endsWith(b) || b.endsWith(a)) return 'same';
  return scriptOf(a) === scriptOf(b) ? 'other' : 'unknown';
}

/** A relation speaks of a few hundred names again and again. */
const forms = new Map<string, string>();
const MOST = 4_096;

function formOf(name: string): string {
  const known = forms.get(name);
  if (known !== undefined) return known;
  const form = searchForm(name).form.replace(/[\s\u00b7\u30fb\uff65=\uff1d.]+/g, '');
  if (forms.size >= MOST) forms.clear();
  forms.set(name, form);
  return form;
}

function scriptOf(name: string): string {
  const unit = name.charCodeAt(0);
  if (unit >= 0x3400 && unit <= 0x9fff) return 'han';
  if (unit >= 0x3041 && unit <= 0x30ff) return 'kana';
  if (unit >= 0x400 && unit <= 0x52f) return 'cyrillic';
  if (unit >= 0xac00 && unit <= 0xd7a3) return 'hangul';
  return 'latin';
}

/** Whether two visitors can be one; where only one is named, they are of one office or level. */
export function mayBeSame(one: Visitor, other: Visitor): boolean {
  if (one.how === 'mission' || other.how === 'mission') return one.how === other.how;
  if (one.name !== undefined && other.name !== undefined) {
    if (likeness(one, other) !== 'same') return false;
    return one.level === undefined || other.level === undefined || one.level === other.level;
  }
  if (one.role !== undefined && other.role !== undefined) return one.role === other.role;
  return one.level !== undefined && one.level === other.level;
}

/** Of two tellings, what is known of the visitor. */
export function moreOf(one: Visitor, other: Visitor): Visitor {
  if (one.name === undefined && other.name !== undefined) return other;
  if (one.name === other.name && one.role === undefined && other.role !== undefined) return { ...one, ...other, how: one.how };
  return one;
}

/** By which the visitor is known among those who met; a code that says why not, where none of them is. */
export function found(visitor: Visitor, party: string, met: MetExtract): 'visit-by-person' | 'visit-by-level' | WhyNot {
  if (visitor.how === 'mission') return 'visitor-unknown';
  const present = met.participants.filter((one) => one.party === party);
  if (visitor.name !== undefined) {
    const levelled = present.filter(({ role }) => role !== undefined && levelOf(role) === visitor.level);
    const same = present.filter((one) => likeness(visitor, one) === 'same');
    if (same.some(({ role }) => role === undefined || visitor.level === undefined || levelOf(role) === visitor.level)) return 'visit-by-person';
    if (same.length > 0) return 'other-office';
    if (levelled.some((one) => likeness(visitor, one) === 'unknown')) return 'name-in-other-script';
    return levelled.length > 0 ? 'other-person' : 'other-level';
  }
  if (visitor.role !== undefined) return present.some(({ role }) => role === visitor.role) ? 'visit-by-level' : 'other-level';
  if (visitor.level === undefined) return 'visitor-unknown';
  return present.some(({ role }) => role !== undefined && role !== 'deputy-head' && levelOf(role) === visitor.level)
    ? 'visit-by-level'
    : 'other-level';
}

/** The same of a visit that a readout tells of: the person named, or the office where the promise names no person. */
export function toldOf(
  visitor: Visitor,
  told: { readonly name?: string; readonly role?: string; readonly person?: string },
  party: boolean,
): 'visit-told' | WhyNot {
  if (visitor.how === 'mission') return 'visitor-unknown';
  const level = told.role === undefined ? undefined : levelOf(told.role);
  if (visitor.name !== undefined) {
    if (told.name === undefined)
      return level !== undefined && visitor.level !== undefined && level !== visitor.level ? 'other-level' : 'visitor-unknown';
    const same = likeness(visitor, told);
    if (same === 'other') return 'other-person';
    if (same === 'unknown') return 'name-in-other-script';
    return level === undefined || visitor.level === undefined || level === visitor.level ? 'visit-told' : 'other-office';
  }
  // an office is one of a side only where the page says of which
  if (!party || told.role === undefined) return 'visitor-unknown';
  if (visitor.role !== undefined) return told.role === visitor.role ? 'visit-told' : 'other-level';
  if (visitor.level === undefined) return 'visitor-unknown';
  return told.role !== 'deputy-head' && level === visitor.level ? 'visit-told' : 'other-level';
}

export type WhyNot =
  | 'visitor-unknown'
  | 'other-person'
  | 'other-office'
  | 'other-level'
  | 'name-in-other-script'
  | 'event'
  | 'transit'
  | 'several-parties'
  | 'before-window'
  | 'after-window'
  | 'several-chains'
  | 'time-unclear'
  | 'level-unknown';
