/** Whether two dates as records have them can be one. EDTF strings; clock times are left out of account. */
import { extentOf } from '../time/extent.ts';

/** Both can be weighed: neither is approximate or uncertain, and both are dates of the calendar. */
export function comparable(a: string, b: string): boolean {
  return !/[~?%]/.test(a + b) && extentOf(a) !== undefined && extentOf(b) !== undefined;
}

/** They have a day in common: a month holds its days, a year its months. */
export function compatible(a: string, b: string): boolean {
  const [one, other] = [extentOf(a), extentOf(b)];
  return !one || !other || (one.first <= other.last && other.first <= one.last);
}
