/**
 * What the text names: persons with their offices, offices alone, parties, places, organisations, mechanisms and amounts.
 *
 *   > 前原外務大臣は、ラヴロフ・ロシア外務大臣と会談し
 *     ＾＾＾＾＾＾　　＾＾＾＾＾＾＾＾＾＾＾＾
 */
import type { Pack } from '../language/pack.ts';
import type { Mention } from '../record/reading.ts';
import { scanMentions as scanInitial } from './head-initial/mentions.ts';
import { addFirstSigns } from './mentions/first-signs.ts';
import { addGivenNames } from './mentions/given-names.ts';
import { addCountriesInEnglish } from './mentions/in-english.ts';
import { namesOf } from './mentions/knowledge.ts';
import { addBodiesByLetters } from './mentions/letters.ts';
import { scanMentions } from './mentions/scan.ts';
import type { Sentence } from './sentences.ts';
import type { Stage } from './stage.ts';

/**
 * Every mention in the sentences, in the order of the text, none overlapping, each within one sentence.
 *
 * @returns spans in UTF-16 units of `text`. `name` is without title or country. `party` is there only where the words say it
 * (stated) or where one party alone has the office (inferred); `findTalks` adds what the cast of the talks tells. Never throws.
 * Source: languages/<code>/names.yaml.
 */
export function findMentions(text: string, sentences: readonly Sentence[], pack: Pack): Stage<Mention[]> {
  const value: Mention[] = [];
  if (pack.initial) scanInitial(text, sentences, pack, value);
  if (!pack.names) return { value, issues: [] };
  const names = namesOf(pack.names);
  scanMentions(text, sentences, names, value);
  addGivenNames(text, value);
  addFirstSigns(text, names, value);
  addBodiesByLetters(text, value, names);
  addCountriesInEnglish(text, value);
  return { value, issues: [] };
}
