/** The mission of a country as the one that signs a page: a line at its head that is the mission's name and no more. */
import { trimmed } from '../../../text/span.ts';
import type { Names } from '../../mentions/knowledge.ts';
import type { TalksWords } from '../knowledge.ts';

/** Signs at the head of a page in which its line stands, and how long it may be. */
const HEAD = 160;
const LINE = 40;

/**
 *   > 駐日ロシア連邦大使館     > タイ王国大使館     > 中国駐日大使館     none: 駐日タイ大使館主催の催し
 *     　　＾＾＾              ＾＾              ＾＾
 */
export function missionSigning(text: string, words: TalksWords, names: Names): { readonly party: string; readonly name: string } | undefined {
  const limit = Math.min(HEAD, text.length);
  for (let start = 0; start < limit; ) {
    const stop = text.indexOf('\n', start);
    const line = trimmed(text, [start, stop < 0 ? text.length : stop]);
    const party = line[1] - line[0] <= LINE ? senderIn(text, line, words, names) : undefined;
    if (party) return { party, name: text.slice(...line) };
    if (stop < 0) break;
    start = stop + 1;
  }
  return undefined;
}

function senderIn(text: string, [start, end]: readonly [number, number], words: TalksWords, names: Names): string | undefined {
  let at = hostEnd(text, start, end, names);
  const land = names.terms.at(text, at, end);
  if (!land?.value.country) return undefined;
  at = names.states.at(text, land.end, end)?.end ?? land.end;
  if (at > start && hostEnd(text, start, end, names) === start) at = hostEnd(text, at, end, names);
  return words.missions.at(text, at, end)?.end === end ? land.value.country : undefined;
}

/** Behind 駐日, 在日, 駐日本国; where none stands the same place. */
function hostEnd(text: string, at: number, end: number, names: Names): number {
  const sent = names.terms.at(text, at, end);
  if (!sent?.value.accredited) return at;
  const host = names.terms.at(text, sent.end, end);
  if (host?.value.country) return names.states.at(text, host.end, end)?.end ?? host.end;
  return names.signs.has(text.charCodeAt(sent.end)) ? sent.end + 1 : at;
}
