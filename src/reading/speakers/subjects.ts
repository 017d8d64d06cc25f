/** Persons, sides and countries of a sentence that may be its subjects. */
import { isComma } from '../../language/abilities/head-final.ts';
import { isHanDigit } from '../../language/abilities/numerals.ts';
import type { Pack } from '../../language/pack.ts';
import type { Mention, Talks } from '../../record/reading.ts';
import { isBlank, type Span } from '../../text/span.ts';
import { namesOf } from '../mentions/knowledge.ts';
import { officeAt } from '../mentions/offices.ts';
import { isDigit, isLatin } from '../mentions/scripts.ts';
import { isCountry } from '../talks/telling/level.ts';
import { afterBrackets } from './framing.ts';
import type { Knowledge } from './knowledge.ts';
import type { Subject } from './subject.ts';

/** Stops, closing brackets, colons and bullets behind which a clause begins. */
const OPENS: ReadonlySet<number> = new Set(Array.from('。．）)：:・●○', (sign) => sign.charCodeAt(0)));

export function findSubjects(text: string, span: Span, mentions: readonly Mention[], talks: Talks, knowledge: Knowledge, pack: Pack): Subject[] {
  const result: Subject[] = [];
  let m = 0;
  let at = span[0];
  /** Where the last subject ends, with the word for its side. */
  let past = at;
  const own = talks.parties[0];
  const others = talks.parties.slice(1);
  while (at < span[1]) {
    while (m < mentions.length && (mentions[m] as Mention).span[0] < at) m++;
    const mention = mentions[m];
    // V4｜各国政務局長
    const letters = lettersEnd(text, at, span[1]);
    const called = letters > at ? knowledge.groups.at(text, letters, span[1]) : undefined;
    const group = called?.value === 'others' ? called : groupAt(text, at, span[1], knowledge);
    // ASEAN｜各国首脳 are of the one named
    const sided = mention?.span[0] === at && mention.party !== undefined && knowledge.side.at(text, mention.span[1], span[1]) !== undefined;
    if (mention && mention.span[0] === at && (sided || !group || mention.span[1] >= group.end)) {
      if (mention.kind === 'person' || mention.kind === 'office' || mention.kind === 'party' || mention.kind === 'organisation') {
        const after = afterBrackets(text, mention.span[1], span[1]);
        // EU 側: a blank that the page has put into a word
        const broken = mention.kind !== 'person' && isBlank(text.charCodeAt(after)) ? knowledge.side.at(text, after + 1, span[1]) : undefined;
        const side = knowledge.side.at(text, after, span[1]) ?? broken;
        const end = side ? side.end : mention.span[1];
        past = end;
        // 昨年の某大臣の訪露は有意義であった: what is spoken of, and nobody who speaks
        if (!side && isGoneTo(text, mention, pack)) {
          at = end;
          continue;
        }
        const party = seatOf(mention, talks) ?? mention.party;
        const known = party !== undefined && talks.parties.includes(party);
        result.push({
          span: [at, end],
          parties: known ? [party] : [],
          person: mention.kind === 'person' ? mention.name : undefined,
          holder: mention.kind === 'office',
          joint: false,
          pair: false,
          land: side !== undefined && knowledge.landSide.has(text.slice(side.start, side.end)),
          stranger: !known && (mention.kind === 'person' || mention.kind === 'office') ? (party ?? '') : undefined,
          some: false,
          all: false,
          bare: mention.kind === 'party' && !side,
        });
      }
      at = Math.max(mention.span[1], past, at + 1);
      continue;
    }
    if (group) {
      const together = group.value === 'own' ? withOthers(text, group.end, span[1], knowledge, pack) : -1;
      const joint = group.value === 'joint' || group.value === 'pair' || together >= 0;
      // 各国 are those of the talks where they are several, else anybody's
      const parties = joint ? talks.parties : group.value === 'own' ? (own ? [own] : []) : group.value === 'other' || others.length > 1 ? others : [];
      const holders = together >= 0 ? together : group.value === 'others' ? holdersAt(text, group.end, span[1], knowledge, pack) : group.end;
      const side = knowledge.side.at(text, holders, span[1]);
      result.push({
        span: [at, side ? side.end : holders],
        parties,
        person: undefined,
        holder: false,
        joint,
        pair: group.value === 'pair',
        land: knowledge.lands.has(text.slice(group.start, group.end)),
        stranger: undefined,
        some: isOfMany(talks) && (group.value === 'others' ? parties.length === 0 : knowledge.attending.has(text.slice(group.start, group.end))),
        all: group.value === 'others' && !side && knowledge.everybody.has(text.slice(group.start, group.end)),
        bare: false,
      });
      at = Math.max(group.end, together);
      continue;
    }
    const sign = signAt(text, at, span[0], talks, pack);
    if (sign && knowledge.frames.at(text, at + 1, span[1])) {
      result.push({
        span: [at, at + 1],
        parties: [sign],
        person: undefined,
        holder: false,
        joint: false,
        pair: false,
        land: false,
        stranger: undefined,
        some: false,
        all: false,
        bare: true,
      });
      at++;
      continue;
    }
    const side = letters > at && others.length > 1 ? knowledge.side.at(text, letters, span[1]) : undefined;
    if (side)
      result.push({
        span: [at, side.end],
        parties: others,
        person: undefined,
        holder: false,
        joint: false,
        pair: false,
        land: false,
        stranger: undefined,
        some: false,
        all: false,
        bare: false,
      });
    at = side?.end ?? Math.max(letters, at + 1);
  }
  return result;
}

/** 某国外相, who sat for the body whose talks these are: ASEAN, of which his country is. */
function seatOf({ kind, name, party }: Mention, { parties, participants }: Talks): string | undefined {
  if (kind !== 'person' || party === undefined || parties.length !== 2 || parties.includes(party)) return undefined;
  return participants.find((one) => one.name === name && !isCountry(one.party))?.party;
}

/** Whether others came than two sides that both have a country's name. */
function isOfMany({ kind, parties }: Talks): boolean {
  return kind === 'multilateral' || parties.length !== 2 || !parties.every(isCountry);
}

/** 仏より、…。露は…: one sign alone is a country where it is of the talks and begins a clause. */
function signAt(text: string, at: number, start: number, { parties }: Talks, { names }: Pack): string | undefined {
  const party = names && namesOf(names).signs.get(text.charCodeAt(at));
  if (!party || !parties.includes(party)) return undefined;
  let before = at;
  while (before > start && isBlank(text.charCodeAt(before - 1))) before--;
  return before === start || isComma(text.charCodeAt(before - 1)) || OPENS.has(text.charCodeAt(before - 1)) ? party : undefined;
}

/** 訪露, 対日: one sign of a country behind one for what goes there. */
function isGoneTo(text: string, { kind, span: [start, end] }: Mention, { names }: Pack): boolean {
  return kind === 'party' && end - start === 1 && names !== undefined && namesOf(names).towards.has(text.charCodeAt(start - 1));
}

/** 我が国を含め｜各国は: where the others end with whom the own side did it; -1 where none are named. */
function withOthers(text: string, at: number, limit: number, knowledge: Knowledge, pack: Pack): number {
  const including = knowledge.including.at(text, at, limit);
  const others = including && knowledge.groups.at(text, including.end, limit);
  return others?.value === 'others' ? holdersAt(text, others.end, limit, knowledge, pack) : -1;
}

/** Those who are called by no name; the last digit of a longer number begins none: 1｜4か国. */
function groupAt(text: string, at: number, limit: number, { groups }: Knowledge) {
  return isNumeral(text.charCodeAt(at)) && isNumeral(text.charCodeAt(at - 1)) ? undefined : groups.at(text, at, limit);
}

function isNumeral(unit: number): boolean {
  return isDigit(unit) || isHanDigit(unit);
}

/** V4｜側: the end of the letters by which several are called together. */
function lettersEnd(text: string, at: number, limit: number): number {
  let end = at;
  while (end < limit && (isLatin(text.charCodeAt(end)) || (end > at && isDigit(text.charCodeAt(end))))) end++;
  return end;
}

/** 各国｜国連常駐代表等: the end of the office that they hold. */
function holdersAt(text: string, at: number, limit: number, { some }: Knowledge, { names }: Pack): number {
  if (!names) return some.at(text, at, limit)?.end ?? at;
  const known = namesOf(names);
  // メコン各国｜の｜外相
  const office =
    officeAt(text, at, limit, known) ?? (known.countryJoints.has(text.charCodeAt(at)) ? officeAt(text, at + 1, limit, known) : undefined);
  const end = office?.end ?? at;
  return some.at(text, end, limit)?.end ?? end;
}

export function joined(text: string, from: number, to: number, { and }: Knowledge): boolean {
  const start = afterBrackets(text, from, to);
  if (start >= to) return true;
  const found = and.at(text, start, to);
  return found?.end === to;
}
