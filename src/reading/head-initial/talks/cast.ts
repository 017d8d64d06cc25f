/** Who of those whom a page names took part in talks, and where else on the page they are meant. */
import type { Mention, Role } from '../../../record/reading.ts';
import { ONE } from '../../talks/parties/cast.ts';

export interface Person {
  name: string;
  party?: string | undefined;
  rule?: string;
  office?: string | undefined;
  role?: Role | undefined;
  readonly side: 'subject' | 'object';
  readonly mention: Mention;
  readonly offices: Set<string>;
  readonly parts: Set<string>;
  readonly spans: [number, number][];
}

type Sided = Person & { party: string };

export const partsOf = (name: string): Set<string> =>
  new Set(
    // António and Antonio are one
    name
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .split(/[\s-]+/)
      .filter((part) => part.length > 2 || (part.length > 1 && !part.endsWith('.'))),
  );

/** Whether one name holds all parts of the other. */
export function alike(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  const [small, big] = a.size <= b.size ? [a, b] : [b, a];
  if (small.size === 0) return false; // without a name
  for (const part of small) if (!big.has(part)) return false;
  return true;
}

/** Mentions with the parties that the cast tells, and the cast with the places where it is named. @param part the stretch that is theirs. @param strangers who met, without a side. */
export function fill(
  given: readonly Mention[],
  cast: readonly Sided[],
  parties: readonly string[],
  own: string | undefined,
  [from, to]: readonly [number, number],
  strangers: readonly Person[] = [],
): Mention[] {
  const others = sidedElsewhere(given, parties);
  return given.map((mention): Mention => {
    if ((mention.kind !== 'person' && mention.kind !== 'office') || mention.span[0] < from || mention.span[0] >= to) return mention;
    // of one whose side nobody knows
    if (!mention.name && !mention.party && strangers.some(({ offices }) => offices.has((mention.office ?? '').toLowerCase()))) return mention;
    const person = mention.name ? named(mention, cast) : held(mention, cast, parties, own);
    if (!person) return elsewhere(mention, others);
    person.spans.push([mention.span[0], mention.span[1]]);
    if (mention.party) return mention;
    const rule = person.rule ?? (mention.name ? 'mentions/named-before' : 'mentions/office-of-cast');
    const role = mention.role && mention.role !== 'minister' && mention.role !== 'other' ? mention.role : person.role;
    return { ...mention, party: person.party, basis: 'inferred', rule, ...(role && { role }) };
  });
}

/** Persons whose side the page tells, though they are not told to have met: by each part of the name, each name once. */
function sidedElsewhere(given: readonly Mention[], parties: readonly string[]): ReadonlyMap<string, readonly Mention[]> {
  const seen = new Set<string>();
  const found = new Map<string, Mention[]>();
  for (const mention of given) {
    const { kind, name, party } = mention;
    if (kind !== 'person' || !name || !party || !parties.includes(party) || seen.has(`${party} ${name}`)) continue;
    seen.add(`${party} ${name}`);
    for (const part of partsOf(name)) {
      const list = found.get(part);
      if (list) list.push(mention);
      else found.set(part, [mention]);
    }
  }
  return found;
}

/** Mr Mori, whom the page has named before as a former prime minister of Japan; of two sides, nobody's. */
function elsewhere(mention: Mention, others: ReadonlyMap<string, readonly Mention[]>): Mention {
  if (mention.kind !== 'person' || mention.party || !mention.name) return mention;
  const parts = partsOf(mention.name);
  const [part = ''] = parts;
  const known = (others.get(part) ?? []).filter(({ name, span }) => span[0] < mention.span[0] && alike(partsOf(name ?? ''), parts));
  const [first] = known;
  if (!first?.party || known.some(({ party }) => party !== first.party)) return mention;
  return {
    ...mention,
    party: first.party,
    basis: 'inferred',
    rule: 'mentions/named-before',
    ...(first.role && !mention.role && { role: first.role }),
  };
}

function named({ name, party }: Mention, cast: readonly Sided[]): Sided | undefined {
  const parts = partsOf(name ?? '');
  return cast.find((person) => alike(person.parts, parts) && (party === undefined || party === person.party));
}

/** Who of those who met has the office that is named alone: the Secretary, the Foreign Minister. */
function held(mention: Mention, cast: readonly Sided[], parties: readonly string[], own: string | undefined): Sided | undefined {
  const office = (mention.office ?? '').toLowerCase();
  const of = mention.party ? cast.filter(({ party }) => party === mention.party) : cast;
  const only = (found: readonly Sided[]) => (found.length === 1 ? found[0] : undefined);
  const exact = of.filter(({ offices }) => offices.has(office));
  // where both have it, the publisher calls its own by the office alone
  if (exact.length > 0) return only(exact) ?? only(exact.filter(({ party }) => party === own)) ?? (mention.party ? exact[0] : undefined);
  const wanted = office.split(/\s+/);
  const subset = of.filter(({ offices }) => [...offices].some((one) => wanted.every((word) => one.split(/[\s,]+/).includes(word))));
  const best =
    only(subset) ??
    only(subset.filter(({ offices }) => [...offices].some((one) => one.startsWith(office)))) ??
    (parties.every((party) => cast.some((person) => person.party === party)) ? only(of.filter(({ role }) => role === mention.role)) : undefined) ??
    (mention.role &&
      ONE.includes(mention.role) &&
      only(of.filter(({ role, party }) => role === mention.role && (own === undefined || party === own))));
  // of one word only where nobody of another side may be meant too
  return best && (wanted.length > 1 || subset.length <= 1 || parties.length === 1 || [...best.offices].some((one) => one.startsWith(office)))
    ? best
    : undefined;
}
