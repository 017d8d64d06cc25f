/**
 * Countries by one sign, in compounds only.
 *
 *   > 日露外相会談     > 訪日中のラヴロフ     > 米側
 *     ＾＾             　＾ not 中            ＾
 */
import { isBlank } from '../../text/span.ts';
import type { Names } from './knowledge.ts';
import { isDigit, isHan, isKatakana } from './scripts.ts';

export interface Sign {
  readonly at: number;
  readonly party: string;
}

/** More signs than this make no compound. */
const LONGEST = 8;

/**
 * @param floor end of the word before: a sign there begins a compound whatever script stands before it.
 * @returns the signs of the compound that begins at `at`, none where it is no compound.
 */
export function signRunAt(text: string, at: number, floor: number, limit: number, names: Names): Sign[] {
  const first = text.charCodeAt(at);
  if (!names.signs.has(first) || !opens(text, at, floor, names) || names.surnamesOfSigns.at(text, at, limit)) return [];
  const run: Sign[] = [];
  let i = at;
  while (i < limit && run.length < LONGEST) {
    const party = names.signs.get(text.charCodeAt(i));
    if (!party) break;
    run.push({ at: i, party });
    i++;
  }
  while (run.length > 0 && !closes(text, (run[run.length - 1] as Sign).at, limit, names)) run.pop();
  // (伊側): beside such a word any sign alone is a country
  if (
    run.length === 1 &&
    names.guests.at(text, at + 1, limit) &&
    !isKatakana(text.charCodeAt(at - 1)) &&
    (at === floor || !isHan(text.charCodeAt(at - 1)))
  )
    return run;
  // 日・加首脳会談
  if (run.length === 1 && at - 1 === floor && text.charCodeAt(floor) === 0x30fb && names.core.has(text.charCodeAt(floor - 1))) return run;
  const guest = (sign: Sign | undefined) => !sign || !names.core.has(text.charCodeAt(sign.at));
  for (let n = 0; n < run.length; n++) if (guest(run[n]) && guest(run[n - 1]) && guest(run[n + 1])) return [];
  if (run.length >= 2) return run;
  const [sign] = run;
  if (!sign) return [];
  const before = sign.at === floor || !isHan(text.charCodeAt(at - 1)) ? names.before.at(text, at + 1, limit) : undefined;
  if (before && !(at > 0 && isKatakana(text.charCodeAt(at - 1)))) return run;
  return partnerAt(text, at + 1, limit, names) ? run : [];
}

/** 日・インド, 日EU, 日ブラジル: one sign and the full name of the partner. */
function partnerAt(text: string, at: number, limit: number, names: Names): boolean {
  const first = text.charCodeAt(at - 1);
  if (!names.core.has(first)) return false;
  const dotted = text.charCodeAt(at) === 0x30fb;
  const found = names.terms.at(text, dotted ? at + 1 : at, limit);
  if (!found?.value.country && !found?.value.organisation && !(dotted && found?.value.sign)) return false;
  return dotted || !isHan(text.charCodeAt(at));
}

function opens(text: string, at: number, floor: number, names: Names): boolean {
  if (at === 0 || at === floor) return at === 0 || !names.notAfter.has(text.charCodeAt(at - 1));
  const before = text.charCodeAt(at - 1);
  if (isDigit(before) || names.amounts.numerals.has(before) || names.notAfter.has(before)) return false;
  // "13 日": a day whose figure stands apart.
  if (isBlank(before) && at > 1 && isDigit(text.charCodeAt(at - 2))) return false;
  if (isKatakana(text.charCodeAt(at)) && isKatakana(before)) return false;
  // 第10回中日海洋協議: behind the number of a session
  if (names.sessions.after.has(before) && (isDigit(text.charCodeAt(at - 2)) || names.amounts.numerals.has(text.charCodeAt(at - 2)))) return true;
  return names.free.has(text.charCodeAt(at)) || !isHan(before);
}

/** Whether the sign at `at` stands for itself and is not the first of a longer word. */
function closes(text: string, at: number, limit: number, names: Names): boolean {
  if (isKatakana(text.charCodeAt(at)) && at + 1 < limit && isKatakana(text.charCodeAt(at + 1))) return false;
  const found = names.terms.at(text, at, limit);
  if (!found || found.end === at + 1) return true;
  if (found.value.country) return names.notBefore.at(text, at + 1, limit) !== undefined;
  return !found.value.stop && !found.value.none && !found.value.site && !found.value.place;
}

/** One sign after a word of visiting or dealing: 訪日, 対米, 駐英. */
export function signAfterPrefix(text: string, at: number, limit: number, names: Names): Sign | undefined {
  const party = names.signs.get(text.charCodeAt(at));
  if (!party || at >= limit) return undefined;
  return closes(text, at, limit, names) ? { at, party } : undefined;
}
