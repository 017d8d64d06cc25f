/**
 * Whose talks they were: those named in the sentence that tells them, with the side each belongs to.
 *
 *   > The Prime Minister spoke to President Moe of Norway.
 *     ^^^^^^^^^^^^^^^^^^          ^^^^^^^^^^^^^^^^^^^^^^^
 *     of the side that publishes  of the other
 *
 * 1 a side comes from the words beside the name, or elsewhere on the page, or from whose page it is, and says by which rule;
 * 2 an office without a name before the verb belongs to the publisher, and is nobody's name.
 */
import type { Mention } from '../../../record/reading.ts';
import { ONE } from '../../talks/parties/cast.ts';
import { alike, type Person, partsOf } from './cast.ts';
import type { Telling } from './telling.ts';
import type { Titled } from './title.ts';

export interface Casting {
  readonly persons: readonly Person[];
  /** The publisher's own first. */
  readonly parties: readonly string[];
}

/** @param own the party that publishes, or at whose home the page is. @param rule how that is known. @param guest whom the page pairs with that side, where nobody who met has another. @param given all mentions of the page. */
export function castOf(
  telling: Telling | undefined,
  titled: Titled | undefined,
  given: readonly Mention[],
  own: string | undefined,
  rule = 'talks/publisher',
  guest?: string,
): Casting {
  const persons: Person[] = [];
  const parties = new Set<string>();
  const unnamed = telling !== undefined && ![...telling.before, ...telling.behind].some(({ name }) => name);
  if (telling) {
    takeAll(telling.before, 'subject');
    takeAll(telling.behind, 'object');
  }
  if (titled) fromTitle(titled);
  fromElsewhere();
  if (titled) sidesOfTitle(titled);
  settle();
  const named = persons.flatMap(({ party }) => party ?? []);
  const known = [...new Set([...named, ...parties])];
  const ordered = own && known.includes(own) ? [own, ...known.filter((party) => party !== own)] : known;
  if (own && !known.includes(own) && telling && (ordered.length < 2 || !persons.some(({ side, party }) => side === 'subject' && party)))
    ordered.unshift(own);
  return { persons, parties: ordered };

  function takeAll(mentions: readonly Mention[], side: Person['side']): void {
    for (const mention of mentions) {
      if (mention.kind === 'person' || mention.kind === 'office') take(mention, side);
      else if (mention.party) parties.add(mention.party);
    }
  }

  function take(mention: Mention, side: Person['side']): void {
    if (!mention.name) {
      if (mention.party) parties.add(mention.party);
      const ours = side === 'subject' && own && (mention.party ?? own) === own;
      // the British Prime Minister, whom nobody names: later the Prime Minister
      const other = unnamed && mention.kind === 'office' && mention.party !== undefined && !persons.some(({ party }) => party === mention.party);
      if (ours || other) enter(mention, side, new Set());
      return;
    }
    const parts = partsOf(mention.name);
    const known = persons.find((person) => alike(person.parts, parts));
    if (!known) {
      enter(mention, side, parts);
      return;
    }
    if (parts.size > known.parts.size) {
      known.name = mention.name;
      for (const part of parts) known.parts.add(part);
    }
    learn(known, mention);
  }

  function enter(mention: Mention, side: Person['side'], parts: Set<string>): void {
    persons.push({
      name: mention.name ?? '',
      party: mention.party,
      office: mention.office,
      role: mention.role,
      side,
      mention,
      offices: new Set(mention.office ? [mention.office.toLowerCase()] : []),
      parts,
      spans: [],
    });
  }

  /** Those whom the telling sentence does not name, the title may. */
  function fromTitle({ before, behind, with: joined }: Titled): void {
    // Prime Minister Lund speaks with …: whom the sentence calls by the office alone
    for (const { name, office } of before) {
      const bare = name && office && persons.find((person) => !person.name && person.side === 'subject' && person.offices.has(office.toLowerCase()));
      if (!bare) continue;
      bare.name = name;
      for (const part of partsOf(name)) bare.parts.add(part);
    }
    const count = persons.filter(({ name }) => name).length;
    if (telling && count >= 2 && persons.every(({ party }) => party !== undefined)) return;
    if (telling && count >= 2) {
      for (const mention of [...before, ...behind]) {
        const known = knownAs(mention);
        if (!known) continue;
        known.party ??= mention.party;
        known.role ??= mention.role;
      }
      return;
    }
    if (count === 0 || !persons.some(({ side }) => side === 'subject')) takeAll(before, 'subject');
    if (joined && (count === 0 || !persons.some(({ side }) => side === 'object'))) takeAll(behind, 'object');
  }

  /** The words elsewhere tell whose minister somebody is. */
  function fromElsewhere(): void {
    const longer = new Map<Person, Set<string>>();
    for (const mention of given) {
      const known = knownAs(mention) ?? onlyOne(mention);
      if (!known) continue;
      learn(known, mention);
      if (mention.name && partsOf(mention.name).size > known.parts.size && (mention.party ?? known.party) === known.party)
        longer.set(known, (longer.get(known) ?? new Set()).add(mention.name));
    }
    // Minister Lund, whom the page calls Ada Lund once; nobody where it knows two of that name
    for (const [person, names] of longer) {
      const [name = ''] = names;
      if (names.size !== 1 || person.parts.size === 0) continue;
      person.name = name;
      for (const part of partsOf(name)) person.parts.add(part);
    }
  }

  /** The President of Russia: the one of that side of whom no office is told. */
  function onlyOne({ kind, name, party }: Mention): Person | undefined {
    if (kind !== 'office' || name || !party) return undefined;
    const of = persons.filter((person) => person.party === party || (person.party === undefined && person.side === 'subject' && party === own));
    return of.length === 1 && of[0]?.name && !of[0].office ? of[0] : undefined;
  }

  function knownAs({ name }: Mention): Person | undefined {
    if (!name) return undefined;
    const parts = partsOf(name);
    return persons.find((person) => alike(person.parts, parts));
  }

  function learn(person: Person, mention: Mention): void {
    person.party ??= mention.party;
    person.role ??= mention.role;
    person.office ??= mention.office;
    if (mention.office) person.offices.add(mention.office.toLowerCase());
  }

  /** Japan-Chile Foreign Ministers' Meeting: the title names both. */
  function sidesOfTitle({ before, behind, with: joined }: Titled): void {
    const named = new Set(before.flatMap(({ kind, party }) => (kind === 'party' && party ? [party] : [])));
    if (named.size > 1 || (named.size === 1 && !joined && behind.length > 0)) {
      for (const party of named) parties.add(party);
      for (const person of persons) {
        if (person.party !== undefined) continue;
        const free = [...named].filter((party) => !persons.some((other) => other.party === party));
        if (free.length !== 1) continue;
        person.party = free[0];
        person.rule = 'talks/party-left';
      }
    }
    // British Foreign Secretary meets …: whose the office is, the title says
    for (const person of persons) {
      const office = person.office?.toLowerCase();
      const same = before.find((mention) => mention.party && office && mention.office?.toLowerCase() === office);
      if (person.party === undefined && same) {
        person.party = same.party;
        person.rule = 'talks/office-in-title';
      }
    }
  }

  /** Whether a side has its one of such an office: two heads of government are of two countries. */
  function hasOne({ role }: Person, side: string): boolean {
    return role !== undefined && ONE.includes(role) && persons.some((other) => other.party === side && other.role === role);
  }

  /** Whom no words give a side: before the verb the publisher's, behind it the other of two. */
  function settle(): void {
    const guests = persons.filter(({ side }) => side === 'subject');
    const others = new Set([...persons.flatMap(({ party }) => party ?? []), ...parties].filter((party) => party !== own));
    const placed = new Set(persons.filter(({ party }) => party !== undefined).map(({ side }) => side));
    // Mr Lund and Mr Moe held talks: of two sides, and nobody says who of which
    const bare = persons.filter(({ side, party, role }) => side === 'subject' && party === undefined && role === undefined);
    const apart = bare.length > 1 && bare.length === persons.length && others.size > 0;
    for (const person of persons) {
      if (person.party !== undefined || apart) continue;
      // who is called on by somebody from abroad is at home, and so is who met somebody from abroad where both are named alike: between them
      const foreign = (of: readonly Person[]) => of.length > 0 && of.every(({ party }) => party !== undefined && party !== own);
      const host = person.side === 'object' && foreign(guests.length > 0 ? guests : persons.filter((other) => other !== person));
      const [other] = others.size === 1 ? others : others.size === 0 && guest ? [guest] : [];
      if ((person.side === 'subject' || host) && own && !hasOne(person, own)) {
        person.party = own;
        person.rule = rule;
      } else if (other && !hasOne(person, other) && !persons.some((one) => one !== person && one.side !== person.side && one.party === other)) {
        person.party = other;
        person.rule = others.has(other) ? 'talks/other-of-two' : 'talks/paired';
      } else if (others.size > 1 && !placed.has(person.side)) {
        // of three sides one is left only where nobody beside the person has it
        const across = persons.filter(({ side, party }) => side !== person.side && party !== undefined);
        const free = [...others].filter((party) => !across.some((one) => one.party === party));
        if (free.length !== 1) continue;
        person.party = free[0] as string;
        person.rule = 'talks/other-of-two';
      }
    }
    for (const person of persons)
      if (person.role === 'other' && person.side === 'object')
        person.role = (persons.find(({ side }) => side === 'subject') ?? persons.find(({ role }) => role !== 'other'))?.role ?? 'other';
  }
}
