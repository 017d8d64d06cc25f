/**
 * Who is who on the page: later and shorter mentions get the party and the role of the person they name.
 *
 *   > 前原外務大臣は、ラヴロフ・ロシア外務大臣と会談した。… 前原大臣から、… ラヴロフ外相も …
 *                                                  ＾＾＾＾ JP, foreign-minister   ＾＾＾＾＾＾ RU
 */

import type { Mention, Role } from '../../../record/reading.ts';
import { folded } from '../../../text/fold.ts';
import { isBlank } from '../../../text/span.ts';
import type { Names } from '../../mentions/knowledge.ts';
import { isDigit, isHan, isJoint, isKatakana } from '../../mentions/scripts.ts';
import type { TalksWords } from '../knowledge.ts';
import { isSentTo } from './posts.ts';

/** A country has one of each: two of them are of two countries. */
export const ONE: readonly Role[] = ['head-of-state', 'head-of-government', 'foreign-minister'];

export interface Person {
  readonly name: string;
  readonly party: string;
  /** The reading in brackets, by which later mentions may call the person: 尹炳成(ユン・ビョンソン). */
  readonly reading?: string | undefined;
  readonly office?: string | undefined;
  readonly role?: Role | undefined;
  /** How the party was worked out, where the words do not say it. */
  readonly rule?: string | undefined;
  /** Took part in the talks. */
  readonly present: boolean;
}

export interface PartyFound {
  readonly party: string;
  readonly rule: string;
  readonly role?: Role | undefined;
  readonly person?: Person | undefined;
}

export interface Cast {
  readonly persons: readonly Person[];
  /** The party of a mention that the words themselves do not give; mentions must come in the order of the text. */
  partyOf(mention: Mention): PartyFound | undefined;
}

/** The side of a participant, where nothing else tells: a name that the own side's script writes, with an office it has. */
export function mayBeOwn(mention: Mention, own: string, names: Names, words: TalksWords): boolean {
  const { name, office = '' } = mention;
  const { ownNames, publishes, sameScript } = words.knowledge;
  if (ownNames === 'han' && own === publishes && isReadAsForeign(mention, names)) return false;
  // 朱成林駐日大使: nobody is sent to one's own country
  if (isSentTo(office, own, names)) return false;
  // names of the home of the language are in its script; those of its neighbours may be
  if (ownNames === 'han' && name && !sameScript.includes(own) && isHan(name.charCodeAt(0)) !== (own === publishes)) return false;
  return !lacks(office, own, names);
}

/** 尹文奎(ユン・ムンギュ), 周文海(しゅう・ぶんかい): a name of the home is read in hiragana and as one word, if its reading is told. */
function isReadAsForeign(mention: Mention, names: Names): boolean {
  const { name = '', office = '', text } = mention;
  const reading = text.length > name.length + office.length + 2 ? readingOf(mention, names) : undefined;
  if (reading === undefined) return false;
  for (let i = 0; i < reading.length; i++) if (isKatakana(reading.charCodeAt(i)) || isJoint(reading.charCodeAt(i))) return true;
  return false;
}

/** Whether the names of two sides are told apart by their script: the home of the language, and who is written otherwise. */
export function areWrittenApart(one: string, other: string, { knowledge: { ownNames, publishes, sameScript } }: TalksWords): boolean {
  if (ownNames !== 'han' || (one === publishes) === (other === publishes)) return false;
  return !sameScript.includes(one === publishes ? other : one);
}

/** Whether a party is known to have no such office. */
export function lacks(office: string, party: string, names: Names): boolean {
  const never = names.never.get(party);
  if (!never) return false;
  const written = folded(office);
  for (let i = 0; i < written.length; i++) if (never.has(written.slice(i))) return true;
  return false;
}

/** What stands between the parts of a name. */
function parts(unit: number): boolean {
  return isJoint(unit) || unit === 0x3001 || isBlank(unit);
}

/** Whether the shorter name may stand for the longer: the same, its first signs, or one of its parts. */
export function samePerson(a: string, b: string): boolean {
  if (a === b) return true;
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (short.length === 0) return false;
  if (isHan(long.charCodeAt(0))) return long.startsWith(short);
  for (let i = 0; i + short.length <= long.length; i++) {
    if ((i === 0 || parts(long.charCodeAt(i - 1))) && long.startsWith(short, i)) {
      const after = i + short.length;
      // アブドッラー, called アブドッラー2世
      if (after === long.length || parts(long.charCodeAt(after)) || isDigit(long.charCodeAt(after))) return true;
    }
  }
  return false;
}

/** A king is no premier of the same name: アブドッラー国王, アブドッラー首相. */
const GOVERNING: ReadonlySet<Role | undefined> = new Set(['head-of-government', 'foreign-minister']);

export function areOthers(one: Role | undefined, other: Role | undefined): boolean {
  return (one === 'head-of-state' && GOVERNING.has(other)) || (other === 'head-of-state' && GOVERNING.has(one));
}

/** Mentions that a pointing word reaches back over. */
const RECENT = 8;

function isCalled({ name, reading }: Person, called: string): boolean {
  return samePerson(name, called) || (reading !== undefined && samePerson(reading, called));
}

/** The reading in brackets behind a name. */
export function readingOf({ text, name }: Mention, names: Names): string | undefined {
  const at = name ? text.indexOf(name) + name.length : -1;
  if (at < 1 || !names.open.has(text.charCodeAt(at))) return undefined;
  for (let i = at + 1; i < text.length; i++) if (names.close.has(text.charCodeAt(i))) return text.slice(at + 1, i);
  return undefined;
}

/**
 * @param own the publisher's party; @param others the other parties of the talks.
 * @param persons those who took part first.
 */
export function makeCast(own: string | undefined, others: readonly string[], persons: readonly Person[], names: Names, words: TalksWords): Cast {
  const byName = new Map<string, Person | undefined>();
  const { publishes } = words.knowledge;
  /** Whether names in the script of the home are of nobody else at these talks. */
  const apart = own !== undefined && (own === publishes || others.length > 0) && others.every((party) => areWrittenApart(own, party, words));
  /** Whom the text named last, the newest first: what 同長官 points at. */
  const recent: { mention: Mention; party: string | undefined; person: Person | undefined }[] = [];

  /** The one person this name stands for: of those present before those mentioned; none where two would do. */
  function personOf(name: string, role: Role | undefined): Person | undefined {
    const key = `${role === 'head-of-state' ? 'reigns' : GOVERNING.has(role) ? 'governs' : ''} ${name}`;
    if (byName.has(key)) return byName.get(key);
    const called = persons.filter((person) => isCalled(person, name) && !areOthers(role, person.role));
    const here = called.filter(({ present }) => present);
    const found = here.length > 0 ? here : called;
    const one = found.every((person) => person.party === found[0]?.party) ? found[0] : undefined;
    byName.set(key, one);
    return one;
  }

  function byOffice({ office = '', role }: Mention): Person | undefined {
    const here = persons.filter((person) => person.present && person.office?.endsWith(office));
    if (here.length > 0) return here.length === 1 ? here[0] : undefined;
    // 西園総理大臣, called 総理
    const short = persons.filter((person) => person.present && role !== undefined && person.role === role && person.office?.startsWith(office));
    return short.length === 1 ? short[0] : undefined;
  }

  /** The side of an office whose holder the page does not name: 総理より、 is of the own side; 大統領より、 cannot be, where nobody else leads the other. */
  function sideOf({ office = '', role }: Mention): PartyFound | undefined {
    const [other] = others;
    if (!own || !other || others.length > 1) return undefined;
    if (own === publishes && words.ownOffices.has(office)) {
      const theirs = persons.some((person) => person.present && person.party !== own && person.office?.endsWith(office));
      return theirs ? undefined : { party: own, rule: 'cast/own-office', ...(role && { role }) };
    }
    const leads = (person: Person) => person.present && person.party === other && person.role !== undefined && ONE.includes(person.role);
    if (!role || !ONE.includes(role) || !lacks(office, own, names) || persons.some(leads)) return undefined;
    return { party: other, rule: 'cast/other-office', role };
  }

  function found(mention: Mention): PartyFound | undefined {
    if (mention.kind === 'person' && mention.name) {
      const person = personOf(mention.name, mention.role);
      if (person)
        return { party: person.party, rule: (mention.office === person.office && person.rule) || 'cast/same-name', person, role: person.role };
      if (apart && isHan(mention.name.charCodeAt(0)) && mention.office && !lacks(mention.office, publishes, names))
        return { party: publishes, rule: 'cast/own-name' };
      // 某知事: an office of the home, where names of both sides are written alike and nobody of the other holds it
      const mine = own === undefined || mayBeOwn(mention, own, names, words);
      const office = mine && mention.role && !ONE.includes(mention.role) ? sideOf(mention) : undefined;
      return office && { ...office, rule: 'cast/own-office' };
    }
    if (mention.kind !== 'office' || !mention.office) return undefined;
    const pointer = mention.text.slice(0, mention.text.length - mention.office.length);
    if (names.same.has(pointer)) {
      if (names.ours.has(pointer)) return own === undefined ? undefined : { party: own, rule: 'cast/own-side' };
      if (names.others.has(pointer)) return others.length === 1 ? { party: others[0] as string, rule: 'cast/other-side' } : undefined;
      const { office } = mention;
      // 東山大臣は某外相の訪日を歓迎し、…。同大臣は: who was called so, before who could be
      const fits =
        [
          recent.filter(({ mention }) => mention.office === office || names.newly.some((word) => mention.office === `${word}${office}`)),
          recent.filter(({ mention }) => mention.office?.endsWith(office)),
          recent.filter(({ person }) => person?.office?.endsWith(office)),
        ].find(({ length }) => length > 0) ?? [];
      // 日本大使として着任した。同大使は: a person rather than an office
      const one = fits.find((other) => other.person?.present) ?? fits[0];
      if (!one?.party) return undefined;
      const { party, person } = one;
      return { party, rule: 'cast/same-office', person, role: person?.role };
    }
    const holder = byOffice(mention);
    if (holder) return { party: holder.party, rule: 'cast/only-holder', person: holder, role: holder.role };
    return sideOf(mention);
  }

  return {
    persons,
    partyOf(mention) {
      const result = mention.party ? undefined : found(mention);
      const party = mention.party ?? result?.party;
      if (mention.kind === 'person' || mention.kind === 'office') {
        const person = result?.person ?? (mention.name ? personOf(mention.name, mention.role) : undefined);
        recent.unshift({ mention, party, person });
        if (recent.length > RECENT) recent.pop();
      }
      return result;
    },
  };
}
