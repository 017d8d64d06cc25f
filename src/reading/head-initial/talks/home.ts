/**
 * Whose a page is where nobody who is known publishes it: whoever writes at home names those of its own without their country.
 *
 *   > Foreign Minister Moe received the Chilean Ambassador to Norway. … relations between Norway and Chile …
 *     ^^^^^^^^^^^^^^^^^^^^                           ^^^^^^^^^                           ^^^^^^
 *     of whom nothing is told                        the host                           paired with the other side
 *
 * 1 the side of somebody who met is no evidence of another's; 2 one country must stand out, or there is none.
 */
import type { Token } from '../../../language/abilities/spaced-words.ts';
import type { Pack } from '../../../language/pack.ts';
import { countryOfAddress } from '../../../record/hosts.ts';
import type { Mention } from '../../../record/reading.ts';
import type { Sentence } from '../../sentences.ts';
import { isCountry } from '../../talks/telling/level.ts';
import { clausesWordsOf } from '../clauses/words.ts';
import { namesOf } from '../names.ts';
import { wordsOf } from '../words.ts';
import type { Telling } from './telling.ts';
import { mentionsIn } from './within.ts';
import type { TalksWords } from './words.ts';

/** What each kind of evidence weighs; a country named and no more weighs one. */
const NAMED = 1;
const SIDE = 2;
const HOST = 3;
const PAIR = 3;
const SITE = 4;
const DATELINE = 2;
/** What one country must weigh, and more than the next. */
const ENOUGH = 3;
const AHEAD = 2;
/** No more sentences are looked at, no more words of a dateline. */
const MOST = 40;
const LINE = 10;

/**
 * @param sentences the title and the body.
 * @param own who publishes, where it is known: then it is the other side that is looked for, by what it is paired with alone.
 * @returns undefined where all who met have a side, or no country stands out.
 */
export function homeOf(
  text: string,
  sentences: readonly Sentence[],
  telling: Telling | undefined,
  given: readonly Mention[],
  url: string | undefined,
  talks: TalksWords,
  pack: Pack,
  own?: string,
): string | undefined {
  const met = telling && [...telling.before, ...telling.behind];
  if (!met?.some(({ kind, party }) => (kind === 'person' || kind === 'office') && party === undefined)) return undefined;
  // the talks between Norway and Chile: who met is of one of them
  const others = new Set(met.flatMap(({ kind, party }) => (kind !== 'party' && party ? [party] : [])));
  if (own) {
    if (others.size > 1 || (others.size === 1 && !others.has(own))) return undefined;
    others.add(own);
  }
  const words = clausesWordsOf(pack);
  const names = pack.initial?.names && namesOf(pack.initial.names);
  if (!words || !names) return undefined;
  const weights = new Map<string, number>();
  const add = (party: string | undefined, weight: number) => {
    if (party && !others.has(party) && isCountry(party)) weights.set(party, (weights.get(party) ?? 0) + weight);
  };
  if (!own) add(countryOfAddress(url), SITE);
  sentences.slice(0, MOST).forEach((sentence) => {
    const tokens = wordsOf(text, sentence, pack);
    const mentions = mentionsIn(given, sentence.span);
    for (const { key } of tokens) pair(key.split('-').map((part) => names.lands.get(part)));
    let before: { party: string; end: number } | undefined;
    mentions.forEach((mention) => {
      const start = tokens.findIndex(({ end }) => end > mention.span[0]);
      let end = start;
      while (end < tokens.length && (tokens[end] as Token).start < mention.span[1]) end++;
      if (mention.kind === 'place' || mention.kind === 'party') dateline(tokens, start, end, mention.party);
      if (mention.kind === 'person' || mention.kind === 'office') accredited(tokens, start, end);
      if (mention.kind === 'person' || mention.kind === 'place' || !mention.party) return;
      const article = words.determiners.has(tokens[start - 1]?.key ?? '') ? start - 1 : start;
      const hosted = isHosted(tokens, article);
      const sided = mention.kind === 'office' || words.side.has(tokens[end]?.key ?? '');
      add(mention.party, hosted ? HOST : sided ? SIDE : own ? 0 : NAMED);
      if (before && words.and.has(tokens[before.end]?.key ?? '') && before.end === article - 1) pair([before.party, mention.party]);
      before = { party: mention.party, end };
    });
  });
  const [best, next] = [...weights].sort(([, a], [, b]) => b - a);
  if (!best || best[1] < ENOUGH || best[1] - (next?.[1] ?? 0) < AHEAD) return undefined;
  return best[0];

  function isHosted(tokens: readonly Token[], at: number): boolean {
    return [1, 2, 3].some((length) => talks.hosts.at(tokens, at - length, at)?.end === at);
  }

  /** the Chilean Ambassador to Norway: the host inside an office. */
  function accredited(tokens: readonly Token[], from: number, to: number): void {
    for (let i = from; i < to; i++) {
      const article = words?.determiners.has(tokens[i - 1]?.key ?? '') ? i - 1 : i;
      const land = isHosted(tokens, article) ? names?.terms.at(tokens, i) : undefined;
      if (land?.value.kind === 'country') add(land.value.party, HOST);
    }
  }

  /** Norway and Chile, Norway-Chile: where one is the other side. */
  function pair(parties: readonly (string | undefined)[]): void {
    if (parties.length === 2 && parties.some((party) => party && others.has(party))) for (const party of parties) add(party, PAIR);
  }

  /** OSLO, Norway – : what stands before the first dash. */
  function dateline(tokens: readonly Token[], start: number, end: number, party: string | undefined): void {
    if (start < 2 && tokens.slice(end, LINE).some(({ key, kind }) => kind === 'mark' && talks.knowledge.dashes.includes(key))) add(party, DATELINE);
  }
}
