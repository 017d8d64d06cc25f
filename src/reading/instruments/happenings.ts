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
import type { DateMention, Statement, Talks } from '../../record/reading.ts';
import { fold } from '../../text/fold.ts';
import { isBlank, overlap, type Span } from '../../text/span.ts';
import type { Draft } from './drafts.ts';
import { type InstrumentName, pastQuote } from './names.ts';
import type { Told, Words } from './words.ts';

/** How far an event may stand from the name of its instrument, from its day, and from its day over a comma, in units. */
const NEAR = 60;
const DAY = 60;
const OVER_COMMA = 24;
/** How far a name may stand behind the step that tells of it (署名した両国間の…覚書), and what shows that it was done here, before it. */
const BEHIND = 24;
const HERE = 48;
/** What tells of a row of things that they came about stands at most this far behind the first, in units. */
const PROGRESS = 48;
/** Before the day that opens a sentence stands no more than a number or なお、. */
const HEAD = 4;
/** Right behind its day stands no more than a comma. */
const BESIDE = 2;
/** What a law or a parliament does, and not those who meet: 今般発効した tells no day. */
const ELSEWHERE: ReadonlySet<InstrumentStep> = new Set(['approved', 'ratified', 'entered-into-force', 'terminated']);
/** Who takes a step stands no further before it. */
const WHERE = 48;
/** Names joined in a row, and the words between two of them. */
const ROW = 8;
const JOIN = 40;

export interface Happening {
  readonly draft: Draft;
  readonly event: InstrumentStep;
  readonly span: Span;
  readonly date?: DateMention;
  /** Done at the talks, or, without a day of its own, at a time that is not told. */
  readonly when: 'told' | 'talks' | 'unknown';
  readonly statement?: Statement | undefined;
}

interface Named {
  readonly name: InstrumentName;
  readonly draft: Draft | undefined;
}

interface Sheet {
  readonly text: string;
  /** The sentence. */
  readonly span: Span;
  readonly here: readonly Named[];
  /** The instrument named last before this sentence. */
  readonly latest: Draft | undefined;
  readonly statements: readonly Statement[];
  readonly dates: readonly DateMention[];
  /** The same date told of what is still to come. */
  readonly ahead: (date: DateMention) => DateMention;
  readonly met: Talks | undefined;
  readonly words: Words;
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
}

export function findHappenings(sheet: Sheet): Happening[] {
  const { text, span, statements, met, words } = sheet;
  const result: Happening[] = [];
  let free = span[0];
  let s = 0;
  let n = 0;
  const events = words.events.all(text, span[0], span[1]);
  const done = events.findLast(({ value }) => value.how === 'done')?.start ?? -1;
  const witnessed = words.witnessed.all(text, span[0], span[1]).at(-1)?.start ?? -1;
  for (const { start, end, value } of events) {
    const from = free;
    if (value.how === 'open' || (value.where && !isWithin(text, start, span[0], value.where))) continue;
    while (n < sheet.here.length && isBefore(sheet.here[n] as Named, start, end)) n++;
    while (s < statements.length && (statements[s] as Statement).span[1] <= start) s++;
    const drafts = instrumentsOf(sheet, n, start, end, value);
    free = end;
    if (drafts.length === 0) continue;
    const statement = statements[s] && overlap((statements[s] as Statement).span, [start, end]) ? statements[s] : undefined;
    const concluded = statement?.act === 'conclude' && end > statement.verb.span[0] - 2;
    const days = value.how === 'coming' ? { ...sheet, dates: sheet.dates.map(sheet.ahead) } : sheet;
    const date = dayOf(days, start, from) ?? (value.how === 'done' && isEnd(text, end, span[1]) ? headDay(sheet, start) : undefined);
    const when = timeOf(
      sheet,
      { start, end, value, date, concluded, followed: done > start, witnessed: witnessed > start && isEnd(text, end, span[1]) },
      from,
    );
    // no day, and no talks that tell of it: a treaty's own text
    if (!when || (when !== 'told' && !met)) continue;
    for (const draft of drafts)
      result.push({ draft, event: value.event, span: [start, end], when, ...(when === 'told' && date && { date }), statement });
  }
  return result;
}

/** Certainly before: last year's, last month's. */
function isEarlier({ edtf: day = '' }: DateMention, than: DateMention | undefined): boolean {
  return /^\d{4}(?:-\d\d(?:-\d\d)?)?$/.test(day) && day < (than?.edtf ?? '').slice(0, day.length);
}

/** 昨年の投資協定の発効: nothing but particles between the day, the name and the step, or the day and the step. */
function isDayOf({ text, here }: Sheet, { span: [, day] }: DateMention, step: number): boolean {
  return (
    step - day <= BESIDE ||
    here.some(({ name: { span } }) => span[0] >= day && span[0] - day <= BESIDE && Math.abs(step - pastBracket(text, span[1], step)) <= BESIDE)
  );
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
  const { start, end, value, date, concluded, followed, witnessed } = step;
  const past = date?.edtf !== undefined && met?.date?.edtf !== undefined && date.edtf <= met.date.edtf.slice(0, date.edtf.length);
  const wished = words.wished.at(text, end, span[1])?.value === 'wished';
  switch (value.how) {
    case 'done':
      if (words.unreal.at(text, end, span[1])) return undefined;
      // 署名式に立ち会った上で、夕食会を行った: what the page itself tells to have come next came after it
      if (words.afterwards.at(text, end, span[1]) && sheet.statements.some((one) => overlap(one.span, [start, end]))) return undefined;
      if (date) return 'told';
      return concluded || isHere(sheet, step, from) ? 'talks' : 'unknown';
    case 'joined':
      if (date && (past || (followed && !met?.date))) return 'told';
      return !date && (concluded || isHere(sheet, step, from)) ? 'talks' : undefined;
    case 'coming':
      return value.future && isDayOrMonth(date) && !wished ? 'told' : undefined;
    default:
      // a bare noun: the predicate itself where the sentence ends with it, the object of a verb that concludes, or told as a thing done
      if (concluded && !wished) return date ? 'told' : 'talks';
      if (words.hoped.at(text, start - 2, start) || words.hoped.at(text, start - 3, start) || words.hoped.at(text, start - 4, start))
        return undefined;
      if (witnessed && isHere(sheet, step, from)) return 'talks';
      if (words.achieved.at(text, end, span[1]) || isProgress(sheet, end)) return date ? (past ? 'told' : undefined) : 'unknown';
      if (date && past && !wished && isEarlier(date, met?.date) && isDayOf(sheet, date, start)) return 'told';
      if (wished || !(isKana(text.charCodeAt(start - 1)) || isKana(text.charCodeAt(start))) || !isEnd(text, end, span[1])) return undefined;
      if (date) return past ? 'told' : undefined;
      // 会談後、共同声明を発出。
      return isStop(text.charCodeAt(end)) && isHere(sheet, step, from) ? 'talks' : undefined;
  }
}

/** 会談後、両首脳は共同声明を発出: words that place it at the talks; a document of the talks that a main clause tells to be issued is theirs. */
function isHere({ text, span, words, statements, met }: Sheet, { start, end, value }: Step, from: number): boolean {
  if (ELSEWHERE.has(value.event)) return false;
  // 首脳間で共同声明が発出され, told at talks of ministers: not there
  const others = words.between.all(text, Math.max(span[0], start - HERE), start).at(-1);
  if (others && others.value !== met?.level) return false;
  if (words.here.has(text, Math.max(from, start - HERE), start) || words.witnessed.has(text, start, end)) return true;
  if (value.event !== 'issued' || !isEnd(text, end, span[1])) return false;
  // inside reported words it is told of another day
  return !statements.some(({ content }) => content !== undefined && start >= content[0] && end <= content[1]);
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
  if (after && (how === 'done' || how === 'joined') && after.name.span[0] >= end && isBehind(sheet, end, after.name.span[0])) return row(sheet, n, 1);
  const before = here[n - 1];
  if (before && start - pastBracket(text, before.name.span[1], start) <= NEAR) return row(sheet, n - 1, -1);
  if (!effect) return [];
  const points = words.effects.has(text, Math.max(span[0], start - NEAR), start);
  const draft = points ? (before?.draft ?? latest) : undefined;
  return draft ? [draft] : [];
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
      if (!isJoined(text, left.name.span[1], right.name.span[0], words)) break;
    }
    if (one.draft && !drafts.includes(one.draft)) drafts.push(one.draft);
  }
  return drafts;
}

/** Nothing but signs and 及び, or a comma and what the next name begins with: …の覚書、A社とB社との…に向けた覚書. */
export function isJoined(text: string, from: number, to: number, { joins, parted }: Words): boolean {
  const start = pastBracket(text, from, to);
  if (to - start > JOIN) return false;
  let i = start;
  while (i < to) {
    const join = joins.at(text, i, to);
    if (join) i = join.end;
    else if (isComma(text.charCodeAt(i)) || isBlank(text.charCodeAt(i)) || isBracket(text.charCodeAt(i))) i++;
    else break;
  }
  if (i === to) return true;
  for (let j = i; j < to; j++) {
    const unit = text.charCodeAt(j);
    if (isComma(unit) || (isStop(unit) && !isBracket(unit))) return false;
  }
  return i > start && !parted.has(text, i, to);
}

/** Past a bracket that stands right at `at`, or behind the mark that closes a title: 共同声明(仮訳)を, 「…協定」(日本語)の. */
function pastBracket(text: string, at: number, limit: number): number {
  const from = pastQuote(text, at);
  if (fold(text.charCodeAt(from)) !== 0x28) return at;
  let depth = 0;
  for (let i = from; i < limit && i - at < 2 * NEAR; i++) {
    const sign = fold(text.charCodeAt(i));
    if (sign === 0x28) depth++;
    if (sign === 0x29 && --depth === 0) return i + 1;
  }
  return at;
}

function isBracket(unit: number): boolean {
  const plain = fold(unit);
  return plain === 0x28 || plain === 0x29 || (unit >= 0x300c && unit <= 0x300f);
}

/** The day told nearest before the event and after the event before it, which took what stood there. */
function dayOf({ text, dates, here, words }: Sheet, at: number, from: number): DateMention | undefined {
  let best: DateMention | undefined;
  for (const date of dates) {
    if (date.span[1] > at) break;
    if (date.span[0] < from || !date.edtf || date.duration || date.edtf.includes('T') || apart(date) > DAY) continue;
    best = date;
  }
  if (!best) return undefined;
  const distance = apart(best);
  if (distance === 0) return best;
  const far = distance > OVER_COMMA;
  for (let i = best.span[1]; i < at; i++) {
    const unit = text.charCodeAt(i);
    if (isStop(unit) || (far && isComma(unit))) return undefined;
  }
  // 4月の首脳会談の際の: the day of the occasion
  return words.occasions.has(text, best.span[1], at) && far ? undefined : best;

  /** How far the step stands behind the day, names of instruments aside; a name right behind its day keeps it: 13日、…に関する協定が…発出された. */
  function apart({ span: [, end] }: DateMention): number {
    const between = here.filter(({ name: { span } }) => span[0] >= end && span[1] <= at);
    if (between[0] && between[0].name.span[0] - end <= BESIDE) return 0;
    return between.reduce((rest, { name: { span } }) => rest - (span[1] - span[0]), at - end);
  }
}

/** 4月14日、…において、…との間で、協定の署名が行われた: the day that opens the sentence is that of all it tells, where no other is told. */
function headDay({ text, span, dates }: Sheet, at: number): DateMention | undefined {
  const [first, ...rest] = dates.filter((date) => date.edtf !== undefined && !date.duration && date.span[0] < at);
  if (!first || !/^\d{4}-\d\d-\d\d$/.test(first.edtf as string) || first.span[0] - span[0] > HEAD) return undefined;
  // 10月11日(現地時間同日)、
  if (rest.some(({ edtf }) => edtf !== first.edtf)) return undefined;
  return isComma(text.charCodeAt(pastBracket(text, first.span[1], at))) ? first : undefined;
}

/** 投資協定の交渉を開始することで一致した: the statement that agrees to negotiate the instrument named at `name`. */
export function isAgreed(text: string, name: Span, statements: readonly Statement[], words: Words): { span: Span; statement: Statement } | undefined {
  const at = pastBracket(text, name[1], name[1] + NEAR);
  // 租税条約について、政府間交渉を開始する
  const about = words.talksAbout.at(text, at)?.end ?? at;
  const talks = words.talks.at(text, words.talksWhen.at(text, about)?.end ?? about);
  if (!talks) return undefined;
  const statement = statements.find(({ act, span }) => act === 'agree' && span[0] <= name[0] && talks.end <= span[1]);
  if (!statement) return undefined;
  const limit = Math.min(statement.verb.span[0] + 4, statement.span[1]);
  const stop = statement.content?.[1] ?? statement.verb.span[0];
  for (let i = talks.end; i < stop && i - talks.end < NEAR; i++) {
    const begun = words.begun.at(text, i, limit);
    if (begun && begun.end >= stop - 2) return { span: [begun.start, begun.end], statement };
  }
  return undefined;
}

function isKana(unit: number): boolean {
  return unit >= 0x3041 && unit <= 0x3096;
}
