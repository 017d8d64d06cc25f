/**
 * Further talks on a page that tells of several: a paragraph that opens with the publisher's own side meeting somebody else.
 *
 *   > The Prime Minister also spoke to Prime Minister Key of New Zealand. …
 *     ^^^^^^^^^^^^^^^^^^      ^^^^^    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
 *
 * 1 what is told of another day, or without a name, opens no talks of its own.
 */
import type { Pack } from '../../../language/pack.ts';
import type { DateMention, Mention } from '../../../record/reading.ts';
import { firstFrom } from '../../../text/span.ts';
import type { Sentence } from '../../sentences.ts';
import { alike, type Person, partsOf } from './cast.ts';
import { type Telling, tellingOf } from './telling.ts';
import type { TalksWords } from './words.ts';

/** No page tells of more. */
const MOST = 40;

export function furtherTellings(
  text: string,
  body: readonly Sentence[],
  first: Telling,
  cast: readonly Person[],
  given: readonly Mention[],
  dates: readonly DateMention[],
  own: string,
  words: TalksWords,
  pack: Pack,
): Telling[] {
  const result: Telling[] = [];
  const met = cast.map(({ parts }) => parts);
  const day = dayOf(first.sentence, dates);
  let before = first.sentence.passage.index;
  for (const sentence of body) {
    if (result.length >= MOST) break;
    const { index } = sentence.passage;
    if (index <= before) continue;
    before = index;
    const telling = tellingOf(text, sentence, given, words, pack);
    if (!telling || telling.before.some(({ party, name }) => (party !== undefined && party !== own) || isOther(name))) continue;
    if (telling.before.length === 0) continue;
    const names = telling.behind.filter(({ name, party }) => name && party && party !== own);
    if (names.length === 0 || names.some(({ name }) => met.some((parts) => alike(parts, partsOf(name as string))))) continue;
    const told = dayOf(sentence, dates);
    if (told !== undefined && told !== day) continue;
    result.push(telling);
    for (const { name } of names) met.push(partsOf(name as string));
  }
  return result;

  /** Somebody who met the publisher's side before. */
  function isOther(name: string | undefined): boolean {
    return name !== undefined && cast.some(({ parts, party }) => party !== own && alike(parts, partsOf(name)));
  }
}

/** The day, or what else of a time, a sentence tells. */
function dayOf({ span }: Sentence, dates: readonly DateMention[]): string | undefined {
  for (let i = firstFrom(dates, span[0]); i < dates.length && (dates[i] as DateMention).span[1] <= span[1]; i++) {
    const { edtf, duration, text } = dates[i] as DateMention;
    if (!duration) return edtf?.slice(0, 10) ?? text;
  }
  return undefined;
}
