/**
 * What one sentence tells to have happened to the instruments it names, and when.
 *
 *   > 昨年11月に署名した租税条約及び投資協定が発効した
 *     　　　　　　＾＾　＾＾＾＾　　＾＾＾＾
 *     signed, of both, last November; in force, of both, no day told
 *
 * 1 an event has the day that is told, else that of the talks where it is told as done there, else none; 2 what is wished, planned or
 * doubted is none; 3 a step before a name (署名した条約) and after it (条約に署名した) is that of the name, and of those joined with it.
 */
import { isComma, isStop } from '../../language/abilities/head-final.ts';
import type { InstrumentStep } from '../../record/instrument-steps.generated.ts';
import type { DateMention, Statement } from '../../record/reading.ts';
import { fold } from '../../text/fold.ts';
import { isQuoteEnd, isQuoteStart } from '../../text/quotes.ts';
import { isBlank, overlap, type Span } from '../../text/span.ts';
import { carriedDay, clauseDay, dayOf, headDay, isDayOf, isEarlier, isUnsettled, opensEarlier } from './days.ts';
import type { Draft } from './drafts.ts';
import { beforeGap } from './gapped.ts';
import { findOverDays, type OverDay } from './over-day.ts';
import { BESIDE, dateBefore, dateFrom, inBracket, isBracket, isKana, type Named, NEAR, pastBracket, type Sheet, topicOf } from './sheet.ts';
import type { Told, Words } from './words.ts';

/** How far a name may stand behind the step that tells of it (署名した両国間の…覚書), and what shows that it was done here, before it. */
const BEHIND = 24;
const HERE = 48;
/** What those who met watched may be told with the names and offices of two who signed. */
const WATCHED = 240;
/** What tells of a row of things that they came about stands at most this far behind the first, in units. */
const PROGRESS = 48;
/** What a law or a parliament does, and not those who meet: 今般発効した tells no day. */
const ELSEWHERE: ReadonlySet<InstrumentStep> = new Set(['approved', 'ratified', 'entered-into-force', 'terminated']);
/** Who takes a step stands no further before it. */
const WHERE = 48;
/** An adverb before a step is no longer than this. */
const ADVERB = 6;
/** Names joined in a row, and the words between two of them. */
const ROW = 8;
const JOIN = 40;
/** In what manner, is told in no more units. */
const MANNER = 8;
/** A ceremony is called by no more units. */
const CEREMONY = 6;

export interface Happening {
  readonly draft: Draft;
  readonly event: InstrumentStep;
  readonly span: Span;
  readonly date?: DateMention;
  /** Done at the talks, or, without a day of its own, at a time that is not told. */
  readonly when: 'told' | 'talks' | 'unknown';
  readonly statement?: Statement | undefined;
}

/** One step as it stands in the sentence. */
interface Step {
  readonly start: number;
  readonly end: number;
  readonly value: Told;
  readonly date: DateMention | undefined;
  /** Its predicate is that of a statement by which something was concluded. */
  readonly concluded: boolean;
  /** A later step of the sentence is told as done: 署名され、…に発効した. */
  readonly followed: boolean;
  /** A noun in a row that those who met witnessed: Aの署名、Bの署名式に立ち会った. */
  readonly witnessed: boolean;
  /** Told in one row with a step that was taken at the talks: 覚書が署名され、声明が発表された. */
  readonly beside: boolean;
}

export function findHappenings(sheet: Sheet): Happening[] {
  const { text, span, statements, met, words } = sheet;
  const result: Happening[] = [];
  let free = span[0];
  let s = 0;
  let n = 0;
  let beside = false;
  const events = withOverDays(words.events.all(text, span[0], span[1]), findOverDays(sheet));
  const done = events.findLast(({ value }) => value.how === 'done')?.start ?? -1;
  const witnessed = Math.max(...[words.witnessed, words.attended].map((one) => one.all(text, span[0], span[1]).at(-1)?.start ?? -1));
  for (const [e, { start, end, value: plain, day: between }] of events.entries()) {
    const from = free;
    const far = plain.how === 'named' ? verbOf(sheet, end, events[e + 1]?.start ?? span[1]) : undefined;
    const over = plain.how === 'named' ? overBracket(sheet, start, end) : undefined;
    const line = plain.how === 'named' ? listedDay(sheet, end) : undefined;
    const listed = between ?? line ?? (plain.how === 'named' ? bracketDay(sheet, start, end) : undefined);
    const value: Told = over?.value ?? (far || (listed && !between) ? { ...plain, how: 'done' } : plain);
    if (value.how === 'open' || (value.where && !isWithin(text, start, span[0], value.where))) continue;
    while (n < sheet.here.length && isBefore(sheet.here[n] as Named, start, end)) n++;
    while (s < statements.length && (statements[s] as Statement).span[1] <= start) s++;
    const named = instrumentsOf(sheet, n, start, end, value);
    // 米国(2007年8月発効): a remark is of the name before it
    const drafts = line && named.length === 0 && sheet.here.length === 0 && sheet.latest ? [sheet.latest] : named;
    // (公文の交換の日の後30日目の日)に効力を生じ: a remark takes no day from the words around it
    // 先月、批准を｜承認した: nor does what the next step is done to
    if (!inBracket(text, span[0], start) && !(plain.how === 'named' && events[e + 1]?.start === end + 1)) free = end;
    if (drafts.length === 0) continue;
    const statement = statements[s] && overlap((statements[s] as Statement).span, [start, end]) ? statements[s] : undefined;
    // 経済連携協定に大筋合意した: those who met came to it there
    const reached = statement?.act === 'agree' && value.event === 'negotiated' && !value.reached && overlap(statement.verb.span, [start, end]);
    const concluded = ((statement?.act === 'conclude' && end > statement.verb.span[0] - 2) || reached) && !isLongSince(sheet, start, from);
    const days = value.how === 'coming' ? { ...sheet, dates: sheet.dates.map(sheet.ahead) } : sheet;
    const close = far?.end ?? over?.end ?? end;
    const date =
      listed ??
      far?.day ??
      dayOf(days, start, from) ??
      ((value.how === 'done' || value.how === 'coming') && isEnd(text, close, span[1]) ? headDay(days, start, from) : undefined) ??
      (value.how === 'done' || value.how === 'joined' || concluded
        ? (carriedDay(sheet, result.slice(-ROW).findLast(({ draft }) => drafts.includes(draft))?.date, from, start) ?? clauseDay(sheet, start, from))
        : undefined);
    const placed = timeOf(
      sheet,
      {
        start,
        end: close,
        value,
        date,
        concluded,
        followed: done > start,
        witnessed: witnessed > start && (isEnd(text, end, span[1]) || isSeen(sheet, end)),
        beside,
      },
      from,
    );
    // 声明を発出し、羅針盤としたい: what one means to do
    if (value.how === 'joined' && !date && isMeant(statement, statements.at(-1))) continue;
    // 4月9日に署名: a day whose year is not told is not that of the talks
    const when = placed === 'talks' && isUnsettled(sheet, from, close) ? 'unknown' : placed;
    // no day, and neither talks nor a word that it is news: a treaty's own text
    beside = when === 'talks' && value.how === 'joined';
    if (!when || (when !== 'told' && !met && !sheet.talked && !isNews(sheet, start))) continue;
    const gap = when === 'told' && value.how === 'done' ? beforeGap(sheet, n - 1) : undefined;
    if (gap) result.push({ draft: gap.draft, event: value.event, span: [start, end], when: 'told', date: gap.date, statement });
    for (const draft of drafts)
      result.push({ draft, event: value.event, span: [start, end], when, ...(when === 'told' && date && { date }), statement });
  }
  return result;
}

interface Found {
  readonly start: number;
  readonly end: number;
  readonly value: Told;
  readonly day?: DateMention;
}

/** The steps found with those that their day parts, in the order of the text. */
function withOverDays(events: readonly Found[], parted: readonly OverDay[]): readonly Found[] {
  if (parted.length === 0) return events;
  const others = events.filter(({ start, end }) => !parted.some((one) => one.start < end && one.end > start));
  return [...others, ...parted].sort((a, b) => a.start - b.start);
}

/** 先般、両国間で実質合意に至った: at an earlier time, which is not told. */
function isLongSince({ text, span, words }: Sheet, at: number, from: number): boolean {
  const word = words.earlierOn.all(text, Math.max(span[0], from, at - HERE), at).at(-1);
  if (!word) return false;
  const next = isComma(text.charCodeAt(word.end)) ? word.end + 1 : word.end;
  return !hasComma(text, next, at);
}

/** Whether the step is told by one side that goes on, in the same sentence, to what it means to do. */
function isMeant(statement: Statement | undefined, last: Statement | undefined): boolean {
  return statement?.mode === 'one' && (statement.act === 'intend' || statement.act === 'state') && last?.act === 'intend' && last.mode === 'one';
}

/** 今般、…に署名した, 両外相立ち会いの下: told as news, or as seen by somebody, on a page that tells no talks. */
function isNews({ text, span, words }: Sheet, at: number): boolean {
  return words.news.has(text, span[0], at) || words.watched.has(text, Math.max(span[0], at - WATCHED), at);
}

/** 署名は、23日、…との間で｜行われた: the verb of a step told as a noun, further on, and the day right behind the noun. */
function verbOf(sheet: Sheet, end: number, next: number): { end: number; day?: DateMention | undefined } | undefined {
  const { text, span, words } = sheet;
  const comma = words.apartMarks.at(text, end, next);
  const mark = comma ?? words.apartBare.at(text, end, next);
  if (!mark) return undefined;
  const verb = words.apartVerbs.all(text, mark.end, Math.min(next, span[1])).find((found) => isEnd(text, found.end, span[1]));
  // 署名式及び引き渡し式を｜行った: both, by one verb
  const joined = words.joins.at(text, mark.start)?.end === mark.end;
  const row = joined
    ? words.ceremonies.all(text, Math.max(span[0], end - CEREMONY), end).some((one) => one.end === end)
    : isComma(text.charCodeAt(mark.start)) && words.joins.at(text, mark.end) !== undefined;
  if (!verb || words.apartOthers.has(text, mark.end, row ? verb.start - 1 : verb.start) || (!comma && hasComma(text, mark.end, verb.start)))
    return undefined;
  return { end: verb.end, day: dateFrom(sheet, mark.end, BESIDE - 1) };
}

/** 署名式(下記参照)に出席した: the words that tell it stand on both sides of a remark. */
function overBracket({ text, span, words }: Sheet, start: number, end: number): { value: Told; end: number } | undefined {
  const after = pastBracket(text, end, span[1]);
  if (after === end) return undefined;
  const told = words.events.at(text.slice(start, end) + text.slice(after, Math.min(span[1], after + BEHIND)), 0);
  return told && told.end > end - start && told.value.how === 'done' ? { value: told.value, end: after + told.end - (end - start) } : undefined;
}

/** 署名式に｜そろって立ち会った: by those who met, in some manner. */
function isSeen({ text, words }: Sheet, at: number): boolean {
  const into = words.into.find((word) => text.startsWith(word, at));
  if (into === undefined) return false;
  const seen = words.witnessed.all(text, at + into.length, at + into.length + MANNER)[0];
  return seen !== undefined && !hasComma(text, at, seen.start);
}

function hasComma(text: string, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (isComma(text.charCodeAt(i))) return true;
  return false;
}

/** 署名:1969年3月20日, a line of a list. */
function listedDay(sheet: Sheet, end: number): DateMention | undefined {
  return fold(sheet.text.charCodeAt(end)) === 0x3a ? dateFrom(sheet, end + 1, BESIDE - 1) : undefined;
}

/** 某条約(2008年1月15日署名、2009年発効): a remark behind the name, with nothing else in it. */
function bracketDay(sheet: Sheet, start: number, end: number): DateMention | undefined {
  const { text } = sheet;
  const after = text.charCodeAt(end);
  if (fold(after) !== 0x29 && !isComma(after)) return undefined;
  const date = dateBefore(sheet, start);
  if (date?.span[1] !== start || date.edtf === undefined || date.duration) return undefined;
  const before = text.charCodeAt(date.span[0] - 1);
  return fold(before) === 0x28 || (isComma(before) && inBracket(text, start - 2 * NEAR, start)) ? date : undefined;
}

/** 国会で｜某協定が承認された: who does it stands before the name. */
function isWithin(text: string, at: number, from: number, where: readonly string[]): boolean {
  const before = text.slice(Math.max(from, at - WHERE), at);
  return where.some((word) => before.includes(word));
}

/** Whether a name ends before a step, or inside its first word: …に関する書簡の交換が行われた. */
function isBefore({ name: { span } }: Named, start: number, end: number): boolean {
  return span[1] <= start || (span[0] <= start && span[1] < end);
}

/** When the step was taken, or will be on a day that is told; undefined where it is wished, planned or doubted. */
function timeOf(sheet: Sheet, step: Step, from: number): Happening['when'] | undefined {
  const { text, span, met, words } = sheet;
  const { start, end, value, date, concluded, followed, witnessed, beside } = step;
  // a page that tells no talks tells of what was, unless it looks ahead
  const past = date?.edtf !== undefined && (met?.date?.edtf !== undefined ? date.edtf <= met.date.edtf.slice(0, date.edtf.length) : !sheet.talked);
  const wished = words.wished.at(text, end, span[1])?.value === 'wished';
  switch (value.how) {
    case 'done':
      if (words.unreal.at(text, end, span[1])) return undefined;
      // 署名式に立ち会った上で、夕食会を行った: what the page itself tells to have come next came after it
      if (words.afterwards.at(text, end, span[1]) && sheet.statements.some((one) => overlap(one.span, [start, end]))) return undefined;
      if (date) return 'told';
      return (concluded && !opensEarlier(sheet, start)) || isHere(sheet, step, from) || (beside && !ELSEWHERE.has(value.event)) ? 'talks' : 'unknown';
    case 'joined':
      if (date && (past || (followed && !met?.date))) return 'told';
      // 10月31日に効力を生じ、…に適用される: what a law does on a day is certain, unless something is hoped for
      if (date && value.future && isDay(date) && !words.openEnds.has(text, end, span[1])) return 'told';
      if (!date && (concluded || isHere(sheet, step, from))) return 'talks';
      // 協定に署名し、共同声明を発出した: what follows is told as done
      if (!date && followed && !words.openEnds.has(text, end, span[1])) return 'unknown';
      // 既に批准され、
      if (!date && words.already.has(text, Math.max(span[0], start - WHERE), start)) return 'unknown';
      // 基本合意に達し、協力していくことで一致した: what was reached
      return !date && value.reached && !words.openEnds.has(text, end, span[1]) ? 'unknown' : undefined;
    case 'coming':
      return value.future && isDayOrMonth(date) && !wished ? 'told' : undefined;
    default:
      // a bare noun: the predicate itself where the sentence ends with it, the object of a verb that concludes, or told as a thing done
      if (concluded && !wished) return date ? 'told' : opensEarlier(sheet, start) ? 'unknown' : 'talks';
      if (words.hoped.at(text, start - 2, start) || words.hoped.at(text, start - 3, start) || words.hoped.at(text, start - 4, start))
        return undefined;
      if (witnessed && isHere(sheet, step, from)) return 'talks';
      // 租税条約の署名、発効に向けた協議: both are still to come
      if (isComma(text.charCodeAt(end)) && words.openEnds.has(text, end, Math.min(span[1], end + BEHIND))) return undefined;
      if (isFollowed(sheet, start, end)) return 'talks';
      if (isAchieved(sheet, end)) return date ? (past ? 'told' : undefined) : 'unknown';
      if (date && past && !wished && isEarlier(date, met?.date) && isDayOf(sheet, date, start)) return 'told';
      if (wished || !(isKana(text.charCodeAt(start - 1)) || isKana(text.charCodeAt(start))) || !isEnd(text, pastFormat(sheet, end), span[1]))
        return undefined;
      if (date) return past ? 'told' : undefined;
      // 会談後、共同声明を発出。
      return isStop(text.charCodeAt(end)) && isHere(sheet, step, from) ? 'talks' : undefined;
  }
}

/** 会談後、両首脳は共同声明を発出: words that place it at the talks; a document of the talks that a main clause tells to be issued is theirs. */
function isHere(sheet: Sheet, { start, end, value, witnessed }: Step, from: number): boolean {
  const { text, span, words, statements, met } = sheet;
  if (ELSEWHERE.has(value.event)) return false;
  // 首脳間で共同声明が発出され, told at talks of ministers: not there
  const others = words.between.all(text, Math.max(span[0], start - HERE), start).at(-1);
  if (others && others.value !== met?.level) return false;
  if (words.watched.has(text, Math.max(from, start - WATCHED), start) && !opensEarlier(sheet, start)) return true;
  // 東山大臣から、今般、実質合意に至ったことは喜ばしい: of these days, and not there
  const told = statements.filter((one) => one.act !== 'conclude' && one.content && overlap(one.content, [start, end]));
  const alone = told.some(({ mode }) => mode === 'one');
  const near = Math.max(from, start - HERE);
  if (alone && (value.event === 'negotiated' ? words.news : words.lately).has(text, near, start)) return false;
  // 両大臣は、今般署名に至った覚書を歓迎した: nor where both are glad of it
  if (told.some(({ act }) => act === 'welcome') && value.how === 'done' && words.lately.has(text, near, start)) return false;
  if (words.here.has(text, Math.max(from, start - (witnessed ? WATCHED : HERE)), start) || words.witnessed.has(text, start, end)) return true;
  if (value.event !== 'issued' || !isEnd(text, end, span[1])) return false;
  // inside reported words it is told of another day
  return !statements.some(({ content }) => content !== undefined && start >= content[0] && end <= content[1]);
}

/** 租税条約署名式及び共同記者発表の後、夕食会に出席した: a ceremony after which the page itself goes on. */
function isFollowed({ text, span, statements, talked, words }: Sheet, start: number, end: number): boolean {
  if (!talked || !words.ceremonies.at(text, start, end) || statements.some(({ content }) => content && start >= content[0] && end <= content[1]))
    return false;
  const next = words.followed.all(text, end, Math.min(span[1], end + PROGRESS))[0];
  return next !== undefined && !hasComma(text, end, next.start);
}

/** 署名を歓迎した; 実質合意と｜投資協定の署名を歓迎した: what is told of the last of a row is told of each. */
function isAchieved(sheet: Sheet, at: number): boolean {
  const { text, span, here, words } = sheet;
  let end = at;
  for (let n = 0; n < ROW; n++) {
    if (words.achieved.at(text, end, span[1]) || isProgress(sheet, end)) return true;
    const join = words.joins.at(text, end, span[1]);
    const next = join && here.find(({ name }) => name.span[0] >= join.end && name.span[0] - join.end <= BESIDE);
    const step = next && words.events.all(text, next.name.span[1], Math.min(span[1], next.name.span[1] + BEHIND))[0];
    if (step?.value.how !== 'named') return false;
    end = step.end;
  }
  return false;
}

/** 協定の発効など、…の取組が進展しており: things told in a row that came about; not where a wish stands between. */
function isProgress({ text, span, words }: Sheet, at: number): boolean {
  const found = words.progress.all(text, at, Math.min(span[1], at + PROGRESS))[0];
  if (!found) return false;
  for (let i = at; i < found.start; i++) {
    if (isStop(text.charCodeAt(i)) && !isBracket(text.charCodeAt(i))) return false;
    if (words.openEnds.at(text, i, found.start)) return false;
  }
  return true;
}

function isEnd(text: string, at: number, limit: number): boolean {
  return at >= limit || isStop(text.charCodeAt(at)) || isComma(text.charCodeAt(at)) || fold(text.charCodeAt(at)) === 0x29;
}

/** 覚書に署名(PDF): past the format in which the page gives the text. */
function pastFormat({ text, span, words }: Sheet, at: number): number {
  const end = pastBracket(text, at, span[1]);
  return end > at && words.formats.has(text.slice(at + 1, end - 1)) ? span[1] : at;
}

function isDay({ edtf = '' }: DateMention): boolean {
  return /^\d{4}-\d\d-\d\d$/.test(edtf);
}

function isDayOrMonth(date: DateMention | undefined): boolean {
  return /^\d{4}-(?:0[1-9]|1[0-2])(?:-\d\d)?$/.test(date?.edtf ?? '');
}

/**
 * The instruments of a step: those named right behind it (署名した条約), else the last before it in the sentence, with all that are joined
 * with it in a row; else the one pointed at.
 */
function instrumentsOf(sheet: Sheet, n: number, start: number, end: number, told: Told): Draft[] {
  const { kinds } = told;
  const drafts = namedBy(sheet, n, start, end, told);
  return kinds ? drafts.filter(({ kind }) => kinds.includes(kind)) : drafts;
}

function namedBy(sheet: Sheet, n: number, start: number, end: number, { effect, how }: Told): Draft[] {
  const { text, span, here, latest, words } = sheet;
  const after = here[n];
  if (after && how !== 'named' && after.name.span[0] >= end && isBehind(sheet, end, after.name.span[0])) return row(sheet, n, 1);
  const before = here[n - 1];
  // 2001年に調印した｜「五項目」: of what the mark opens; 贈与契約の｜署名: of another document
  if (how !== 'named' && isQuoteStart(text.charCodeAt(end))) return [];
  const contract = words.contracts.find((word) => text.endsWith(word, start));
  // 交換公文及び贈与契約の署名: of both
  if (contract && !(before && isJoined(text, before.name.span[1], start - contract.length, words))) return [];
  if (before && (isOther(sheet, before, start) || isQuotedApart(sheet, before, start))) return [];
  if (before && start - pastBracket(text, before.name.span[1], start) <= NEAR) return row(sheet, n - 1, -1);
  const topic = here.length > 0 && n === 1 && how !== 'named' && isFree(sheet, start) ? topicOf(sheet) : undefined;
  if (topic) return [topic];
  if (!effect) return [];
  const points = words.effects.has(text, Math.max(span[0], start - NEAR), start);
  const draft = points ? (before?.draft ?? latest) : undefined;
  return draft ? [draft] : [];
}

/** 某協定は重要であり、両社が契約に｜署名した: another thing is what the step is taken with, in a clause of its own. */
function isOther(sheet: Sheet, { name: { span: name } }: Named, start: number): boolean {
  const { text, words } = sheet;
  const particle = words.into.find((word) => text.endsWith(word, start) && start - word.length > name[1]);
  if (particle === undefined) return false;
  const end = start - particle.length;
  // 共同声明は、会談後｜に発表された: when, and not with what
  if (words.here.all(text, name[1], end).some((found) => found.end === end)) return false;
  if (isKana(text.charCodeAt(end - 1)) || isClosing(text.charCodeAt(end - 1)) || dateBefore(sheet, end)?.span[1] === end) return false;
  const from = pastBracket(text, name[1], start);
  return end > from + 1 && words.parted.has(text, from, end);
}

/** 「租税条約が発効します」が｜公表された: the name stands in a quoted sentence that tells a step of its own. */
function isQuotedApart({ text, words }: Sheet, { name: { span } }: Named, start: number): boolean {
  let depth = 0;
  for (let i = span[1]; i < start; i++) {
    const unit = text.charCodeAt(i);
    if (isQuoteStart(unit)) depth++;
    else if (isQuoteEnd(unit) && depth-- === 0) return words.events.has(text, span[1], i);
  }
  return false;
}

/** Whether a step stands behind a comma, its day or an adverb, and is done to nothing that is named: …との間で、署名が行われ. */
function isFree(sheet: Sheet, at: number): boolean {
  const { text, span, words } = sheet;
  if (isComma(text.charCodeAt(at - 1))) return true;
  const day = dateBefore(sheet, at)?.span[1] ?? -1;
  if (day === at || words.dayMarks.some((word) => day + word.length === at && text.startsWith(word, day))) return true;
  return words.freely.all(text, Math.max(span[0], at - ADVERB), at).some(({ end }) => end === at);
}

/** Whether only what a noun is told by stands between a step and the name behind it: 署名が行われた両国間の…覚書. */
function isBehind({ text, words }: Sheet, end: number, start: number): boolean {
  if (start - end > BEHIND) return false;
  for (let i = end; i < start; i++) {
    const unit = text.charCodeAt(i);
    if (isComma(unit) || (isStop(unit) && fold(unit) !== 0x29) || words.breaks.at(text, i, start)) return false;
  }
  return true;
}

/** The instrument at `n` and those joined with it by nothing but signs and 及び, to one side. */
function row({ text, here, words }: Sheet, n: number, step: 1 | -1): Draft[] {
  const drafts: Draft[] = [];
  for (let i = n; i >= 0 && i < here.length && Math.abs(i - n) < ROW; i += step) {
    const one = here[i] as Named;
    const next = here[i - step];
    if (i !== n && next) {
      const [left, right] = step === 1 ? [next, one] : [one, next];
      const between: Span = [pastBracket(text, left.name.span[1], right.name.span[0]), right.name.span[0]];
      // 署名した覚書及び来月発効する協定: each has a step of its own
      if (!isJoined(text, left.name.span[1], right.name.span[0], words) || words.events.has(text, ...between)) break;
    }
    if (one.draft && !drafts.includes(one.draft)) drafts.push(one.draft);
  }
  return drafts;
}

function isClosing(unit: number): boolean {
  return fold(unit) === 0x29 || isQuoteEnd(unit);
}

/** Nothing but signs and 及び, or a comma and what the next name begins with: …の覚書、A社とB社との…に向けた覚書. */
export function isJoined(text: string, from: number, to: number, { joins, parted, roles }: Words): boolean {
  const start = pastBracket(text, from, to);
  if (to - start > JOIN || roles.at(text, start, to)) return false;
  let i = start;
  let signs = 0;
  while (i < to) {
    const join = joins.at(text, i, to);
    if (join) i = join.end;
    else if (isComma(text.charCodeAt(i)) || isBlank(text.charCodeAt(i))) i++;
    else if (isBracket(text.charCodeAt(i))) {
      i++;
      signs++;
    } else break;
  }
  if (i === to) return true;
  for (let j = i; j < to; j++) {
    const unit = text.charCodeAt(j);
    if (isComma(unit) || (isStop(unit) && !isBracket(unit))) return false;
  }
  // 「…宣言」に基づき: a bracket alone joins nothing
  return i > start + signs && !parted.has(text, i, to);
}
