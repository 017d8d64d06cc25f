/**
 * Who took part, as the sentence about the talks tells it. Who is merely mentioned in it did not.
 *
 *   > 岸田総理大臣は、故安倍元総理の国葬儀のため来日したモディ・インド首相と会談した
 *     ＾＾＾＾＾＾　　　　　　　　　　　　　　　　　　　＾＾＾＾＾＾＾＾
 */
import { isComma, isStop } from '../../../language/abilities/head-final.ts';
import type { Mention } from '../../../record/reading.ts';
import type { Span } from '../../../text/span.ts';
import { isBlank } from '../../../text/span.ts';
import type { TalksWords } from '../knowledge.ts';
import { afterBrackets } from './encounters.ts';

/** From one person of a list to the next there are no more signs than this: 訪日中の, 米国を訪れている. */
const APART = 60;

/**
 * @param mentions those of the sentence, in order.
 * @param end where the talks are named: who stands behind it is looked at only when nobody stands before it.
 * @returns indexes into `mentions`, in order.
 */
export function attendance(text: string, sentence: Span, mentions: readonly Mention[], end: number, words: TalksWords): number[] {
  const result: number[] = [];
  let next = -1;
  for (let i = mentions.length - 1; i >= 0; i--) {
    const mention = mentions[i] as Mention;
    // 国連の某事務総長、某国の大統領とそれぞれ会談した: whom the list only calls by an office holds it together
    if (mention.span[1] > end || (mention.kind !== 'person' && mention.kind !== 'office')) continue;
    let at = mention.span[1];
    for (let n = 0; n < 2; n++) {
      at = blanks(text, at, sentence[1]);
      at = afterBrackets(text, at, sentence[1]);
    }
    at = blanks(text, at, sentence[1]);
    const role = words.roles.at(text, at, sentence[1]);
    const list = words.lists.at(text, at, sentence[1]);
    const listed = list && next >= 0 && (mentions[next] as Mention).span[0] - list.end <= APART;
    const among = role || list ? undefined : amongRanks(text, at, sentence[1], words);
    if (role?.value === 'in' || listed || among || (!role && isMetAt(text, at, sentence[1], words))) {
      if (role?.value === 'none') continue;
      if (mention.kind === 'person') result.unshift(i);
      next = i;
    }
  }
  const listed = inBrackets(text, sentence, mentions, end, words).filter((i) => !result.includes(i));
  return listed.length > 0 ? [...result, ...listed].sort((a, b) => a - b) : result;
}

/** 某国側要人(A外相、B国防相)｜と会談した: all whom the brackets list behind the word for what they are. */
function inBrackets(text: string, [start, limit]: Span, mentions: readonly Mention[], end: number, words: TalksWords): number[] {
  const result: number[] = [];
  for (const rank of words.ranks.all(text, start, end)) {
    const close = afterBrackets(text, rank.end, limit);
    if (close === rank.end || words.roles.at(text, close, limit)?.value !== 'in') continue;
    mentions.forEach(({ kind, span: [from, to] }, i) => {
      if (kind === 'person' && from > rank.end && to < close) result.push(i);
    });
  }
  return result;
}

/** Between 等 and the word for what they are stand no more signs: 某国側. */
const SIDE = 14;

/** 某大臣等某国側要人｜と会談した: one of several who were met. */
function amongRanks(text: string, at: number, limit: number, words: TalksWords): boolean {
  const more = words.more.at(text, at, limit);
  if (!more) return false;
  const rank = words.ranks.all(text, more.end, Math.min(limit, more.end + SIDE))[0];
  return rank !== undefined && words.roles.at(text, rank.end, limit)?.value === 'in';
}

/** A place between who was met and the word for the talks has no more signs. */
const PLACE = 24;

/** 某首相｜を都内のホテルにおいて表敬 */
function isMetAt(text: string, at: number, limit: number, words: TalksWords): boolean {
  const before = words.before.at(text, at, limit);
  if (!before) return false;
  const end = Math.min(limit, before.end + PLACE);
  for (let i = before.end; i < end && !isStopped(text.charCodeAt(i)); i++) {
    const place = words.placeSure.at(text, i, limit);
    if (place) return words.encounters.at(text, place.end, limit) !== undefined;
  }
  return false;
}

function isStopped(unit: number): boolean {
  return isComma(unit) || isStop(unit);
}

function blanks(text: string, at: number, limit: number): number {
  let i = at;
  while (i < limit && isBlank(text.charCodeAt(i))) i++;
  return i;
}
