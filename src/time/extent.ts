/** First and last day of what an EDTF string says, for sorting and for asking whether a date lies between two others. */
import { daysInMonth } from './calendar.ts';

export interface Extent {
  /** `YYYY-MM-DD`; an open beginning is `0000-01-01`, an open end `9999-12-31`. */
  readonly first: string;
  readonly last: string;
}

/** Sub-year groupings of EDTF: first month and length in months. Winter ends in the next year. */
const PARTS: Readonly<Record<number, readonly [month: number, length: number]>> = {
  21: [3, 3],
  22: [6, 3],
  23: [9, 3],
  24: [12, 3],
  33: [1, 3],
  34: [4, 3],
  35: [7, 3],
  36: [10, 3],
  37: [1, 4],
  38: [5, 4],
  39: [9, 4],
  40: [1, 6],
  41: [7, 6],
};

/** The same days are asked for again and again: each is read once. */
const known = new Map<string, Extent | undefined>();
const KNOWN = 5_000;

/** Undefined where the string is no date of the years 0 to 9999. */
export function extentOf(edtf: string): Extent | undefined {
  let extent = known.get(edtf);
  if (extent !== undefined || known.has(edtf)) return extent;
  extent = find(edtf);
  if (known.size >= KNOWN) known.clear();
  known.set(edtf, extent);
  return extent;
}

function find(edtf: string): Extent | undefined {
  const slash = edtf.indexOf('/');
  if (slash >= 0) {
    const [from, to] = [edtf.slice(0, slash), edtf.slice(slash + 1)];
    const first = from === '..' || from === '' ? '0000-01-01' : extentOf(from)?.first;
    const last = to === '..' || to === '' ? '9999-12-31' : extentOf(to)?.last;
    return first && last && first <= last ? { first, last } : undefined;
  }
  const match = /^(\d{2}[\dX]{2})(?:-(\d\d|XX))?(?:-(\d\d|XX))?(?:T[\d:.+Z-]*)?[~?%]?$/.exec(edtf);
  if (!match) return undefined;
  const [, yearWords = '', monthWords, dayWords] = match;
  const years = [Number(yearWords.replaceAll('X', '0')), Number(yearWords.replaceAll('X', '9'))] as const;
  if (monthWords === undefined || monthWords === 'XX') return { first: day(years[0], 1, 1), last: day(years[1], 12, 31) };
  const month = Number(monthWords);
  const part = PARTS[month];
  if (part) {
    const end = part[0] + part[1] - 1;
    const [year, last] = end > 12 ? [years[1] + 1, end - 12] : [years[1], end];
    return { first: day(years[0], part[0], 1), last: day(year, last, daysInMonth(year, last)) };
  }
  if (month < 1 || month > 12) return undefined;
  if (dayWords === undefined || dayWords === 'XX')
    return { first: day(years[0], month, 1), last: day(years[1], month, daysInMonth(years[1], month)) };
  const d = Number(dayWords);
  if (d < 1 || d > daysInMonth(years[1], month)) return undefined;
  return { first: day(years[0], month, d), last: day(years[1], month, d) };
}

function day(year: number, month: number, d: number): string {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(d).padStart(2, '0')}`;
}

/** Whether all of one EDTF date lies before the first day of another; false where either is no date. */
export function liesBefore(edtf: string, other: string | undefined): boolean {
  const [one, two] = [extentOf(edtf), other === undefined ? undefined : extentOf(other)];
  return one !== undefined && two !== undefined && one.last < two.first;
}
