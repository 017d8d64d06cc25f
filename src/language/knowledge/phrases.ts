import { z } from 'zod';
import { ACTS, type Act } from '../../record/acts.generated.ts';
import { kindReasons } from '../../record/kinds.ts';
import { OFFICES, type Role } from '../../record/offices.generated.ts';
import {
  commitmentKinds,
  documentKinds,
  instrumentEvents,
  instrumentKinds,
  stages,
  talksFormats,
  talksKinds,
  talksLevels,
} from '../../record/schema.ts';

const words = z.string().min(1);
const keyed = <K extends string>(keys: readonly K[]) => z.record(z.enum(keys as [K, ...K[]]), words);

/**
 * `languages/<code>/phrases.yaml`: what Memcon itself says in this language. Every list is complete; a name in braces is
 * put in when the phrase is said.
 */
export const phrasesKnowledge = z.strictObject({
  acts: keyed(Object.keys(ACTS) as Act[]).describe('on chips: one word or two kanji'),
  kinds: keyed(talksKinds),
  textKinds: keyed(documentKinds),
  textKindReasons: keyed(kindReasons).describe('by what the kind of a text was told'),
  levels: keyed(talksLevels),
  formats: keyed(talksFormats),
  roles: keyed(Object.keys(OFFICES) as Role[]),
  commitments: keyed(commitmentKinds),
  stages: keyed(stages),
  instruments: keyed(instrumentKinds),
  events: keyed(instrumentEvents),
  strengths: keyed(['-1', '0', '1', '2']),
  severities: keyed(['error', 'warning', 'info']),
  parties: z.record(z.string(), words).describe('names of the trade, where they differ from those of CLDR'),
  relations: z
    .strictObject({
      letters: z.record(z.string(), words).describe('a party in one sign, in the order in which they stand: 日, 露'),
      between: z.string().describe('between a sign and a name that has none: 日・モンゴル'),
    })
    .optional()
    .describe('short names of relations, in a language that has them: 日露'),
  dates: z
    .strictObject({
      year: words,
      month: words,
      day: words,
      weekday: words.describe('after a day: (土)'),
      months: z.array(words).length(12),
      weekdays: z.array(words).length(7).describe('Sunday first'),
      seasons: z.array(words).length(4).describe('spring first'),
      quarter: words,
      halves: z.array(words).length(2),
      decade: words,
      interval: words,
      approximate: words,
    })
    .describe('how a date of the record is said'),
  durations: z.strictObject({ hours: words, minutes: words, days: words, months: words, years: words, weeks: words, and: z.string() }),
  labels: z.record(z.string().regex(/^[a-z][A-Za-z0-9]*$/), words).describe('headings, buttons and lines of the pages'),
  issues: z.record(z.string(), words).describe('issue code → what it says; {name} stands for a value of the issue'),
  faults: z.record(z.string(), z.strictObject({ problem: words, cure: words })),
  api: z
    .strictObject({
      description: words,
      problem: words.describe('what all problems have in common'),
      titles: keyed(['400', '403', '404', '405', '409', '412', '413', '415', '421', '422', '500', '502', '503', '504', '507']),
      inputs: keyed(['required', 'type', 'value', 'small', 'big', 'format', 'unknown', 'kind', 'other']),
      operations: z.record(z.string(), words).describe('operationId → what it does'),
      parameters: z.record(z.string(), words),
      headers: z.record(z.string(), words),
      page: keyed(['title', 'skip', 'contents', 'shapes', 'problems', 'parameters', 'parameter', 'values', 'meaning', 'field', 'body', 'answer']),
    })
    .describe('what the HTTP API says of itself'),
});
