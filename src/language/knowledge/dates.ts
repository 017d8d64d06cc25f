import { z } from 'zod';
import { ERAS, type EraName } from '../../time/eras.ts';

const offset = z.number().int().min(-9).max(9);
const listed = z
  .array(z.string().min(1))
  .transform((words) => Object.fromEntries(words.map((word) => [word, 1])))
  .describe('words that all say the same');
const said = <V extends z.ZodType>(value: V) => z.record(z.string().min(1), value);

/** What a shape says, where its slots alone do not tell. */
export const dateMeanings = [
  'date',
  'clock',
  'length',
  'ago',
  'later',
  'fiscal',
  'decade',
  'century',
  'open',
  'zone',
  'week',
  'turn-of-year',
  'bare-era',
  'weekday',
  'garbled',
  'none',
] as const;
export const yearParts = ['first-half', 'second-half', 'start', 'middle', 'end', 'within', 'some-time'] as const;
export const monthParts = [
  'first-third',
  'second-third',
  'last-third',
  'first-half',
  'second-half',
  'start',
  'middle',
  'end',
  'last-day',
  'within',
] as const;
/** `noon`: around midday; `night`: the hours before midnight, while those after it may be of the next day. */
export const meridiems = ['am', 'pm', 'noon', 'night'] as const;

const shape = z.strictObject({
  id: z
    .string()
    .regex(/^[a-z0-9-]+$/)
    .describe('the rule it gives its name to'),
  shape: z.union([z.string(), z.array(z.string())]).describe('text with slots: see src/language/shape.ts'),
  means: z
    .enum(dateMeanings)
    .optional()
    .describe('absent: a date, by its slots; "none": looks like a date and is none; "garbled": a date that was mistyped'),
  notAfter: z.array(z.string()).optional().describe('no match where one of these stands right before'),
  notBefore: z.array(z.string()).optional().describe('no match where one of these follows'),
  onlyAfter: z.array(z.string()).optional().describe('match only where one of these stands right before; "" is the beginning of a line'),
  onlyBefore: z.array(z.string()).optional().describe('match only where one of these follows'),
  openAfter: z.array(z.string()).optional().describe('words kept, no value, where one of these stands right before'),
  openBefore: z.array(z.string()).optional().describe('words kept, no value, where one of these follows'),
  onlyEndsRange: z.boolean().optional().describe('match only where it ends a range: too little by itself'),
  edge: z.boolean().optional().describe('no Latin letter, digit, slash or colon may touch it'),
});

/** `languages/<code>/dates.yaml` */
export const datesKnowledge = z.strictObject({
  numerals: z.array(z.enum(['western', 'han'])),
  blanks: z.number().int().min(0).max(3).describe('blanks that may stand between two parts of a shape'),
  fiscalYearStarts: z.number().int().min(1).max(12).describe('month'),
  sentenceEnds: z.array(z.string().length(1)),
  numbered: z.array(z.string()).default([]).describe('behind digits that follow the number of an item without a blank (1.28日): these are a date'),
  numberNotAfter: z.array(z.string()).describe('a number right after one of these is no part of a date'),
  someWords: z.array(z.string()).describe('stand for a number that is not told: several'),
  firstYear: z.array(z.string()).describe("words for an era's first year"),
  counts: said(z.number()).optional().describe('words for numbers that count: three; where numbers are not put together of signs'),
  edges: z.enum(['none', 'words']).default('none').describe('words: a date begins where a word does, and a sentence ends at a sign before a blank'),
  ahead: z.array(z.string()).optional().describe('before a day of the week in the same sentence: it is still to come'),
  words: z.strictObject({
    era: said(z.enum(Object.keys(ERAS) as [EraName, ...EraName[]])).optional(),
    eraSign: said(z.enum(Object.keys(ERAS) as [EraName, ...EraName[]])).optional(),
    relativeYear: said(offset).describe('counted from the day of publication').optional(),
    relativeMonth: said(offset).optional(),
    relativeWeek: said(offset).optional(),
    relativeDay: said(offset).optional(),
    contextYear: said(offset).describe('counted from the date told before').optional(),
    contextMonth: said(offset).optional(),
    contextDay: said(offset).optional(),
    sameDay: said(offset).describe('before a clock time: the day told before').optional(),
    monthMark: said(offset).describe('before the number of a day: the month told before').optional(),
    yearMark: said(offset).describe('before a season').optional(),
    dayMark: said(offset).describe('before the number of the day of publication, or of one near it').optional(),
    nextDayMark: said(offset).describe('before the number of a day counted from the one told before').optional(),
    direction: said(z.union([z.literal(-1), z.literal(1)]))
      .describe('the last such day, or the next')
      .optional(),
    month: said(z.number().int().min(1).max(12)).describe('names; where there are some, {month} takes them and {month:western} figures').optional(),
    endMonth: said(z.number().int().min(1).max(12)).describe('the same, at the end of a range').optional(),
    quarter: said(z.number().int().min(1).max(4)).describe('names, as for months').optional(),
    weekday: said(z.number().int().min(1).max(7)).describe('1 Monday').optional(),
    season: said(z.number().int().min(21).max(24)).describe('EDTF: 21 spring').optional(),
    yearPart: said(z.enum(yearParts)).optional(),
    monthPart: said(z.enum(monthParts)).optional(),
    meridiem: said(z.enum(meridiems)).optional(),
    hourWord: said(z.number().int().min(0).max(23)).describe('noon').optional(),
    length: said(z.string().regex(/^P/)).describe('ISO 8601: half a year').optional(),
    zone: said(z.string()).describe('"local" or an IANA zone').optional(),
    dayPart: said(z.enum(meridiems)).describe('after a day').optional(),
    about: listed.optional(),
    orSo: listed.describe('after a length: about').optional(),
    around: listed.describe('after a date or a clock time: about').optional(),
    past: listed.describe('after a clock time: a little later or earlier').optional(),
    half: listed.optional(),
    to: listed.describe('between the ends of a range').optional(),
    and: listed.describe('between two days named with one word').optional(),
  }),
  ranges: z.strictObject({
    yearAtEnd: z.boolean().optional().describe('a year that only the end tells is of the beginning too: July 12 to July 15, 2021'),
    to: z.array(z.string()).describe('between two dates: a range in any case'),
    from: z.array(z.string()).describe('between two dates: a range where one of `closes` follows'),
    closes: z.array(z.string()),
  }),
  stepsFrom: z
    .strictObject({ elsewhere: z.array(z.string()), told: z.array(z.string()) })
    .describe('before a step (翌日): it is counted from something else than the date told before, so its value is open; and what does not say so'),
  until: z.array(z.string()).describe('after a date: its end is meant, as of a deadline'),
  since: z.array(z.string()).describe('after a date: its beginning is meant'),
  joins: z.array(z.string()).describe('may stand between a day and its clock time'),
  leads: z.array(z.string()).optional().describe('all that stands between a clock time and the day that follows it: 9:30 a.m. on April 5'),
  tails: z.strictObject({
    day: z.array(z.string()).describe('shapes that may follow a day: day of the week, part of the day'),
    date: z.array(z.string()).describe('shapes that may follow any other date'),
  }),
  fragments: z.record(z.string(), z.string()),
  shapes: z.array(shape),
});
export type DateShape = z.infer<typeof shape>;
