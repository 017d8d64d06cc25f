/** Which line is the title of a page, and which its date. */
import type { Raw } from './raw.ts';
import type { Words } from './words.ts';

/** The title stands among the first lines. */
const WITHIN = 40;
const LONGEST = 90;
/** A line that is a month has no more signs. */
const MONTH = 10;
/** A sentence that is no longer may be a notice above the title. */
const NOTICE = 60;
/** The name of a side at the head of a line, with its colon, is no longer. */
const SIDE = 16;
/** What was held has no fewer signs than this. */
const HELD = 8;
/** What a section is headed by has no more signs. */
const SECTION = 4;
/** Without any sign of a title the first line is one, if it is no longer and not below this many. */
const FIRST_LONGEST = 60;
const FIRST_WITHIN = 6;

/** The index of the title's line, or -1. */
export function titleAt(raws: readonly Raw[], furniture: readonly boolean[], words: Words): number {
  let best = -1;
  let most = 1;
  let looked = 0;
  let below = false;
  /** Behind the first sentence a line that begins with its day is one of a programme. */
  let told = false;
  for (let i = 0; i < raws.length && looked < WITHIN; i++) {
    const raw = raws[i] as Raw;
    const heading = raw.block?.kind === 'heading' ? (raw.block.level ?? 6) : 7;
    if (furniture[i] && heading > 2) continue;
    looked++;
    const length = raw.span[1] - raw.span[0];
    if (raw.stopped || length > (words.longestTitle ?? LONGEST)) {
      // a sentence: no title stands below it, unless the markup says so
      if (best >= 0) break;
      below ||= length > NOTICE;
      told = true;
      continue;
    }
    if (told && heading > 2 && words.row?.test(raw.words)) continue;
    if (heading > 2 && (below || raw.marks.length > 0 || isForm(raw.words, words))) continue;
    // 結果概要: the heading of a section
    const named = length > SECTION && isNamed(raw, words);
    if (!named && isDated(raw, words)) continue;
    const score = (named ? 2 : 0) + (heading === 1 ? 2 : heading === 2 ? 1 : 0) + (furniture[i] ? -1 : 0);
    if (score > most) {
      most = score;
      best = i;
    }
  }
  if (best >= 0) return aboveBrackets(raws, furniture, best, words);
  const first = raws.findIndex((_, i) => !furniture[i]);
  for (let i = first; i >= 0 && i < first + FIRST_WITHIN && i < raws.length; i++) {
    const raw = raws[i] as Raw;
    if (raw.stopped || raw.marks.length > 0) return -1;
    if (!furniture[i] && raw.span[1] - raw.span[0] <= FIRST_LONGEST && !isForm(raw.words, words) && !isDated(raw, words)) return i;
  }
  return -1;
}

/** 大統領の来日 / (概要と評価): what stands in brackets by itself adds to the line above, which is the title. */
function aboveBrackets(raws: readonly Raw[], furniture: readonly boolean[], at: number, words: Words): number {
  const above = raws[at - 1];
  if (!above || furniture[at - 1] || !/^\([^()]*\)$/.test((raws[at] as Raw).words)) return at;
  const titles = !above.stopped && above.marks.length === 0 && above.span[1] - above.span[0] <= (words.longestTitle ?? LONGEST);
  return titles && !isDated(above, words) && !isForm(above.words, words) ? at - 1 : at;
}

/** The index of the line that is the page's own date, or -1: near the title, below it rather than above, above the text rather than in it. */
export function datelineAt(raws: readonly Raw[], furniture: readonly boolean[], title: number, words: Words): number {
  const isDate = (i: number) => {
    const raw = raws[i];
    return (
      raw !== undefined &&
      !furniture[i] &&
      i !== title &&
      raw.marks.length === 0 &&
      isDated(raw, words) &&
      !isForm(raw.words, words) &&
      // (概要)平成12年8月23日 is a date; 大臣の訪米 平成12年2月21日 is a title
      (raw.words.startsWith('(') || !isNamed(raw, words))
    );
  };
  // without a title: near the first line that is no furniture
  const from = title >= 0 ? title : Math.max(0, furniture.indexOf(false));
  const last = Math.min(raws.length, from + 8);
  const text = raws.findIndex(({ stopped, marks }, i) => i > from && (stopped || marks.length > 0));
  const head = text < 0 ? last : Math.min(text, last);
  for (let i = from; i < head; i++) if (isDate(i)) return i;
  for (let i = title - 1; i >= Math.max(0, title - 6); i--) if (isDate(i)) return i;
  // 2.日程 / 平成22年5月22日: below the text only where no day stands above it
  for (let i = head; i < last; i++) if (isDate(i)) return i;
  // Published 16 June 2031, wherever it stands
  const labelled = raws.findIndex(({ words: line, span, block }) => {
    if (block?.kind === 'dateline') return false;
    const label = words.dayLabels.find((word) => line.startsWith(word));
    return (
      label !== undefined &&
      span[1] - span[0] <= (words.longerDate ?? words.longestDate) &&
      words.edge?.test(line.slice(label.length).trim()) === true
    );
  });
  // the head of a mail, the innermost where it was sent on
  return labelled >= 0 ? labelled : raws.findLastIndex(({ block }) => block?.kind === 'dateline');
}

/** Whether it holds a word of titles. */
export function isNamed(raw: Raw, { titles }: Words): boolean {
  return titles.in(raw.words);
}

/** A day as figures alone, the year first (ISO 8601 and its neighbours): it means the same in every language. A clock time may follow, and who reported. */
const FIGURES = /^\(?\d{4}([-/.])\d{1,2}\1\d{1,2}(?:[ \u3000]{1,8}\d{1,2}:\d\d(?::\d\d)?)?(?:[ \u3000]{1,8}[a-z]{2,10})?\)?$/i;
/** The same behind a label, with more behind it perhaps. */
const STAMP = /^[\s:]{0,4}\d{4}([-/.])\d{1,2}\1\d{1,2}(?:[ \u3000]{1,8}\d{1,2}:\d\d(?::\d\d)?)?(?!\d)\s{0,8}/;
/** So many stamps stand in a line. */
const STAMPS = 3;

/** 入力 2031-07-15 11:20 更新 2031-07-16 09:05: a line of days as figures, each behind what says that it is the page's. */
function isStamped(line: string, labels: readonly string[]): boolean {
  let rest = line;
  for (let n = 0; n < STAMPS; n++) {
    const label = labels.find((word) => rest.startsWith(word));
    const stamp = label === undefined ? undefined : STAMP.exec(rest.slice(label.length));
    if (label === undefined || !stamp) return false;
    rest = rest.slice(label.length + stamp[0].length);
    if (rest === '') return true;
  }
  return false;
}

/** 第三回三国外相会議の開催(2016年8月24日、東京): what was held, and behind it in brackets when; (概要)平成12年8月23日 is none. */
function isHeld(line: string): boolean {
  const open = line.lastIndexOf('(');
  return open >= HELD && line.endsWith(')') && /\d/.test(line.slice(open)) && !/\d{4}/.test(line.slice(0, open));
}

/** Whether a line is hardly more than a date, or is a month. */
export function isDated({ span, words: line, stopped }: Raw, { signs, longestDate, longerDate, months, edge, dayLabels }: Words): boolean {
  if (FIGURES.test(line) || isStamped(line, dayLabels)) return true;
  if (isHeld(line)) return false;
  const length = span[1] - span[0];
  // November 25, 2031 – Oslo – Ministry: a day at either end of a longer line
  if (length > longestDate && length <= (longerDate ?? 0) && !stopped && edge?.test(line)) return true;
  if (length > longestDate || stopped || (months.length > 0 && !months.some((word) => line.includes(word)))) return false;
  const month = signs.at(-2);
  return (
    signs.every((sign) => line.includes(sign)) ||
    (length <= MONTH && month !== undefined && line.endsWith(month) && line.includes(signs[0] as string))
  );
}

/** 日時：…, フランス側：… */
export function isForm(line: string, { form, formSide }: Words): boolean {
  const side = formSide ? line.slice(0, SIDE).indexOf(`${formSide}:`) : -1;
  if (formSide && side > 0 && line.length > side + formSide.length + 1) return true;
  if (!form.begins(line)) return false;
  return form.words.some(
    (label) => line.startsWith(label) && line.length > label.length + 2 && /^(?:\s*:|\s)/.test(line.slice(label.length, label.length + 4)),
  );
}
