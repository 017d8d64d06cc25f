/**
 * One pass over stretches of text, from left to right: what is named in them.
 *
 * 1 mentions lie in order, none overlapping; 2 a person's mention holds name, reading, country and office; 3 what is read
 * before is taken back where a later word shows that it belongs to a longer name (日, ロ in 日ロ投資フォーラム).
 */

import type { Found } from '../../language/scan.ts';
import type { Mention, Role } from '../../record/reading.ts';
import type { Span } from '../../text/span.ts';
import { amountEnd } from './amounts.ts';
import { countryBefore, landOfBody, landOfTown } from './countries.ts';
import { fieldBefore, gluedField, lastPart } from './fields.ts';
import type { Names, Term } from './knowledge.ts';
import { mechanismStart } from './mechanisms.ts';
import { afterAcronym, headBeyond, lettersBefore, type Office, officeAt } from './offices.ts';
import { isGivenName, type NameFound, nameBefore } from './people.ts';
import { hasHan, isDigit, isDouble, isHan, isJoint, isKatakana, isLatin, wholeFrom } from './scripts.ts';
import { type Sign, signAfterPrefix, signRunAt } from './signs.ts';

/** A country's name that a word of katakana runs into has so many signs at least. */
const GLUED = 2;
/** Roles in which the place before the office is a part of it. */
const OF_PLACE: readonly Role[] = ['official', 'legislator'];
const OF_BODY: readonly Role[] = [...OF_PLACE, 'director-general'];
/** Whether it is one of the forces, where a rank stands behind the name. */
const isRank = (role: Role | undefined) => role === 'military';
/** Those that a country has and no place. */
const OF_COUNTRY: readonly Role[] = ['head-of-state', 'head-of-government', 'foreign-minister'];

/** Appends to `mentions` what `text` names in each of the stretches. Never throws; time is linear in their lengths. */
export function scanMentions(text: string, stretches: readonly { readonly span: Span }[], names: Names, mentions: Mention[]): void {
  // The stretch that is read now; the functions below are made once for all of them.
  let [start, end, first] = [0, 0, 0];
  /** End of what was read last: no name begins before it. */
  let floor = 0;
  let aboutStart = -1;
  let aboutEnd = -1;
  let at = 0;

  const push = (kind: Mention['kind'], from: number, to: number, party?: string) => {
    const words = text.slice(from, to);
    mentions.push(party ? { kind, text: words, span: [from, to], party, basis: 'stated' } : { kind, text: words, span: [from, to], basis: 'stated' });
    floor = to;
  };
  const previous = (): Mention | undefined => (mentions.length > first ? mentions[mentions.length - 1] : undefined);
  /** The last of the stretch. */
  const told = () => mentions.slice(Math.max(first, mentions.length - 3));
  const takeBack = (from: number) => {
    while (mentions.length > first && (mentions[mentions.length - 1] as Mention).span[0] >= from) mentions.pop();
  };

  /** An office at `from` (its country, where one is written, begins at `country`). Returns the end, or -1. */
  function official(office: Office, country: number, party: string | undefined): number {
    let begin = country >= 0 ? country : office.start;
    const before = previous();
    // ジョンストン同国国防相: of the country of the person named before.
    const again =
      country < 0 ? names.sameCountry.find((word) => begin - word.length > floor && text.startsWith(word, begin - word.length)) : undefined;
    if (again && before?.party && nameBefore(text, begin - again.length, floor, names)) {
      begin -= again.length;
      ({ party } = before);
    }
    // デュボワ前フランス大統領
    const formerly = country >= 0 ? toComeBefore(text, begin, floor, names, isKatakana(text.charCodeAt(begin - 2))) : 0;
    begin -= formerly;
    // 北沢浩司・駐韓大使: nor is it a field of an office what a joint sets off from one who is sent
    const sent = names.terms.at(text, begin, end)?.value.accredited === true;
    let name = nameBefore(text, begin, floor, names, (country >= 0 || sent) && formerly === 0);
    if (!name) {
      // デスコト第63回国連総会議長
      const session = sessionBefore(text, begin, floor, names);
      if (session >= 0) name = nameBefore(text, session, floor, names);
    }
    // ペレイラUNIDO事務局長: a body that is not known, by its letters
    const letters = name || country >= 0 ? begin : lettersBefore(text, begin, floor);
    if (letters < begin) name = nameBefore(text, letters, floor, names);
    let low = begin;
    const head = name && placeOfName(name, before);
    if (head && name) {
      // サンティアゴ・ペレイラ大統領, 中島俊久補佐官: what looked like a place is a part of the name.
      mentions.pop();
      floor = previous()?.span[1] ?? start;
      name = { ...name, start: head.span[0], name: [head.span[0], name.name[1]] };
    }
    if (name) low = name.start;
    else if (before?.kind === 'place' && before.span[1] === begin && office.role !== 'official' && isSurname(before, office.role)) {
      mentions.pop();
      name = { start: before.span[0], name: before.span };
      low = before.span[0];
    }
    let from = formerly > 0 ? begin : name && letters < begin ? letters : office.start;
    if (country < 0) {
      // エズデミル食料・農業大臣, 韓文海(かん・ぶんかい)農業部長: a field that is not known stands between a foreign name, or one whose reading is told, and the office.
      // ペレイラ農水林業大臣, too: what looks like a name of Han signs is one of the office where a foreign name runs into it.
      const glued = name && isHan(text.charCodeAt(name.start)) && isKatakana(text.charCodeAt(name.start - 1));
      // (2)フェリペ6世国王: nor is the number of a ruler a field
      const ruler = name && names.generations.has(text.charCodeAt(name.name[1] - 1));
      const field =
        name && !glued && (ruler || !names.close.has(text.charCodeAt(name.start - 1))) ? -1 : fieldBefore(text, office.start, floor, names);
      const found = field >= 0 ? nameBefore(text, field, floor, names) : undefined;
      if (found && (names.close.has(text.charCodeAt(field - 1)) || isKatakana(text.charCodeAt(found.name[1] - 1)))) {
        // ペレイラ・エネルギー鉱業大臣: a field in katakana is joined to the name
        const part = lastPart(text, found.name, names);
        name = part < 0 ? found : { ...found, name: [found.name[0], part - 1] };
        low = found.start;
        from = part < 0 ? field : part;
      } else if (name?.name[1] === office.start) {
        const part = gluedField(text, name.name, names);
        if (part > 0) name = { ...name, name: [name.name[0], part] };
        if (part > 0) from = part;
      }
    }
    if (!name && office.former && pointerBefore(text, office.start, names) === 0) {
      // 秋元外務大臣: what looks like "former" is the last sign of the name; 同新大統領 has none.
      name = nameBefore(text, office.start + 1, floor, names);
      if (name) {
        low = name.start;
        from++;
      }
    }
    const body = previous();
    // カンボジア農林水産省｜サコン大臣: behind the body of a country a name in katakana is the officer's
    const home = body?.kind === 'organisation' ? mentions[mentions.length - 2] : undefined;
    const officer = home?.kind === 'party' && home.span[1] === body?.span[0] && isKatakana(text.charCodeAt(name?.name[0] ?? 0)) && home.party;
    if (officer && name && body?.span[1] === name.start && !nameBefore(text, home.span[0], start, names)) party ??= officer;
    else if (name && body?.kind === 'organisation' && body.span[1] === name.start) {
      // 李相俊韓国外交部東北アジア局長: what stands between the body and the office is a part of it.
      mentions.pop();
      const land = previous();
      const landed = land?.kind === 'party' && land.span[1] === body.span[0] && land.text.length > 1 ? land : undefined;
      if (landed) mentions.pop();
      from = body.span[0];
      country = landed ? landed.span[0] : from;
      party = landed?.party ?? body.party ?? party;
      floor = Math.max(start, previous()?.span[1] ?? start);
      name = nameBefore(text, country, floor, names);
      low = name ? name.start : country;
    }
    // フィリピン陸軍司令官｜サントス中将: before a name with its rank the office that its holder has
    const last = previous();
    const post = name && isRank(office.role) && last?.kind === 'office' && isRank(last.role) && last.span[1] === low ? last : undefined;
    if (post) {
      mentions.pop();
      [low] = post.span;
    }
    const own = name?.name;
    const pointing = name ? 0 : pointerBefore(text, begin, names);
    low -= pointing;
    const all = ownersOf(text, begin, names);
    if (!name && all > 0) return office.end;
    const written =
      party ??
      name?.party ??
      countryBefore(text, low, told(), names) ??
      (office.role === 'official' ? landOfTown(text, low, previous(), names) : undefined) ??
      (OF_BODY.includes(office.role) ? landOfBody(text, low, previous(), names) : undefined);
    const polite = names.polite.at(text, office.end, end);
    const to = polite ? polite.end : office.end;
    // インドネシア側: アラム内閣官房長官
    const held =
      own && names.inHan.has(office.party ?? '') && isKatakana(text.charCodeAt(own[1] - 1)) && !hasHan(text, [own[0] - 1, own[1]])
        ? undefined
        : office.party;
    const known = written ?? post?.party ?? held;
    const inferred = !written && (post?.party ? post.basis === 'inferred' : held !== undefined);
    const mention = { kind: name ? 'person' : 'office', text: text.slice(low, to), span: [low, to] } as Mention;
    if (own) mention.name = text.slice(own[0], own[1]);
    mention.office = post?.office ?? text.slice(from, office.end);
    mention.role = post?.role ?? office.role;
    if (known) mention.party = known;
    mention.basis = inferred ? 'inferred' : 'stated';
    if (inferred) mention.rule = 'mentions/office-of-one-party';
    mentions.push(mention);
    floor = to;
    return to;
  }

  /** The place of katakana that a joint ties to the head of a name, or the country, behind another (デンマーク王国の｜マルタ・ハンセン首相), or a place that no list knows, glued to a name of Han signs. */
  function placeOfName({ start: from, name, party }: NameFound, before: Mention | undefined): Mention | undefined {
    if (!before || party !== undefined || from !== name[0]) return undefined;
    const [begin, to] = before.span;
    const isPlace = before.kind === 'place';
    if (isPlace && isHan(text.charCodeAt(from))) return before.party === undefined && to === from && isSurname(before) ? before : undefined;
    if (!isPlace && (before.kind !== 'party' || countryBefore(text, begin, told().slice(0, -1), names) === undefined)) return undefined;
    return isKatakana(text.charCodeAt(begin)) && to + 1 === from && isJoint(text.charCodeAt(to)) ? before : undefined;
  }

  function run(signs: readonly Sign[]): number {
    for (const sign of signs) push('party', sign.at, sign.at + 1, sign.party);
    return (signs[signs.length - 1] as Sign).at + 1;
  }

  /** What a term at its place is; the end of what was read, or -1 where it is nothing here. */
  function read({ end: to, value }: Found<Term>): number {
    if (!bounded(text, at, to, start, end) && !(value.country && isGlued(to))) return -1;
    if (value.accredited) {
      const sent = accredited(at);
      // ペレイラ次期駐日大使
      if (sent) return official({ ...sent.office, start: at - toComeBefore(text, at, floor, names) }, sent.country, sent.party);
    }
    if (value.country) {
      if ((isDouble(text.charCodeAt(at - 1)) && isWithinName(at, to)) || isGivenName(text, at, to, names)) return -1;
      const whole = value.office ? officeAt(text, at, end, names) : undefined;
      if (whole && names.charge.at(text, to, end)) return official(whole, -1, undefined);
      const country = stateAfter(to);
      // 米国務長官: the last sign of the country may be the first of the office.
      const short = names.signs.get(text.charCodeAt(at)) === value.country && to - at === 2 ? officeAt(text, at + 1, end, names) : undefined;
      if (short && !officeAt(text, to, end, names)) return official(short, at, value.country);
      for (const after of country === to ? [to] : [country, to]) {
        const joint = isJoint(text.charCodeAt(after)) ? after + 1 : after;
        const sent = accredited(toComeAfter(text, joint, end, names));
        const office = officeAt(text, joint, end, names) ?? (sent && { ...sent.office, start: joint });
        if (office && (joint === after || office.start === joint)) return official(office, at, value.country);
      }
      // カノン・アイルランド移住者・国際開発担当国務大臣: a field that is not known, between the country that is joined to a name and the office
      // ミャンマー国境大臣: one sign that a field begins with is not the kind of state
      const land = country - to > 1 ? country : to;
      const field = country > at && isNamed() ? headBeyond(text, land, end, names) : -1;
      const fielded = field >= 0 ? officeAt(text, field, end, names) : undefined;
      if (fielded) return official({ ...fielded, start: land }, at, value.country);
      // アラブ首長国連邦(UAE)外相
      const acronym = afterAcronym(text, country, end, names);
      const lettered = acronym > country ? officeAt(text, acronym, end, names) : undefined;
      if (lettered) return official(lettered, at, value.country);
      // 米国務省: a body, and the sign of its country.
      const own = names.signs.get(text.charCodeAt(at)) === value.country && to - at === 2 ? names.terms.at(text, at + 1, end) : undefined;
      if (own?.value.body && own.end > to) {
        push('party', at, at + 1, value.country);
        return at + 1;
      }
      push('party', at, to, value.country);
      return to;
    }
    if (value.office && !isEndOfName()) {
      const office = officeAt(text, at, end, names);
      if (office) return official(office, -1, undefined);
    }
    if (value.none) {
      floor = to;
      // 外務・防衛閣僚協議: no office, but the end of a mechanism.
      const suffix = suffixBefore(text, at, to, names);
      if (suffix > at) mechanism(suffix, to);
      return to;
    }
    if (value.mechanism) {
      push('mechanism', at, to);
      return to;
    }
    if (value.suffix) {
      mechanism(at, to);
      return to;
    }
    if (value.organisation || value.body) {
      const joint = afterAcronym(text, to, end, names);
      // ペレイラOPCW事務局長, too, where a foreign name runs into it
      const runsOn = joint > to || (at > floor && isKatakana(text.charCodeAt(at - 1)));
      const office = runsOn && value.organisation ? officeAt(text, joint, end, names) : undefined;
      if (office) return official(office, at, value.organisation);
      push('organisation', at, to, value.organisation);
      return to;
    }
    if ((value.place || value.site) && isWithinName(at, to)) return -1;
    if (value.place) {
      // アブダビ皇太子, ソウル市長: an office of the place, where a name stands before it.
      const office = officeAt(text, to, end, names);
      if (office && OF_PLACE.includes(office.role) && nameBefore(text, at, floor, names, true))
        return official({ ...office, start: at }, -1, value.place);
    }
    if (value.place || value.site) {
      push('place', at, to, value.place);
      return to;
    }
    if (value.honorific) return honoured(to, value.honorific);
    if (value.placeSuffix && !names.notPlaceStart.at(text, at, end)) {
      let from = at;
      while (from > floor && from > at - 6 && (isHan(text.charCodeAt(from - 1)) || isKatakana(text.charCodeAt(from - 1)))) from--;
      from = wholeFrom(text, from);
      if (at - from >= 1 && at - from <= 5 && !names.notPlaces.has(text.slice(from, to))) {
        push('place', from, to);
        return to;
      }
      return -1;
    }
    if (value.prefix) {
      const sign = signAfterPrefix(text, at + 1, end, names);
      if (sign) {
        push('party', sign.at, sign.at + 1, sign.party);
        if (names.during.has(text.charCodeAt(sign.at + 1))) floor = sign.at + 2;
        return floor;
      }
    }
    if (value.sign) {
      const state = names.states.at(text, at + 1, end);
      const office = (state && officeAt(text, state.end, end, names)) ?? officeAt(text, at + 1, end, names);
      if (office && signBeforeOffice()) return official(office, at, value.sign);
      const signs = signRunAt(text, at, floor, end, names);
      if (signs.length > 0) return run(signs);
    }
    if (value.about) {
      aboutStart = aboutEnd === at ? aboutStart : at;
      aboutEnd = to;
      return to;
    }
    if (value.stop) {
      floor = to;
      return to;
    }
    return -1;
  }

  /** After the kind of state that a country calls itself: エジプト・アラブ共和国. */
  function stateAfter(country: number): number {
    const state = names.states.at(text, country, end) ?? (isJoint(text.charCodeAt(country)) ? names.states.at(text, country + 1, end) : undefined);
    return state && (state.start === country || state.end - state.start > 1) ? state.end : country;
  }

  /** One sign of a country is believed before an office where no name of Han signs runs into it: ブリンケン米国務長官, not 金大中大統領. */
  function signBeforeOffice(): boolean {
    if (at === floor || at === start) return at === start || !names.notAfter.has(text.charCodeAt(at - 1));
    const before = text.charCodeAt(at - 1);
    return !isHan(before) && !isDigit(before) && !(isKatakana(text.charCodeAt(at)) && isKatakana(before));
  }

  /** 駐日ロシア大使, 駐中国大使: an office from 駐 on; its party is the second country, if there is one. */
  function accredited(from: number): { office: Office; country: number; party: string | undefined } | undefined {
    const term = names.terms.at(text, from, end);
    if (!term?.value.accredited) return undefined;
    let { end: to } = term;
    // 在京: the word names the place itself
    if (to - from === 1) {
      const host = names.terms.at(text, to, end);
      // 駐福岡韓国総領事: where a consul sits
      if (host?.value.country || host?.value.organisation || host?.value.place) to = stateAfter(host.end);
      else if (signAfterPrefix(text, to, end, names)) to++;
      else return undefined;
    }
    const second = names.terms.at(text, to, end);
    let party: string | undefined;
    if (second?.value.country || second?.value.organisation) {
      party = second.value.country ?? second.value.organisation;
      to = stateAfter(second.end);
    } else if (names.signs.has(text.charCodeAt(to)) && officeAt(text, to + 1, end, names)?.role === 'ambassador') {
      // 駐日米大使
      party = names.signs.get(text.charCodeAt(to));
      to++;
    }
    const office = officeAt(text, to, end, names);
    if (office?.role !== 'ambassador') return undefined;
    return { office: { ...office, start: from, former: false }, country: -1, party };
  }

  /** 張志軍・中国外交部長: the last sign of a name of Han signs that is joined to a country is no field of the office. */
  function isEndOfName(): boolean {
    return isHan(text.charCodeAt(at - 1)) && isJoint(text.charCodeAt(at + 1)) && names.terms.at(text, at + 2, end)?.value.country !== undefined;
  }

  /** ドイツ｜デジタル大臣: a country that a field of katakana runs into. */
  function isGlued(to: number): boolean {
    return to - at >= GLUED && bounded(text, at, to, start, to) && isKatakana(text.charCodeAt(to)) && officeAt(text, to, end, names) !== undefined;
  }

  /** ラヴロフ・ロシア: a foreign name is joined to what begins here. */
  function isNamed(): boolean {
    return at - 2 >= floor && isJoint(text.charCodeAt(at - 1)) && isKatakana(text.charCodeAt(at - 2));
  }

  /** グラッサ・リマ・ブラジル外務次官, バル=イラン次官: joined on both sides, or by the sign within a double name, it is a part of a name. */
  function isWithinName(from: number, to: number): boolean {
    if (from - 2 < floor || !isKatakana(text.charCodeAt(from)) || !isKatakana(text.charCodeAt(from - 2))) return false;
    return isDouble(text.charCodeAt(from - 1)) || (isJoint(text.charCodeAt(from - 1)) && to + 1 < end && isJoint(text.charCodeAt(to)));
  }

  function honoured(to: number, role: Role): number {
    const name = nameBefore(text, at, floor, names);
    if (!name || !isWhole(name.name[0], to)) return -1;
    mentions.push({
      kind: 'person',
      text: text.slice(name.start, to),
      span: [name.start, to],
      name: text.slice(...name.name),
      role,
      basis: 'stated',
    });
    floor = to;
    return to;
  }

  /** No Han sign follows a name with its honorific: of one sign, it is a surname that is known. */
  function isWhole(from: number, to: number): boolean {
    return at > from && !isHan(text.charCodeAt(to));
  }

  function mechanism(suffix: number, to: number): void {
    const from = mechanismStart(text, suffix, mechanismFloor(), names);
    if (from >= 0) {
      takeBack(from);
      push('mechanism', from, to);
    } else floor = to;
  }

  function mechanismFloor(): number {
    for (let i = mentions.length - 1; i >= first; i--) {
      const mention = mentions[i] as Mention;
      if (mention.kind !== 'party' && mention.kind !== 'organisation' && mention.kind !== 'place') return mention.span[1];
    }
    return start;
  }

  for (const { span } of stretches) {
    [start, end] = span;
    first = mentions.length;
    floor = at = start;
    aboutStart = aboutEnd = -1;
    while (at < end) {
      const unit = text.charCodeAt(at);
      if (isDigit(unit) || names.amounts.numerals.has(unit)) {
        const glued = at > start && (isDigit(text.charCodeAt(at - 1)) || isLatin(text.charCodeAt(at - 1)));
        const to = glued ? -1 : amountEnd(text, at, end, names);
        if (to > 0) {
          push('amount', aboutEnd === at ? aboutStart : at, to);
          at = to;
          continue;
        }
      }
      const found = names.terms.at(text, at, end);
      const to = found ? read(found) : -1;
      if (to > at) at = to;
      else at++;
    }
  }
}

/** A word of katakana or Latin letters is no part of a longer one. */
function bounded(text: string, from: number, to: number, start: number, end: number): boolean {
  const first = text.charCodeAt(from);
  const last = text.charCodeAt(to - 1);
  if (from > start) {
    const before = text.charCodeAt(from - 1);
    if (isKatakana(first) && isKatakana(before) && to - from > 1) return false;
    if (isLatin(first) && isLatin(before)) return false;
    if (isDigit(first) && isDigit(before)) return false;
  }
  if (to < end) {
    const after = text.charCodeAt(to);
    if (isKatakana(last) && isKatakana(after)) return false;
    if (isLatin(last) && isLatin(after)) return false;
    if (isDigit(last) && isDigit(after)) return false;
  }
  return true;
}

/** Where the last word of a mechanism begins that ends at `to`; -1 where none does. */
function suffixBefore(text: string, from: number, to: number, names: Names): number {
  for (let i = from + 1; i < to; i++) {
    const found = names.terms.at(text, i, to);
    if (found?.end === to && found.value.suffix) return i;
  }
  return -1;
}

/** Where the number of a session or a term begins that ends at `at`: 第63回; -1 where there is none. */
function sessionBefore(text: string, at: number, floor: number, names: Names): number {
  const { before, after } = names.sessions;
  if (!after.has(text.charCodeAt(at - 1))) return -1;
  let i = at - 1;
  while (i > floor && at - i < 6 && (isDigit(text.charCodeAt(i - 1)) || names.amounts.numerals.has(text.charCodeAt(i - 1)))) i--;
  return i < at - 1 && i > floor && before.has(text.charCodeAt(i - 1)) ? i - 1 : -1;
}

/** How long the word is before an accredited office that its holder is yet to take: 次期. A word of one sign may end a name, unless katakana stands before it (`short`). */
function toComeBefore(text: string, at: number, floor: number, names: Names, short = false): number {
  for (let n = 3; n > (short ? 0 : 1); n--)
    if (at - n >= floor && names.offices.at(text, at - n, at)?.value.former && names.offices.at(text, at - n, at)?.end === at) return n;
  return 0;
}

/** Behind such a word. */
function toComeAfter(text: string, at: number, end: number, names: Names): number {
  const found = names.offices.at(text, at, end);
  return found?.value.former && !found.value.head && !found.value.field ? found.end : at;
}

/** Whether a place's name may as well be a surname: 福島, 宮崎, and before an office that no city has ラゴス. */
function isSurname(place: Mention, role?: Role): boolean {
  return isHan(place.text.charCodeAt(0)) ? place.text.length <= 3 : role !== undefined && OF_COUNTRY.includes(role);
}

/** Length of a word that makes an office that of several persons: 両外相. */
function ownersOf(text: string, at: number, names: Names): number {
  for (let n = 1; n <= 3 && n <= at; n++) if (names.all.has(text.slice(at - n, at))) return n;
  return 0;
}

/** Length of what points at someone named before: 同外相, 先方外相. */
function pointerBefore(text: string, at: number, names: Names): number {
  for (let n = 1; n <= 4 && n <= at; n++) if (names.same.has(text.slice(at - n, at))) return n;
  return 0;
}
