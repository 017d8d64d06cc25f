/** The parties in the name of talks: 日露外相会談, 日・ベトナム戦略対話. */
import type { Mention } from '../../../record/reading.ts';
import { fold } from '../../../text/fold.ts';
import { firstFrom, isBlank, type Span } from '../../../text/span.ts';
import { scanMentions } from '../../mentions/scan.ts';
import { hasKana, isJoint, isLatin } from '../../mentions/scripts.ts';
import { signRunAt } from '../../mentions/signs.ts';
import type { Page } from '../page.ts';
import type { Encounter } from './encounters.ts';

/** A colon and an equals sign. */
const PARTS: ReadonlySet<number> = new Set([0x3a, 0x3d]);

const OPEN = 0x28;

/** Between the parties and the word for the talks there are no more signs than this. */
const APART = 16;

/**
 * In the order of the text; [] where the title names none.
 * @param glued nothing but words of the name stands between the parties and the word for the talks.
 * The title is read anew without the word for the talks, so that no longer name swallows the parties.
 */
export function partiesNamed(page: Page, title: Span, named: Encounter, glued = false): readonly string[] {
  // Whether a page is an account, of whom and where is asked of the same name again and again.
  const key = (title[0] * (page.text.length + 1) + named.span[0]) * 2 + (glued ? 1 : 0);
  let parties = page.namings.get(key);
  if (parties === undefined) {
    parties = partiesIn(page, title, named, glued);
    page.namings.set(key, parties);
  }
  return parties;
}

function partiesIn({ text, words, names }: Page, title: Span, named: Encounter, glued: boolean): string[] {
  const inside: Mention[] = [];
  scanMentions(text, [{ span: [title[0], named.span[0]] }], names, inside);
  const result: string[] = [];
  let [at] = named.span;
  let listed = false;
  for (let i = inside.length - 1; i >= 0; i--) {
    const mention = inside[i] as Mention;
    // 日・トルコ外務省間協議, 日・カナダ次官級「2+2」対話: a body or a mechanism is no party.
    if (result.length === 0 && !mention.party && (mention.kind === 'organisation' || mention.kind === 'mechanism')) {
      // 日米経済政策協議委員会次官級協議: the mechanism names them.
      const signs = mention.kind === 'mechanism' ? signRunAt(text, mention.span[0], mention.span[0], mention.span[1], names) : [];
      if (signs.length > 1) return signs.map(({ party }) => party);
      // G7外相会合: those who meet under the name
      const body = words.bodies.at(text, mention.span[0], mention.span[1])?.value;
      if (body && at - mention.span[1] <= APART && !hasKana(text, mention.span[1], at)) {
        result.push(body);
        [at] = mention.span;
      }
      continue;
    }
    // 日韓環境大臣会談: an office that nobody of them is named with tells who met, and not for whom
    if (result.length === 0 && !mention.party && mention.kind === 'office' && mention.span[1] === named.span[0]) {
      [at] = mention.span;
      continue;
    }
    if (!mention.party || (mention.kind !== 'party' && mention.kind !== 'organisation')) break;
    // 日本とA国、B国による会合; 日米豪3か国の会談
    const told = result.length === 0 ? words.together.at(text, mention.span[1], at) : undefined;
    if (told?.value === 'by') listed = true;
    const end = told?.end ?? mention.span[1];
    const gap = at - end;
    const near =
      result.length === 0
        ? gap <= APART && !hasColon(text, end, at) && !(glued && hasKana(text, end, at)) && !words.occasionsInTitle.has(text, end, at)
        : gap <= 0 || (gap === 1 && isJoint(text.charCodeAt(end))) || (listed && words.lists.at(text, end, at)?.end === at);
    if (!near) break;
    if (!result.includes(mention.party)) result.unshift(mention.party);
    [at] = mention.span;
  }
  // ASEAN+3(日中韓)外相会議: who the three are, beside the body
  const before = fold(text.charCodeAt(at - 1)) === OPEN ? inside.findLast(({ span: [, end] }) => end === at - 1) : undefined;
  const body = before && (before.party ?? words.bodies.at(text, before.span[0], before.span[1])?.value);
  if (body && result.length > 1 && !result.includes(body)) result.push(body);
  // 日・CLV(カンボジア・ラオス・ベトナム)外相会談: those of one name, in brackets behind it
  const from = result.length > 1 ? beforeLetters(text, at, title[0]) : at;
  const sign = from < at && isJoint(text.charCodeAt(from - 1)) ? names.signs.get(text.charCodeAt(from - 2)) : undefined;
  if (sign && !result.includes(sign)) result.unshift(sign);
  return listed && result.length < 2 ? [] : result;
}

/** Where the letters begin behind which brackets open right before `at`. */
function beforeLetters(text: string, at: number, floor: number): number {
  let from = at - 1;
  if (from <= floor || fold(text.charCodeAt(from)) !== 0x28) return at;
  while (from > floor && isLatin(text.charCodeAt(from - 1))) from--;
  return from < at - 1 ? from : at;
}

/** 韓国 某大臣, 韓国:某長官との会談: in a heading, the country that stands before a person apart. */
export function landBefore({ text, mentions }: Page, { span: [start] }: Mention): string | undefined {
  let at = start;
  while (
    at > 0 &&
    start - at < APART &&
    (isBlank(text.charCodeAt(at - 1)) || fold(text.charCodeAt(at - 1)) === 0x3a) &&
    text.charCodeAt(at - 1) !== 0x0a
  )
    at--;
  const before = at < start ? mentions[firstFrom(mentions, at) - 1] : undefined;
  return before?.kind === 'party' && before.span[1] === at ? before.party : undefined;
}

/** 某上級大臣(カンボジア): the country in brackets behind a person, and nothing else in them. */
export function landBehind({ text, mentions }: Pick<Page, 'text' | 'mentions'>, { span: [, end] }: Mention): string | undefined {
  if (fold(text.charCodeAt(end)) !== 0x28) return undefined;
  const land = mentions[firstFrom(mentions, end)];
  return land?.kind === 'party' && land.span[0] === end + 1 && fold(text.charCodeAt(land.span[1])) === 0x29 ? land.party : undefined;
}

/** The country that sent somebody, and where the page tells it first. */
interface Sender {
  readonly party: string | undefined;
  readonly at: number;
}

/** By the name of those whom a country sent. */
const sent = new WeakMap<readonly Mention[], ReadonlyMap<string, Sender>>();

/** 韓国からは某長官が出席した: the country that sent somebody, told before of one of that name. */
export function senderOf({ text, mentions, words }: Page, { name, span }: Mention): string | undefined {
  let senders = sent.get(mentions);
  if (!senders) {
    const found = new Map<string, Sender>();
    for (let i = 1; i < mentions.length; i++) {
      const [land, one] = [mentions[i - 1] as Mention, mentions[i] as Mention];
      if (one.kind !== 'person' || !one.name || land.kind !== 'party' || found.has(one.name)) continue;
      const from = words.from.at(text, land.span[1], one.span[0]);
      if (from?.end === one.span[0]) found.set(one.name, { party: land.party, at: one.span[0] });
    }
    senders = found;
    sent.set(mentions, senders);
  }
  const one = name === undefined ? undefined : senders.get(name);
  return one && one.at < span[0] ? one.party : undefined;
}

/** 在名古屋中国総領事館の｜某総領事, 北朝鮮政府代表団の｜某部長: who sits in the mission of a country, or is of those whom it sends, is of it. */
export function missionBefore({ text, mentions, words, names }: Page, { span: [start] }: Mention): string | undefined {
  const before = mentions[firstFrom(mentions, start) - 1];
  if (before?.kind !== 'party' || !before.party) return undefined;
  const to = names.states.at(text, before.span[1], start)?.end ?? before.span[1];
  const mission = words.missions.at(text, to, start) ?? words.delegations.at(text, to, start);
  // 3 訪問者 在名古屋中国総領事館 某総領事: in a form a blank joins them
  const between = mission && text.slice(mission.end, start);
  const joined = between !== undefined && (between === ' ' || between === '\u3000' || words.knowledge.visits.joins.includes(between));
  if (!joined) return undefined;
  // 中華人民共和国駐日本国大使館の: the country that sends stands before the one in which the mission sits
  const sent = before.span[0] - 1;
  const sender = names.terms.at(text, sent, before.span[0])?.value.accredited ? mentions[firstFrom(mentions, start) - 2] : undefined;
  return sender?.kind === 'party' && sender.span[1] === sent ? sender.party : before.party;
}

/** 中国駐福岡総領事に着任した｜某総領事: the country of the office that somebody is told to have taken up, right before the name. */
export function postedAs({ text, mentions, words }: Page, { span: [start] }: Mention): string | undefined {
  if (!words.knowledge.visits.posted?.some((word) => text.endsWith(word, start))) return undefined;
  const before = mentions[firstFrom(mentions, start) - 1];
  return before?.kind === 'office' && before.role === 'ambassador' && start - before.span[1] <= POSTED ? before.party : undefined;
}

/** From an office to the word that tells that somebody took it up there are no more signs. */
const POSTED = 24;

/** メキシコを訪問:政府要人との会談, 北朝鮮に憂慮=対話の原則: two parts of a headline. */
function hasColon(text: string, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (PARTS.has(fold(text.charCodeAt(i)))) return true;
  return false;
}
