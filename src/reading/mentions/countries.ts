/** The country that is written before a name or an office. */
import type { Mention } from '../../record/reading.ts';
import type { Names } from './knowledge.ts';
import { isHan, isJoint, isKatakana } from './scripts.ts';

/** The name of an agency has no more signs. */
const AGENCY = 16;

/** 米国バイデン大統領, ロシアのラヴロフ外相, 韓国・尹錫悦大統領, 某国の某庁の某長官; `mentions` are those before it, the last of them next to it. */
export function countryBefore(text: string, at: number, mentions: readonly Mention[], names: Names): string | undefined {
  const before = mentions.at(-1);
  if (before?.kind === 'place' && !before.party) return landOfPlace(text, at, before.span, mentions.at(-2), names);
  if (before?.kind !== 'party' && before?.kind !== 'organisation') return undefined;
  const joined = names.countryJoints.has(text.charCodeAt(at - 1));
  if (joined && before.kind === 'organisation' && !before.party && before.span[1] === at - 1) return agencyOf(before.span[0], mentions);
  if (!before.party) return undefined;
  if (joined && before.kind === 'party' && isAgency(text, before, at - 1, mentions, names)) return before.party;
  if (joined && before.kind === 'party' && isTown(text, before.span[1], at - 1, names)) return before.party;
  // カンボジア農林水産省｜サコン大臣
  const glued = isKatakana(text.charCodeAt(at)) && isHan(text.charCodeAt(at - 1));
  if (glued && before.kind === 'party' && isAgency(text, before, at, mentions, names)) return before.party;
  if (before.span[1] - before.span[0] < 2 && before.span[1] !== at) return undefined;
  // フィリピン共和国のパスクアル大臣
  const [, name] = before.span;
  const joint = isJoint(text.charCodeAt(name)) ? name + 1 : name;
  const end = names.states.at(text, joint, at)?.end ?? name;
  const gap = at - end;
  if (gap === 0) return before.span[1] - before.span[0] > 1 ? before.party : undefined;
  return gap === 1 && names.countryJoints.has(text.charCodeAt(end)) ? before.party : undefined;
}

/** ウランバートル市の｜バトバヤル副市長, ハワイ州の｜イゲ知事: the country of the town or province that somebody has an office of. */
export function landOfTown(text: string, at: number, town: Mention | undefined, { countryJoints, terms }: Names): string | undefined {
  if (town?.kind !== 'place' || !town.party || !countryJoints.has(text.charCodeAt(at - 1))) return undefined;
  const end = at - 1;
  const suffix = terms.at(text, end - 1, end)?.value.placeSuffix === true;
  // 大阪府の, 浙江省の: a name that is known whole, and no city's alone (北京の某大使)
  const whole = town.span[1] === end && town.text.length > 2 && isHan(text.charCodeAt(end - 1));
  return (suffix && end - town.span[1] <= 1) || whole ? town.party : undefined;
}

/** 福岡県｜国際局の｜某局長, 福岡県｜議会の｜某副議長: the country of the town or province of whose body somebody is, which its last sign tells. */
export function landOfBody(text: string, at: number, town: Mention | undefined, { countryJoints, agencies }: Names): string | undefined {
  if (town?.kind !== 'place' || !town.party || !countryJoints.has(text.charCodeAt(at - 1))) return undefined;
  const [, from] = town.span;
  const end = at - 1;
  if (end - from < 2 || end - from > AGENCY) return undefined;
  for (let i = from; i < end; i++) if (!isHan(text.charCodeAt(i))) return undefined;
  return agencies.some((word) => text.startsWith(word, end - word.length)) ? town.party : undefined;
}

/** ドイツ・ダルムシュタット市の: a place that no list knows, joined to its country, by its last sign. */
function isTown(text: string, from: number, end: number, { terms }: Names): boolean {
  if (!isJoint(text.charCodeAt(from)) || end - from > AGENCY || !terms.at(text, end - 1, end)?.value.placeSuffix) return false;
  for (let i = from + 1; i < end; i++) if (!isHan(text.charCodeAt(i)) && !isKatakana(text.charCodeAt(i))) return false;
  return true;
}

/** ドイツ・ケルペン市の｜ワーグナー市長: the same where it is taken for a place. */
function landOfPlace(
  text: string,
  at: number,
  [start, end]: Mention['span'],
  land: Mention | undefined,
  { countryJoints }: Names,
): string | undefined {
  if (land?.kind !== 'party' || land.text.length < 2 || start - land.span[1] > 1 || at - end > 1) return undefined;
  const isJoined = (from: number, to: number) => from === to || countryJoints.has(text.charCodeAt(from)) || isJoint(text.charCodeAt(from));
  return isJoined(land.span[1], start) && isJoined(end, at) ? land.party : undefined;
}

/** 韓国外交部の: the country that stands right before a body which many have; of a pair (日米防衛省の) it is neither's. */
function agencyOf(start: number, mentions: readonly Mention[]): string | undefined {
  const land = mentions.at(-2);
  return land?.kind === 'party' && land.span[1] === start && !isPaired(mentions.slice(0, -1)) ? land.party : undefined;
}

/** アメリカ｜環境保護庁｜の: an agency that no list knows, by its last sign. */
function isAgency(text: string, { span }: Mention, end: number, mentions: readonly Mention[], { agencies }: Names): boolean {
  const [, from] = span;
  if (end - from < 2 || end - from > AGENCY || isPaired(mentions)) return false;
  for (let i = from; i < end; i++) if (!isHan(text.charCodeAt(i)) && !isKatakana(text.charCodeAt(i))) return false;
  return agencies.some((word) => end - word.length > from && text.startsWith(word, end - word.length));
}

/** Whether the last mention is a country right behind another: 日韓. */
function isPaired(mentions: readonly Mention[]): boolean {
  const [first, last] = [mentions.at(-2), mentions.at(-1)];
  return first?.kind === 'party' && last !== undefined && first.span[1] === last.span[0];
}
