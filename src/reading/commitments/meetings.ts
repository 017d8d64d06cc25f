/**
 * A certain meeting that is to be held, started or kept up. Talking on in general is none.
 *
 *   > 第3回経済対話(「2+2」)を来年春に東京で開催すること
 *     ＾＾＾＾＾＾＾　　　　　　　　　　　　　　＾＾
 *   > 来年の首脳会議の際に再び会談すること
 *     　　　　　　　　　　　　　＾＾＾
 */
import { isComma } from '../../language/abilities/head-final.ts';
import type { DateMention } from '../../record/reading.ts';
import { fold } from '../../text/fold.ts';
import { isQuoteEnd } from '../../text/quotes.ts';
import { isBlank, type Span } from '../../text/span.ts';
import { isLatin } from '../mentions/scripts.ts';
import { boundBy } from './actors.ts';
import { isPast } from './due.ts';
import { clauseStart, gradeOf, type Item, isLetter, nameBefore } from './items.ts';
import { others, type Promised, promised } from './promised.ts';
import type { MeetingDeed } from './words.ts';

/** What is held stands at most this far before its deed, in units. */
const REACH = 80;
/** Another name in brackets, (「2+2」), is no longer than this. */
const BRACKET = 24;
const YEAR = 4;
/** Between a meeting and its time: の具体的な. What tells which of a row it is stands no further before it. */
const TIME = 16;
const ROW = 12;
/** A deed that goes on says so within so many units: 行っていく. */
const ON = 8;
/** Between a comma and what is held stands no more than また. */
const ALSO = 4;

const isDigit = (unit: number): boolean => unit >= 0x30 && unit <= 0x39;

/** What tells which of a row it is stands right before a short name: 第10回. */
const SHORT = 6;

/** Between a person and the word for meeting him: と. */
const WITH = 2;
/** Whom one meets stands at most this far before the end of the word for it: と初めて正式な首脳会談. */
const PARTNER = 24;

export function findMeetings(item: Item): Promised[] {
  const { text, span, words, statement } = item;
  const result: Promised[] = [];
  let from = span[0];
  for (const deed of words.meetingDeeds.all(text, span[0], span[1])) {
    const grade = deed.value === 'none' ? undefined : gradeOf(item, deed.end);
    if (!grade || deed.value === 'none' || (grade === 'aimed' && words.considering.has(text, deed.end, span[1]))) continue;
    const noun =
      deed.value === 'meeting'
        ? isCertain(item, from, deed.start, true) || (words.again.at(text, deed.start) !== undefined && isPlaced(item, from, deed.start))
          ? deedSpan(deed)
          : undefined
        : (heldBefore(item, from, deed.start, deed.value) ?? (deed.value === 'holding' ? shortNamed(item, from, deed.start) : undefined));
    if (!noun) continue;
    const alone = statement.mode === 'one' && !item.settled;
    // 某長官と会談し、…を確認した: whom one met, told by the account and not agreed on
    if (
      deed.value === 'meeting' &&
      !alone &&
      isComma(text.charCodeAt(deed.end)) &&
      item.mentions.some(({ kind, span: [, end] }) => kind === 'person' && end <= deed.start && deed.start - end <= WITH)
    )
      continue;
    if (isOwnTalks(item, noun, deed) || (alone && isOfBody(item, noun))) continue;
    const by = boundBy(item, noun[0]);
    const to = alone ? others(by, item.talks) : item.speakers;
    const wished = isWished(item, deed.end);
    // 協議を再開したい: which one, is not told
    const bare = alone && wished && (deed.value === 'launching' || deed.value === 'resuming') && isBare(item, noun[0]);
    // one side alone can mean to hold or begin a certain one, and announce it for a day; to go on takes both
    if (by.length === 0 || to.length === 0 || (alone ? grade !== 'firm' || bare || (wished && deed.value === 'keeping') : item.speakers.length < 2))
      continue;
    const meeting = promised(item, {
      kind: 'meeting',
      by: alone ? by : item.speakers,
      to,
      at: [noun[0], deed.end],
      grade,
      matter: deed.value === 'meeting' ? '' : matterOf(item, noun[1]),
      rule: `meeting-${deed.value}`,
    });
    if (alone && ((!wished && !meeting.due) || (meeting.due && meeting.due.edtf === item.talks.date?.edtf?.slice(0, 10)))) continue;
    const first = deed.value === 'holding' && !alone ? heldWith(item, from, noun[0]) : undefined;
    if (first)
      result.push(
        promised(item, {
          kind: 'meeting',
          by: item.speakers,
          to,
          at: first,
          grade,
          matter: matterOf(item, first[1]),
          rule: 'meeting-holding',
        }),
      );
    result.push(meeting);
    from = deed.end;
  }
  return result.length > 0 ? result : arranged(item);
}

/** 次回会合の日程を調整していく: of the next of a row only the time is still open. */
function arranged(item: Item): Promised[] {
  const { text, span, words, statement, speakers } = item;
  if (statement.mode === 'one' || item.stage !== 'agreed' || speakers.length < 2 || !words.times.has(text, ...span)) return [];
  for (const noun of words.meetings.all(text, ...span)) {
    const time = words.times.all(text, noun.end, Math.min(span[1], noun.end + TIME)).at(-1);
    // 次回会合の日程, 次回会合に向けて日程
    const hangs = words.nominal.some((word) => text.startsWith(word, noun.end)) || words.bridges.at(text, noun.end, span[1])?.value === 'strong';
    if (!time || !hangs) continue;
    if (!words.certain.all(text, Math.max(span[0], noun.start - ROW), noun.end).some(({ value }) => value)) continue;
    const aim = words.aims.all(text, time.end, span[1]).find(({ value, end }) => value === 'aim' && gradeOf(item, end) === 'firm');
    if (!aim || words.effort.has(text, aim.start, aim.end)) continue;
    const at: Span = [Math.max(clauseStart(text, span[0], noun.start), span[0]), time.end];
    return [
      promised(item, { kind: 'meeting', by: speakers, to: speakers, at, grade: 'aimed', matter: matterOf(item, noun.end), rule: 'meeting-arranged' }),
    ];
  }
  return [];
}

/** 某大統領と初めて首脳会談を行い、連携で一致した: the talks themselves, unless a day to come is told. */
function isOwnTalks(
  { text, words, mentions, dates, talks }: Item,
  [start, end]: Span,
  deed: { readonly value: MeetingDeed; readonly end: number },
): boolean {
  if (deed.value !== 'holding' || !isComma(text.charCodeAt(deed.end))) return false;
  const coming = dates.some(
    ({ edtf, duration, span }) =>
      edtf !== undefined && !duration && start - span[1] <= REACH && span[1] <= deed.end && edtf.slice(0, 10) !== talks.date?.edtf?.slice(0, 10),
  );
  return (
    !coming &&
    mentions.some(
      ({ kind, span }) =>
        (kind === 'person' || kind === 'office') &&
        span[1] < end &&
        end - span[1] <= PARTNER &&
        words.joining.some((word) => text.startsWith(word, span[1])),
    )
  );
}

/** NATO首脳会合, APEC貿易大臣会合を主催する: the meeting of a body or of many, which a side of the talks owes to nobody there. */
function isOfBody({ text, mentions, talks }: Item, [start, end]: Span): boolean {
  return mentions.some(
    ({ kind, party, span }) =>
      (kind === 'organisation' || (kind === 'mechanism' && isLatin(text.charCodeAt(span[0])))) &&
      (party === undefined || !talks.parties.includes(party)) &&
      span[1] > start - WITH &&
      span[1] <= end,
  );
}

/** The name of what is held, with what it is about: 租税条約の締結に向けた協議 is another than 政策協議. */
function matterOf({ text, span, words }: Item, end: number): string {
  const name = nameBefore(text, span[0], end);
  const at = end - name.length;
  const ends = (word: string) => text.endsWith(word, at);
  return words.attributive.some(ends) && !words.pointing.some(ends) ? text.slice(clauseStart(text, span[0], at), end) : name;
}

/** Nothing before it tells what is held: no letter, no mark of a title, no particle. */
function isBare({ text, span }: Item, at: number): boolean {
  return at <= span[0] || isComma(text.charCodeAt(at - 1)) || isBlank(text.charCodeAt(at - 1));
}

const isWished = ({ text, words, limit }: Item, at: number): boolean => words.wishes.has(text, at, limit);

const deedSpan = ({ start, end }: { readonly start: number; readonly end: number }): Span => [start, end];

/** The last thing held that stands before its deed as its object or topic, where it is a certain one. */
function heldBefore(item: Item, from: number, deed: number, how: MeetingDeed): Span | undefined {
  const { text, words } = item;
  const found = words.meetings.all(text, Math.max(from, deed - REACH), deed);
  for (let i = found.length - 1; i >= 0; i--) {
    const noun = found[i] as (typeof found)[number];
    const end = pastMarks(text, noun.end, deed);
    const particle = end === deed ? undefined : words.particles.at(text, end, deed);
    if (!particle && end !== deed) continue;
    // another object in between is what the deed is done to
    if (words.objects.all(text, particle?.end ?? end, deed).some(({ start }) => words.around.at(text, start) === undefined)) return undefined;
    // a body that is set up is a deed
    if (how === 'launching' && words.bodies.has(text, noun.start, noun.end)) return undefined;
    if (noun.value === 'round' && (how !== 'holding' || !words.ordinals.has(text, Math.max(from, noun.start - 12), noun.start))) return undefined;
    if (how === 'launching' || how === 'resuming') return [noun.start, noun.end];
    // 会談を重ねていく: talking on, unless it is a certain row that has a name
    if (how === 'keeping') return noun.value === 'named' && nameBefore(text, from, noun.start).length > 1 ? [noun.start, noun.end] : undefined;
    const start = clauseStart(text, from, noun.start);
    return isCertain(item, from, deed) || isAtLevel(item, noun, deed) ? [Math.max(start, from), noun.end] : undefined;
  }
  return undefined;
}

/** 第3回AFMDを来年夏に開催する: the next of a row that is called by a short name in Latin letters. */
function shortNamed({ text, words }: Item, from: number, deed: number): Span | undefined {
  for (let end = deed - 1; end > Math.max(from, deed - REACH); end--) {
    if (!isLatin(text.charCodeAt(end - 1)) || isLatin(text.charCodeAt(end))) continue;
    const particle = words.objects.at(text, end, deed) ?? words.topicMarks.at(text, end, deed);
    if (!particle || words.objects.has(text, particle.end, deed)) return undefined;
    let start = end;
    while (start > from && isLatin(text.charCodeAt(start - 1))) start--;
    const row = words.certain.all(text, Math.max(from, start - SHORT), start).find(({ value }) => value);
    const plain = row && [...text.slice(row.end, start)].every((_, n) => isLetter(text.charCodeAt(row.end + n)));
    return plain ? [row.start, end] : undefined;
  }
  return undefined;
}

/** バンコクでの再会を約束した: where the two will meet, right before it. */
function isPlaced({ text, words, mentions }: Item, from: number, at: number): boolean {
  const place = mentions.findLast(({ kind, span: [start, end] }) => kind === 'place' && start >= from && end <= at);
  return place !== undefined && words.cases.at(text, place.span[1], at) !== undefined && at - place.span[1] <= WITH;
}

/** 次官級協議を夏に、また｜局長級協議を秋に開催する: what is held by the same verb, with a time of its own. */
function heldWith({ text, words, dates }: Item, from: number, to: number): Span | undefined {
  let comma = to - 1;
  while (comma > from && to - comma <= ALSO && !isComma(text.charCodeAt(comma))) comma--;
  if (!isComma(text.charCodeAt(comma))) return undefined;
  const time = dates.find(({ span: [, end] }) => end < comma && words.goals.at(text, end, comma)?.end === comma);
  const noun = time && words.meetings.all(text, from, time.span[0]).find(({ end }) => words.objects.at(text, end)?.end === time.span[0]);
  return noun && [noun.start, noun.end];
}

/** 局長級のテロ協議を開催する: a certain one; 実務者レベルで協議を行っていく only tells how the two go on. */
function isAtLevel({ text, span, words, limit }: Item, noun: { readonly start: number; readonly end: number }, deed: number): boolean {
  const from = Math.max(clauseStart(text, span[0], noun.start), noun.start - TIME);
  return words.levels.has(text, from, noun.end) && !words.continuing.has(text, deed, Math.min(limit, deed + ON));
}

/** Whether a day, an occasion or an ordinal between `from` and `to` shows that a certain meeting is meant. */
function isCertain({ text, words, dates, talks }: Item, from: number, to: number, settled = false): boolean {
  const held = talks.date?.edtf;
  // 本日は…: the day of the talks is that of no other meeting
  const open = ({ edtf }: DateMention): boolean => (edtf === undefined ? !settled : edtf.slice(0, 10) !== held?.slice(0, 10) && !isPast(edtf, held));
  return (
    words.certain.all(text, from, to).some(({ value }) => value) ||
    dates.some((date) => !date.duration && date.span[0] >= from && date.span[1] <= to && open(date))
  );
}

/** Past the year of a name (フォーラム2018), the mark that closes a quoted one, and another name in brackets. */
function pastMarks(text: string, at: number, limit: number): number {
  let i = at;
  while (i < limit && i - at < YEAR && isDigit(fold(text.charCodeAt(i)))) i++;
  if (isQuoteEnd(text.charCodeAt(i))) i++;
  if (fold(text.charCodeAt(i)) === 0x28) {
    for (let j = i + 1; j < limit && j - i < BRACKET; j++) if (fold(text.charCodeAt(j)) === 0x29) return j + 1;
  }
  return Math.min(i, limit);
}
