/** What one sentence tells to have happened to the instruments it names, and when. */
import { isComma, isStop } from '../../language/abilities/head-final.ts';
import type { InstrumentStep } from '../../record/instrument-steps.generated.ts';
import type { DateMention, Statement, Talks } from '../../record/reading.ts';
import { overlap, type Span } from '../../text/span.ts';
import type { Draft } from './drafts.ts';
import type { InstrumentName } from './names.ts';
import type { Told, Words } from './words.ts';

/** How far an event may stand from the name of its instrument, and from its day, in units. */
const NEAR = 60;
const DAY = 24;

export interface Happening {
  readonly draft: Draft;
  readonly event: InstrumentStep;
  readonly span: Span;
  /** Absent where it was done at the talks. */
  readonly date?: DateMention;
  readonly statement?: Statement | undefined;
}

interface Sheet {
  readonly text: string;
  /** The sentence. */
  readonly span: Span;
  readonly here: readonly { readonly name: InstrumentName; readonly draft: Draft | undefined }[];
  /** The instrument named last before this sentence. */
  readonly latest: Draft | undefined;
  readonly statements: readonly Statement[];
  readonly dates: readonly DateMention[];
  readonly met: Talks | undefined;
  readonly words: Words;
}

export function findHappenings(sheet: Sheet): Happening[] {
  const { text, span, statements, met, words } = sheet;
  const result: Happening[] = [];
  let free = span[0];
  let s = 0;
  let n = 0;
  for (const { start, end, value } of words.events.all(text, span[0], span[1])) {
    const from = free;
    if (value.how === 'open') continue;
    while (n < sheet.here.length && (sheet.here[n] as (typeof sheet.here)[number]).name.span[1] <= start) n++;
    while (s < statements.length && (statements[s] as Statement).span[1] <= start) s++;
    const draft = instrumentOf(sheet, n, start, end, value);
    free = end;
    if (!draft) continue;
    const statement = statements[s] && overlap((statements[s] as Statement).span, [start, end]) ? statements[s] : undefined;
    const concluded = statement?.act === 'conclude' && end > statement.verb.span[0] - 2;
    const date = dayOf(sheet, start, from);
    if (!tells(sheet, start, end, value, date, concluded)) continue;
    if (!date && !(concluded && met)) continue;
    result.push({ draft, event: value.event, span: [start, end], ...(date && { date }), statement });
  }
  return result;
}

/** Whether the form says that it happened, or will on a day that is told; not that it is wished or planned. */
function tells(
  { text, span, met, words }: Sheet,
  start: number,
  end: number,
  { how, future }: Told,
  date: DateMention | undefined,
  concluded: boolean,
): boolean {
  const past = date?.edtf !== undefined && met?.date?.edtf !== undefined && date.edtf < met.date.edtf.slice(0, date.edtf.length);
  if (how === 'done') return words.unreal.at(text, end, span[1]) === undefined;
  if (how === 'joined') return concluded || past;
  if (how === 'coming') return future && isDayOrMonth(date) && words.wished.at(text, end, span[1]) === undefined;
  // a bare noun: the predicate itself where the sentence ends with it, or the object of a verb that concludes
  if (concluded && words.wished.at(text, end, span[1]) === undefined) return true;
  const ends = end >= span[1] || isStop(text.charCodeAt(end)) || isComma(text.charCodeAt(end));
  return ends && isKana(text.charCodeAt(start - 1)) && (past || (date === undefined && concluded));
}

function isDayOrMonth(date: DateMention | undefined): boolean {
  return /^\d{4}-(?:0[1-9]|1[0-2])(?:-\d\d)?$/.test(date?.edtf ?? '');
}

/** The instrument of an event: the one named right after it (署名した条約), else the last one before it in the sentence, else the one pointed at. */
function instrumentOf({ text, span, here, latest, words }: Sheet, n: number, start: number, end: number, { effect }: Told): Draft | undefined {
  const after = here[n];
  if (after && after.name.span[0] >= end && after.name.span[0] - end <= 1) return after.draft;
  const before = here[n - 1];
  if (before && start - before.name.span[1] <= NEAR) return before.draft;
  if (!effect) return undefined;
  const points = words.effects.all(text, Math.max(span[0], start - NEAR), start).length > 0;
  return points ? (before?.draft ?? latest) : undefined;
}

/** The day told nearest before the event and after the event before it, which took what stood there. */
function dayOf({ text, dates }: Sheet, at: number, from: number): DateMention | undefined {
  let best: DateMention | undefined;
  for (const date of dates) {
    if (date.span[1] > at) break;
    if (date.span[0] < from || at - date.span[1] > DAY || !date.edtf || date.duration || date.edtf.includes('T')) continue;
    best = date;
  }
  if (!best) return undefined;
  for (let i = best.span[1]; i < at; i++) if (isStop(text.charCodeAt(i))) return undefined;
  return best;
}

/** 投資協定の交渉を開始することで一致した: the statement that agrees to negotiate the instrument named at `name`. */
export function isAgreed(text: string, name: Span, statements: readonly Statement[], words: Words): { span: Span; statement: Statement } | undefined {
  const talks = words.talks.at(text, name[1]);
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
