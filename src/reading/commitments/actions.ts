/**
 * Named deeds with an object: who is to do what for whom.
 *
 *   > ロシア側が輸入制限を来年3月に撤廃すること
 *     ＾＾＾＾　＾＾＾＾を　　　　　＾＾
 *
 * 1 a deed needs an object that can be seen: 協力 and 努力 are none; 2 deeds that are common elsewhere count with a day, a number or
 * an express promise only.
 */
import type { Scanner } from '../../language/scan.ts';
import { isQuoteEnd } from '../../text/quotes.ts';
import { boundBy, doerOf } from './actors.ts';
import { goesToRegion } from './aid.ts';
import { isApart } from './due.ts';
import { clauseStart, type Grade, gradeOf, type Item } from './items.ts';
import { others, type Promised, promised } from './promised.ts';
import type { How } from './words.ts';

/** An object stands at most this far before its deed, in units. */
const REACH = 60;

/** What begins is called by no more units. */
const THING = 8;

/** Deeds that go to somebody or something. */
const OUTWARD: ReadonlySet<How> = new Set(['dated', 'delegated', 'instructed']);

/** @param asked whether a request tells it: then deeds count that are too common elsewhere. */
export function findActions(item: Item, asked = false): Promised[] {
  const { text, span, words, talks } = item;
  const result: Promised[] = [];
  let from = span[0];
  for (const deed of words.deeds.all(text, span[0], span[1])) {
    const { how, word } = deed.value;
    if (how === 'asked' && !asked) continue;
    const object =
      (how === 'beginning' || how === 'deed' ? glued(item, deed.start, how === 'deed' ? words.gluedThings : words.things) : undefined) ??
      objectOf(item, from, deed.start, OUTWARD.has(how) ? words.goals : words.marked);
    // 年内にも実現したい: when, and not what
    if (object === undefined || item.dates.some(({ span: [, end] }) => end === object[1] || end === object[1] - 1)) continue;
    // 来年演奏会を行う: anything that begins on a day can be seen to
    const seen = isSeen(item, object, how, word);
    const numbered = !seen && how === 'beginning' && isNumbered(item, object);
    const onDay = !seen && !numbered && how === 'beginning' && isSeen(item, object, 'timed', word);
    if ((!seen && !onDay && !numbered) || ((onDay || how === 'timed') && words.continuing.at(text, deed.end, item.limit))) continue;
    // 様々なプログラムを実施する: any of many
    if (how === 'beginning' && !numbered && words.vague.has(text, Math.max(clauseStart(text, span[0], object[1]), object[0]), object[1])) continue;
    // 行動計画を実施していく: it is carried out as it stands
    if (
      how === 'beginning' &&
      words.continuing.at(text, deed.end, item.limit) &&
      words.standing.all(text, ...object).some(({ end }) => end === object[1])
    )
      continue;
    // 引き続き交渉を行う: it goes on, and does not begin
    const vote = onDay && words.votes.all(text, ...object).some(({ end }) => end === object[1]);
    if (how === 'beginning' && !vote && words.goingOn.has(text, clauseStart(text, span[0], object[0]), deed.start)) continue;
    const grade = gradeOf(item, deed.end) ?? (how === 'deed' ? firstOfHelp(item, deed.end) : undefined);
    // 1月19日に共同声明を発出する方向で調整することで一致: what is arranged for a day can be checked
    const arranged = grade === 'aimed' && item.statement.mode === 'joint' && !words.effort.has(text, deed.end, span[1]);
    if (grade !== 'firm' && !arranged) continue;
    if (how === 'counted' && !item.mentions.some(({ kind, span: [start, end] }) => kind === 'amount' && start >= from && end <= deed.start)) continue;
    // 10日に新政権に移行するが、今後も努力したい: what comes of itself is not what somebody means to do
    if (how === 'dated' && isApart(text, deed.end, span[1], words.apart)) continue;
    if (how === 'delegated' && item.stage !== 'accepted') continue;
    const bound = boundBy(item, deed.start);
    if (bound.length === 0) continue;
    const doer = bound.length > 1 ? doerOf(item, deed.start, deed.end) : undefined;
    const by = doer ? [doer] : bound;
    const third = by.length === 1 && words.outward.has(text, deed.start, deed.end) ? goalOf(item, deed.start) : undefined;
    // ASEANに対し、5年間で5,000人の研修を行う: of many, or of a body
    if (!third && item.statement.mode === 'one' && (how === 'beginning' || how === 'counted') && goesToRegion(item)) continue;
    const to = third ? [third] : others(by, talks);
    const made = promised(item, {
      kind: 'action',
      by,
      to: to.length > 0 ? to : [...by],
      at: [object[0], deed.end],
      grade: arranged ? 'aimed' : 'firm',
      matter: `${text.slice(...object).slice(-12)} ${word}`,
      rule: `action-${how}`,
    });
    if ((how === 'dated' || how === 'timed' || onDay || arranged) && !made.due) continue;
    result.push(made);
    from = deed.end;
  }
  return result;
}

/** 調査団の派遣等更なる支援を行う, 派遣等、…に向けた協力を表明: what is told of help of several kinds is told of the first; not where that is only a means. */
function firstOfHelp(item: Item, at: number): Grade | undefined {
  const { text, words, limit } = item;
  const among = words.among.at(text, at, limit);
  if (!among) return undefined;
  const help = words.help.all(text, among.end, Math.min(limit, among.end + REACH))[0];
  if (!help || words.through.has(text, among.end, help.start)) return undefined;
  const mark = words.objects.at(text, help.end, limit);
  const done = mark && words.giving.at(text, mark.end, limit);
  return gradeOf(item, help.end) ?? (done && gradeOf(item, done.end));
}

/** ミャンマーに対し特使を派遣する: a country that does not take part, to which the deed goes. */
function goalOf({ text, span, words, mentions, talks }: Item, at: number): string | undefined {
  return mentions.findLast(
    ({ kind, party, span: [start, end] }) =>
      (kind === 'party' || kind === 'place') &&
      party !== undefined &&
      start >= span[0] &&
      end <= at &&
      !talks.parties.includes(party) &&
      (words.goals.at(text, end, at) !== undefined || (words.toward.at(text, end, at)?.end ?? end) > end + 1),
  )?.party;
}

/** What is promised in so many words (約束, 確約) is a deed, whatever its verb; effort and cooperation are none. */
export function findPledged(item: Item): Promised[] {
  const { text, span, words, statement, speakers, talks } = item;
  if (!words.pledges.has(text, ...statement.verb.span) || statement.mode !== 'one') return [];
  // …することを｜約束する旨述べた: what is promised ends before the word for it
  const word = words.pledges.all(text, span[0], span[1]).at(-1);
  const stop = word ? (words.complements.all(text, span[0], word.start).findLast(({ end }) => end === word.start)?.end ?? span[1]) : span[1];
  const from = clauseStart(text, span[0], stop);
  if (stop - from < 5 || words.pronouns.has(text, from, Math.min(stop, from + 4))) return [];
  const by = boundBy(item, stop);
  const to = others(by, talks);
  const body: Item = { ...item, span: [span[0], stop], limit: stop === span[1] ? item.limit : stop };
  // 使われることを保証する: someone else acts
  const verb = words.doings
    .all(text, from, stop)
    .findLast(({ start, end }) => gradeOf(body, end) === 'firm' && !words.passives.some((word) => text.endsWith(word, start)));
  if (!verb || by.length !== 1 || to.length === 0 || speakers.length !== 1) return [];
  if (words.vain.has(text, Math.max(from, verb.start - 12), verb.end)) return [];
  return [
    promised(item, {
      kind: 'action',
      by,
      to,
      at: [from, verb.end],
      grade: 'firm',
      matter: text.slice(from, verb.end).slice(-12),
      rule: 'action-pledged',
    }),
  ];
}

/** 調査開始, 輸入解禁, 調査団派遣: the thing that begins or is let in, or who is sent, glued to its deed. */
function glued({ text, span }: Item, deed: number, things: Scanner<true>): [number, number] | undefined {
  const found = things.all(text, Math.max(span[0], deed - THING), deed).find(({ end }) => end === deed);
  return found && [found.start, deed];
}

/** 300名の人材育成を行う: of so many people, which can be seen. */
function isNumbered({ text, span, words, mentions }: Item, [start, end]: readonly [number, number]): boolean {
  const from = clauseStart(text, span[0], start);
  return (
    words.numbered.all(text, start, end).some((found) => found.end === end) &&
    mentions.some(({ kind, span: [first, last] }) => kind === 'amount' && first >= from && last <= end && !words.money.has(text, first, last))
  );
}

/** Whether the object can be seen: 機会, 環境 and 協力 cannot; what begins must be a thing that can be seen to begin. */
function isSeen({ text, words, statement }: Item, object: readonly [number, number], how: How, word: string): boolean {
  const ends = <V>(scanner: Scanner<V>): boolean => lengthOf(scanner) > 0;
  // 「某計画」を実施する: a title closes behind the thing
  const stop = object[1] - (isQuoteEnd(text.charCodeAt(object[1] - 1)) ? 1 : 0);
  const lengthOf = <V>(scanner: Scanner<V>): number =>
    scanner.all(text, object[0], stop).reduce((most, { start, end }) => (end === stop ? Math.max(most, end - start) : most), 0);
  if (how === 'beginning' || how === 'held') return ends(words.things);
  if (how === 'handing') return ends(words.handed);
  // 交流を年間500人に拡大する: the number can be seen
  if (how === 'counted') return true;
  // 輸入禁止措置を解除する
  if (words.lifting.includes(word) && ends(words.measures)) return true;
  // 総選挙を来年実施する: on a day it can be seen; explained, it only informs
  if (how === 'timed' && ends(words.votes)) return statement.act !== 'explain';
  // 免除する措置を7月1日から開始する: what begins on a day can be seen to
  if (how === 'timed' && ends(words.measures)) return true;
  // 査証免除措置を導入する: a measure by its name
  return lengthOf(words.vain) === 0 || lengthOf(words.things) > lengthOf(words.vain);
}

/** The words that end where the object does: before を, before の of a deed told as a noun, or glued to it. */
function objectOf({ text, words, dates }: Item, from: number, deed: number, marks: Scanner<true>): [number, number] | undefined {
  const low = Math.max(from, deed - REACH);
  for (let i = deed - 1; i > low; i--) {
    const found = marks.at(text, i, deed);
    if (!found) continue;
    // 措置を｜9月上旬にも｜開始する: when, and not what
    const day = dates.find(({ span: [, end] }) => end === i || end === i - 1);
    if (!day) return [Math.max(low, i - 24), i];
    i = day.span[0];
  }
  const manner = words.adjectives.find((word) => text.startsWith(word, deed - word.length) && deed - word.length > low);
  const at = deed - (manner?.length ?? 0);
  const nominal = words.nominal.find((word) => text.startsWith(word, at - word.length) && at - word.length > low);
  if (nominal) return [Math.max(low, at - nominal.length - 24), at - nominal.length];
  return undefined;
}
