/**
 * Where the talks took place: told with "in", by the country that a side was visiting, or by the occasion.
 *
 *   > カナダ・バンクーバーで、…と会談した     > 中国を訪問中の岡田外務大臣は     > 横浜APECの際の日露外相会談
 *     　　　　＾＾＾＾＾＾                   ＾＾                             ＾＾
 */
import { isComma } from '../../../language/abilities/head-final.ts';
import type { Mention, Talks } from '../../../record/reading.ts';
import type { Span } from '../../../text/span.ts';
import type { Names } from '../../mentions/knowledge.ts';
import { isDigit, isHan, isJoint, isKatakana, isLatin } from '../../mentions/scripts.ts';
import type { TalksWords } from '../knowledge.ts';
import { afterBrackets } from '../telling/encounters.ts';

export type Place = NonNullable<Talks['place']>;

const LONGEST = 24;

/**
 * @param span where to look: the sentence up to the word for the talks.
 * @param mentions those of the sentence.
 */
export function placeTold(text: string, span: Span, mentions: readonly Mention[], words: TalksWords): Place | undefined {
  for (let i = mentions.length - 1; i >= 0; i--) {
    const mention = mentions[i] as Mention;
    if (mention.kind !== 'place' && mention.kind !== 'party') continue;
    if (mention.kind === 'party' && mention.text.length < 2) continue;
    // 大統領府迎賓館, ハノイの迎賓館: looked for with the words before it
    if (isHouse(mention, words)) continue;
    if (mention.span[1] > span[1] || mention.span[0] < span[0]) continue;
    const inner = isClosing(text.charCodeAt(mention.span[1])) ? mention.span[1] + 1 : mention.span[1];
    const at = afterBrackets(text, inner, span[1]);
    const particle = words.placeAfter.at(text, at, span[1]);
    if (!particle || words.encounters.at(text, particle.end, span[1])?.value === 'none' || words.placeEarlier.at(text, particle.end)) continue;
    let first = i;
    while (
      first > 0 &&
      (mentions[first - 1] as Mention).kind === 'place' &&
      (mentions[first - 1] as Mention).span[1] === (mentions[first] as Mention).span[0]
    )
      first--;
    const start = (mentions[first] as Mention).span[0];
    const party = mention.party;
    return { name: text.slice(start, mention.span[1]), ...(party && { party }), basis: 'stated', span: [start, mention.span[1]] };
  }
  return siteTold(text, span, mentions, words);
}

/** フランス(パリ)で: the place in brackets is the nearer one. */
function isClosing(unit: number): boolean {
  return unit === 0x29 || unit === 0xff09;
}

/** A place that is no known name, by its last word: 在京大使公邸にて. */
function siteTold(text: string, span: Span, mentions: readonly Mention[], words: TalksWords): Place | undefined {
  const [start, end] = span;
  for (let i = end - 1; i > start; i--) {
    const particle = words.placeAfter.at(text, i, end);
    const site = particle && siteBefore(text, start, particle, mentions, words);
    if (site) return site;
  }
  return undefined;
}

/** The site that stands before this particle. */
function siteBefore(
  text: string,
  start: number,
  particle: { readonly start: number; readonly end: number },
  mentions: readonly Mention[],
  words: TalksWords,
): Place | undefined {
  const end = particle.start;
  const { sure, not, fields } = words.knowledge.places;
  let from = end;
  while (from > start && from > end - LONGEST && isNameSign(text.charCodeAt(from - 1))) from--;
  if (!isSite(text, [from, end], words) && !sure.includes(text.slice(end, particle.end))) return undefined;
  for (const mention of mentions)
    if (mention.kind === 'person' && mention.span[1] > from && mention.span[0] < end) from = Math.max(from, mention.span[1]);
  if (end - from < 2 || words.encounters.at(text, from, end)) return undefined;
  const near = ofPlace(text, from, start, mentions, words);
  if (near >= 0) from = near;
  if (not.includes(text.slice(from, end)) || fields.some((word) => text.startsWith(word, end - word.length))) return undefined;
  const inside = mentions.filter(({ kind, party, span }) => party && (kind === 'place' || kind === 'party') && span[0] >= from && span[1] <= end);
  const city = inside.find((mention) => !isHouse(mention, words));
  const house = inside.find((mention) => mention.span[0] === from);
  const party =
    city?.party ?? (house ? (isAbroad(text, house, mentions, words) ? undefined : house.party) : ofSeat(text, [start, end], mentions, words));
  return { name: text.slice(from, end), ...(party && { party }), basis: 'stated', span: [from, end] };
}

/** Whether a name tells by its last word, or by the kind of house that it holds, that it is a place: 公邸, 某ホテル新館, 某ホテル内. */
function isSite(text: string, [start, end]: Span, { knowledge: { places } }: TalksWords): boolean {
  const { ends, houses = [], inside = [] } = places;
  const last = inside.find((word) => text.endsWith(word, end))?.length ?? 0;
  const named = (word: string, to: number) => to - word.length >= start && text.endsWith(word, to);
  if (ends.some((word) => named(word, end) || (last > 0 && named(word, end - last)))) return true;
  const name = text.slice(start, end);
  return houses.some((word) => name.indexOf(word) > 0);
}

/**
 * Whose seat of government it is: of the country that somebody was visiting, or of the own, to which a guest had come.
 *
 *   > ラオスを訪問中の西園総理大臣は、首相府において   > 西園総理大臣は、来日中の…と総理官邸において
 */
function ofSeat(text: string, [start, end]: Span, mentions: readonly Mention[], words: TalksWords): string | undefined {
  const visited = mentions.find(({ party, span }) => party && span[0] >= start && span[1] <= end && words.visits.at(text, span[1]));
  if (visited) return visited.party;
  if (!words.knowledge.places.seats?.some((word) => text.startsWith(word, end - word.length))) return undefined;
  return words.coming.has(text, start, end) ? words.knowledge.publishes : undefined;
}

/** A house of a kind that other countries have as well, under the name that the own one has: 迎賓館. */
function isHouse({ kind, text, party }: Mention, words: TalksWords): boolean {
  return kind === 'place' && party !== undefined && words.knowledge.places.ends.includes(text);
}

/** Whether somebody is told to visit another country than the one whose house it would be. */
function isAbroad(text: string, { party }: Mention, mentions: readonly Mention[], words: TalksWords): boolean {
  return mentions.some(
    (one) => one.party && one.party !== party && (one.kind === 'party' || one.kind === 'place') && words.visits.at(text, one.span[1]) !== undefined,
  );
}

function isNameSign(unit: number): boolean {
  return isHan(unit) || isKatakana(unit) || isLatin(unit) || isDigit(unit) || isJoint(unit);
}

/** Where the place begins that a site belongs to: バンコクの首相府, 神奈川県大磯町の旧邸; -1 where none is named. */
function ofPlace(text: string, site: number, start: number, mentions: readonly Mention[], words: TalksWords): number {
  if (site - 1 <= start || !words.occasionJoins.has(text.charCodeAt(site - 1))) return -1;
  let from = site - 1;
  while (from > start && from > site - LONGEST && isNameSign(text.charCodeAt(from - 1))) from--;
  const place = mentions.find((mention) => mention.party && mention.kind === 'place' && mention.span[0] >= from && mention.span[1] < site);
  return place ? place.span[0] : -1;
}

/** The country that one of those who took part was visiting, or the city where the visit took place. */
export function placeVisited(text: string, mentions: readonly Mention[], words: TalksWords, names: Names): Place | undefined {
  for (const [n, mention] of mentions.entries()) {
    if ((mention.kind !== 'party' && mention.kind !== 'place') || mention.text.length < 2 || !mention.party) continue;
    // パラグアイ共和国を訪問中の, ナイロビ(ケニア)を訪問中の
    const end = names.states.at(text, mention.span[1])?.end ?? mention.span[1];
    const at = afterBrackets(text, end, end + LONGEST);
    if (!words.visits.at(text, at) && !(isVisitTold(text, mention, at, words) && !isListed(text, mentions[n - 1], mention, words, names))) continue;
    return { name: mention.text, party: mention.party, basis: 'inferred', span: [...mention.span], rule: 'talks/place-visited' };
  }
  return undefined;
}

/** オマーンを訪問し、…と会談した: the visit is told first, and the talks in it. */
function isVisitTold(text: string, { party }: Mention, at: number, words: TalksWords): boolean {
  const told = words.visited.at(text, at);
  return told !== undefined && isComma(text.charCodeAt(told.end)) && party !== words.knowledge.publishes;
}

/** ギリシャ共和国及び｜スロバキアを訪問し: one of several countries. */
function isListed(text: string, before: Mention | undefined, { span: [start] }: Mention, words: TalksWords, names: Names): boolean {
  if (!before?.party || before.kind !== 'party') return false;
  const end = names.states.at(text, before.span[1])?.end ?? before.span[1];
  return words.lists.at(text, end, start)?.end === start;
}

/** The place in the name of the occasion: 横浜APEC. */
export function placeOfOccasion(text: string, [start, end]: Span, names: Names): Place | undefined {
  for (let i = start; i < end; i++) {
    const found = names.terms.at(text, i, end);
    if (!found?.value.place) continue;
    return { name: text.slice(i, found.end), party: found.value.place, basis: 'inferred', span: [i, found.end], rule: 'talks/place-of-occasion' };
  }
  return undefined;
}
