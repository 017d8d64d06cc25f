/** Faults of use, said in the user's language. */
import { Fault } from '../fault.ts';
import { filled, type Values, type Voice } from '../language/voice.ts';

/** @param code a fault of phrases.yaml; one that is not there is a fault of the program and throws. */
export function makeFault(voice: Voice, code: string, values: Values = {}): Fault {
  const words = voice.phrases.faults[code];
  if (!words) throw new Error(`languages/${voice.code}/phrases.yaml has no fault "${code}"`);
  const said = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, String(value)]));
  return new Fault(code, filled(words.problem, values), filled(words.cure, values), said);
}

/** Whether the words are a day of the Gregorian calendar, YYYY-MM-DD. */
export function isDay(words: string): boolean {
  const match = /^(\d{4})-(\d\d)-(\d\d)$/.exec(words);
  if (!match) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1];
  return days !== undefined && day >= 1 && day <= days;
}
