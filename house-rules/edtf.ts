import { isValid } from '@edtf-ts/core';

/** Whether the words are EDTF. EDTF tells seconds, or nothing, after a time's minutes; the record's contract stops at the minute. */
export function isEdtfWords(words: string): boolean {
  return isValid(/T\d\d:\d\d$/.test(words) ? `${words}:00` : words);
}
