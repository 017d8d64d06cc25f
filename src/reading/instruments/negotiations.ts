/** Talks about an instrument that the sides agree to begin, and those that they agreed on at an earlier day. */
import { isComma } from '../../language/abilities/head-final.ts';
import type { DateMention, Statement } from '../../record/reading.ts';
import { firstFrom, type Span } from '../../text/span.ts';
import { clauseDay } from './days.ts';
import type { Happening } from './happenings.ts';
import { pastQuote } from './names.ts';
import { pastMark } from './over-day.ts';
import { dateBefore, type Named, NEAR, pastBracket, type Sheet, topicOf } from './sheet.ts';
import type { Words } from './words.ts';

/** That talks are to begin stands at most this far behind them. */
const BEGUN = 12;

/** 投資協定の交渉を開始することで一致した: the statement that agrees to negotiate the instrument named at `name`. */
export function isAgreed(text: string, name: Span, statements: readonly Statement[], words: Words): { span: Span; statement: Statement } | undefined {
  const at = pastQuote(text, pastBracket(text, name[1], name[1] + NEAR));
  // 租税条約について、政府間交渉を開始する
  const about = words.talksAbout.at(text, at)?.end ?? at;
  const talks = words.talks.at(text, words.talksWhen.at(text, about)?.end ?? about);
  if (!talks) return undefined;
  // 正式交渉の開始を確認した: both that it begins
  const statement = statements.find(
    ({ act, mode, span }) => (act === 'agree' || (act === 'confirm' && mode !== 'one')) && span[0] <= name[0] && talks.end <= span[1],
  );
  if (!statement) return undefined;
  const { verb } = statement;
  // a line of a list is its own predicate: 租税条約の締結｜に向けた協議を開始します
  const listed = verb.span[0] < talks.end;
  const limit = verb.span[0] > name[0] && !listed ? Math.min(verb.span[0] + 4, statement.span[1]) : statement.span[1];
  const stop = listed ? verb.span[1] : (statement.content?.[1] ?? verb.span[0]);
  const row = words.begunRows.at(text, talks.end, stop);
  if (row && !words.openEnds.has(text, Math.max(row.end, stop - BEGUN), stop)) return { span: [row.start, row.end], statement };
  for (let i = talks.end; i < stop && i - talks.end < NEAR; i++) {
    // 交渉の開始に｜向けた予備協議を開始する: other talks begin
    if (words.openEnds.at(text, i, stop)) return undefined;
    const begun = words.begun.at(text, i, limit);
    // 2)交渉を開始すること、3)…で一致した: one of several
    const listed = begun && isComma(text.charCodeAt(begun.end)) && words.listedEnds.some((word) => text.endsWith(word, begun.end));
    if (begun && (begun.end >= stop - 2 || listed)) return { span: [begun.start, begun.end], statement };
  }
  return undefined;
}

/** 2008年12月の首脳会談で、正式交渉を開始することで一致し: agreed on a day before those of the talks, of the instrument named or of the topic. */
export function findAgreedEarlier(sheet: Sheet): Happening[] {
  const { text, span, here, met, words } = sheet;
  let n = -1;
  return words.talks.all(text, span[0], span[1]).flatMap((talks): Happening[] => {
    while (n + 1 < here.length && (here[n + 1] as Named).name.span[0] < talks.start) n++;
    const over = begunOver(sheet, talks.end);
    const begun = over ?? words.begun.all(text, talks.end, Math.min(span[1], talks.end + BEGUN))[0];
    if (!begun) return [];
    const agreed = [0, 1].some((by) => words.agreedOn.at(text, begun.end + by, span[1]));
    const welcomed = [0, 1].some((by) => words.talksWelcomed.at(text, begun.end + by, span[1]));
    if (!over && !agreed && !welcomed) return [];
    const last = here[n];
    const name = last && talks.start - pastBracket(text, last.name.span[1], talks.start) <= 1 ? last : undefined;
    // 協定改正交渉: which one, is not told
    if (name?.name.bare && !name.name.alone && !name.name.pointing) return [];
    const draft = name ? name.draft : topicOf(sheet);
    if (!draft) return [];
    const near = over?.day ?? dateBefore(sheet, name?.name.span[0] ?? talks.start);
    // 昨年9月に始めた某EPA共同研究の完了を歓迎し、経済連携協定の交渉を開始する: the day is that of the name before
    const other = near !== undefined && here.slice(0, n).some((one) => one.name.span[0] >= near.span[1]);
    const far = near && !over && (other || talks.start - near.span[1] > NEAR + (name ? name.name.span[1] - name.name.span[0] : 0));
    // 2016年12月、某政務官と某大臣との間で、…の再開に合意した: the day that a comma sets before the clause
    const date = far ? clauseDay(sheet, name?.name.span[0] ?? talks.start, span[0]) : near;
    const told = { draft, event: 'negotiation-agreed', span: [begun.start, begun.end] } as const;
    // 交渉の開始を歓迎した; 改正交渉を開始することとなった, on a page without talks
    if (!date && (welcomed || !sheet.talked)) return [{ ...told, span: [begun.start, begun.end], when: 'unknown' }];
    if (!date?.edtf || date.duration || date.edtf.includes('/')) return [];
    if (met?.date?.edtf && date.edtf >= met.date.edtf.slice(0, date.edtf.length)) return [];
    return [{ ...told, span: [begun.start, begun.end], date, when: 'told' }];
  });
}

/** 交渉が｜本年8月に｜開始された: begun, or agreed to be begun, on the day that stands between. */
function begunOver({ text, span, dates, words }: Sheet, at: number): { start: number; end: number; day: DateMention } | undefined {
  const mark = words.apartDay.at(text, at, span[1]);
  const day = mark && dates[firstFrom(dates, mark.end)];
  if (!day || day.span[0] !== mark.end || day.duration) return undefined;
  const after = pastMark(text, day.span[1], words.dayMarks);
  const around = text.slice(at, mark.end) + text.slice(after, Math.min(span[1], after + 2 * BEGUN));
  const begun = words.begun.at(around, 0);
  const real = begun && [0, 1].some((by) => words.agreedOn.at(around, begun.end + by) ?? words.talksWelcomed.at(around, begun.end + by));
  return real ? { start: at, end: begun.end - (mark.end - at) + after, day } : undefined;
}
