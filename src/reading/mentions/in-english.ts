/**
 * The country that the brackets behind a name tell in English, where the text itself tells none.
 *
 *   > マームード外相(H. E. Dr. Hasan Mahmud, Minister of Foreign Affairs of the People's Republic of Bangladesh)
 *                                                                                             ＾＾＾＾＾＾＾＾＾＾ BD
 *
 * Mentions stay in their order; only persons whose country is not told get one, inferred.
 */

import { named } from '../../record/names.ts';
import type { Mention } from '../../record/reading.ts';
import { fold } from '../../text/fold.ts';
import { isBlank } from '../../text/span.ts';
import { isLatin } from './scripts.ts';

/** Name, office and country have no more signs. */
const REMARK = 240;
const OPEN = 0x28;
const CLOSE = 0x29;
/** Before the country, and behind it where it sends somebody to another. */
const OF = /\bof (?:the )?/g;
const TO = / to |[,;]/;

export function addCountriesInEnglish(text: string, mentions: Mention[]): void {
  for (const mention of mentions) {
    if (mention.kind !== 'person' || mention.party) continue;
    const remark = remarkBehind(text, mention.span[1]);
    const party = remark && countryIn(remark);
    if (party) Object.assign(mention, { party, basis: 'inferred', rule: 'mentions/country-in-english' });
  }
}

/** What stands in the brackets right behind, where it begins in Latin letters. */
function remarkBehind(text: string, from: number): string | undefined {
  if (fold(text.charCodeAt(from)) !== OPEN) return undefined;
  let start = from + 1;
  while (isBlank(text.charCodeAt(start))) start++;
  if (!isLatin(text.charCodeAt(start))) return undefined;
  for (let i = start; i < text.length && i - start < REMARK; i++) if (fold(text.charCodeAt(i)) === CLOSE) return text.slice(start, i);
  return undefined;
}

/** The longest name of a country behind "of": the Republic of Korea, before Korea alone. */
function countryIn(remark: string): string | undefined {
  for (const { index, 0: word } of remark.matchAll(OF)) {
    const [name = ''] = remark.slice(index + word.length).split(TO);
    const country = named(name).find(({ kind }) => kind === 'country');
    if (country) return country.code;
  }
  return undefined;
}
