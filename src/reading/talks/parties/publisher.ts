/**
 * Who publishes the page: by its address; by a ministry that stands for itself in a short line at its head or its foot; by who holds the rights
 * or reports, told at either end; else by the order in which it names the two sides of a relation, for whoever writes puts the own side first.
 *
 *   > 日露関係     > 露日両国
 *     ＾           ＾
 *
 * 1 a ministry inside a sentence or before an office (外務省アジア大洋州局長) publishes nothing; 2 the order tells the side alone, and only
 * where it is told more than once, or on a page with an ambassador sent to that home, and nowhere more often the other way round: a body may have
 * the other side first in its name (露日友好協会).
 */
import type { Found, Scanner } from '../../../language/scan.ts';
import { publisherOfAddress } from '../../../record/hosts.ts';
import type { Mention } from '../../../record/reading.ts';
import { isBlank } from '../../../text/span.ts';
import type { Names } from '../../mentions/knowledge.ts';
import { isJoint } from '../../mentions/scripts.ts';
import type { TalksWords } from '../knowledge.ts';
import { missionSigning } from './missions.ts';
import { isSentTo } from './posts.ts';

/** Signs at either end of the text that are looked at. */
const EDGE = 400;
/** A line longer than this is a sentence. */
const LINE = 60;
/** The order of the sides is believed that is told so often. */
const ORDER = 2;

export interface Publisher {
  readonly party: string;
  readonly name: string;
}

export function publisherOf(text: string, url: string | undefined, words: TalksWords, names: Names): Publisher | undefined {
  const host = publisherOfAddress(url);
  if (host) return host;
  const found = atEdges(text, words.publishers).find(({ start, end }) => standsAlone(text, start, end));
  if (found) return { party: found.value, name: text.slice(found.start, found.end) };
  return atEdges(text, words.signatures)[0]?.value ?? missionSigning(text, words, names);
}

function atEdges<V>(text: string, scanner: Scanner<V>): Found<V>[] {
  const foot = scanner.all(text, Math.max(0, text.length - EDGE), text.length);
  return [...foot, ...scanner.all(text, 0, Math.min(EDGE / 2, text.length))];
}

/** The side that the page itself is of: its publisher's, else the one that it puts before the home of its language, else that. */
export function ownSideOf(text: string, mentions: readonly Mention[], publisher: Publisher | undefined, words: TalksWords, names: Names): string {
  const home = words.knowledge.publishes;
  if (publisher) return publisher.party;
  const firsts = new Map<string, number>();
  let unquoted = 0;
  for (let i = 1; i < mentions.length; i++) {
    const one = mentions[i - 1] as Mention;
    const other = mentions[i] as Mention;
    if (one.kind !== 'party' || other.kind !== 'party' || !one.party || !other.party) continue;
    if ((one.party === home) === (other.party === home) || !isBeside(text, one.span[1], other.span[0])) continue;
    if (!words.relations.at(text, other.span[1])) continue;
    firsts.set(one.party, (firsts.get(one.party) ?? 0) + 1);
    // 某総領事は、「韓日関係の未来…」と述べた: those whose words are quoted have an order of their own
    if (!isQuoted(text, one.span[0])) unquoted++;
  }
  // 駐日大使, or 何総領事は…: on a page with one whom countries send, where nobody puts the home first
  const sent = mentions.some(({ office }) => office && isSentTo(office, home, names));
  const order = firsts.size === 1 && (sent || (unquoted > 0 && mentions.some(({ role }) => role === 'ambassador'))) ? 1 : ORDER;
  for (const [party, times] of firsts) if (times >= order && times > (firsts.get(home) ?? 0)) return party;
  return home;
}

/** A quotation that is looked for begins within so many signs. */
const QUOTED = 400;

export function isQuoted(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - QUOTED), at);
  return before.lastIndexOf('\u300c') > before.lastIndexOf('\u300d');
}

/** 日韓, 日・モロッコ. */
export function isBeside(text: string, from: number, to: number): boolean {
  return to === from || (to === from + 1 && isJoint(text.charCodeAt(from)));
}

function standsAlone(text: string, start: number, end: number): boolean {
  const from = text.lastIndexOf('\n', start - 1) + 1;
  const stop = text.indexOf('\n', end);
  const to = stop < 0 ? text.length : stop;
  if (to - from > LINE) return false;
  const after = text.charCodeAt(end);
  return end >= to || isBlank(after) || !isLetter(after);
}

function isLetter(unit: number): boolean {
  return (unit >= 0x3041 && unit <= 0x30ff) || (unit >= 0x3400 && unit <= 0x9fff);
}
